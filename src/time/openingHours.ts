import type { Schedule, Span } from "./calendar.ts";
import { formatDay, MINUTES_PER_DAY, MS_PER_DAY, MS_PER_MINUTE, weekdayIndex } from "./date.ts";
import type { LocalTime } from "./local.ts";
import type { Zone } from "./zone.ts";

/** A calendar as the evaluator uses it. */
export interface OpeningHours {
  readonly id: string;
  readonly zone: Zone;
  readonly schedule: Schedule;
}

/** The intervals that start on a local date: a full date goes before a yearly one, both before the week. */
export function spansOn(schedule: Schedule, day: number): readonly Span[] {
  const { byDay, byYearDay, weekly } = schedule;
  const exception =
    byDay.get(day) ?? (byYearDay.size > 0 ? byYearDay.get(formatDay(day).slice(-5)) : undefined);
  return exception ?? weekly[weekdayIndex(day)] ?? [];
}

/** Whether the wall clock stands within opening hours: those of its date, or the tail of those begun the day before. */
export function isOpenAt(schedule: Schedule, { day, minuteOfDay }: LocalTime): boolean {
  return (
    covers(spansOn(schedule, day), minuteOfDay) ||
    covers(spansOn(schedule, day - 1), minuteOfDay + MINUTES_PER_DAY)
  );
}

function covers(spans: readonly Span[], minute: number): boolean {
  for (const { start, end } of spans) if (start <= minute && minute < end) return true;
  return false;
}

/** A stretch of time in which the answer stays the same. */
export interface Stretch {
  readonly open: boolean;
  /** Epoch milliseconds; the answer may be another from here on. */
  readonly until: number;
}

/**
 * The answer at an instant and an instant up to which it holds: the next boundary of the day's hours,
 * the end of the local date, or the end of a run of one offset, whichever is first. Within these the wall
 * clock goes as time does, so one subtraction maps between them.
 */
export function stretchAt(schedule: Schedule, zone: Zone, ms: number): Stretch {
  const offset = zone.offsetAt(ms);
  const wall = ms + offset;
  const day = Math.floor(wall / MS_PER_DAY);
  const midnight = day * MS_PER_DAY;
  const minuteOfDay = Math.floor((wall - midnight) / MS_PER_MINUTE);
  const today = spansOn(schedule, day);
  const yesterday = spansOn(schedule, day - 1);
  let boundary = MINUTES_PER_DAY;
  const consider = (minute: number) => {
    if (minute > minuteOfDay && minute < boundary) boundary = minute;
  };
  for (const { start, end } of today) {
    consider(start);
    consider(end);
  }
  for (const { end } of yesterday) consider(end - MINUTES_PER_DAY);
  return {
    open: covers(today, minuteOfDay) || covers(yesterday, minuteOfDay + MINUTES_PER_DAY),
    until: Math.min(midnight + boundary * MS_PER_MINUTE - offset, zone.steadyUntil(ms)),
  };
}
