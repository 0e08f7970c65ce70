/** Many words looked for in one pass over a text (Aho and Corasick, 1975). */

import { isPictographUnit, NOT_PLAIN, PLAIN_LIMIT, plainUnit } from "./fold.ts";

/** Folded words as a deterministic automaton over UTF-16 units. */
export interface WordAutomaton {
  /** Calls `found` for every place of a folded text where a word stands. */
  scan(text: string, found: Found): void;
  /**
   * As `scan`, over the text as it was written, which is folded on the way; places are those of the written text.
   * False when a part of it is not plain: then what was found so far means nothing.
   */
  scanPlain(text: string, found: Found): boolean;
}

/** Takes the number of a word and the place `[start, end)` where it stands. */
type Found = (word: number, start: number, end: number) => void;

/** How many transitions a table may have before they are kept in a map: 32 MB. */
const MAX_TABLE = 8_000_000;

/** The automaton of words; their places in the list are their numbers. No word is empty. */
export function automatonOf(words: readonly string[]): WordAutomaton {
  const units = [...new Set(words.join(""))].flatMap((character) => [...unitsOf(character)]);
  const classes = new Map([...new Set(units)].map((unit, at) => [unit, at + 1]));
  const trie = trieOf(words, classes);
  return tableScanner(
    trie,
    classes,
    words.map(({ length }) => length),
  );
}

function* unitsOf(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) yield text.charCodeAt(at);
}

interface Trie {
  /** Children by class of unit, for each state. */
  readonly children: Map<number, number>[];
  /** The word that ends at a state, or -1. */
  readonly word: number[];
}

function trieOf(words: readonly string[], classes: ReadonlyMap<number, number>): Trie {
  const children: Map<number, number>[] = [new Map()];
  const word = [-1];
  for (const [number, text] of words.entries()) {
    let state = 0;
    for (const unit of unitsOf(text)) {
      const kind = classes.get(unit) ?? 0;
      let next = children[state]?.get(kind);
      if (next === undefined) {
        next = children.length;
        children[state]?.set(kind, next);
        children.push(new Map());
        word.push(-1);
      }
      state = next;
    }
    word[state] = number;
  }
  return { children, word };
}

function tableScanner(
  { children, word }: Trie,
  classes: ReadonlyMap<number, number>,
  lengths: readonly number[],
): WordAutomaton {
  const width = classes.size + 1;
  const states = children.length;
  const dense = states * width <= MAX_TABLE;
  const table = dense ? new Int32Array(states * width) : undefined;
  const sparse = new Map<number, number>();
  const fail = new Int32Array(states);
  /** The nearest state along the failures, itself included, at which a word ends; 0 for none. */
  const output = new Int32Array(states);
  const step = (state: number, kind: number): number => {
    if (table !== undefined) return table[state * width + kind] ?? 0;
    for (let at = state; ; at = fail[at] ?? 0) {
      const next = sparse.get(at * width + kind);
      if (next !== undefined || at === 0) return next ?? 0;
    }
  };
  // Breadth first: the failure of a state is shallower, so its row is complete when it is needed.
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const failure = fail[state] ?? 0;
    output[state] = (word[state] ?? -1) >= 0 ? state : (output[failure] ?? 0);
    if (table !== undefined && state !== 0) {
      table.copyWithin(state * width, failure * width, (failure + 1) * width);
    }
    for (const [kind, child] of children[state] ?? []) {
      fail[child] = state === 0 ? 0 : step(failure, kind);
      queue.push(child);
    }
    for (const [kind, child] of children[state] ?? []) {
      if (table !== undefined) table[state * width + kind] = child;
      else sparse.set(state * width + kind, child);
    }
  }
  // Which class a unit has, for the units of nearly all texts by index.
  const low = new Uint16Array(1024);
  for (const [unit, kind] of classes) if (unit < low.length) low[unit] = kind;
  // The class of what a plain unit folds to; 0 for those not met yet.
  const plain = new Int32Array(PLAIN_LIMIT);
  const space = classes.get(SPACE) ?? ALIEN;
  const learnPlain = (unit: number): number => {
    const folded = plainUnit(unit);
    const kind = folded === NOT_PLAIN ? ALIEN : (classes.get(folded) ?? IN_NO_WORD);
    plain[unit] = kind;
    return kind;
  };
  const pictographClass = (text: string, at: number): number =>
    isPictographUnit(text, at) ? (classes.get(text.charCodeAt(at)) ?? IN_NO_WORD) : ALIEN;
  return {
    scan(text, found) {
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const kind = unit < 1024 ? (low[unit] ?? 0) : (classes.get(unit) ?? 0);
        state = kind === 0 ? 0 : step(state, kind);
        for (let end = output[state] ?? 0; end !== 0; end = output[fail[end] ?? 0] ?? 0) {
          const number = word[end] ?? 0;
          found(number, at + 1 - (lengths[number] ?? 0), at + 1);
        }
      }
    },
    scanPlain(text, found) {
      const { length } = text;
      let state = 0;
      let last = -1;
      for (let at = 0; at < length; at++) {
        const unit = text.charCodeAt(at);
        const kind = unit < PLAIN_LIMIT ? plain[unit] || learnPlain(unit) : pictographClass(text, at);
        if (kind === ALIEN) return false;
        // More white space after white space.
        if (kind === space && last === space) continue;
        last = kind;
        state = kind === IN_NO_WORD ? 0 : step(state, kind);
        for (let end = output[state] ?? 0; end !== 0; end = output[fail[end] ?? 0] ?? 0) {
          const number = word[end] ?? 0;
          found(number, startOf(text, at + 1, lengths[number] ?? 0), at + 1);
        }
      }
      return true;
    },
  };
}

const ALIEN = -1;
const IN_NO_WORD = -2;

/** Where a match of so many folded units begins in plain text as it was written. */
function startOf(text: string, end: number, length: number): number {
  let start = end;
  let isAfterSpace = false;
  for (let left = length; left > 0; start--) {
    const isSpace = plainUnit(text.charCodeAt(start - 1)) === SPACE;
    if (!(isSpace && isAfterSpace)) left--;
    isAfterSpace = isSpace;
  }
  return start;
}

const SPACE = 0x20;
