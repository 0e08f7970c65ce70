/** An oracle of local time that shares nothing with the library: the parts that Intl prints. */
const formats = new Map<string, Intl.DateTimeFormat>();

export interface WallClock {
  /** YYYY-MM-DD */
  date: string;
  minuteOfDay: number;
  /** Days since 1970-01-01 of the local date. */
  day: number;
  /** mon to sun */
  weekday: string;
}

export function wallClock(timeZone: string, ms: number): WallClock {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      weekday: "short",
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const date = `${parts.year!.padStart(4, "0")}-${parts.month}-${parts.day}`;
  return {
    date,
    minuteOfDay: Number(parts.hour) * 60 + Number(parts.minute),
    day: Date.parse(`${date}T00:00:00Z`) / 86_400_000,
    weekday: parts.weekday!.toLowerCase(),
  };
}

/** Local time minus UTC in minutes. */
export function offsetMinutes(timeZone: string, ms: number): number {
  const { day, minuteOfDay } = wallClock(timeZone, ms);
  return day * 1440 + minuteOfDay - Math.floor(ms / 60_000);
}
