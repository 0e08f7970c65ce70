/** Days that stand for all that are alike: what happens on any day of a range happens on one of them. */
import { MS_PER_DAY, weekdayIndex } from "../time/date.ts";
import type { Zone } from "../time/zone.ts";
import { isEmpty } from "./bits.ts";
import { firstFrom } from "./sorted.ts";
import { minutesOfWeekday, type TimeLiteral } from "./timeLiterals.ts";
import type { Days } from "./timeSets.ts";

/** Days that are unlike their weekday. */
export interface SpecialDays {
  readonly sorted: readonly number[];
  has(day: number): boolean;
}

/**
 * The days that are unlike their weekday to literals of one zone and to others; `changes`: those on which clocks change.
 * For other zones, whose days begin at other times, also those beside them.
 */
export function specialDaysOf(
  own: readonly TimeLiteral[],
  other: readonly TimeLiteral[],
  changes: readonly number[],
): SpecialDays {
  const days = new Set([...changes, ...own.flatMap(({ set }) => [...set.special.keys()])]);
  for (const { set } of other) {
    for (const day of set.special.keys()) for (const each of [day - 1, day, day + 1]) days.add(each);
  }
  return { sorted: [...days].sort((a, b) => a - b), has: (day) => days.has(day) };
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

/** Tells of days, each that is not special, whether one before it was alike: of its weekday and with its offsets. */
export function createRepeats(zones: readonly Zone[]): (day: number) => boolean {
  const seen = new Set<string>();
  return (day) => {
    const noon = (day + 0.5) * MS_PER_DAY;
    const key = [weekdayIndex(day), ...zones.map((each) => each.offsetAt(noon))].join();
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  };
}
