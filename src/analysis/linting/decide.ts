/** What follows of conditions when others are taken to hold, without search: no answer is no proof of the contrary. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Condition } from "../../conditions/tree.ts";
import { asList } from "../../schema.ts";
import { childSign, isGroup, type Joint, type Literal, literalsOf, needsAll } from "./junction.ts";
import { factOf, possible } from "./literals.ts";
import type { Catalogue } from "./scene.ts";

/** Leaves taken to hold or fail, by the fact they read. */
export type Known = ReadonlyMap<string, readonly Literal[]>;

/** Nothing is taken to hold. */
export const NOTHING: Known = new Map();

/** What is known with more. */
export function withLiterals(known: Known, more: readonly Literal[]): Known {
  if (more.length === 0) return known;
  const all = new Map(known);
  for (const literal of more) {
    const fact = factOf(literal.leaf);
    all.set(fact, [...(all.get(fact) ?? []), literal]);
  }
  return all;
}

/** Whether no event makes all of it true. `false` when that is not seen. */
export function contradicts(known: Known, catalogue: Catalogue): boolean {
  return [...known.values()].some((literals) => !possible(literals, catalogue));
}

/**
 * What the condition comes to, when it must hold (`sign`) or fail and what is known is true: `true`: it does so on
 * every event on which its facts are supplied; `false`: on none.
 */
export function decide(
  condition: Condition,
  sign: boolean,
  known: Known,
  catalogue: Catalogue,
): boolean | undefined {
  if (isGroup(condition)) return decideJoint(condition, sign, known, catalogue);
  const literal = { leaf: condition, sign };
  const others = known.get(factOf(condition)) ?? [];
  if (!possible([...others, literal], catalogue)) return false;
  const mayFail = isOpenQuestion(condition, known, catalogue);
  return mayFail || possible([...others, { leaf: condition, sign: !sign }], catalogue) ? undefined : true;
}

/**
 * Whether the condition may be neither true nor false where all facts of the event are supplied: it is about opening
 * hours, and the account may have none, or the calendar is not there.
 */
function isOpenQuestion(leaf: LeafCondition, known: Known, catalogue: Catalogue): boolean {
  if (leaf.type !== "withinBusinessHours" && leaf.type !== "outsideBusinessHours") return false;
  const { accounts, calendars, accountCalendars, supposesHours } = catalogue;
  if (leaf.calendar !== undefined) return !calendars.has(leaf.calendar);
  if (supposesHours === true) return accountCalendars.length === 0;
  // What holds or fails for certain is known.
  if (known.has(factOf(leaf))) return false;
  const named = (known.get("account") ?? []).flatMap(({ leaf: own, sign }) =>
    own.type === "account" && sign ? [new Set(asList(own.is))] : [],
  );
  if (named.length === 0) return true;
  return [...accounts.values()].some(
    ({ id, calendar }) => named.every((ids) => ids.has(id)) && !calendars.has(calendar ?? ""),
  );
}

/** As `decide`, of a group or the root of a rule. */
export function decideJoint(
  { operator, conditions }: Joint,
  sign: boolean,
  known: Known,
  catalogue: Catalogue,
): boolean | undefined {
  const inner = childSign(operator, sign);
  const verdicts = conditions.map((condition) => decide(condition, inner, known, catalogue));
  const all = needsAll(operator, sign);
  if (verdicts.includes(!all)) return !all;
  if (verdicts.every((verdict) => verdict === all)) return all;
  // Together they may say what none says alone: all of them contradict one another, or the failure of all does.
  const literals = literalsOf(conditions, all ? inner : !inner);
  // Of two contraries one holds only where it is known which.
  const certain = all ? literals : literals.filter(({ leaf }) => !isOpenQuestion(leaf, known, catalogue));
  const together = withLiterals(known, certain);
  if (contradicts(together, catalogue)) return !all;
  const isSettled = (condition: Condition) =>
    isGroup(condition) && decide(condition, inner, together, catalogue) === !all;
  return together !== known && conditions.some(isSettled) ? !all : undefined;
}

/**
 * Whether the condition is true on every event on which what is known is true, unknown facts or not: because another
 * condition on the same fact is true, and so the fact is known.
 */
export function follows(condition: Condition, sign: boolean, known: Known, catalogue: Catalogue): boolean {
  if (!isGroup(condition)) {
    return known.has(factOf(condition)) && decide(condition, sign, known, catalogue) === true;
  }
  const { operator, conditions } = condition;
  const inner = childSign(operator, sign);
  return needsAll(operator, sign)
    ? conditions.every((each) => follows(each, inner, known, catalogue))
    : conditions.some((each) => follows(each, inner, known, catalogue));
}
