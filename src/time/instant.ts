import { EXPECTED_INSTANT } from "../issues/en.ts";
import { dayOf, isRealDate, MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";

/** A moment as hosts write it: a `Date`, or ISO 8601 with `Z` or an offset. */
export type Instant = Date | string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/** The first and the last millisecond that four-digit years can write. */
const FIRST = dayOf(0, 1, 1) * MS_PER_DAY;
const LAST = dayOf(10_000, 1, 1) * MS_PER_DAY - 1;

/**
 * Epoch milliseconds of an instant within the years 0000 to 9999, or nothing when it is not one.
 * Text without an offset is not an instant: it would depend on the zone of the machine.
 */
export function parseInstant(value: unknown): number | undefined {
  const ms = typeof value === "string" ? parseIso(value) : dateMs(value);
  return ms !== undefined && ms >= FIRST && ms <= LAST ? ms : undefined;
}

/** As `parseInstant`. @throws TypeError naming `name` when the value is no instant. */
export function requireInstant(value: unknown, name: string): number {
  const ms = parseInstant(value);
  if (ms === undefined) throw new TypeError(`${name} is not an instant: expected ${EXPECTED_INSTANT}`);
  return ms;
}

/** Asks the Date method itself: a Date may come from another realm, and a tag can be forged. */
function dateMs(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}

function parseIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, dayOfMonth, hour, minute] = match.map(Number);
  const [second, fraction, offset] = [Number(match[6] ?? 0), match[7] ?? "", match[8] ?? "Z"];
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
  if (hour === undefined || minute === undefined) return undefined;
  const offsetMinutes = parseOffset(offset);
  if (!isRealDate(year, month, dayOfMonth) || hour > 23 || minute > 59 || second > 59) return undefined;
  if (offsetMinutes === undefined) return undefined;
  const minutes = hour * 60 + minute - offsetMinutes;
  const ms = second * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  return dayOf(year, month, dayOfMonth) * MS_PER_DAY + minutes * MS_PER_MINUTE + ms;
}

function parseOffset(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
