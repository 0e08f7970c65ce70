import { Calendar, readSchedule, type Schedule } from "./calendar.ts";
import { MS_PER_MINUTE } from "./date.ts";
import { type Instant, requireInstant } from "./instant.ts";
import { END_OF_TIME, nextChange } from "./nextChange.ts";
import { openingHours, stretchAt } from "./openingHours.ts";
import { type OpenTime, openTimeOf } from "./openTime.ts";
import { type Zone, zoneOf } from "./zone.ts";

/** Questions a host asks of a calendar. All answers follow from `isOpen` alone, so they cannot disagree. */
export interface BusinessTime {
  /** Whether the calendar is open at an instant. Hours are half-open: at 18:00:00.000 it has closed. */
  isOpen(at: Instant): boolean;
  /** The first instant after `at` at which `isOpen` gives another answer, or null when it never does again. */
  nextChange(at: Instant): Date | null;
  /** Open time in `[from, to)` in minutes of elapsed time. @throws RangeError when `from` is after `to`. */
  openMinutes(from: Instant, to: Instant): number;
  /**
   * The first instant at which `minutes` of open time have passed since `at`, or null when they never do
   * (or not before the year 10000). @throws RangeError when `minutes` is negative or not finite.
   */
  addOpenMinutes(at: Instant, minutes: number): Date | null;
}

/**
 * The opening hours of a calendar as functions of time.
 * Every method throws a TypeError for an instant that is neither a valid Date nor ISO 8601 with Z or an offset.
 * @throws ZodError with every issue when the calendar is not valid.
 */
export function businessTime(calendar: Calendar): BusinessTime {
  const parsed = Calendar.parse(calendar);
  const zone = zoneOf(parsed.timeZone);
  if (zone === undefined) throw new TypeError("unknown time zone");
  const schedule = readSchedule(parsed);
  const hours = openingHours(parsed.id, zone, schedule);
  const openTime = openTimeOf(schedule);
  return {
    isOpen: (at) => hours.isOpen(requireInstant(at, "at")),
    nextChange(at) {
      const change = nextChange(schedule, zone, requireInstant(at, "at"));
      return change === null ? null : new Date(change);
    },
    openMinutes(from, to) {
      const start = requireInstant(from, "from");
      const end = requireInstant(to, "to");
      if (start > end) throw new RangeError("`from` is after `to`");
      return openMs(openTime, zone, start, end) / MS_PER_MINUTE;
    },
    addOpenMinutes(at, minutes) {
      const start = requireInstant(at, "at");
      if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError("`minutes` is not 0 or more");
      const end = addOpenMs({ schedule, zone, openTime }, start, minutes * MS_PER_MINUTE);
      return end === null || end >= END_OF_TIME ? null : new Date(end);
    },
  };
}

function openMs(openTime: OpenTime, zone: Zone, from: number, to: number): number {
  let sum = 0;
  for (let ms = from; ms < to; ) {
    const run = zone.runAt(ms);
    const end = Math.min(run.to, to);
    sum += openTime.before(end + run.offset) - openTime.before(ms + run.offset);
    ms = end;
  }
  return sum;
}

function addOpenMs(
  { schedule, zone, openTime }: { schedule: Schedule; zone: Zone; openTime: OpenTime },
  from: number,
  wanted: number,
): number | null {
  let left = wanted;
  for (let ms = from; left > 0; ) {
    // What is closed now may be so for centuries.
    const start = stretchAt(schedule, zone, ms).open ? ms : nextChange(schedule, zone, ms);
    if (start === null || start >= END_OF_TIME) return null;
    const { to, offset } = zone.runAt(start);
    const open = openTime.before(to + offset) - openTime.before(start + offset);
    if (left <= open) return openTime.after(start + offset, left, to + offset) - offset;
    left -= open;
    ms = to;
  }
  return from;
}
