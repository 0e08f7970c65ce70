import { MS_PER_DAY } from "../time/date.ts";
import type { Zone } from "../time/zone.ts";
import type { Days } from "./timeSets.ts";

/** The days on which clocks of zones change, and those beside them; by zone, each worked out once. */
export type ClockChanges = (zone: Zone) => readonly number[];

/** What `Zone` looks ahead and back in one step. */
const REACH = 3 * MS_PER_DAY;

/** Finds the clock changes within a horizon. */
export function createClockChanges({ first, last }: Days): ClockChanges {
  const known = new Map<string, readonly number[]>();
  return (zone) => {
    const found = known.get(zone.id) ?? changesOf(zone, first * MS_PER_DAY, (last + 1) * MS_PER_DAY);
    known.set(zone.id, found);
    return found;
  };
}

function changesOf(zone: Zone, from: number, to: number): number[] {
  const days = new Set<number>();
  let offset = zone.offsetAt(from);
  for (let ms = from; ms < to; ms = zone.steadyUntil(ms)) {
    // Asked of the far end first, the zone remembers a run that begins here: half the work.
    zone.offsetAt(ms + REACH - 1);
    const now = zone.offsetAt(ms);
    if (now === offset) continue;
    offset = now;
    const day = Math.floor(ms / MS_PER_DAY);
    for (const each of [day - 2, day - 1, day, day + 1, day + 2]) days.add(each);
  }
  return [...days].sort((a, b) => a - b);
}
