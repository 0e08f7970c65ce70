/** Looks for an instant that is in some sets of local times and not in others. Exact within the horizon. */
import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndex } from "../time/date.ts";
import { localTime } from "../time/local.ts";
import type { Zone } from "../time/zone.ts";
import { type Bits, has, isEmpty, meet, next, without } from "./bits.ts";
import { ALL_MINUTES, type Days, minutesOn, type TimeSet } from "./timeSets.ts";

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
  zone: Zone,
  literals: readonly TimeLiteral[],
  horizon: Days,
  start: number,
): number | undefined {
  const own = literals.filter(({ set }) => set.zone === undefined || set.zone.id === zone.id);
  const other = literals.filter((literal) => !own.includes(literal));
  const ranges = rangesOf(own, horizon).flatMap(({ first, last }) =>
    // From the day that is asked for on; then what lies before it.
    first < start && start <= last
      ? [
          { first: start, last },
          { first, last: start - 1 },
        ]
      : [{ first, last }],
  );
  ranges.sort((a, b) => Number(a.last < start) - Number(b.last < start) || a.first - b.first);
  const specials = specialsOf(own);
  const isSpecial = new Set(specials);
  const tried = new Set<string>();
  for (const range of ranges) {
    const days = other.length === 0 ? typicalDays(range, specials, own, zone) : allDays(range);
    for (const day of days) {
      const minutes = minutesOfAll(own, day);
      if (isEmpty(minutes)) continue;
      if (other.length > 0 && isRepeated(day, zone, own, other, isSpecial, tried)) continue;
      const found = findMinute(zone, day, minutes, other);
      if (found !== undefined) return found;
    }
  }
  return undefined;
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

function specialsOf(literals: readonly TimeLiteral[]): number[] {
  return [...new Set(literals.flatMap(({ set }) => [...set.special.keys()]))].sort((a, b) => a - b);
}

function* allDays({ first, last }: Days): Generator<number> {
  for (let day = first; day <= last; day++) yield day;
}

/**
 * One day for all that are alike: of each weekday the first that is not special, and all special ones. Where the
 * clocks skip what is looked for, the same weekday a week later stands in, as often as that happens.
 */
function* typicalDays(
  { first, last }: Days,
  specials: readonly number[],
  literals: readonly TimeLiteral[],
  zone: Zone,
): Generator<number> {
  const special = new Set(specials);
  for (let ahead = 0; ahead < 7 && first + ahead <= last; ahead++) {
    if (isEmpty(minutesOfWeekday(literals, weekdayIndex(first + ahead)))) continue;
    let hasPlainDay = false;
    for (let day = first + ahead; day <= last && !hasPlainDay; day += 7) {
      if (special.has(day)) continue;
      yield day;
      hasPlainDay = isSteady(zone, day);
    }
  }
  for (const day of specials) if (first <= day && day <= last) yield day;
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

/** Whether a day was tried at which all literals are alike, since the zones differ by as much. */
function isRepeated(
  day: number,
  zone: Zone,
  own: readonly TimeLiteral[],
  other: readonly TimeLiteral[],
  specials: ReadonlySet<number>,
  tried: Set<string>,
): boolean {
  if (specials.has(day)) return false;
  const isOdd = other.some(({ set }) =>
    [day - 2, day - 1, day, day + 1, day + 2].some((d) => set.special.has(d)),
  );
  if (isOdd) return false;
  const from = (day - 1) * MS_PER_DAY;
  const until = (day + 2) * MS_PER_DAY;
  const offsets = [zone, ...other.flatMap(({ set }) => set.zone ?? [])].map((each) =>
    each.offsetAt(from) === each.offsetAt(until) ? each.offsetAt(from) : undefined,
  );
  if (offsets.includes(undefined)) return false;
  const ranges = own.map(({ set }) => (isEmpty(minutesOn(set, day)) ? 0 : 1));
  const key = `${weekdayIndex(day)} ${offsets.join(" ")} ${ranges.join("")}`;
  if (tried.has(key)) return true;
  tried.add(key);
  return false;
}

/** The instant of one of these minutes of a day that happens and meets the literals of other zones. */
function findMinute(
  zone: Zone,
  day: number,
  minutes: Bits,
  other: readonly TimeLiteral[],
): number | undefined {
  const likely = FULL_HOURS.find((minute) => has(minutes, minute));
  const order = likely === undefined ? [] : [likely];
  for (let minute = order[0] ?? next(minutes, 0); minute !== -1; ) {
    for (const instant of instantsOf(zone, day, minute)) {
      if (other.every((literal) => holdsAt(literal, zone, instant))) return instant;
    }
    minute = order.length > 0 ? next(minutes, 0) : next(minutes, minute + 1);
    order.length = 0;
  }
  return undefined;
}

/** The hours at which people work, first. */
const FULL_HOURS = [11, 10, 12, 15, 16, 9, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3].map((hour) => hour * 60);

function holdsAt({ set, sign }: TimeLiteral, zone: Zone, instant: number): boolean {
  const { day, minuteOfDay } = localTime(set.zone ?? zone, instant);
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
