/** What stands in the rules of a workspace. */
import type { Condition } from "../../conditions/tree.ts";
import type { Action } from "../../integrations/index.ts";
import type { Workspace } from "../../workspace.ts";

type Leaf = Exclude<Condition, { type: "group" }>;

/** Every leaf of every rule. */
export function leavesIn({ rules }: Pick<Workspace, "rules">): Leaf[] {
  return rules.flatMap(({ conditions }) => conditions.flatMap(leavesBelow));
}

/** Every action of every rule. */
export function actionsIn({ rules }: Workspace): Action[] {
  return rules.flatMap((rule): Action[] => rule.actions);
}

function leavesBelow(condition: Condition): Leaf[] {
  return condition.type === "group" ? condition.conditions.flatMap(leavesBelow) : [condition];
}
