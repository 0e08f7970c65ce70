import type { Leaf } from "./conditions/leaf.ts";
import type { Field } from "./field.ts";
import type { CompiledRegex } from "./text/regex/port.ts";
import type { WordMode, WordsFound } from "./text/words.ts";
import type { OpeningHours } from "./time/openingHours.ts";
import type { Zone } from "./time/zone.ts";

/** What a workspace says that conditions and facts refer to: all but its rules, looked up by id. */
export interface Model {
  /** The workspace's own zone. Absent when the document's is not valid. */
  readonly zone: Zone | undefined;
  /** The one zone of the workspace and of every account's calendar. Absent when there are several. */
  readonly commonZone: Zone | undefined;
  /** Accounts by id, with the id of their calendar. */
  readonly accounts: ReadonlyMap<string, { readonly calendar?: string | undefined }>;
  readonly calendars: ReadonlyMap<string, OpeningHours>;
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields that are in the document and not valid. Conditions on them are unknown. */
  readonly spoiledFields: ReadonlySet<string>;
  /** Lists of the document that are no lists. Conditions on what they hold are unknown. */
  readonly spoiledLists: ReadonlySet<"accounts" | "fields">;
  readonly patterns: Patterns;
  readonly words: WordTable;
  readonly memo: Memo;
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

/** Verdicts of equal leaves, kept for one event: however many rules share a leaf, it is tested once. */
export interface Memo {
  /** A number that no facts had before. */
  nextEpoch(): number;
  /** The leaf that was compiled for this key, or a new one. */
  share(key: string, compile: () => Leaf): SharedLeaf;
}

/** A leaf that several rules may have. */
export interface SharedLeaf extends Leaf {
  /** Its number in the rule set. */
  readonly id: number;
}

/** The patterns of a rule set, each compiled once. */
export interface Patterns {
  /** @throws what the engine throws for a pattern it cannot take. */
  compile(pattern: string, flags: string): CompiledRegex;
  /** Steps that one pattern may take on a text of this length, so that all together stay bounded. */
  stepsAllowed(textLength: number): number;
}
