/** Looks for an instant that is in some sets of local times and not in others. Exact within the horizon. */
import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndex } from "../time/date.ts";
import { localTime } from "../time/local.ts";
import type { Zone } from "../time/zone.ts";
import { type Bits, has, isEmpty, meet, next, without } from "./bits.ts";
import type { Clocks } from "./clocks.ts";
import { ALL_MINUTES, type Days, isWithinDays, minutesOn, type TimeSet } from "./timeSets.ts";

/** A set, and whether the instant must be in it or must not. */
export interface TimeLiteral {
  readonly set: TimeSet;
  readonly sign: boolean;
}

/**
 * An instant at which the wall clock of `zone` (and of the zones that sets name) meets all literals, or nothing when
 * there is none. Epoch milliseconds. Minutes are enough: every boundary, and every offset since 1972, is whole ones.
 *
 * @param start The day from which on it is looked for first.
 */
export function findInstant(
  plainZone: Zone,
  literals: readonly TimeLiteral[],
  horizon: Days,
  start: number,
  clocks: Clocks,
): number | undefined {
  const zone = clocks.of(plainZone);
  const own = literals.filter(({ set }) => set.zone === undefined || set.zone.id === zone.id);
  const other = literals.filter((literal) => !own.includes(literal));
  const zones =
    other.length === 0
      ? []
      : [zone, ...other.flatMap(({ set }) => (set.zone === undefined ? [] : clocks.of(set.zone)))];
  const changes = zones.flatMap((each) => clocks.changes(each));
  // A range of dates of another zone begins and ends on days of which only a part is in it.
  const edges = other.flatMap(({ set: { days } }) =>
    days === undefined ? [] : [...daysAround(days.first), ...daysAround(days.last + 1)],
  );
  const specials = specialsOf(own, other, [...changes, ...edges]);
  const isSpecial = new Set(specials);
  const ranges = rangesOf(own, horizon).flatMap((range) => split(range, [start]));
  // From the day that is asked for on; then what lies before it.
  ranges.sort((a, b) => Number(a.last < start) - Number(b.last < start) || a.first - b.first);
  const tried = new Set<string>();
  for (const range of ranges.flatMap((each) => split(each, [...changes, ...edges]))) {
    for (const day of typicalDays(range, specials, isSpecial, own, zone)) {
      const minutes = minutesOfAll(own, day);
      if (isEmpty(minutes)) continue;
      if (zones.length > 0 && !isSpecial.has(day)) {
        const noon = (day + 0.5) * MS_PER_DAY;
        const inDates = other.map(({ set }) => isWithinDays(set, day));
        const key = [weekdayIndex(day), ...zones.map((each) => each.offsetAt(noon)), ...inDates].join();
        if (tried.has(key)) continue;
        tried.add(key);
      }
      const found = findMinute(zone, day, minutes, other, clocks);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A range of days in parts, each beginning at one of these days. */
function split({ first, last }: Days, at: readonly number[]): Days[] {
  const starts = [...new Set([first, ...at.filter((day) => first < day && day <= last)])].sort(
    (a, b) => a - b,
  );
  return starts.map((day, index) => ({ first: day, last: (starts[index + 1] ?? last + 1) - 1 }));
}

/** The minutes of a day that all literals allow. */
function minutesOfAll(literals: readonly TimeLiteral[], day: number): Bits {
  let minutes = ALL_MINUTES;
  for (const { set, sign } of literals) {
    const own = minutesOn(set, day);
    minutes = sign ? meet(minutes, own) : without(minutes, own);
  }
  return minutes;
}

/** The days that ranges of days leave. */
function rangesOf(literals: readonly TimeLiteral[], horizon: Days): Days[] {
  let ranges: Days[] = [horizon];
  for (const { set, sign } of literals) {
    const { days } = set;
    if (days === undefined) continue;
    ranges = ranges.flatMap(({ first, last }) => {
      const parts = sign
        ? [{ first: Math.max(first, days.first), last: Math.min(last, days.last) }]
        : [
            { first, last: Math.min(last, days.first - 1) },
            { first: Math.max(first, days.last + 1), last },
          ];
      return parts.filter((part) => part.first <= part.last);
    });
  }
  return ranges;
}

/** The days that are unlike their weekday. For other zones, whose days begin at other times, also those beside them. */
function specialsOf(
  own: readonly TimeLiteral[],
  other: readonly TimeLiteral[],
  changes: readonly number[],
): number[] {
  const days = new Set([...changes, ...own.flatMap(({ set }) => [...set.special.keys()])]);
  for (const { set } of other) {
    for (const day of set.special.keys()) for (const near of daysAround(day)) days.add(near);
  }
  return [...days].sort((a, b) => a - b);
}

/** The day, and those that may be today elsewhere while it is that day here: zones are up to 26 hours apart. */
function daysAround(day: number): number[] {
  return [day - 2, day - 1, day, day + 1, day + 2];
}

/**
 * One day for all that are alike: of each weekday the first that is not special, and all special ones. Where the
 * clocks skip what is looked for, the same weekday a week later stands in, as often as that happens.
 */
function* typicalDays(
  { first, last }: Days,
  specials: readonly number[],
  isSpecial: ReadonlySet<number>,
  literals: readonly TimeLiteral[],
  zone: Zone,
): Generator<number> {
  for (let ahead = 0; ahead < 7 && first + ahead <= last; ahead++) {
    if (isEmpty(minutesOfWeekday(literals, weekdayIndex(first + ahead)))) continue;
    let hasPlainDay = false;
    for (let day = first + ahead; day <= last && !hasPlainDay; day += 7) {
      if (isSpecial.has(day)) continue;
      yield day;
      hasPlainDay = isSteady(zone, day);
    }
  }
  for (let at = firstFrom(specials, first); at < specials.length; at++) {
    const day = specials[at] ?? last + 1;
    if (day > last) return;
    yield day;
  }
}

function minutesOfWeekday(literals: readonly TimeLiteral[], weekday: number): Bits {
  let minutes = ALL_MINUTES;
  for (const { set, sign } of literals) {
    // A range says nothing here: the day is in it, or out of it, as it should be.
    if (set.days !== undefined) continue;
    const own = set.weekly[weekday] ?? ALL_MINUTES;
    minutes = sign ? meet(minutes, own) : without(minutes, own);
  }
  return minutes;
}

/** Whether the clocks do not change anywhere near the day: then every local time of it happens. */
function isSteady(zone: Zone, day: number): boolean {
  const midnight = day * MS_PER_DAY;
  return zone.offsetAt(midnight - MS_PER_DAY) === zone.offsetAt(midnight + 2 * MS_PER_DAY);
}

/** Where in a sorted list the first number of at least `least` stands. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instant of one of these minutes of a day that happens and meets the literals of other zones. */
function findMinute(
  zone: Zone,
  day: number,
  minutes: Bits,
  other: readonly TimeLiteral[],
  clocks: Clocks,
): number | undefined {
  const likely = FULL_HOURS.find((minute) => has(minutes, minute));
  const order = likely === undefined ? [] : [likely];
  for (let minute = order[0] ?? next(minutes, 0); minute !== -1; ) {
    for (const instant of instantsOf(zone, day, minute)) {
      if (other.every((literal) => holdsAt(literal, zone, instant, clocks))) return instant;
    }
    minute = order.length > 0 ? next(minutes, 0) : next(minutes, minute + 1);
    order.length = 0;
  }
  return undefined;
}

/** The hours at which people work, first. */
const FULL_HOURS = [11, 10, 12, 15, 16, 9, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3].map((hour) => hour * 60);

function holdsAt({ set, sign }: TimeLiteral, zone: Zone, instant: number, clocks: Clocks): boolean {
  const { day, minuteOfDay } = localTime(set.zone === undefined ? zone : clocks.of(set.zone), instant);
  return has(minutesOn(set, day), minuteOfDay) === sign;
}

/** The instants at which a wall clock shows a time: one; none when the clocks skip it; two when they repeat it. */
function instantsOf(zone: Zone, day: number, minuteOfDay: number): number[] {
  const wall = day * MS_PER_DAY + minuteOfDay * MS_PER_MINUTE;
  // No zone is a day away from UTC, nor changes twice within three.
  const offsets = new Set([zone.offsetAt(wall - MS_PER_DAY), zone.offsetAt(wall + MS_PER_DAY)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + zone.offsetAt(instant) === wall)
    .sort((a, b) => a - b);
}
