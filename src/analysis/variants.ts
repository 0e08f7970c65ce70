/** Rules that differ from a rule in one place. */
import type { Condition, Group, Path } from "../conditions/tree.ts";
import type { Firing } from "./firing.ts";

/** The paths of all conditions of a rule, each group before what is in it. */
export function pathsOf({ conditions }: Pick<Firing, "conditions">): Path[] {
  return conditions.flatMap((condition, at) => pathsBelow(condition, ["conditions", at]));
}

function pathsBelow(condition: Condition, path: Path): Path[] {
  if (condition.type !== "group") return [path];
  return [path, ...condition.conditions.flatMap((each, at) => pathsBelow(each, [...path, "conditions", at]))];
}

/** The condition at a path. */
export function conditionAt({ conditions }: Pick<Firing, "conditions">, path: Path): Condition | undefined {
  const [, at, ...deeper] = path;
  const condition = typeof at === "number" ? conditions[at] : undefined;
  if (deeper.length === 0 || condition === undefined) return condition;
  return condition.type === "group" ? conditionAt(condition, deeper) : undefined;
}

/** A rule in which other conditions stand in the place of one. None: a group that is left empty goes, too. */
export function replaced<Owner extends Pick<Firing, "conditions">>(
  owner: Owner,
  path: Path,
  by: (condition: Condition) => readonly Condition[],
): Owner {
  return { ...owner, conditions: replacedIn(owner.conditions, path, by) };
}

function replacedIn(
  conditions: readonly Condition[],
  [, at, ...deeper]: Path,
  by: (condition: Condition) => readonly Condition[],
): Condition[] {
  return conditions.flatMap((condition, index) => {
    if (index !== at) return [condition];
    if (deeper.length === 0) return by(condition);
    if (condition.type !== "group") return [condition];
    const inner = replacedIn(condition.conditions, deeper, by);
    return inner.length === 0 ? [] : [{ ...condition, conditions: inner }];
  });
}

/** A condition that is touched by what touches another one, and has one verdict on every complete event. */
export function fixed(condition: Condition, verdict: boolean): Group {
  // Nothing touches the assignee.
  const unassigned: Condition = { type: "unassigned" };
  const assigned: Condition = { type: "group", operator: "not", conditions: [unassigned] };
  return verdict
    ? { type: "group", operator: "or", conditions: [unassigned, assigned, condition] }
    : { type: "group", operator: "and", conditions: [unassigned, assigned, condition] };
}

/** Whether the rule is truer the truer the condition is: an even number of `not`s stands above it. */
export function isPositive({ operator, conditions }: Omit<Firing, "trigger">, path: Path): boolean {
  const [, at, ...deeper] = path;
  const isKept = operator !== "not";
  const condition = typeof at === "number" ? conditions[at] : undefined;
  if (deeper.length === 0 || condition?.type !== "group") return isKept;
  return isPositive(condition, deeper) === isKept;
}

/** A rule in which a condition has one verdict after each event. What was before the event is as it was. */
export function fixedAt({ trigger, operator, conditions }: Firing, path: Path, verdict: boolean): Firing {
  const after = replaced({ conditions }, path, (condition) => [fixed(condition, verdict)]);
  return { trigger, operator, ...after, before: conditions };
}
