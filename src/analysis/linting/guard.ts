/** Conditions that keep a bot from talking over an executive. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Rule } from "../../rule.ts";
import { asList } from "../../schema.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY } from "../../time/date.ts";
import { childSign, isGroup, type Joint, needsAll } from "./junction.ts";

/** Whether the rule fires only where nobody has the ticket, or nobody is at work. An `or` rule fires on its trigger, whatever its conditions say. */
export function hasGuard(rule: Rule): boolean {
  return rule.operator !== "or" && isGuarded(rule, true);
}

/** Whether on every way to fire nobody has the ticket, or nobody is at work. */
function isGuarded({ operator, conditions }: Joint, sign: boolean): boolean {
  const inner = childSign(operator, sign);
  const guards = conditions.map((condition) =>
    isGroup(condition) ? isGuarded(condition, inner) : isGuard(condition, inner),
  );
  return needsAll(operator, sign) ? guards.includes(true) : !guards.includes(false);
}

function isGuard(leaf: LeafCondition, sign: boolean): boolean {
  switch (leaf.type) {
    case "unassigned":
    case "unattended":
    case "outsideBusinessHours":
      return sign;
    case "withinBusinessHours":
      return !sign;
    case "timeRange":
      return isNight(leaf, sign);
    case "weekday":
      return WORKDAYS.every((day) => asList(leaf.is).includes(day) !== sign);
    default:
      return false;
  }
}

const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Before and after these minutes of the day few are at work. */
const [MORNING, EVENING] = [9 * 60, 18 * 60];

/** Whether what is left of the day crosses midnight, or lies in the night. */
function isNight(range: { readonly from: string; readonly to: string }, sign: boolean): boolean {
  const { start, end } = spanOf([range.from, range.to]);
  // What a range leaves begins where it ends.
  const [from, to] = sign ? [start, end] : [end, start + MINUTES_PER_DAY];
  const isAllDay = to - from >= MINUTES_PER_DAY;
  const crosses = from < MINUTES_PER_DAY && to > MINUTES_PER_DAY;
  const [first, last] = from < MINUTES_PER_DAY ? [from, to] : [from - MINUTES_PER_DAY, to - MINUTES_PER_DAY];
  return !isAllDay && (crosses || last <= MORNING || first >= EVENING);
}
