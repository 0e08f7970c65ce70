/** Looks for an instant that is in some sets of local times and not in others. Exact within the horizon. */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/date.ts";
import { localTime } from "../time/local.ts";
import type { Zone } from "../time/zone.ts";
import { type Bits, has, isEmpty, next } from "./bits.ts";
import type { Clocks } from "./clocks.ts";
import { minutesOfAll, rangesOfAll, type TimeLiteral } from "./timeLiterals.ts";
import { type Days, minutesOn } from "./timeSets.ts";
import { createRepeats, edgeDaysOf, specialDaysOf, typicalDays } from "./typicalDays.ts";

/** When instants are looked for. */
export interface Period {
  readonly horizon: Days;
  /** The day from which on they are looked for first. */
  readonly start: number;
  /** Of the horizon. */
  readonly clocks: Clocks;
}

/**
 * An instant at which the wall clock of `zone` (and of the zones that sets name) meets all literals, or nothing when
 * there is none. Epoch milliseconds. Minutes are enough: every boundary, and every offset since 1972, is whole ones.
 */
export function findInstant(
  plainZone: Zone,
  literals: readonly TimeLiteral[],
  period: Period,
): number | undefined {
  const { clocks } = period;
  const zone = clocks.of(plainZone);
  const own = literals.filter(({ set }) => set.zone === undefined || set.zone.id === zone.id);
  const other = literals.filter((literal) => !own.includes(literal));
  const zones =
    other.length === 0
      ? []
      : [zone, ...other.flatMap(({ set }) => (set.zone === undefined ? [] : clocks.of(set.zone)))];
  const changes = zones.flatMap((each) => clocks.changes(each));
  const breaks = [...changes, ...edgeDaysOf(other)];
  const specials = specialDaysOf(own, other, breaks);
  const isRepeated = createRepeats(zones, other);
  for (const range of rangesOf(own, period).flatMap((each) => split(each, breaks))) {
    for (const day of typicalDays(range, specials, own, zone)) {
      const minutes = minutesOfAll(own, day);
      if (isEmpty(minutes)) continue;
      if (zones.length > 0 && !specials.has(day) && isRepeated(day)) continue;
      const found = findMinute(zone, day, minutes, other, clocks);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What literals leave of a period: from the day that is asked for on; then what lies before it. */
function rangesOf(literals: readonly TimeLiteral[], { horizon, start }: Period): Days[] {
  const ranges = rangesOfAll(literals, horizon).flatMap((range) => split(range, [start]));
  return ranges.sort((a, b) => Number(a.last < start) - Number(b.last < start) || a.first - b.first);
}

/** A range of days in parts, each beginning at one of these days. */
function split({ first, last }: Days, at: readonly number[]): Days[] {
  const starts = [...new Set([first, ...at.filter((day) => first < day && day <= last)])].sort(
    (a, b) => a - b,
  );
  return starts.map((day, index) => ({ first: day, last: (starts[index + 1] ?? last + 1) - 1 }));
}

/** The instant of one of these minutes of a day that happens and meets the literals of other zones. */
function findMinute(
  zone: Zone,
  day: number,
  minutes: Bits,
  other: readonly TimeLiteral[],
  clocks: Clocks,
): number | undefined {
  for (const minute of likelyFirst(minutes)) {
    for (const instant of instantsOf(zone, day, minute)) {
      if (other.every((literal) => holdsAt(literal, zone, instant, clocks))) return instant;
    }
  }
  return undefined;
}

/** A full hour of these minutes, if there is one, and then all of them. */
function* likelyFirst(minutes: Bits): Generator<number> {
  const likely = FULL_HOURS.find((minute) => has(minutes, minute));
  if (likely !== undefined) yield likely;
  for (let minute = next(minutes, 0); minute !== -1; minute = next(minutes, minute + 1)) yield minute;
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
