/** and, or, not without the not: a group that must hold, or must fail, as all or any of its conditions. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Condition, Group, Operator } from "../../conditions/tree.ts";
import { asList } from "../../schema.ts";

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

/**
 * What must hold, leaf by leaf, when all of the conditions hold (`sign`), or fail. What is under "any" is left out, but
 * for alternatives that one leaf could list.
 */
export function literalsOf(conditions: readonly Condition[], sign: boolean): Literal[] {
  return conditions.flatMap((condition) => {
    if (!isGroup(condition)) return [{ leaf: condition, sign }];
    const { operator, conditions: inner } = condition;
    const whole = needsAll(operator, sign) || inner.length === 1;
    if (whole) return literalsOf(inner, childSign(operator, sign));
    const leaf = operator === "or" ? asOneLeaf(inner) : undefined;
    return leaf === undefined ? [] : [{ leaf, sign }];
  });
}

/** A leaf with the values of all of these, if they are accounts, weekdays, or values of one field. */
function asOneLeaf([first, ...others]: readonly Condition[]): LeafCondition | undefined {
  if (first?.type === "account") {
    const rest = others.flatMap((each) => (each.type === "account" ? [each] : []));
    const ids = [first, ...rest].flatMap(({ is }) => asList(is));
    return rest.length === others.length ? { type: "account", is: ids } : undefined;
  }
  if (first?.type === "weekday") {
    const rest = others.flatMap((each) => (each.type === "weekday" ? [each] : []));
    const days = [first, ...rest].flatMap(({ is }) => asList(is));
    return rest.length === others.length ? { type: "weekday", is: days } : undefined;
  }
  if (first?.type !== "classification") return undefined;
  const { field } = first;
  const rest = others.flatMap((each) =>
    each.type === "classification" && each.field === field ? [each] : [],
  );
  const values = [first, ...rest].flatMap(({ is }) => asList(is));
  return rest.length === others.length ? { type: "classification", field, is: values } : undefined;
}
