import type { Schedule } from "./calendar.ts";
import { dateOf, dayInYear, dayOf, MINUTES_PER_DAY, MS_PER_DAY } from "./date.ts";
import { stretchAt } from "./openingHours.ts";
import type { Zone } from "./zone.ts";

/** Where years of four digits end: beyond it nothing is promised to be reached. */
export const END_OF_TIME = dayOf(10_000, 1, 1) * MS_PER_DAY;

/** The first instant after `from` at which the answer is another, or null when there is none. */
export function nextChange(schedule: Schedule, zone: Zone, from: number): number | null {
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
  if (!isMonotonous(schedule)) {
    const lastFullDate = [...schedule.byDay.keys()].reduce((last, day) => Math.max(last, day), today);
    // Yearly exceptions never end, but they leave three weeks free of them unless they fill the year.
    const free = schedule.byYearDay.size === 0 ? 0 : YEARS_OF_ALL_DATES * 366;
    yield [today, lastFullDate + free + 21];
    return;
  }
  yield [today, today + 1];
  for (const day of exceptionDays(schedule, today)) yield [day, day + 1];
}

/** Within so many years even 29 February comes. */
const YEARS_OF_ALL_DATES = 9;

/**
 * Days from yesterday on that have hours of their own, in order. Full dates may override yearly ones; so many years
 * without any show all that yearly ones do.
 */
function* exceptionDays({ byDay, byYearDay }: Schedule, today: number): Generator<number> {
  const fullDates = [...byDay.keys()].filter((day) => day >= today - 1).sort((a, b) => a - b);
  let next = 0;
  let quiet = 0;
  for (let { year } = dateOf(today - 1); ; year++) {
    if (quiet >= YEARS_OF_ALL_DATES || byYearDay.size === 0) {
      const fullDate = fullDates[next];
      if (fullDate === undefined) return;
      year = dateOf(fullDate).year;
    }
    const end = dayOf(year + 1, 1, 1);
    const days = new Set([...byYearDay.keys()].flatMap((key) => dayInYear(year, key) ?? []));
    const before = next;
    for (; (fullDates[next] ?? end) < end; next++) days.add(fullDates[next] ?? end);
    quiet = next === before ? quiet + 1 : 0;
    yield* [...days].filter((day) => day >= today - 1).sort((a, b) => a - b);
  }
}

function isMonotonous({ weekly }: Schedule): boolean {
  const open = weekly.flat().reduce((sum, { start, end }) => sum + end - start, 0);
  return open === 0 || open === 7 * MINUTES_PER_DAY;
}
