/** What is known of where and when: the account, and at each site the wall clock. */
import { type Zone, zoneOf } from "../time/zone.ts";
import type { Atoms } from "./atoms.ts";
import { areApart, type Bits, has, isEmpty, isWithin, meet, without } from "./bits.ts";
import { createClocks } from "./clocks.ts";
import { findInstant, type Period } from "./instants.ts";
import type { Places } from "./places.ts";
import type { TimeLiteral } from "./timeLiterals.ts";
import { ALL_MINUTES, type Days, type TimeSet } from "./timeSets.ts";

/** A literal about time: twice the number of its atom, and one more when it is denied. */
type TimeCode = number;

/** What is known. `weeks`: at each site, the minutes of each weekday that may be; absent: all; null: it is ruled out. */
export interface PlaceState {
  readonly accounts: Bits;
  readonly times: readonly TimeCode[];
  readonly weeks: readonly (readonly Bits[] | null | undefined)[];
}

/** A place and a time. */
export interface Placement {
  readonly account: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The theory of place and time. Exact within the horizon. */
export interface PlaceTheory {
  readonly start: PlaceState;
  assumeAccount(state: PlaceState, accounts: Bits, sign: boolean): PlaceState | undefined;
  assumeTime(state: PlaceState, atom: number, sign: boolean): PlaceState | undefined;
  knownAccount(state: PlaceState, accounts: Bits): boolean | undefined;
  knownTime(state: PlaceState, atom: number): boolean | undefined;
  /** A place and time that meet all that is known, or nothing when there is none. */
  build(state: PlaceState): Placement | undefined;
}

/** The theory for these places, over a table of atoms. `startDay`: from which on instants are looked for first. */
export function createPlaceTheory(
  places: Places,
  { list }: Pick<Atoms, "list">,
  horizon: Days,
  startDay: number,
): PlaceTheory {
  const { sites } = places;
  const instants = new Map<string, number | null>();
  const period: Period = { horizon, start: startDay, clocks: createClocks(horizon) };
  const utc = zoneOf("UTC");

  /** The sets of an atom of time, by site. */
  function setsOf(atom: number): readonly (TimeSet | undefined)[] {
    const own = list[atom];
    return own?.kind === "time" ? own.sets : [];
  }

  /** The weeks a literal leaves at a site at best: a conflict there is a proof, its absence is none. */
  function assumeWeeks(
    weeks: readonly Bits[] | null | undefined,
    set: TimeSet | undefined,
    sign: boolean,
    zone: Zone | undefined,
  ): readonly Bits[] | null | undefined {
    if (weeks === null) return null;
    if (set === undefined) return sign ? null : weeks;
    if (set.zone !== undefined && set.zone.id !== zone?.id) {
      return isHopeless(set, sign) ? null : weeks;
    }
    const left = sign
      ? weeks === undefined
        ? set.some
        : weeks.map((day, at) => meet(day, set.some[at] ?? day))
      : (weeks ?? FULL_WEEK).map((day, at) => without(day, set.every[at] ?? day));
    return left.every(isEmpty) ? null : left;
  }

  /** Sites without accounts, and accounts without sites, are ruled out together. */
  function settled(state: PlaceState): PlaceState | undefined {
    let { accounts } = state;
    const weeks = state.weeks.map((week, at) => {
      const own = sites[at]?.accounts ?? accounts;
      if (week === null || areApart(own, accounts)) {
        accounts = without(accounts, own);
        return null;
      }
      return week;
    });
    return isEmpty(accounts) ? undefined : { accounts, times: state.times, weeks };
  }

  function instantAt(site: number, times: readonly TimeCode[]): number | undefined {
    const key = `${site} ${[...times].sort((a, b) => a - b).join()}`;
    const found = instants.get(key);
    if (found !== undefined) return found ?? undefined;
    const literals = times.flatMap((code): TimeLiteral[] => {
      const set = setsOf(code >> 1)[site];
      // Nowhere in no set: what is denied of it says nothing. What is asserted has ruled the site out.
      return set === undefined ? [] : [{ set, sign: (code & 1) === 0 }];
    });
    const zone = sites[site]?.zone ?? utc;
    const instant = zone === undefined ? undefined : findInstant(zone, literals, period);
    instants.set(key, instant ?? null);
    return instant;
  }

  return {
    start: { accounts: places.all, times: [], weeks: sites.map(() => undefined) },
    assumeAccount: (state, accounts, sign) =>
      settled({
        ...state,
        accounts: sign ? meet(state.accounts, accounts) : without(state.accounts, accounts),
      }),
    assumeTime(state, atom, sign) {
      const code = atom * 2 + (sign ? 0 : 1);
      if (state.times.includes(code)) return state;
      if (state.times.includes(code ^ 1)) return undefined;
      const sets = setsOf(atom);
      const weeks = state.weeks.map((week, at) => assumeWeeks(week, sets[at], sign, sites[at]?.zone));
      return settled({ accounts: state.accounts, times: [...state.times, code], weeks });
    },
    knownAccount(state, accounts) {
      if (areApart(state.accounts, accounts)) return false;
      return isWithin(state.accounts, accounts) ? true : undefined;
    },
    knownTime(state, atom) {
      if (state.times.includes(atom * 2)) return true;
      if (state.times.includes(atom * 2 + 1)) return false;
      const sets = setsOf(atom);
      let answer: boolean | undefined;
      for (let at = 0; at < sites.length; at++) {
        const week = state.weeks[at];
        if (week === null) continue;
        const own = knownAt(week, sets[at], sites[at]?.zone);
        if (own === undefined || (answer !== undefined && answer !== own)) return undefined;
        answer = own;
      }
      return answer;
    },
    build({ accounts, times, weeks }) {
      for (const [site, week] of weeks.entries()) {
        if (week === null) continue;
        const at = instantAt(site, times);
        if (at === undefined) continue;
        const own = sites[site]?.accounts ?? accounts;
        const account = places.ids.findIndex((_, index) => has(own, index) && has(accounts, index));
        if (account !== -1) return { account, at };
      }
      return undefined;
    },
  };
}

const FULL_WEEK: readonly Bits[] = [0, 1, 2, 3, 4, 5, 6].map(() => ALL_MINUTES);

/** Whether no time at all, in whichever zone, is in the set, or out of it. */
function isHopeless({ some, every }: TimeSet, sign: boolean): boolean {
  return sign ? some.every(isEmpty) : every.every((day) => isWithin(ALL_MINUTES, day));
}

function knownAt(
  week: readonly Bits[] | undefined,
  set: TimeSet | undefined,
  zone: Zone | undefined,
): boolean | undefined {
  if (set === undefined) return false;
  if (isHopeless(set, true)) return false;
  if (set.zone !== undefined && set.zone.id !== zone?.id) return isHopeless(set, false) ? true : undefined;
  const left = week ?? FULL_WEEK;
  if (left.every((day, at) => areApart(day, set.some[at] ?? day))) return false;
  return left.every((day, at) => isWithin(day, set.every[at] ?? day)) ? true : undefined;
}
