/** Local time in a zone, as the clock on the wall shows it. */

/** A date, and the minutes that the clock shows. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly minuteOfDay: number;
}

/** A moment at which the clocks of a zone are changed. */
export interface ClockChange {
  /** Epoch milliseconds. */
  readonly at: number;
  /** By how many minutes the clock jumps: 60 when an hour is skipped, -60 when one is repeated. */
  readonly jump: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The zone itself, or UTC when the runtime does not know it. */
export function knownZone(zone: unknown): string {
  return typeof zone === "string" && formatterOf(zone) !== undefined ? zone : "UTC";
}

/** What the clock of a zone shows at an instant. */
export function wallTime(zone: string, at: number): WallTime {
  const shifted = at + offsetAt(zone, at);
  return {
    date: dateText(shifted),
    minuteOfDay: Math.floor((((shifted % DAY) + DAY) % DAY) / MINUTE),
  };
}

/** Local time minus UTC, in milliseconds. */
export function offsetAt(zone: string, at: number): number {
  const formatter = formatterOf(zone);
  if (formatter === undefined) return 0;
  const whole = Math.floor(at / 1000) * 1000;
  const found = new Map(formatter.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? 0;
  const local = new Date(0);
  local.setUTCFullYear(part("year"), part("month") - 1, part("day"));
  local.setUTCHours(part("hour"), part("minute"), part("second"));
  return local.getTime() - whole;
}

/**
 * The first instant at which the clock shows this. A time that is skipped: the instant at which it is skipped,
 * which is when the day begins that has no midnight.
 */
export function instantOf(zone: string, { date, minuteOfDay }: WallTime): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * MINUTE;
  const offsets = [...new Set([offsetAt(zone, asUtc - DAY), offsetAt(zone, asUtc + DAY)])];
  const exact = offsets.map((offset) => asUtc - offset).filter((at) => at + offsetAt(zone, at) === asUtc);
  if (exact.length > 0) return Math.min(...exact);
  const [change] = clockChanges(zone, asUtc - DAY, asUtc + DAY);
  return change?.at ?? asUtc - offsetAt(zone, asUtc);
}

/** The clock changes in `(from, to)`, in order. Two within one hour, which no zone has, would be seen as one. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += HOUR) {
    const end = Math.min(start + HOUR, to);
    const [before, after] = [offsetAt(zone, start), offsetAt(zone, end)];
    if (before === after) continue;
    const at = firstOther(zone, start, end, before);
    if (at < to) changes.push({ at, jump: (after - before) / MINUTE });
  }
  return changes;
}

/** The first clock change after an instant, within the two years that follow it. */
export function nextClockChange(zone: string, after: number): ClockChange | undefined {
  const step = 7 * DAY;
  for (let start = after; start < after + 106 * step; start += step) {
    // Two changes within a week that undo each other: there were some, as in Morocco around Ramadan, further apart.
    if (offsetAt(zone, start) === offsetAt(zone, start + step)) continue;
    const [change] = clockChanges(zone, start, start + step + HOUR);
    if (change !== undefined && change.at > after) return change;
  }
  return undefined;
}

/** `2026-11-22T09:30:00-03:00` */
export function writeLocal(zone: string, at: number): string {
  const offset = Math.round(offsetAt(zone, at) / MINUTE);
  const local = new Date(at + offset * MINUTE).toISOString().replace(/\.000Z$|Z$/, "");
  const size = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  return `${local}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** `09:30`; minutes beyond the day begin it anew. */
export function clockText(minuteOfDay: number): string {
  return `${pad(Math.floor(minuteOfDay / 60) % 24)}:${pad(minuteOfDay % 60)}`;
}

/** The date so many days later. */
export function dateAfter(date: string, days: number): string {
  return dateText(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function firstOther(zone: string, from: number, to: number, offset: number): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function dateText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** Making one costs a hundred times what using it does. */
function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, newFormatter(zone));
  return formatters.get(zone);
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    const numeric = "numeric" as const;
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return undefined;
  }
}
