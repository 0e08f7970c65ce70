/** Whether what conditions say of the local time can all be right. */
import type { LeafCondition } from "../../conditions/index.ts";
import { asList } from "../../schema.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY, parseDay, weekdayOf } from "../../time/date.ts";
import type { Literal } from "./junction.ts";

type DateRange = Extract<LeafCondition, { type: "dateRange" }>;
type TimeRange = Extract<LeafCondition, { type: "timeRange" }>;

/** What a condition says of minutes, or of days, and whether it must. */
interface Demand {
  readonly sign: boolean;
  holds(time: number): boolean;
  /** Where that may change. */
  readonly bounds: readonly number[];
}

/**
 * Whether some local time is as all of these say. Minutes and days are independent, and what holds of them only changes
 * at the bounds of ranges: it is enough to look at one minute behind each bound, and at one week behind each.
 */
export function possibleTime(literals: readonly Literal[]): boolean {
  const minutes = literals.flatMap(minuteDemands);
  const days = literals.flatMap(dayDemands);
  const weeks = [FIRST_DAY, ...days.flatMap(({ bounds }) => bounds)].flatMap((day) =>
    [0, 1, 2, 3, 4, 5, 6].map((later) => day + later),
  );
  return someTime([0, ...minutes.flatMap(({ bounds }) => bounds)], minutes) && someTime(weeks, days);
}

/** Before every date that can be written. */
const FIRST_DAY = -1_000_000;

function someTime(times: readonly number[], demands: readonly Demand[]): boolean {
  return times.some((time) => demands.every(({ holds, sign }) => holds(time) === sign));
}

function minuteDemands({ leaf, sign }: Literal): Demand[] {
  return leaf.type === "timeRange" ? [{ sign, ...clockDemand(leaf) }] : [];
}

function clockDemand({ from, to }: TimeRange): Omit<Demand, "sign"> {
  const { start, end } = spanOf([from, to]);
  return {
    holds: (minute) => (start <= minute && minute < end) || minute + MINUTES_PER_DAY < end,
    bounds: [start, end % MINUTES_PER_DAY],
  };
}

function dayDemands({ leaf, sign }: Literal): Demand[] {
  if (leaf.type === "dateRange") return [{ sign, ...rangeDemand(leaf) }];
  if (leaf.type !== "weekday") return [];
  const wanted = new Set(asList(leaf.is));
  return [{ sign, holds: (day) => wanted.has(weekdayOf(day)), bounds: [] }];
}

function rangeDemand({ from, to }: DateRange): Omit<Demand, "sign"> {
  const [first, last] = [parseDay(from ?? ""), parseDay(to ?? "")];
  return {
    holds: (day) => (first === undefined || first <= day) && (last === undefined || day <= last),
    bounds: [...(first === undefined ? [] : [first]), ...(last === undefined ? [] : [last + 1])],
  };
}
