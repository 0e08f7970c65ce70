import { formatDay, formatMinute, MS_PER_DAY, MS_PER_MINUTE, type Weekday, weekdayOf } from "./date.ts";
import type { Zone } from "./zone.ts";

/** What a clock and a calendar on the wall show. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 0 to 1439. */
  readonly minuteOfDay: number;
}

/** The wall clock of a zone at an instant. */
export function localTime(zone: Zone, ms: number): LocalTime {
  const wall = ms + zone.offsetAt(ms);
  return { day: dayOfWall(wall), minuteOfDay: minuteOfWall(wall) };
}

/** The local day of a wall time, which is an instant plus the offset: what `localTime` says, without an object. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / MS_PER_DAY);
}

/** The minute of the local day of a wall time. */
export function minuteOfWall(wall: number): number {
  return Math.floor((wall - dayOfWall(wall) * MS_PER_DAY) / MS_PER_MINUTE);
}

/** A local time as people read it, for traces. */
export function writtenLocalTime({ day, minuteOfDay }: LocalTime): {
  date: string;
  time: string;
  weekday: Weekday;
} {
  return { date: formatDay(day), time: formatMinute(minuteOfDay), weekday: weekdayOf(day) };
}
