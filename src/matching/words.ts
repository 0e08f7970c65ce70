import type { WordTable } from "../model.ts";
import { automatonOf, type WordAutomaton } from "../text/automaton.ts";
import { fold } from "../text/fold.ts";
import { standsAlone, standsAloneInPlain, type WordsFound } from "../text/words.ts";

/** A table of words that is filled while rules are compiled, and searched after. */
export function createWordTable(): WordTable {
  const numbers = new Map<string, number>();
  let automaton: WordAutomaton | undefined;
  const ready = (): WordAutomaton => {
    automaton ??= automatonOf([...numbers.keys()]);
    return automaton;
  };
  const find = (text: string): WordsFound => {
    const hits = createHits(numbers.size);
    ready().scan(text, (number, start, end) => hits.add(number, text, start, end, standsAlone));
    return hits.found();
  };
  return {
    key(word, mode) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        automaton = undefined;
      }
      return keyOf(number, mode === "word");
    },
    find,
    findIn(written) {
      if (numbers.size === 0) return NONE;
      const hits = createHits(numbers.size);
      const isPlain = ready().scanPlain(written, (number, start, end) =>
        hits.add(number, written, start, end, standsAloneInPlain),
      );
      return isPlain ? hits.found() : find(fold(written));
    },
  };
}

/** Two keys a word: that it is there, and that it stands alone. */
function keyOf(number: number, alone: boolean): number {
  return number * 2 + (alone ? 1 : 0);
}

const NONE: WordsFound = new Set();

/** Collects the keys of a text. Bits, not a set: a long text has each of a thousand words a hundred times. */
function createHits(words: number) {
  let bits: Uint32Array | undefined;
  const keys: number[] = [];
  const has = (key: number): boolean =>
    bits !== undefined && ((bits[key >> 5] ?? 0) & (1 << (key & 31))) !== 0;
  const put = (key: number): void => {
    bits ??= new Uint32Array((words * 2 + 31) >> 5);
    bits[key >> 5] = (bits[key >> 5] ?? 0) | (1 << (key & 31));
    keys.push(key);
  };
  return {
    add(number: number, text: string, start: number, end: number, isAlone: typeof standsAlone): void {
      const alone = keyOf(number, true);
      if (has(alone)) return;
      const anywhere = keyOf(number, false);
      if (!has(anywhere)) put(anywhere);
      if (isAlone(text, start, end)) put(alone);
    },
    found: (): WordsFound =>
      keys.length === 0 ? NONE : { has, [Symbol.iterator]: () => keys[Symbol.iterator]() },
  };
}
