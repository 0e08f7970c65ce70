import { MS_PER_DAY } from "../time/date.ts";
import type { Zone } from "../time/zone.ts";
import { firstFrom } from "./sorted.ts";
import type { Days } from "./timeSets.ts";

/** Zones that remember all of a horizon: a proof asks for offsets all over it. */
export interface Clocks {
  /** The same zone, quicker when it is asked often. */
  of(zone: Zone): Zone;
  /** The days on which the clocks of a zone change, and those beside them. */
  changes(zone: Zone): readonly number[];
}

/** Offsets from one change of the clocks to the next: from each start on. */
interface Runs {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** So near that the zone closes the gap between two runs of one offset. */
const AHEAD = 30 * MS_PER_DAY;
/** After how many questions it pays to work the whole horizon out. */
const FEW = 60;

/** Clocks for a horizon. */
export function createClocks({ first, last }: Days): Clocks {
  const [from, to] = [(first - 3) * MS_PER_DAY, (last + 4) * MS_PER_DAY];
  const runs = new Map<string, Runs>();
  const quick = new Map<string, Zone>();

  function runsOf(zone: Zone): Runs {
    const found = runs.get(zone.id) ?? findRuns(zone, from, to);
    runs.set(zone.id, found);
    return found;
  }

  function quicker(zone: Zone): Zone {
    let asked = 0;
    return {
      id: zone.id,
      runAt: (ms) => zone.runAt(ms),
      offsetAt(ms) {
        if (asked < FEW || ms < from || ms >= to) {
          asked++;
          return zone.offsetAt(ms);
        }
        const { starts, offsets } = runsOf(zone);
        return offsets[firstFrom(starts, ms + 1) - 1] ?? 0;
      },
    };
  }

  return {
    of(zone) {
      const found = quick.get(zone.id) ?? quicker(zone);
      quick.set(zone.id, found);
      return found;
    },
    changes(zone) {
      const days = new Set<number>();
      for (const start of runsOf(zone).starts.slice(1)) {
        const day = Math.floor(start / MS_PER_DAY);
        for (const each of [day - 2, day - 1, day, day + 1, day + 2]) days.add(each);
      }
      return [...days].sort((a, b) => a - b);
    },
  };
}

function findRuns(zone: Zone, from: number, to: number): Runs {
  const starts: number[] = [];
  const offsets: number[] = [];
  for (let ms = from; ms < to; ) {
    // Asked of a time ahead first, the zone finds the run from here to there in fewer steps.
    zone.runAt(ms + AHEAD);
    const { offset, to: end } = zone.runAt(ms);
    if (offset !== offsets.at(-1)) {
      starts.push(ms);
      offsets.push(offset);
    }
    ms = end;
  }
  return { starts, offsets };
}
