/**
 * What conditions mean as formulas. A verdict has three values, so each condition has two formulas: when it is true
 * and when it is false. When neither holds it is unknown. After Kleene, `not` swaps them, and `and` is true when all
 * are true and false when one is false: so both are built from the leaves without any loss.
 */
import type { LeafCondition } from "../conditions/index.ts";
import type { Condition, Operator } from "../conditions/tree.ts";
import type { Model } from "../model.ts";
import { asList } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { spanOf } from "../time/calendar.ts";
import { MINUTES_PER_DAY, parseDay, WEEKDAYS } from "../time/date.ts";
import type { Atoms } from "./atoms.ts";
import { bitsWhere, isEmpty, isWithin, without } from "./bits.ts";
import { FALSE, type Formula, type Formulas, TRUE } from "./formula.ts";
import type { PlaceSite, Places } from "./places.ts";
import { bringsWord } from "./texts/hasWord.ts";
import {
  ALL_MINUTES,
  type Days,
  dateSet,
  NO_MINUTES,
  type TimeSet,
  type TimeTable,
  weeklySet,
} from "./timeSets.ts";

/** When a condition is true, and when it is false. */
export interface Meaning {
  readonly isTrue: Formula;
  readonly isFalse: Formula;
}

/** As the ticket is after the event, or as it was before it. */
export type Moment = "after" | "before";

/** Tells what conditions mean. */
export interface Meanings {
  of(condition: Condition, when: Moment): Meaning;
  /** Of several under an operator. */
  combine(operator: Operator, meanings: readonly Meaning[]): Meaning;
  /** The event tells of a change of a field. */
  touches(field: string): Formula;
}

const NEVER: Meaning = { isTrue: FALSE, isFalse: TRUE };
const UNKNOWN: Meaning = { isTrue: FALSE, isFalse: FALSE };

/**
 * Tells what the conditions of a workspace's rules mean. `home` are the places by whose zones local times are told: those
 * of the workspace itself or, of several workspaces, of the first.
 */
export function createMeanings(
  model: Model,
  { places, home }: { readonly places: Places; readonly home: Places },
  formulas: Formulas,
  atoms: Atoms,
  times: TimeTable,
  horizon: Days,
): Meanings {
  const known = { after: new Map<string, Meaning>(), before: new Map<string, Meaning>() };
  const readers: { readonly [Type in LeafCondition["type"]]: Reader<Type> } = {
    account({ is }) {
      if (model.spoiledLists.has("accounts")) return UNKNOWN;
      const wanted = new Set(asList(is).filter((id) => model.accounts.has(id)));
      if (wanted.size === 0) return NEVER;
      return classical(accountIn(places.only(wanted)));
    },
    classification: ({ field, is }, when) => fieldMeaning(field, asList(is), when),
    messageContains({ words, mode = "word", match = "any" }, when) {
      if (when === "before") return UNKNOWN;
      const numbers = words.flatMap((written) => {
        const text = fold(written);
        return text === "" ? [] : [atoms.word(text, mode, written)];
      });
      if (match === "any") return classical(wordsAtom(numbers));
      return classical(formulas.and(numbers.map((word) => wordsAtom([word]))));
    },
    messageMatches({ pattern, flags = "i" }, when) {
      if (when === "before") return UNKNOWN;
      const number = atoms.pattern(pattern.normalize("NFC"), [...flags].sort().join(""));
      return classical(literal(`pattern ${number}`, () => ({ kind: "pattern", pattern: number })));
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
    unassigned: () => flag("unassigned"),
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
    unattended: () => flag("unattended"),
  };

  function of(condition: Condition, when: Moment): Meaning {
    if (condition.type === "group") {
      return combine(
        condition.operator,
        condition.conditions.map((each) => of(each, when)),
      );
    }
    const key = JSON.stringify(condition);
    const found = known[when].get(key) ?? read(condition, when);
    known[when].set(key, found);
    return found;
  }

  function read<Leaf extends LeafCondition>(condition: Leaf, when: Moment): Meaning {
    return readerOf(readers, condition)(condition, when);
  }

  function combine(operator: Operator, meanings: readonly Meaning[]): Meaning {
    const trues = meanings.map(({ isTrue }) => isTrue);
    const falses = meanings.map(({ isFalse }) => isFalse);
    if (operator === "and") return { isTrue: formulas.and(trues), isFalse: formulas.or(falses) };
    const some = { isTrue: formulas.or(trues), isFalse: formulas.and(falses) };
    return operator === "or" ? some : swapped(some);
  }

  function classical(isTrue: Formula): Meaning {
    return { isTrue, isFalse: formulas.not(isTrue) };
  }

  function literal(key: string, make: Parameters<Atoms["add"]>[1]): Formula {
    return formulas.literal(atoms.add(key, make), true);
  }

  function accountIn(accounts: ReturnType<Places["only"]>): Formula {
    if (isEmpty(accounts)) return FALSE;
    if (isWithin(places.all, accounts)) return TRUE;
    return literal(`account ${accounts.join()}`, () => ({ kind: "account", accounts }));
  }

  function flag(name: "unassigned" | "unattended"): Meaning {
    return classical(literal(name, () => ({ kind: "flag", flag: name })));
  }

  function touches(field: string): Formula {
    const slot = atoms.slot(field, model.fields.get(field)?.type ?? "text", "before");
    return literal(`changed ${slot}`, () => ({ kind: "flag", flag: `changed ${slot}` }));
  }

  /** Of words of which one contains another, only the other counts. */
  function wordsAtom(numbers: readonly number[]): Formula {
    const own = [...new Set(numbers)].sort((a, b) => a - b);
    const wordOf = (number: number) => atoms.words[number];
    const needed = own.filter((number) => {
      const word = wordOf(number);
      return !own.some((other) => {
        const shorter = wordOf(other);
        if (other === number || word === undefined || shorter === undefined) return false;
        return word.text !== shorter.text && shorter.mode === word.mode && bringsWord(word, shorter);
      });
    });
    return literal(`words ${needed.join()}`, () => ({ kind: "words", words: needed }));
  }

  function fieldMeaning(id: string, is: readonly (string | number | boolean)[], when: Moment): Meaning {
    if (model.spoiledFields.has(id) || model.spoiledLists.has("fields")) return UNKNOWN;
    const field = model.fields.get(id);
    if (field === undefined) return NEVER;
    const { type, options } = field;
    const wanted = is.flatMap((value): (string | number | boolean)[] => {
      if (type === "boolean" || type === "number") return typeof value === type ? [value] : [];
      if (typeof value !== "string") return [];
      const text = type === "date" ? value : fold(value);
      return text === "" || (type !== "date" && type !== "text" && !options.has(text)) ? [] : [text];
    });
    if (wanted.length === 0) return NEVER;
    const after = holdsOneOf(atoms.slot(id, type, "after"), type, wanted);
    if (when === "after") return classical(after);
    // What the event tells of the field before it, if it tells of it, and perhaps it does not say what it was; else
    // it was as it is.
    const told = touches(id);
    const slot = atoms.slot(id, type, "before");
    const before = holdsOneOf(slot, type, wanted);
    const unsaid = literal(`unsaid ${slot}`, () => ({ kind: "flag", flag: `unsaid ${slot}` }));
    const either = (now: Formula, then: Formula) =>
      formulas.or([
        formulas.and([formulas.not(told), now]),
        formulas.and([told, formulas.not(unsaid), then]),
      ]);
    return { isTrue: either(after, before), isFalse: either(formulas.not(after), formulas.not(before)) };
  }

  function holdsOneOf(slot: number, type: string, wanted: readonly (string | number | boolean)[]): Formula {
    const keys = [...new Set(wanted.map((value) => atoms.value(slot, value)))].sort((a, b) => a - b);
    const one = (some: readonly number[]) =>
      literal(`field ${slot} ${some.join()}`, () => ({ kind: "field", slot, keys: some }));
    // A list of values may hold several at once.
    return type === "multi" ? formulas.or(keys.map((key) => one([key]))) : one(keys);
  }

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
    const isKnown = accountIn(somewhere);
    if (isKnown === FALSE) return UNKNOWN;
    const key = sets.map((set) => (set === undefined ? "" : times.number(set))).join();
    const isTrue = literal(`time ${key}`, () => ({ kind: "time", sets }));
    return { isTrue, isFalse: formulas.and([isKnown, formulas.not(isTrue)]) };
  }

  return { of, combine, touches };
}

type Reader<Type extends LeafCondition["type"]> = (
  condition: Extract<LeafCondition, { type: Type }>,
  when: Moment,
) => Meaning;

/** The reader of a condition: the list is keyed by the tag, which the types cannot follow. */
function readerOf<Leaf extends LeafCondition>(
  readers: { readonly [Type in LeafCondition["type"]]: Reader<Type> },
  { type }: Leaf,
): (condition: Leaf, when: Moment) => Meaning {
  return readers[type as LeafCondition["type"]] as unknown as (condition: Leaf, when: Moment) => Meaning;
}

function swapped({ isTrue, isFalse }: Meaning): Meaning {
  return { isTrue: isFalse, isFalse: isTrue };
}
