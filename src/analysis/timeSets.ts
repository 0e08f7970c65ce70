/** Sets of local times: what each condition on time allows, day by day. */

import { dateOf, dayInYear, MINUTES_PER_DAY, weekdayIndex } from "../time/date.ts";
import type { OpeningHours } from "../time/openingHours.ts";
import { isOpenAt } from "../time/openingHours.ts";
import type { Zone } from "../time/zone.ts";
import { type Bits, bitsWhere, join, meet } from "./bits.ts";

/** Days counted from 1970-01-01, both included. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** A set of local times that looks alike every week, but for special days and outside a range of days. */
export interface TimeSet {
  /** The zone it is local to; absent: that of the ticket's account. */
  readonly zone: Zone | undefined;
  /** The minutes of each weekday, Monday first. */
  readonly weekly: readonly Bits[];
  /** The minutes of days that are unlike their weekday. */
  readonly special: ReadonlyMap<number, Bits>;
  /** Outside these days nothing is in the set. */
  readonly days: Days | undefined;
  /** For each weekday what some, and what every day of it has, special ones included. */
  readonly some: readonly Bits[];
  readonly every: readonly Bits[];
}

/** No minute of a day. */
export const NO_MINUTES: Bits = bitsWhere(MINUTES_PER_DAY, () => false);
/** Every minute of a day. */
export const ALL_MINUTES: Bits = bitsWhere(MINUTES_PER_DAY, () => true);

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const NONE: ReadonlyMap<number, Bits> = new Map();

/** The same times every week, local to the account. */
export function weeklySet(minutesOf: (weekday: number) => Bits): TimeSet {
  const weekly = WEEK.map(minutesOf);
  return { zone: undefined, weekly, special: NONE, days: undefined, some: weekly, every: weekly };
}

/** Whole days, local to the account. */
export function dateSet(days: Days): TimeSet {
  const weekly = WEEK.map(() => ALL_MINUTES);
  const none = WEEK.map(() => NO_MINUTES);
  const met = new Set<number>();
  for (let day = days.first; day <= Math.min(days.last, days.first + 6); day++) met.add(weekdayIndex(day));
  const some = WEEK.map((weekday) => (met.has(weekday) ? ALL_MINUTES : NO_MINUTES));
  return { zone: undefined, weekly, special: NONE, days, some, every: none };
}

/** The opening hours of a calendar within a horizon. */
export function openingSet({ zone, schedule }: OpeningHours, horizon: Days): TimeSet {
  const plain = { ...schedule, byDay: new Map(), byYearDay: new Map() };
  const minutes = (hours: typeof schedule, day: number) =>
    bitsWhere(MINUTES_PER_DAY, (minuteOfDay) => isOpenAt(hours, { day, minuteOfDay }));
  // 1970-01-05 was a Monday.
  const weekly = WEEK.map((weekday) => minutes(plain, weekday + 4));
  const shared = new Map<string, Bits>();
  const special = new Map<number, Bits>();
  for (const day of specialDays(schedule, horizon)) {
    const own = minutes(schedule, day);
    const key = own.join();
    special.set(day, shared.get(key) ?? own);
    if (!shared.has(key)) shared.set(key, own);
  }
  const over = (combine: (a: Bits, b: Bits) => Bits) =>
    WEEK.map((weekday) => {
      const seen = new Set<Bits>();
      for (const [day, own] of special) if (weekdayIndex(day) === weekday) seen.add(own);
      return [...seen].reduce(combine, weekly[weekday] ?? NO_MINUTES);
    });
  return { zone, weekly, special, days: undefined, some: over(join), every: over(meet) };
}

/**
 * The days with hours of their own, and those after them, which may miss or keep the tail of a night. Those beside the
 * horizon, too: it is one of the account's dates, and where the calendar is it may be a day sooner or later.
 */
function specialDays(
  { byDay, byYearDay }: OpeningHours["schedule"],
  { first, last }: Days,
): ReadonlySet<number> {
  const days = new Set(byDay.keys());
  for (let { year } = dateOf(first - 2); year <= dateOf(last + 2).year; year++) {
    for (const yearDay of byYearDay.keys()) {
      const day = dayInYear(year, yearDay);
      if (day !== undefined) days.add(day);
    }
  }
  for (const day of [...days]) days.add(day + 1);
  return days;
}

/** Sets, each once whatever workspace it is of, with their numbers. */
export interface TimeTable {
  /** The set of local times of a key; of a `zone`, unless it is that of the ticket's account. */
  local(key: string, make: () => TimeSet, zone: Zone | undefined): TimeSet;
  /** The opening hours of a calendar. */
  opening(hours: OpeningHours): TimeSet;
  number(set: TimeSet): number;
}

/** An empty table. */
export function createTimeTable(horizon: Days): TimeTable {
  const sets = new Map<string, TimeSet>();
  const numbers = new Map<TimeSet, number>();
  const known = new WeakMap<OpeningHours, TimeSet>();

  function once(key: string, make: () => TimeSet): TimeSet {
    const found = sets.get(key) ?? make();
    if (!numbers.has(found)) numbers.set(found, numbers.size);
    sets.set(key, found);
    return found;
  }

  return {
    local: (key, make, zone) =>
      zone === undefined ? once(key, make) : once(`${key} ${zone.id}`, () => ({ ...make(), zone })),
    opening(hours) {
      const { zone, schedule } = hours;
      const key = () =>
        `open ${zone.id} ${JSON.stringify([schedule.weekly, [...schedule.byDay], [...schedule.byYearDay]])}`;
      const set = known.get(hours) ?? once(key(), () => openingSet(hours, horizon));
      known.set(hours, set);
      return set;
    },
    number: (set) => numbers.get(set) ?? -1,
  };
}

/** Whether a day is among those outside which nothing is in the set. */
export function isWithinDays({ days }: TimeSet, day: number): boolean {
  return days === undefined || (days.first <= day && day <= days.last);
}

/** The minutes of a day that are in the set. */
export function minutesOn(set: TimeSet, day: number): Bits {
  if (!isWithinDays(set, day)) return NO_MINUTES;
  return set.special.get(day) ?? set.weekly[weekdayIndex(day)] ?? NO_MINUTES;
}
