/** A week of an account: its days, which may have 23 or 25 hours, and what is open when. */
import { businessTime, type Calendar, type Workspace } from "ticket-rules";
import {
  type ClockChange,
  clockChanges,
  DAY,
  dateAfter,
  instantOf,
  knownZone,
  wallTime,
  weekdayOf,
} from "./zoneTime.ts";

/** A part of time, from one instant up to another. Epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One local day. */
export interface Day extends Stretch {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  /** 24, and on days of a clock change usually 23 or 25. */
  readonly hours: number;
  /** The changes of the clock within the day; one at its very beginning belongs to it. */
  readonly changes: readonly ClockChange[];
}

/** Whose week it is: the calendar of an account, or nothing but a zone. */
export interface Clock {
  readonly zone: string;
  readonly calendar: Calendar | undefined;
}

/** The clock that the rules go by for a ticket of an account. */
export function clockOf(workspace: Workspace, account: string | null | undefined): Clock {
  const found = workspace.accounts?.find(({ id }) => id === account)?.calendar;
  const calendar = workspace.calendars?.find(({ id }) => found !== undefined && id === found);
  return { zone: knownZone(calendar?.timeZone ?? workspace.timeZone), calendar };
}

/** The seven days, from a Monday on, of which an instant is part. */
export function weekAround(zone: string, at: number): Day[] {
  const { date } = wallTime(zone, at);
  const monday = dateAfter(date, -weekdayOf(date));
  return Array.from({ length: 7 }, (_, index) => dayOf(zone, dateAfter(monday, index)));
}

/** The local day of a date. */
export function dayOf(zone: string, date: string): Day {
  const from = instantOf(zone, { date, minuteOfDay: 0 });
  const to = instantOf(zone, { date: dateAfter(date, 1), minuteOfDay: 0 });
  // A change at midnight begins the day after it: 00:00 is skipped and the day starts at 01:00.
  const changes = clockChanges(zone, from - 1, to);
  return { date, weekday: weekdayOf(date), from, to, hours: (to - from) / (DAY / 24), changes };
}

/** The hours of a calendar within a stretch, one after the other, open and closed. None: it cannot be read. */
export function openHours(calendar: Calendar, { from, to }: Stretch): (Stretch & { open: boolean })[] {
  const time = readableTime(calendar);
  if (time === undefined) return [];
  const hours: (Stretch & { open: boolean })[] = [];
  for (let start = from; start < to; ) {
    const change = time.nextChange(new Date(start))?.getTime() ?? to;
    const end = Math.min(change, to);
    hours.push({ from: start, to: end, open: time.isOpen(new Date(start)) });
    start = end;
  }
  return hours;
}

/** The first instant after another at which a calendar opens or closes. */
export function nextOpening(calendar: Calendar, after: number): number | undefined {
  return readableTime(calendar)?.nextChange(new Date(after))?.getTime();
}

/** Whether the hours that begin on a date are an exception of the calendar, such as a holiday. */
export function exceptionOn(
  calendar: Calendar | undefined,
  date: string,
): "closed" | "otherHours" | undefined {
  const { exceptions } = calendar ?? {};
  if (exceptions === undefined) return undefined;
  const key = [date, date.slice(5)].find((each) => Object.hasOwn(exceptions, each));
  if (key === undefined) return undefined;
  return exceptions[key]?.length === 0 ? "closed" : "otherHours";
}

const read = new WeakMap<Calendar, ReturnType<typeof businessTime>>();

/** A calendar that is not valid has no hours; the editor says what is wrong with it. */
function readableTime(calendar: Calendar): ReturnType<typeof businessTime> | undefined {
  const known = read.get(calendar);
  if (known !== undefined) return known;
  try {
    const time = businessTime(calendar);
    read.set(calendar, time);
    return time;
  } catch {
    return undefined;
  }
}
