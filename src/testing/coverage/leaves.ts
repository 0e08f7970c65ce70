/** The leaves of a rule as coverage lists them: the trigger first, then all leaves as they are written. */
import type { LeafType } from "../../conditions/index.ts";
import { readingsOf } from "../../conditions/node.ts";
import { type Root, touchedBy } from "../../conditions/root.ts";
import type { Condition, Path } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";

/** One leaf, or the trigger. */
export interface LeafPlace {
  readonly path: Path;
  readonly type: LeafType | "trigger";
  /** Whether no event can ever make it matter. */
  readonly inert: boolean;
}

/** The trigger and the leaves of a rule, with its root. */
export function leavesOf({ conditions }: Rule, { operator, trigger, nodes }: Root): LeafPlace[] {
  return [
    { path: ["trigger"], type: "trigger", inert: false },
    ...conditions.flatMap((condition, at) => {
      // Direct alternatives wait for an event that touches them; on its trigger the rule fires anyhow.
      const node = nodes[at];
      const touching = node === undefined ? [] : readingsOf(node).flatMap(touchedBy);
      const inert = operator === "or" && touching.every((type) => type === trigger);
      return leavesBelow(condition, ["conditions", at], inert);
    }),
  ];
}

function leavesBelow(condition: Condition, path: Path, inert: boolean): LeafPlace[] {
  if (condition.type !== "group") return [{ path, type: condition.type, inert }];
  return condition.conditions.flatMap((each, at) => leavesBelow(each, [...path, "conditions", at], inert));
}
