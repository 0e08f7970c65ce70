import { dateOf, MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";

/**
 * ISO 8601 in UTC, with milliseconds, of an instant within the years 0000 to 9999: what `Date.prototype.toISOString`
 * gives, in half its time. Every decision has one, and for one simple rule it is the dearest part of it.
 */
export function writeInstant(ms: number): string {
  const day = Math.floor(ms / MS_PER_DAY);
  const { year, month, dayOfMonth } = dateOf(day);
  const minute = Math.floor((ms - day * MS_PER_DAY) / MS_PER_MINUTE);
  const rest = ms - day * MS_PER_DAY - minute * MS_PER_MINUTE;
  const second = Math.floor(rest / 1000);
  const date = `${two(Math.floor(year / 100))}${two(year % 100)}-${two(month)}-${two(dayOfMonth)}`;
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`;
  return `${date}T${time}.${three(rest - second * 1000)}Z`;
}

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

function two(value: number): string {
  return TWO[value] ?? "";
}

function three(value: number): string {
  return `${Math.floor(value / 100)}${two(value % 100)}`;
}
