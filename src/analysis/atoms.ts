/**
 * The atoms of formulas: what can be said of one coordinate of an event, and is either so or not. No atom is about
 * two coordinates, but for time, which is local to the account: place and time are one coordinate.
 */
import type { Field } from "../field.ts";
import type { WordMode } from "../text/words.ts";
import type { Bits } from "./bits.ts";
import type { TimeSet } from "./timeSets.ts";

/** One thing that is so or not. */
export type Atom =
  /** The ticket's account is one of these. */
  | { readonly kind: "account"; readonly accounts: Bits }
  /** The wall clock is in a set; which one depends on the site, and nowhere is no set. */
  | { readonly kind: "time"; readonly sets: readonly (TimeSet | undefined)[] }
  /** The field's value, after the event or before it, is one of these (of a `multi`: holds this one). */
  | { readonly kind: "field"; readonly slot: number; readonly keys: readonly number[] }
  | { readonly kind: "flag"; readonly flag: Flag }
  /** The message contains one of these words. */
  | { readonly kind: "words"; readonly words: readonly number[] }
  /** The message matches a pattern. */
  | { readonly kind: "pattern"; readonly pattern: number };

/**
 * Nobody is assigned; a human has not answered; the event tells of a change of the field of this slot; it tells so
 * without what was before.
 */
export type Flag = "unassigned" | "unattended" | `changed ${number}` | `unsaid ${number}`;

/** A field, as it is after the event or as it was before it. */
export interface Slot {
  readonly field: string;
  readonly type: Field["type"];
  readonly when: "after" | "before";
  /** Values it is compared with, by key; folded where they are compared folded. */
  readonly values: (string | number | boolean)[];
}

/** A word, as it is searched for. */
export interface Word {
  /** Folded. */
  readonly text: string;
  readonly mode: WordMode;
  /** As an author wrote it. */
  readonly written: string;
}

/** A regular expression, in NFC. */
export interface PatternAtom {
  readonly pattern: string;
  readonly flags: string;
}

/** All atoms of an analysis, each once. */
export interface Atoms {
  readonly list: readonly Atom[];
  readonly slots: readonly Slot[];
  readonly words: readonly Word[];
  readonly patterns: readonly PatternAtom[];
  /** The number of an atom, the same for the same key. */
  add(key: string, make: () => Atom): number;
  slot(field: string, type: Field["type"], when: Slot["when"]): number;
  /** The key of a value in a slot. */
  value(slot: number, value: string | number | boolean): number;
  word(text: string, mode: WordMode, written: string): number;
  pattern(pattern: string, flags: string): number;
}

/** An empty table. */
export function createAtoms(): Atoms {
  const list: Atom[] = [];
  const slots: Slot[] = [];
  const words: Word[] = [];
  const patterns: PatternAtom[] = [];
  const atomNumbers = new Map<string, number>();
  const slotNumbers = new Map<string, number>();
  const wordNumbers = new Map<string, number>();
  const patternNumbers = new Map<string, number>();
  return {
    list,
    slots,
    words,
    patterns,
    add: (key, make) => numberOf(atomNumbers, key, list, make),
    slot: (field, type, when) =>
      numberOf(slotNumbers, `${when} ${FORMS[type]} ${field}`, slots, () => ({
        ...{ field, type, when },
        values: [],
      })),
    value(slot, value) {
      const values = slots[slot]?.values ?? [];
      const at = values.indexOf(value);
      return at === -1 ? values.push(value) - 1 : at;
    },
    word: (text, mode, written) =>
      numberOf(wordNumbers, `${mode} ${text}`, words, () => ({ text, mode, written })),
    pattern: (pattern, flags) =>
      numberOf(patternNumbers, `${flags}/${pattern}`, patterns, () => ({ pattern, flags })),
  };
}

/**
 * How values are compared: types that compare alike share a slot. What two workspaces compare in other ways is taken to
 * be independent, which allows events that are none, and hides none.
 */
const FORMS: { readonly [Type in Field["type"]]: "folded" | "listed" | "plain" } = {
  ...({ text: "folded", select: "folded", multi: "listed" } as const),
  ...({ boolean: "plain", number: "plain", date: "plain" } as const),
};

function numberOf<Item>(numbers: Map<string, number>, key: string, list: Item[], make: () => Item): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = list.push(make()) - 1;
    numbers.set(key, number);
  }
  return number;
}
