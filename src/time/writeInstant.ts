import { dateOf, MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";

/**
 * ISO 8601 in UTC, with milliseconds, of an instant within the years 0000 to 9999: what `Date.prototype.toISOString`
 * gives, in half its time. Every decision has one, and for one simple rule it is the dearest part of it.
 */
export function writeInstant(ms: number): string {
  const day = Math.floor(ms / MS_PER_DAY);
  const rest = ms - day * MS_PER_DAY;
  const minute = Math.floor(rest / MS_PER_MINUTE);
  const second = Math.floor((rest - minute * MS_PER_MINUTE) / 1000);
  const hour = Math.floor(minute / 60);
  const time = `${two(hour)}:${two(minute - hour * 60)}:${two(second)}`;
  return `${writtenDate(day)}T${time}.${three(rest - minute * MS_PER_MINUTE - second * 1000)}Z`;
}

/** The day that was asked for last, since events come in the order of time. */
let last = { day: 0, written: "1970-01-01" };

function writtenDate(day: number): string {
  if (last.day !== day) {
    const { year, month, dayOfMonth } = dateOf(day);
    const century = Math.floor(year / 100);
    last = { day, written: `${two(century)}${two(year - century * 100)}-${two(month)}-${two(dayOfMonth)}` };
  }
  return last.written;
}

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

function two(value: number): string {
  return TWO[value] ?? "";
}

function three(value: number): string {
  return `${Math.floor(value / 100)}${two(value % 100)}`;
}
