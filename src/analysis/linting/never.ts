import type { Rule } from "../../rule.ts";
import { decideJoint, NOTHING } from "./decide.ts";
import type { Catalogue } from "./scene.ts";

/** Whether it is seen that no event makes the rule fire. An `or` rule fires on its trigger, whatever its conditions say. */
export function isNever(rule: Rule, catalogue: Catalogue): boolean {
  return rule.operator !== "or" && decideJoint(rule, true, NOTHING, catalogue) === false;
}
