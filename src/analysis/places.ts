/** The accounts a ticket may have come in by, and the sites where their clocks and calendars are. */
import { isMissing } from "../facts.ts";
import type { Model } from "../model.ts";
import type { OpeningHours } from "../time/openingHours.ts";
import type { Zone } from "../time/zone.ts";
import { type Bits, bitsWhere } from "./bits.ts";

/** Where accounts with one zone and one calendar are. */
export interface PlaceSite {
  /** Absent when it is not known: then no condition on local time is true or false. */
  readonly zone: Zone | undefined;
  /** Absent when it is not known: then no condition on the account's opening hours is true or false. */
  readonly hours: OpeningHours | undefined;
  /** The accounts that are there. */
  readonly accounts: Bits;
}

/** The accounts of a workspace, numbered, and one more that stands for all that are not in it. */
export interface Places {
  /** The ids by number. The last is of no account of the workspace. */
  readonly ids: readonly string[];
  readonly sites: readonly PlaceSite[];
  readonly all: Bits;
  /** The numbers of these ids, as a set. */
  only(ids: ReadonlySet<string>): Bits;
  /** The accounts at sites of which something holds. */
  where(holds: (site: PlaceSite) => boolean): Bits;
}

/** Reads the places of a model. */
export function placesOf({ accounts, elsewhere }: Model): Places {
  const ids = [...accounts.keys()];
  let stranger = "another-account";
  while (accounts.has(stranger)) stranger += "-";
  const known = [...accounts.values(), elsewhere].map(({ zone, hours }) => ({
    zone: isMissing(zone) ? undefined : zone,
    hours: isMissing(hours) ? undefined : hours,
  }));
  const keys = known.map(({ zone, hours }) => JSON.stringify([zone?.id ?? null, hours?.id ?? null]));
  const count = known.length;
  const sites = [...new Set(keys)].flatMap((key) => {
    const site = known[keys.indexOf(key)];
    return site === undefined ? [] : [{ ...site, accounts: bitsWhere(count, (at) => keys[at] === key) }];
  });
  return {
    ids: [...ids, stranger],
    sites,
    all: bitsWhere(count, () => true),
    only: (wanted) => bitsWhere(count, (at) => at < ids.length && wanted.has(ids[at] ?? "")),
    where: (holds) =>
      bitsWhere(count, (at) => {
        const site = known[at];
        return site !== undefined && holds({ ...site, accounts: new Uint32Array(0) });
      }),
  };
}
