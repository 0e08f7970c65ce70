import type { WordTable } from "../model.ts";
import { automatonOf, type WordAutomaton } from "../text/automaton.ts";
import { standsAlone } from "../text/words.ts";

/** A table of words that is filled while rules are compiled, and searched after. */
export function createWordTable(): WordTable {
  const numbers = new Map<string, number>();
  let automaton: WordAutomaton | undefined;
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
    find(text) {
      automaton ??= automatonOf([...numbers.keys()]);
      const found = new Set<number>();
      automaton.scan(text, (number, end, length) => {
        found.add(keyOf(number, false));
        const alone = keyOf(number, true);
        if (!found.has(alone) && standsAlone(text, end - length, end)) found.add(alone);
      });
      return found;
    },
  };
}

function keyOf(number: number, alone: boolean): number {
  return number * 2 + (alone ? 1 : 0);
}
