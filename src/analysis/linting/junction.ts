/** and, or, not without the not: a group that must hold, or must fail, as all or any of its conditions. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Condition, Group, Operator } from "../../conditions/tree.ts";

/** A group, or the root of a rule without its trigger. */
export interface Joint {
  readonly operator: Operator;
  readonly conditions: readonly Condition[];
}

/** Whether the conditions of the group must hold, or fail, when the group must hold (`sign`), or fail. */
export function childSign(operator: Operator, sign: boolean): boolean {
  return (operator === "not") !== sign;
}

/** Whether all of the conditions must then do so, or any. */
export function needsAll(operator: Operator, sign: boolean): boolean {
  return (operator === "or") !== sign;
}

/** Whether this is a group. */
export function isGroup(condition: Condition): condition is Group {
  return condition.type === "group";
}

/** A leaf that must hold (`sign`), or must fail. */
export interface Literal {
  readonly leaf: LeafCondition;
  readonly sign: boolean;
}

/** What must hold, leaf by leaf, when all of the conditions hold (`sign`), or fail. What is under "any" is left out. */
export function literalsOf(conditions: readonly Condition[], sign: boolean): Literal[] {
  return conditions.flatMap((condition) => {
    if (!isGroup(condition)) return [{ leaf: condition, sign }];
    const { operator, conditions: inner } = condition;
    const whole = needsAll(operator, sign) || inner.length === 1;
    return whole ? literalsOf(inner, childSign(operator, sign)) : [];
  });
}
