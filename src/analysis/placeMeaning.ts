/** What conditions on the account and on the time mean: time is local to the account, so they are of one coordinate. */
import type { Model } from "../model.ts";
import { asList } from "../schema.ts";
import { spanOf } from "../time/calendar.ts";
import { MINUTES_PER_DAY, parseDay, WEEKDAYS } from "../time/date.ts";
import { type Bits, bitsWhere, isEmpty, isWithin, without } from "./bits.ts";
import { FALSE, type Formula, TRUE } from "./formula.ts";
import { classical, type Meaning, NEVER, swapped, UNKNOWN } from "./kleene.ts";
import type { LeafReaders } from "./leafReaders.ts";
import type { PlaceSite, Places } from "./places.ts";
import type { Tables } from "./tables.ts";
import { ALL_MINUTES, dateSet, NO_MINUTES, type TimeSet, weeklySet } from "./timeSets.ts";

/** Where events may be, as the workspace itself sees it and as the first of several does, by whose zones times are told. */
export interface Whereabouts {
  readonly places: Places;
  readonly home: Places;
}

/** The kinds that are read here. */
type PlaceKind =
  | "account"
  | "withinBusinessHours"
  | "outsideBusinessHours"
  | "weekday"
  | "dateRange"
  | "timeRange";

/** Reads conditions on the account and on local time, of a workspace. */
export function placeReaders(
  model: Model,
  { places, home }: Whereabouts,
  tables: Tables,
): Pick<LeafReaders, PlaceKind> {
  const { formulas, times, horizon } = tables;

  /** A set local to the account: where its zone is not known, the condition is unknown. */
  function local(key: string, make: () => TimeSet): Meaning {
    return timeMeaning(({ zone }, at) => {
      if (zone === undefined) return undefined;
      return times.local(key, make, zone.id === home.sites[at]?.zone?.id ? undefined : zone);
    });
  }

  function openMeaning(calendar: string | undefined): Meaning {
    if (calendar === undefined) {
      return timeMeaning(({ hours }) => (hours === undefined ? undefined : times.opening(hours)));
    }
    const named = model.calendars.get(calendar);
    return named === undefined ? UNKNOWN : timeMeaning(() => times.opening(named));
  }

  function timeMeaning(setAt: (site: PlaceSite, at: number) => TimeSet | undefined): Meaning {
    const sets = places.sites.map(setAt);
    const lost = new Set(places.sites.filter((_, at) => sets[at] === undefined));
    const somewhere = [...lost].reduce((left, { accounts }) => without(left, accounts), places.all);
    const isKnown = accountIn(somewhere, places, tables);
    if (isKnown === FALSE) return UNKNOWN;
    const key = sets.map((set) => (set === undefined ? "" : times.number(set))).join();
    const isTrue = tables.literal(`time ${key}`, () => ({ kind: "time", sets }));
    return { isTrue, isFalse: formulas.and([isKnown, formulas.not(isTrue)]) };
  }

  return {
    account({ is }) {
      if (model.spoiledLists.has("accounts")) return UNKNOWN;
      const wanted = new Set(asList(is).filter((id) => model.accounts.has(id)));
      if (wanted.size === 0) return NEVER;
      return classical(accountIn(places.only(wanted), places, tables), formulas);
    },
    withinBusinessHours: ({ calendar }) => openMeaning(calendar),
    outsideBusinessHours: ({ calendar }) => swapped(openMeaning(calendar)),
    weekday({ is }) {
      const wanted = asList(is).map((day) => WEEKDAYS.indexOf(day));
      const key = [...new Set(wanted)].sort().join();
      return local(`week ${key}`, () =>
        weeklySet((weekday) => (wanted.includes(weekday) ? ALL_MINUTES : NO_MINUTES)),
      );
    },
    dateRange({ from, to }) {
      const first = (from === undefined ? undefined : parseDay(from)) ?? Number.NEGATIVE_INFINITY;
      const last = (to === undefined ? undefined : parseDay(to)) ?? Number.POSITIVE_INFINITY;
      const days = { first: Math.max(first, horizon.first), last: Math.min(last, horizon.last) };
      if (days.first > days.last) return local("never", () => weeklySet(() => NO_MINUTES));
      return local(`date ${days.first} ${days.last}`, () => dateSet(days));
    },
    timeRange({ from, to }) {
      const { start, end } = spanOf([from, to]);
      const minutes = bitsWhere(
        MINUTES_PER_DAY,
        (minute) => (start <= minute && minute < end) || minute + MINUTES_PER_DAY < end,
      );
      return local(`clock ${start} ${end}`, () => weeklySet(() => minutes));
    },
  };
}

/** That the ticket's account is one of these. */
export function accountIn(accounts: Bits, places: Places, tables: Tables): Formula {
  if (isEmpty(accounts)) return FALSE;
  if (isWithin(places.all, accounts)) return TRUE;
  return tables.literal(`account ${accounts.join()}`, () => ({ kind: "account", accounts }));
}
