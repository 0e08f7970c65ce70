/** What the arbitraries ask of time zones, each answer kept: the host's zone data is slow, and every event asks. */
import { MS_PER_DAY } from "../../time/date.ts";
import { zoneOf } from "../../time/zone.ts";

/** Two years, which hold the changes of every zone that has any. */
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2028, 0, 1);
const STEP = 14 * MS_PER_DAY;

/** No clock has changed within a quarter of an hour since 1972. */
const QUARTER = 15 * 60_000;

const changesKnown = new Map<string, readonly number[]>();
const offsetsKnown = new Map<string, number>();

/** The instants, in epoch milliseconds, at which the clocks of a zone change in 2026 and 2027. */
export function clockChanges(timeZone: string): readonly number[] {
  const changes = changesKnown.get(timeZone) ?? search(timeZone);
  changesKnown.set(timeZone, changes);
  return changes;
}

/** Local time minus UTC, in milliseconds; of what is no zone, none. */
export function offsetAt(timeZone: string, ms: number): number {
  const quarter = Math.floor(ms / QUARTER) * QUARTER;
  const key = `${timeZone} ${quarter}`;
  const offset = offsetsKnown.get(key) ?? zoneOf(timeZone)?.offsetAt(quarter) ?? 0;
  offsetsKnown.set(key, offset);
  return offset;
}

function search(timeZone: string): number[] {
  const changes: number[] = [];
  for (let from = FIRST; from < LAST; from += STEP) {
    let [near, far] = [from, from + STEP];
    const offset = offsetAt(timeZone, near);
    if (offsetAt(timeZone, far) === offset) continue;
    while (far - near > QUARTER) {
      const middle = near + Math.trunc((far - near) / QUARTER / 2) * QUARTER;
      if (offsetAt(timeZone, middle) === offset) near = middle;
      else far = middle;
    }
    changes.push(far);
  }
  return changes;
}
