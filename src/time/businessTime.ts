import { Calendar, readSchedule, type Schedule, yearDayIn } from "./calendar.ts";
import { dateOf, dayOf, MINUTES_PER_DAY, MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";
import { type Instant, requireInstant } from "./instant.ts";
import { stretchAt } from "./openingHours.ts";
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
  const nextChange = (ms: number) => findChange(schedule, zone, ms);
  return {
    isOpen: (at) => stretchAt(schedule, zone, requireInstant(at, "at")).open,
    nextChange(at) {
      const change = nextChange(requireInstant(at, "at"));
      return change === null ? null : new Date(change);
    },
    openMinutes(from, to) {
      const start = requireInstant(from, "from");
      const end = requireInstant(to, "to");
      if (start > end) throw new RangeError("`from` is after `to`");
      return openMs(schedule, zone, start, end) / MS_PER_MINUTE;
    },
    addOpenMinutes(at, minutes) {
      const start = requireInstant(at, "at");
      if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError("`minutes` is not 0 or more");
      const end = addOpenMs(schedule, zone, start, minutes * MS_PER_MINUTE);
      return end === null ? null : new Date(end);
    },
  };
}

/** Where years of four digits end: beyond it nothing is promised to be reached. */
const END_OF_TIME = dayOf(10_000, 1, 1) * MS_PER_DAY;

function findChange(schedule: Schedule, zone: Zone, from: number): number | null {
  const { open } = stretchAt(schedule, zone, from);
  let ms = from;
  for (const [first, last] of daysThatMayDiffer(schedule, from)) {
    // A day begins at different instants in different zones: two days to either side are enough for all.
    ms = Math.max(ms, (first - 2) * MS_PER_DAY);
    const end = Math.min((last + 3) * MS_PER_DAY, END_OF_TIME);
    while (ms < end) {
      const stretch = stretchAt(schedule, zone, ms);
      if (stretch.open !== open) return ms;
      ms = stretch.until;
    }
  }
  return null;
}

/**
 * Ranges of days, in order, outside which nothing can change, so that the search ends by proof:
 * a week that is neither all closed nor all open changes within any three weeks without exceptions
 * (one change can fall into a clock change, not two), and a week that is changes only near exceptions.
 */
function* daysThatMayDiffer(schedule: Schedule, from: number): Generator<readonly [number, number]> {
  const today = Math.floor(from / MS_PER_DAY);
  const exceptions = exceptionDays(schedule, today);
  if (!isMonotonous(schedule)) {
    const lastException = exceptions.at(-1) ?? today;
    // Yearly exceptions never end, but they leave three weeks free of them unless they fill the year.
    yield [today, Math.max(lastException, today) + 21];
    return;
  }
  yield [today, today + 1];
  for (const day of exceptions) yield [day, day + 1];
}

/**
 * Days from yesterday on that have hours of their own. Yearly ones up to nine years past the last full date,
 * which may override them: within nine years even 29 February comes.
 */
function exceptionDays({ byDay, byYearDay }: Schedule, today: number): number[] {
  const { year } = dateOf(today - 1);
  const lastYear = Math.max(year, dateOf(Math.max(today, ...byDay.keys())).year) + 9;
  const yearly =
    byYearDay.size === 0
      ? []
      : Array.from({ length: lastYear - year + 1 }, (_, ahead) =>
          [...byYearDay.keys()].flatMap((key) => yearDayIn(year + ahead, key) ?? []),
        ).flat();
  return [...byDay.keys(), ...yearly].filter((day) => day >= today - 1).sort((a, b) => a - b);
}

function isMonotonous({ weekly }: Schedule): boolean {
  const open = weekly.flat().reduce((sum, { start, end }) => sum + end - start, 0);
  return open === 0 || open === 7 * MINUTES_PER_DAY;
}

function openMs(schedule: Schedule, zone: Zone, from: number, to: number): number {
  let sum = 0;
  for (let ms = from; ms < to; ) {
    const { open, until } = stretchAt(schedule, zone, ms);
    const end = Math.min(until, to);
    if (open) sum += end - ms;
    ms = end;
  }
  return sum;
}

function addOpenMs(schedule: Schedule, zone: Zone, from: number, wanted: number): number | null {
  let left = wanted;
  let ms = from;
  while (left > 0) {
    if (ms >= END_OF_TIME) return null;
    const { open, until } = stretchAt(schedule, zone, ms);
    if (!open) {
      const change = findChange(schedule, zone, ms);
      if (change === null) return null;
      ms = change;
    } else if (left <= until - ms) {
      return ms + left;
    } else {
      left -= until - ms;
      ms = until;
    }
  }
  return ms;
}
