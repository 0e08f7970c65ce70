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
}

/**
 * Reads the places of models, each as it sees them. They agree on the accounts and on the sites, of which each may say
 * another zone and other hours.
 */
export function placesOf(models: readonly Model[]): Places[] {
  const ids = [...new Set(models.flatMap(({ accounts }) => [...accounts.keys()]))];
  const taken = new Set(ids);
  let stranger = "another-account";
  while (taken.has(stranger)) stranger += "-";
  const all = [...ids, stranger];
  const known = models.map(({ accounts, elsewhere }) =>
    all.map((id) => {
      const { zone, hours } = accounts.get(id) ?? elsewhere;
      return { zone: isMissing(zone) ? undefined : zone, hours: isMissing(hours) ? undefined : hours };
    }),
  );
  const numbers = new Map<string, number>();
  const siteOf = all.map((_, at) => {
    const key = JSON.stringify(known.map((own) => [own[at]?.zone?.id ?? null, own[at]?.hours?.id ?? null]));
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const firsts = [...numbers.values()].map((number) => siteOf.indexOf(number));
  return known.map((own) => ({
    ids: all,
    sites: firsts.map((first, site) => ({
      zone: own[first]?.zone,
      hours: own[first]?.hours,
      accounts: bitsWhere(all.length, (at) => siteOf[at] === site),
    })),
    all: bitsWhere(all.length, () => true),
    only: (wanted) => bitsWhere(all.length, (at) => at < ids.length && wanted.has(ids[at] ?? "")),
  }));
}
