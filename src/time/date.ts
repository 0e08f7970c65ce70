/** The civil calendar as integers. A day is counted from 1970-01-01, whatever the zone. */

export const MINUTES_PER_DAY = 1440;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/** Weekdays as they are written, in the order of ISO 8601. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  // Years begin in March here, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day: the inverse of `dayOf`. */
export function dateOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Whether the month has that day in that year. */
export function isRealDate(year: number, month: number, dayOfMonth: number): boolean {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return false;
  const date = dateOf(dayOf(year, month, dayOfMonth));
  return date.month === month && date.dayOfMonth === dayOfMonth;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The weekday as it is written. */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[weekdayIndex(day)] ?? "mon";
}

/** `YYYY-MM-DD` of a day; years outside 0 to 9999 in the expanded form of ISO 8601. */
export function formatDay(day: number): string {
  const { year, month, dayOfMonth } = dateOf(day);
  const digits = String(Math.abs(year));
  const written =
    year >= 0 && year <= 9999 ? digits.padStart(4, "0") : `${year < 0 ? "-" : "+"}${digits.padStart(6, "0")}`;
  return `${written}-${two(month)}-${two(dayOfMonth)}`;
}

/** The day of a `YYYY-MM-DD`, or nothing when no such date exists. */
export function parseDay(text: string): number | undefined {
  const [, year, month, dayOfMonth] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
  return isRealDate(year, month, dayOfMonth) ? dayOf(year, month, dayOfMonth) : undefined;
}

/** The date of every year that a day is, as a number: the same for the same `MM-DD`. */
export function yearDayOf(day: number): number {
  const { month, dayOfMonth } = dateOf(day);
  return month * 32 + dayOfMonth;
}

/** The date of every year of an `MM-DD`, or nothing. 29 February is one: it comes in leap years. */
export function parseYearDay(text: string): number | undefined {
  const day = parseDay(`2024-${text}`);
  return day === undefined ? undefined : yearDayOf(day);
}

/** The day of a date of every year in a year, for 29 February only in leap years. */
export function dayInYear(year: number, yearDay: number): number | undefined {
  const [month, dayOfMonth] = [yearDay >> 5, yearDay & 31];
  return isRealDate(year, month, dayOfMonth) ? dayOf(year, month, dayOfMonth) : undefined;
}

/** `HH:MM` of a minute of the day. */
export function formatMinute(minuteOfDay: number): string {
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** The minute of the day of an `HH:MM` from 00:00 to 24:00, or nothing. */
export function parseMinute(text: string): number | undefined {
  const [, hours, minutes] = (/^(\d{2}):(\d{2})$/.exec(text) ?? []).map(Number);
  if (hours === undefined || minutes === undefined || minutes > 59) return undefined;
  const minuteOfDay = hours * 60 + minutes;
  return minuteOfDay <= MINUTES_PER_DAY ? minuteOfDay : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
