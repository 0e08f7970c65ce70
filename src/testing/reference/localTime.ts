/** Local time and calendars (spec §4.3). The offset of a zone is all that is taken from elsewhere. */

import type { Calendar, OpenInterval } from "../../time/calendar.ts";
import { zoneOf } from "../../time/zone.ts";

const MS_PER_DAY = 24 * 60 * 60 * 1000;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** What a calendar and a clock on the wall show. */
export interface LocalTime {
  /** Local days since 1970-01-01. */
  day: number;
  /** Milliseconds since the local midnight, by the wall clock. */
  msOfDay: number;
}

/** The local time of an instant, or nothing when the zone cannot be read. */
export function localTime(timeZone: string, ms: number): LocalTime | undefined {
  const zone = zoneOf(timeZone);
  if (zone === undefined) return undefined;
  const local = ms + zone.offsetAt(ms);
  const day = Math.floor(local / MS_PER_DAY);
  return { day, msOfDay: local - day * MS_PER_DAY };
}

/** `mon` … `sun`. The first day of 1970 was a Thursday. */
export function weekday(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? "sun";
}

/** The day of a date `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / MS_PER_DAY;
}

function dateText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Milliseconds since midnight of `HH:MM`; `24:00` is a whole day. */
export function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Whether a time of day is in `[from, to)`; `to` before `from` crosses midnight. */
export function inTimeRange(msOfDay: number, from: string, to: string): boolean {
  const [start, end] = [msOf(from), msOf(to)];
  return start < end ? msOfDay >= start && msOfDay < end : msOfDay >= start || msOfDay < end;
}

/** Whether a calendar is open: in an interval that started today, or in the rest of one that started yesterday. */
export function isOpen(calendar: Calendar, { day, msOfDay }: LocalTime): boolean {
  const today = intervalsStartingOn(calendar, day).some(([from, to]) =>
    endsNextDay(from, to) ? msOfDay >= msOf(from) : msOfDay >= msOf(from) && msOfDay < msOf(to),
  );
  const yesterday = intervalsStartingOn(calendar, day - 1).some(
    ([from, to]) => endsNextDay(from, to) && msOfDay < msOf(to),
  );
  return today || yesterday;
}

function endsNextDay(from: string, to: string): boolean {
  return msOf(to) < msOf(from);
}

/** An exception for the full date comes before a yearly one, and that before the week. */
function intervalsStartingOn({ weekly, exceptions = {} }: Calendar, day: number): readonly OpenInterval[] {
  const date = dateText(day);
  return exceptions[date] ?? exceptions[date.slice(5)] ?? weekly[weekday(day)] ?? [];
}
