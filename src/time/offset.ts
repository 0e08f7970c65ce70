/** The offset of a zone at an instant, asked of the runtime. Slow: `offsetRuns` remembers. */
import { formatInTimeZone } from "date-fns-tz/formatInTimeZone";
import { MS_PER_MINUTE } from "./date.ts";

/** Local time minus UTC in milliseconds at an instant, for the canonical name of a zone. */
export function offsetsOf(id: string): (ms: number) => number {
  if (id === "UTC") return () => 0;
  const oddOffset = oddOffsets(id);
  return (ms) => (ms < LAST_ODD_OFFSET ? oddOffset(ms) : wholeOffset(id, ms));
}

/** When Monrovia, the last zone that differed from UTC by a number of seconds, gave it up: 1972-01-07T00:44:30Z. */
const LAST_ODD_OFFSET = 63_593_070_000;

/**
 * The one call of date-fns-tz that is right on every host: the offset of an instant, to the minute.
 * Its `getTimezoneOffset` takes the instant for a wall time; `toZonedTime` depends on the host's own zone.
 */
function wholeOffset(id: string, ms: number): number {
  return parseOffset(formatInTimeZone(new Date(ms), id, "xxx"));
}

/** The offset to the second, as the runtime writes it: `GMT-00:44:30`, or `GMT`. */
function oddOffsets(id: string): (ms: number) => number {
  let format: Intl.DateTimeFormat | undefined;
  return (ms) => {
    format ??= new Intl.DateTimeFormat("en-US-u-nu-latn", { timeZone: id, timeZoneName: "longOffset" });
    const written = format.formatToParts(ms).find(({ type }) => type === "timeZoneName");
    return parseOffset(written?.value.slice("GMT".length) ?? "");
  };
}

/** Milliseconds of `-03:00`, `+00:19:32` or nothing. */
function parseOffset(written: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (written.match(/\d+/g) ?? []).map(Number);
  const size = hours * 60 * MS_PER_MINUTE + minutes * MS_PER_MINUTE + seconds * 1000;
  return written.startsWith("-") ? -size : size;
}
