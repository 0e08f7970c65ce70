import type { Keys, Leaf, Reading, Source } from "./conditions/leaf.ts";
import type { Facts, Missing } from "./facts.ts";
import type { Field } from "./field.ts";
import type { CompiledRegex } from "./text/regex/port.ts";
import type { WordMode, WordsFound } from "./text/words.ts";
import type { OpeningHours } from "./time/openingHours.ts";
import type { Zone } from "./time/zone.ts";

/** What a workspace says that conditions and facts refer to: all but its rules, looked up by id. */
export interface Model {
  /** Accounts by id, and where they are. */
  readonly accounts: ReadonlyMap<string, Site>;
  /** Where a ticket is whose account is not in the workspace, or not text. */
  readonly elsewhere: Site;
  /** Where a ticket is whose account was not supplied. */
  readonly anywhere: Site;
  readonly calendars: ReadonlyMap<string, OpeningHours>;
  readonly fields: ReadonlyMap<string, KnownField>;
  /** Fields that are in the document and not valid. Conditions on them are unknown. */
  readonly spoiledFields: ReadonlySet<string>;
  /** Lists of the document that are no lists. Conditions on what they hold are unknown. */
  readonly spoiledLists: ReadonlySet<"accounts" | "fields">;
  readonly patterns: Patterns;
  readonly words: WordTable;
  readonly memo: Memo;
}

/** A field, and the ids of its options in the form in which they are compared. */
export interface KnownField {
  readonly type: Field["type"];
  readonly options: ReadonlySet<string>;
}

/** Where an account is, as far as its calendar tells. */
export interface Site {
  readonly zone: Zone | Missing;
  readonly hours: OpeningHours | Missing;
}

/** Every word that any rule looks for, found in one pass over a text. */
export interface WordTable {
  /** The key of a folded word in a mode; the same for the same. */
  key(word: string, mode: WordMode): number;
  /** The keys of all words that are in a folded text. */
  find(text: string): WordsFound;
  /** The keys of all words that are in a text as it was written: what `find` says of it folded. */
  findIn(written: string): WordsFound;
}

/** Verdicts of equal conditions, kept for one event: however many rules share one, it is tested once. */
export interface Memo {
  /** The source of a name, which reads the keys of an event once. */
  source(name: string, read: (facts: Facts) => Keys | undefined): Source;
  /** Gives a leaf its number. */
  add(leaf: Leaf, reading: Reading, cost: number): SharedLeaf;
  /** A number for a group. */
  addGroup(): number;
  /** A number that no facts had before; between two of them there is room for the verdicts. */
  nextStamp(): number;
  /** Verdicts by the number of their condition, each added to the stamp of the facts it is about. */
  verdicts(): Float64Array;
}

/** A leaf that several rules may have. */
export interface SharedLeaf extends Leaf {
  /** Its number in the rule set. */
  readonly id: number;
  readonly reading: Reading;
  /** How dear its test is: see `ConditionKind`. */
  readonly cost: number;
}

/** The patterns of a rule set, each compiled once. */
export interface Patterns {
  /** @throws what the engine throws for a pattern it cannot take. */
  compile(pattern: string, flags: string): CompiledRegex;
  /** Steps that one pattern may take on a text of this length, so that all together stay bounded. */
  stepsAllowed(textLength: number): number;
}
