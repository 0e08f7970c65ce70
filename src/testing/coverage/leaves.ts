/** The leaves of a rule as coverage lists them: the trigger first, then all leaves as they are written. */
import type { LeafType } from "../../conditions/index.ts";
import { kindOf } from "../../conditions/node.ts";
import { touchedBy } from "../../conditions/root.ts";
import type { Condition, Path } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";

/** One leaf, or the trigger. */
export interface LeafPlace {
  readonly path: Path;
  readonly type: LeafType | "trigger";
  /** Whether no event can ever make it matter. */
  readonly inert: boolean;
}

/** The trigger and the leaves of a rule. */
export function leavesOf(rule: Rule): LeafPlace[] {
  return [
    { path: ["trigger"], type: "trigger", inert: false },
    ...rule.conditions.flatMap((condition, at) =>
      leavesBelow(condition, ["conditions", at], isInert(rule, condition)),
    ),
  ];
}

/** Direct alternatives wait for an event that touches them; on its trigger the rule fires anyhow. */
export function isInert({ operator, trigger }: Rule, condition: Condition): boolean {
  return operator === "or" && touching(condition).every((type) => type === trigger);
}

function touching(condition: Condition): string[] {
  return condition.type === "group"
    ? condition.conditions.flatMap(touching)
    : touchedBy(kindOf(condition).reads(condition));
}

function leavesBelow(condition: Condition, path: Path, inert: boolean): LeafPlace[] {
  if (condition.type !== "group") return [{ path, type: condition.type, inert }];
  return condition.conditions.flatMap((each, at) => leavesBelow(each, [...path, "conditions", at], inert));
}
