/** The small mistakes that can be made in combining conditions. */
import type { Condition, Group, Operator } from "../../conditions/tree.ts";
import { dropped, type Edit, type Names, replaced, within } from "./edit.ts";
import { editsOfLeaf } from "./leaves.ts";

/** How deep groups may stand in groups (spec §2). */
const MAX_NESTING = 5;

/** The changes of a list of conditions that stands in so many groups. */
export function* editsOfConditions(
  conditions: readonly Condition[],
  level: number,
  names: Names,
): Generator<Edit<Condition[]>> {
  for (const [at, condition] of conditions.entries()) {
    const negated = negationOf(condition);
    if (level + depthOf(negated) <= MAX_NESTING) {
      yield { kind: "negateCondition", path: [at], value: replaced(conditions, at, negated) };
    }
    // A group is never empty; the root may be.
    if (conditions.length > 1 || level === 0) {
      yield { kind: "dropCondition", path: [at], value: dropped(conditions, at) };
    }
    const edits =
      condition.type === "group" ? editsOfGroup(condition, level, names) : editsOfLeaf(condition, names);
    yield* within<Condition, Condition[]>([at], edits, (edited) => replaced(conditions, at, edited));
  }
}

function* editsOfGroup(group: Group, level: number, names: Names): Generator<Edit<Group>> {
  yield* within(["operator"], editsOfOperator(group.operator), (operator) => ({ ...group, operator }));
  const below = editsOfConditions(group.conditions, level + 1, names);
  yield* within(["conditions"], below, (conditions) => ({ ...group, conditions }));
}

/** The other operators. */
export function* editsOfOperator(operator: Operator): Generator<Edit<Operator>> {
  for (const other of ["and", "or", "not"] as const) {
    if (other !== operator)
      yield { kind: "changeOperator", path: [], from: operator, to: other, value: other };
  }
}

function negationOf(condition: Condition): Condition {
  const [only, ...others] =
    condition.type === "group" && condition.operator === "not" ? condition.conditions : [];
  return only !== undefined && others.length === 0
    ? only
    : { type: "group", operator: "not", conditions: [condition] };
}

/** How many groups stand in one another. */
function depthOf(condition: Condition): number {
  return condition.type === "group" ? 1 + Math.max(0, ...condition.conditions.map(depthOf)) : 0;
}
