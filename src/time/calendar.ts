import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import { short } from "../issues/define.ts";
import { telling, tells, told, toldAt } from "../issues/tell.ts";
import { dictionary, exact, expecting, Id, list, Name } from "../schema.ts";
import { MINUTES_PER_DAY, parseDay, parseMinute, parseYearDay, WEEKDAYS, type Weekday } from "./date.ts";
import { isTimeZone } from "./zone.ts";

/** `[start, end)` of local time, `HH:MM`. An end before its start lies on the next day; `24:00` only as an end. */
export type OpenInterval = [start: string, end: string];

/** Weekly opening hours with exceptions, in one time zone. The meaning is in `docs/semantics.md`, "Calendars". */
export interface Calendar extends Extensions {
  id: string;
  name: string;
  /** An IANA zone. */
  timeZone: string;
  /** The intervals that start on each weekday. A missing day is closed. */
  weekly: { [Day in Weekday]?: OpenInterval[] | undefined } & Extensions;
  /** What replaces the intervals that start on a local date, `YYYY-MM-DD`, or on a date of every year, `MM-DD`. */
  exceptions?: { [date: string]: OpenInterval[] } | undefined;
}

/** The name of an IANA time zone, as `America/Santiago`, or `UTC`. */
export const TimeZone = z
  .string({ error: expecting("timeZone") })
  .refine(isTimeZone, { error: telling(({ input }) => told("unknownTimeZone", { value: short(input) })) });

/** A local time of day as an end: `HH:MM` from 00:00 to 24:00. */
export const EndTime = z
  .string({ error: expecting("time") })
  .refine((text) => parseMinute(text) !== undefined, {
    error: telling(({ input }) => told("notATime", { value: short(input) })),
  });

/** A local time of day as a start: `HH:MM` from 00:00 to 23:59. */
export const StartTime = EndTime.refine((text) => text !== "24:00", {
  error: tells("endAsStart", {}),
});

export const OpenInterval = z
  .tuple([StartTime, EndTime], { error: expecting("interval") })
  .refine(([start, end]) => start !== end, {
    error: tells("sameTimes", {}),
  });

/** The intervals of one day: any number, in any order, none overlapping another. */
const Intervals = list("intervals", OpenInterval);

const SeparateIntervals = Intervals.superRefine((intervals, context) => {
  const spans = intervals.flatMap((interval, at) => spanAt(interval, 0, [at]));
  for (const path of overlaps(spans, Number.POSITIVE_INFINITY)) {
    context.addIssue(toldAt(path, "overlappingIntervals", {}));
  }
});

const Hours = Intervals.optional();

const Weekly = exact({
  mon: Hours,
  tue: Hours,
  wed: Hours,
  thu: Hours,
  fri: Hours,
  sat: Hours,
  sun: Hours,
}).superRefine((weekly, context) => {
  const spans = WEEKDAYS.flatMap((weekday, day) =>
    (weekly[weekday] ?? []).flatMap((interval, at) => spanAt(interval, day, [weekday, at])),
  );
  for (const path of overlaps(spans, 7 * MINUTES_PER_DAY)) {
    context.addIssue(toldAt(path, "overlappingIntervals", {}));
  }
});

const ExceptionDate = z.string().refine(isExceptionDate, {
  error: telling(({ input }) => told("notAnExceptionDate", { value: short(input) })),
});

/** @see Calendar */
export const Calendar: z.ZodType<Calendar, Calendar> = exact({
  id: Id,
  name: Name,
  timeZone: TimeZone,
  weekly: Weekly,
  exceptions: dictionary("intervalsByDate", ExceptionDate, SeparateIntervals).optional(),
});

/** Minutes from the start of the day an interval belongs to; the end may lie on the next day. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A calendar as the evaluator uses it. */
export interface Schedule {
  /** What starts on each weekday, Monday first. */
  readonly weekly: readonly (readonly Span[])[];
  /** What starts on a day, instead. */
  readonly byDay: ReadonlyMap<number, readonly Span[]>;
  /** What starts on a date of every year, instead; a full date goes before it. By `yearDayOf`. */
  readonly byYearDay: ReadonlyMap<number, readonly Span[]>;
}

/** Reads a calendar that has been parsed. */
export function readSchedule({ weekly, exceptions = {} }: Pick<Calendar, "weekly" | "exceptions">): Schedule {
  const dates = Object.entries(exceptions);
  return {
    weekly: WEEKDAYS.map((weekday) => merged(weekly[weekday] ?? [])),
    byDay: new Map(
      dates.flatMap(([key, intervals]) => {
        const day = parseDay(key);
        return day === undefined ? [] : [[day, merged(intervals)] as const];
      }),
    ),
    byYearDay: new Map(
      dates.flatMap(([key, intervals]) => {
        const yearDay = parseYearDay(key);
        return yearDay === undefined ? [] : [[yearDay, merged(intervals)] as const];
      }),
    ),
  };
}

/** The span of a parsed interval. */
export function spanOf([from, to]: readonly [string, string]): Span {
  const start = parseMinute(from) ?? 0;
  const end = parseMinute(to) ?? 0;
  return { start, end: end > start ? end : end + MINUTES_PER_DAY };
}

/** The span on a line that starts `days` before it, or nothing for an interval that is no interval. */
function spanAt<Path>(
  [from, to]: readonly [string, string],
  days: number,
  path: Path,
): (Span & { path: Path })[] {
  if (from === to || parseMinute(from) === undefined || parseMinute(to) === undefined) return [];
  const { start, end } = spanOf([from, to]);
  return [{ start: start + days * MINUTES_PER_DAY, end: end + days * MINUTES_PER_DAY, path }];
}

/** In order of start, touching ones made one: nothing changes at 13:00 between 09:00-13:00 and 13:00-18:00. */
function merged(intervals: readonly OpenInterval[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of intervals.map(spanOf).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && last.end === span.start) result.splice(-1, 1, { ...last, end: span.end });
    else result.push(span);
  }
  return result;
}

function isExceptionDate(key: string): boolean {
  return parseDay(key) !== undefined || parseYearDay(key) !== undefined;
}

/** The paths of spans that overlap an earlier one on a line, or on a circle of `period` minutes. */
function overlaps<Path>(spans: readonly (Span & { path: Path })[], period: number): Path[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const found: Path[] = [];
  let last: Span | undefined;
  for (const span of sorted) {
    if (last !== undefined && span.start < last.end) found.push(span.path);
    if (last === undefined || span.end > last.end) last = span;
  }
  const first = sorted[0];
  const wraps = first !== undefined && last !== undefined && last.end - period > first.start;
  return wraps && sorted.length > 1 ? [...found, first.path] : found;
}
