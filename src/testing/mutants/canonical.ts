/** Rules by what they mean, as far as their form tells: two that are equal here are one mutant. */
import type { Condition } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";

/** A text that is equal for rules that differ in form only. */
export function canonicalOf({ operator, conditions, actions, stop = false, ...rest }: Rule): string {
  const below = conditions.map(simple);
  const [only, ...others] = below;
  // None of one is the same as all of its negation, at the root too.
  const isNone = operator === "not" && only !== undefined && others.length === 0;
  const root = isNone ? { operator: "and", conditions: [negated(only)] } : { operator, conditions: below };
  return JSON.stringify([meaning(rest), stop, root, actions.map((action) => meaning(action, [0]))]);
}

function simple(condition: Condition): Condition {
  if (condition.type !== "group") return leaf(condition);
  const conditions = condition.conditions.map(simple);
  const [only, ...others] = conditions;
  if (only === undefined || others.length > 0)
    return { type: "group", operator: condition.operator, conditions };
  return condition.operator === "not" ? negated(only) : only;
}

/** None of one. */
function negated(condition: Condition): Condition {
  if (condition.type === "group" && condition.operator !== "and") {
    const [only, ...others] = condition.conditions;
    if (condition.operator === "or") return { ...condition, operator: "not" };
    return only !== undefined && others.length === 0 ? only : { ...condition, operator: "or" };
  }
  return { type: "group", operator: "not", conditions: [condition] };
}

function leaf<Leaf extends Exclude<Condition, { type: "group" }>>(condition: Leaf): Leaf {
  const { is, mode = "word", match = "any", flags = "i", ...rest } = meaning(condition);
  // Only for comparing: the parts are those of the condition, and those that mean something when they are absent.
  return {
    ...rest,
    is: Array.isArray(is) && is.length === 1 ? is[0] : is,
    mode,
    match,
    flags,
  } as unknown as Leaf;
}

/** The parts that mean something: not what authors keep in `x-` keys, which may not even be JSON. */
function meaning(part: object, meaningless: readonly unknown[] = []): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !key.startsWith("x-") && !meaningless.includes(value)),
  );
}
