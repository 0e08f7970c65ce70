import type { Schedule, Span } from "./calendar.ts";
import { MINUTES_PER_DAY, MS_PER_DAY, MS_PER_MINUTE, weekdayIndex, yearDayOf } from "./date.ts";
import { dayOfWall, type LocalTime, minuteOfWall } from "./local.ts";
import type { Zone } from "./zone.ts";

/** A calendar as the evaluator uses it. */
export interface OpeningHours {
  readonly id: string;
  readonly zone: Zone;
  readonly schedule: Schedule;
  /** Whether it is open at an instant in epoch milliseconds. Cheap for instants that come near each other. */
  isOpen(ms: number): boolean;
}

/** The opening hours of a schedule in a zone. */
export function openingHours(id: string, zone: Zone, schedule: Schedule): OpeningHours {
  // Two, for events that come out of order around opening or closing time.
  let current: Stretch = NEVER;
  let previous: Stretch = NEVER;
  return {
    id,
    zone,
    schedule,
    isOpen(ms) {
      if (ms >= current.from && ms < current.until) return current.open;
      const next = ms >= previous.from && ms < previous.until ? previous : stretchAt(schedule, zone, ms);
      previous = current;
      current = next;
      return next.open;
    },
  };
}

/** The intervals that start on a local date: a full date goes before a yearly one, both before the week. */
export function spansOn(schedule: Schedule, day: number): readonly Span[] {
  const { byDay, byYearDay, weekly } = schedule;
  const exception =
    (byDay.size > 0 ? byDay.get(day) : undefined) ??
    (byYearDay.size > 0 ? byYearDay.get(yearDayOf(day)) : undefined);
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

/** A stretch of time in which the answer stays the same, `[from, until)` in epoch milliseconds. */
export interface Stretch {
  readonly open: boolean;
  readonly from: number;
  /** The answer may be another from here on. */
  readonly until: number;
}

const NEVER: Stretch = { open: false, from: 0, until: 0 };

/**
 * The answer at an instant and the stretch around it in which it holds: to the next boundaries of the day's hours, the
 * ends of the local date, or the ends of a run of one offset, whichever are nearest. Within these the wall clock goes as
 * time does, so one subtraction maps between them.
 */
export function stretchAt(schedule: Schedule, zone: Zone, ms: number): Stretch {
  const { from, to, offset } = zone.runAt(ms);
  const day = dayOfWall(ms + offset);
  const minute = minuteOfWall(ms + offset);
  let open = false;
  let low = 0;
  let high = MINUTES_PER_DAY;
  // What began yesterday, then what begins today, on the clock of today.
  for (let begun = 1; begun >= 0; begun--) {
    for (const span of spansOn(schedule, day - begun)) {
      const start = span.start - begun * MINUTES_PER_DAY;
      const end = span.end - begun * MINUTES_PER_DAY;
      if (start <= minute && minute < end) open = true;
      if (start > minute) high = Math.min(high, start);
      else low = Math.max(low, start);
      if (end > minute) high = Math.min(high, end);
      else low = Math.max(low, end);
    }
  }
  const midnight = day * MS_PER_DAY - offset;
  return {
    open,
    from: Math.max(midnight + low * MS_PER_MINUTE, from),
    until: Math.min(midnight + high * MS_PER_MINUTE, to),
  };
}
