/** Days that stand for all that are alike: what happens on any day of a range happens on one of them. */
import { MS_PER_DAY, weekdayIndex } from "../time/date.ts";
import type { Zone } from "../time/zone.ts";
import { isEmpty } from "./bits.ts";
import { firstFrom } from "./sorted.ts";
import { minutesOfWeekday, type TimeLiteral } from "./timeLiterals.ts";
import { type Days, isWithinDays } from "./timeSets.ts";

/** Days that are unlike their weekday. */
export interface SpecialDays {
  readonly sorted: readonly number[];
  has(day: number): boolean;
}

/**
 * The days that are unlike their weekday to literals of one zone and to others; `breaks`: those on which clocks change,
 * and the edges of dates.
 * For other zones, whose days begin at other times, also those beside them.
 */
export function specialDaysOf(
  own: readonly TimeLiteral[],
  other: readonly TimeLiteral[],
  breaks: readonly number[],
): SpecialDays {
  const days = new Set([...breaks, ...own.flatMap(({ set }) => [...set.special.keys()])]);
  for (const { set } of other) {
    for (const day of set.special.keys()) for (const near of daysAround(day)) days.add(near);
  }
  return { sorted: [...days].sort((a, b) => a - b), has: (day) => days.has(day) };
}

/** The days about the ends of dates of another zone, of which only a part may be in them. */
export function edgeDaysOf(other: readonly TimeLiteral[]): number[] {
  return other.flatMap(({ set: { days } }) =>
    days === undefined ? [] : [...daysAround(days.first), ...daysAround(days.last + 1)],
  );
}

/** The day, and those that may be today elsewhere while it is that day here: zones are up to 26 hours apart. */
function daysAround(day: number): number[] {
  return [day - 2, day - 1, day, day + 1, day + 2];
}

/**
 * One day for all that are alike: of each weekday the first that is not special, and all special ones. Where the
 * clocks skip what is looked for, the same weekday a week later stands in, as often as that happens.
 */
export function* typicalDays(
  { first, last }: Days,
  specials: SpecialDays,
  literals: readonly TimeLiteral[],
  zone: Zone,
): Generator<number> {
  for (let ahead = 0; ahead < 7 && first + ahead <= last; ahead++) {
    if (isEmpty(minutesOfWeekday(literals, weekdayIndex(first + ahead)))) continue;
    let hasPlainDay = false;
    for (let day = first + ahead; day <= last && !hasPlainDay; day += 7) {
      if (specials.has(day)) continue;
      yield day;
      hasPlainDay = isSteady(zone, day);
    }
  }
  for (let at = firstFrom(specials.sorted, first); at < specials.sorted.length; at++) {
    const day = specials.sorted[at] ?? last + 1;
    if (day > last) return;
    yield day;
  }
}

/** Whether the clocks do not change anywhere near the day: then every local time of it happens. */
function isSteady(zone: Zone, day: number): boolean {
  const midnight = day * MS_PER_DAY;
  return zone.offsetAt(midnight - MS_PER_DAY) === zone.offsetAt(midnight + 2 * MS_PER_DAY);
}

/**
 * Tells of days, each that is not special, whether one before it was alike: of its weekday, with its offsets, and in the
 * dates of other zones or out of them as it is.
 */
export function createRepeats(
  zones: readonly Zone[],
  other: readonly TimeLiteral[],
): (day: number) => boolean {
  const seen = new Set<string>();
  return (day) => {
    const noon = (day + 0.5) * MS_PER_DAY;
    const inDates = other.map(({ set }) => isWithinDays(set, day));
    const key = [weekdayIndex(day), ...zones.map((each) => each.offsetAt(noon)), ...inDates].join();
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  };
}
