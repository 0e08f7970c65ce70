import { dayOf, MS_PER_DAY } from "./date.ts";

/** A stretch of time with one offset, `[from, to)` in epoch milliseconds. Those beside it may have the same. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** No zone has ever changed its offset and changed it back within this time (tz database, 1890 to 2037). */
const REACH = 3 * MS_PER_DAY;

/** The rules that zones will follow lead back after months. */
const REACH_OF_RULES = 24 * MS_PER_DAY;

/** How near a known run must be for the gap to it to be closed: questions about one time make one run in the end. */
const NEAR = 32 * MS_PER_DAY;

/** How many runs are kept: all clock changes that are ever looked up. Then all are forgotten, and found when needed. */
const MAX_RUNS = 2048;

/** Before this no place had a time but its own: the first zone was that of a railway. */
const FIRST_CHANGE = dayOf(1800, 1, 1) * MS_PER_DAY;

/** From here on zones follow rules of the calendar alone, and that begins again after 400 years: so many whole weeks. */
const ONLY_RULES = dayOf(2100, 1, 1) * MS_PER_DAY;
const CYCLE = 146_097 * MS_PER_DAY;

/**
 * The run around an instant. `offsetAt` is slow, and is asked only for what is not known yet. What was found is kept,
 * which nobody can see: a run ends sooner or later, but no instant has more than one offset.
 */
export function offsetRuns(offsetAt: (ms: number) => number): (ms: number) => Run {
  /** In order, none overlapping another. */
  const runs: Run[] = [];
  let current: Run = { from: 0, to: 0, offset: 0 };

  function runAt(ms: number): Run {
    if (ms >= current.from && ms < current.to) return current;
    if (ms >= ONLY_RULES + CYCLE) return inLaterCycle(ms);
    if (ms < FIRST_CHANGE) return beforeAll();
    const place = firstAfter(runs, ms);
    const before = runs[place - 1];
    current = before !== undefined && ms < before.to ? before : found(ms, place);
    return current;
  }

  /** As long before, and moved on. */
  function inLaterCycle(ms: number): Run {
    const shift = Math.floor((ms - ONLY_RULES) / CYCLE) * CYCLE;
    const { from, to, offset } = runAt(ms - shift);
    return {
      from: Math.max(from, ONLY_RULES) + shift,
      to: Math.min(to, ONLY_RULES + CYCLE) + shift,
      offset,
    };
  }

  function beforeAll(): Run {
    current = { from: Number.NEGATIVE_INFINITY, to: FIRST_CHANGE, offset: offsetAt(FIRST_CHANGE - 1) };
    return current;
  }

  /** Finds the run of an instant that is in none; `place` is that of the first run after it. */
  function found(ms: number, place: number): Run {
    if (runs.length >= MAX_RUNS) {
      runs.length = 0;
      return found(ms, 0);
    }
    const offset = offsetAt(ms);
    const before = runs[place - 1];
    const after = runs[place];
    const reach = ms < ONLY_RULES ? REACH : REACH_OF_RULES;
    const left = before !== undefined && ms - before.to < NEAR ? before.to : undefined;
    const right = after !== undefined && after.from - ms < NEAR ? after.from : undefined;
    const from = edge(ms, offset, left, -reach);
    const to = edge(ms, offset, right, reach);
    // Runs that touch and have one offset are made one.
    const first = before?.to === from && before.offset === offset ? before : undefined;
    const last = after?.from === to && after.offset === offset ? after : undefined;
    const run = { from: first?.from ?? from, to: last?.to ?? to, offset };
    runs.splice(first ? place - 1 : place, (first ? 1 : 0) + (last ? 1 : 0), run);
    return run;
  }

  /** How far the offset of an instant holds without doubt: to the edge of a known run, or one step, or to a change. */
  function edge(ms: number, offset: number, known: number | undefined, reach: number): number {
    for (let at = ms; ; at += reach) {
      if (known !== undefined && Math.abs(known - at) <= Math.abs(reach)) {
        // The last instant on this side of the known edge.
        return offsetAt(reach < 0 ? known : known - 1) === offset ? known : change(at, known, offset);
      }
      if (offsetAt(at + reach) !== offset) return change(at, at + reach, offset);
      if (known === undefined) return at + reach;
    }
  }

  /** Where an offset changes towards `other`: to the second, finer than any change since 1970. */
  function change(inside: number, other: number, offset: number): number {
    let [near, far] = [Math.floor(inside / 1000), Math.floor(other / 1000)];
    while (Math.abs(far - near) > 1) {
      const middle = Math.trunc((near + far) / 2);
      if (offsetAt(middle * 1000) === offset) near = middle;
      else far = middle;
    }
    return (far > near ? far : near) * 1000;
  }

  return runAt;
}

/** The place of the first run that begins after an instant. */
function firstAfter(runs: readonly Run[], ms: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
