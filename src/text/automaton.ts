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
  const table = states * width <= MAX_TABLE ? new Int32Array(states * width) : undefined;
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
  // A move tells where the row of the next state begins; below zero, that words end there. One look a unit is all.
  const moveTo = (state: number) => (output[state] === 0 ? state * width : -1 - state * width);
  const moves = table?.map(moveTo);
  const move = (row: number, kind: number): number => {
    if (moves !== undefined) return moves[row + kind] ?? 0;
    return kind === IN_NO_WORD ? 0 : moveTo(step(row / width, kind));
  };
  /** Tells the words that end at `end`, where the row of the state begins at `row`. */
  const tell = (row: number, end: number, found: (word: number, units: number, end: number) => void) => {
    for (let state = output[row / width] ?? 0; state !== 0; state = output[fail[state] ?? 0] ?? 0) {
      const number = word[state] ?? 0;
      found(number, lengths[number] ?? 0, end);
    }
  };
  // Which class a unit has, for the units of nearly all texts by index.
  const low = new Uint16Array(1024);
  for (const [unit, kind] of classes) if (unit < low.length) low[unit] = kind;
  // The class of what a plain unit folds to.
  const plain = new Int32Array(PLAIN_LIMIT).fill(UNMET);
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
      const report: Found = (number, units, end) => found(number, end - units, end);
      let row = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        row = move(row, unit < 1024 ? (low[unit] ?? 0) : (classes.get(unit) ?? IN_NO_WORD));
        if (row < 0) {
          row = -1 - row;
          tell(row, at + 1, report);
        }
      }
    },
    scanPlain(text, found) {
      const report: Found = (number, units, end) => found(number, startOf(text, end, units), end);
      const { length } = text;
      let row = 0;
      let last = -1;
      for (let at = 0; at < length; at++) {
        const unit = text.charCodeAt(at);
        let kind = unit < PLAIN_LIMIT ? (plain[unit] ?? ALIEN) : pictographClass(text, at);
        if (kind === UNMET) kind = learnPlain(unit);
        if (kind === ALIEN) return false;
        // More white space after white space.
        if (kind === space && last === space) continue;
        last = kind;
        row = move(row, kind);
        if (row < 0) {
          row = -1 - row;
          tell(row, at + 1, report);
        }
      }
      return true;
    },
  };
}

const ALIEN = -1;
const UNMET = -2;
/** No class: it leads to the root from everywhere. */
const IN_NO_WORD = 0;

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
