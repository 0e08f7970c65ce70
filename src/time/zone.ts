import { formatInTimeZone } from "date-fns-tz/formatInTimeZone";
import { MS_PER_DAY, MS_PER_MINUTE } from "./date.ts";

/** A time zone, reduced to the one thing that is needed of it. */
export interface Zone {
  /** Its canonical name in this runtime: two spellings of one zone are equal here. */
  readonly id: string;
  /** Local time minus UTC, in milliseconds, at an instant. */
  offsetAt(ms: number): number;
  /** The first instant after `ms` at which the offset may be another; at most a few days later. */
  steadyUntil(ms: number): number;
}

/**
 * Whether this is the name of an IANA zone: `UTC`, or a name with a slash that the runtime knows.
 * Offsets and abbreviations are refused: they have no clock changes, or two meanings.
 */
export function isTimeZone(name: string): boolean {
  return canonical(name) !== undefined;
}

/** The zone of a name, or nothing when there is none. Keeps one run of equal offsets: it is cheap to ask again nearby. */
export function zoneOf(name: string): Zone | undefined {
  const id = canonical(name);
  if (id === undefined) return undefined;
  let run = { from: 0, to: 0, offset: 0 };
  const runAt = (ms: number) => {
    if (ms < run.from || ms >= run.to) run = findRun(id, ms);
    return run;
  };
  return { id, offsetAt: (ms) => runAt(ms).offset, steadyUntil: (ms) => runAt(ms).to };
}

function canonical(name: string): string | undefined {
  if (!/^(?:utc|[a-z][\w+-]*(?:\/[\w+-]+)+)$/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** No zone has ever changed its offset and changed it back within this time (tz database, 1890 to 2037). */
const REACH = 3 * MS_PER_DAY;

/** The longest run of one offset around an instant that is known without a search, or found by bisection. */
function findRun(id: string, ms: number): { from: number; to: number; offset: number } {
  const offset = offsetAt(id, ms);
  return {
    offset,
    from: offsetAt(id, ms - REACH) === offset ? ms - REACH : bisect(id, ms, ms - REACH, offset),
    to: offsetAt(id, ms + REACH) === offset ? ms + REACH : bisect(id, ms, ms + REACH, offset),
  };
}

/** The end of the run towards `other`: to the second, finer than any change since 1970. */
function bisect(id: string, inside: number, other: number, offset: number): number {
  let [near, far] = [Math.floor(inside / 1000), Math.floor(other / 1000)];
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (offsetAt(id, middle * 1000) === offset) near = middle;
    else far = middle;
  }
  return (far > near ? far : near) * 1000;
}

function offsetAt(id: string, ms: number): number {
  return ms < LAST_ODD_OFFSET ? oddOffsetAt(id, ms) : wholeOffsetAt(id, ms);
}

/** When Monrovia, the last zone that differed from UTC by a number of seconds, gave it up: 1972-01-07T00:44:30Z. */
const LAST_ODD_OFFSET = 63_593_070_000;

/**
 * The one call of date-fns-tz that is right on every host: the offset of an instant, to the minute.
 * Its `getTimezoneOffset` takes the instant for a wall time; `toZonedTime` depends on the host's own zone.
 */
function wholeOffsetAt(id: string, ms: number): number {
  return parseOffset(formatInTimeZone(new Date(ms), id, "xxx"));
}

/** The offset to the second, as the runtime writes it: `GMT-00:44:30`, or `GMT`. */
function oddOffsetAt(id: string, ms: number): number {
  const written = new Intl.DateTimeFormat("en-US-u-nu-latn", { timeZone: id, timeZoneName: "longOffset" })
    .formatToParts(ms)
    .find(({ type }) => type === "timeZoneName");
  return parseOffset(written?.value.slice("GMT".length) ?? "");
}

/** Milliseconds of `-03:00`, `+00:19:32` or nothing. */
function parseOffset(written: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (written.match(/\d+/g) ?? []).map(Number);
  const size = hours * 60 * MS_PER_MINUTE + minutes * MS_PER_MINUTE + seconds * 1000;
  return written.startsWith("-") ? -size : size;
}
