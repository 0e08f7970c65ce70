import type { Schedule, Span } from "./calendar.ts";
import { dateOf, dayOf, MINUTES_PER_DAY, MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";
import { dayOfWall } from "./local.ts";
import { spansOn } from "./openingHours.ts";

/** Open time on the wall clock. */
export interface OpenTime {
  /** Open milliseconds before a wall time, counted from one day for all: what lies between two is the difference. */
  before(wall: number): number;
  /** The first wall time by which `wanted` more milliseconds have been open; it exists before `end`, or at it. */
  after(wall: number, wanted: number, end: number): number;
}

/** The civil calendar begins again after so many years, weekdays included. */
const CYCLE_YEARS = 400;

/**
 * The open time of a schedule, in a few steps for any span. The days of a year are summed once for each of the fourteen
 * kinds of year, by length and weekday of 1 January; the years of the civil cycle once; what full dates change besides.
 */
export function openTimeOf(schedule: Schedule): OpenTime {
  const everyYear: Schedule = { ...schedule, byDay: new Map() };
  const kinds = new Map<string, Float64Array>();
  let cycle: Float64Array | undefined;
  let changedBefore: ((day: number) => number) | undefined;

  /** Open minutes before each day of a year, and at last of all of it. */
  function daysOf(year: number): Float64Array {
    const first = dayOf(year, 1, 1);
    const length = dayOf(year + 1, 1, 1) - first;
    const kind = `${length} ${((first % 7) + 7) % 7}`;
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const sums = sumsOf(length, (at) => minutesOn(everyYear, first + at));
    kinds.set(kind, sums);
    return sums;
  }

  function msBefore(day: number): number {
    const { year } = dateOf(day);
    cycle ??= sumsOf(CYCLE_YEARS, (at) => daysOf(at).at(-1) ?? 0);
    changedBefore ??= changesByDate(schedule, everyYear);
    const cycles = Math.floor(year / CYCLE_YEARS);
    const years = cycles * (cycle.at(-1) ?? 0) + (cycle[year - cycles * CYCLE_YEARS] ?? 0);
    const days = daysOf(year)[day - dayOf(year, 1, 1)] ?? 0;
    return (years + days + changedBefore(day)) * MS_PER_MINUTE;
  }

  function before(wall: number): number {
    const day = dayOfWall(wall);
    const midnight = day * MS_PER_DAY;
    let open = msBefore(day);
    for (const { start, end } of openOn(schedule, day)) {
      const from = midnight + start * MS_PER_MINUTE;
      open += Math.max(0, Math.min(midnight + end * MS_PER_MINUTE, wall) - from);
    }
    return open;
  }

  function after(wall: number, wanted: number, end: number): number {
    const counted = before(wall);
    let [low, high] = [dayOfWall(wall), dayOfWall(end)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (msBefore(middle) - counted < wanted) low = middle;
      else high = middle - 1;
    }
    const midnight = low * MS_PER_DAY;
    let at = Math.max(wall, midnight);
    // Whole numbers are taken away: what `wanted` has of a fraction stays exact.
    let left = at === wall ? wanted : wanted - (msBefore(low) - counted);
    for (const span of openOn(schedule, low)) {
      at = Math.max(at, midnight + span.start * MS_PER_MINUTE);
      const length = midnight + span.end * MS_PER_MINUTE - at;
      if (left <= length) break;
      if (length > 0) left -= length;
    }
    return at + left;
  }
  return { before, after };
}

/** When the wall clock of a day stands within opening hours, in minutes of that day. */
function openOn(schedule: Schedule, day: number): Span[] {
  const spans: Span[] = [];
  const tail = spansOn(schedule, day - 1).reduce((last, { end }) => Math.max(last, end - MINUTES_PER_DAY), 0);
  if (tail > 0) spans.push({ start: 0, end: tail });
  for (const { start, end } of spansOn(schedule, day)) {
    const span = { start: Math.max(start, tail), end: Math.min(end, MINUTES_PER_DAY) };
    if (span.start < span.end) spans.push(span);
  }
  return spans;
}

function minutesOn(schedule: Schedule, day: number): number {
  return openOn(schedule, day).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How many open minutes full dates add, before a day, to what every year has. */
function changesByDate(schedule: Schedule, everyYear: Schedule): (day: number) => number {
  // Hours that begin on a date may end on the next.
  const days = [...new Set([...schedule.byDay.keys()].flatMap((day) => [day, day + 1]))].sort(
    (a, b) => a - b,
  );
  const sums = sumsOf(days.length, (at) => {
    const day = days[at] ?? 0;
    return minutesOn(schedule, day) - minutesOn(everyYear, day);
  });
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return sums[low] ?? 0;
  };
}

/** The sums of the first 0, 1, … of so many numbers. */
function sumsOf(length: number, numberAt: (at: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) sums[at + 1] = (sums[at] ?? 0) + numberAt(at);
  return sums;
}
