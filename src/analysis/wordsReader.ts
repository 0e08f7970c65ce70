/** The automaton of words: it reads a message as it is written and accepts at least every one whose folding has a word. */
import type { SoughtWord } from "./hasWord.ts";
import { MATCHED, type Reader } from "./readers.ts";
import { allFacts, factsOf, isPlain, type UnitFacts } from "./unitFacts.ts";

/** As many ASCII letters and digits as come of a character of two units; of one it is three: 🅎 is ppv. */
const MOST_OF_PAIR = 2;
const LONGEST_OF_PAIR = "ppv";

/**
 * Accepts at least every text whose folding has one of these folded words, standing as it must. What becomes of a unit
 * in folding may hang on those around it; but each ASCII letter or digit of the folding comes from a unit that has it in
 * its decomposition, in the same order, and an ASCII unit becomes nothing but itself.
 */
export function wordsReader(words: readonly SoughtWord[]): Reader {
  const signs = new Set(words.flatMap(({ text }) => [...text]));
  const areBound = words.some(({ mode }) => mode === "word");
  const kinds = kindsOf(signs, areBound);
  const { length: count } = words;

  return {
    start: "|",
    tests: Array.from({ length: Math.ceil(Math.log2(kinds.size + 1)) }, (_, bit) => (unit: string) => {
      return (((kinds.get(factsOf(unit)) ?? 0) >> bit) & 1) === 1;
    }),
    isExact: false,
    step(known, before, unit) {
      if (known === MATCHED) return MATCHED;
      const [mark = "", list = ""] = known.split("|");
      const places = list === "" ? [] : list.split(",").map(Number);
      if (unit === undefined) return places.some(isRead) ? MATCHED : known;
      const isLone = before === undefined || factsOf(before).half !== "first";
      const facts = factsOf(unit);
      // The second half of nothing is like the first half of it: no letter comes of it.
      return advance(mark !== "", places, isLone && facts.half === "second" ? factsOf("\ud800") : facts);
    },
  };

  /** Whether a word has been read to its end, at a place; it ends there unless a letter or digit follows. */
  function isRead(place: number): boolean {
    return Math.floor(place / count) === words[place % count]?.text.length;
  }

  function advance(isBehindLetter: boolean, places: readonly number[], unit: UnitFacts): string {
    const next = new Set<number>();
    for (const place of places.filter(isRead)) {
      if (unit.isDropped) next.add(place);
      else if (!unit.startsPlain) return MATCHED;
    }
    for (const [index, word] of words.entries()) {
      const { length } = word.text;
      // Behind a letter or digit none begins that must stand alone; but it may in the middle of ½.
      const isVain = isBehindLetter && unit.isOne && word.mode === "word" && isPlain(word.text[0]);
      const begun = places
        .filter((place) => place % count === index)
        .map((place) => Math.floor(place / count));
      for (const at of isVain ? begun : [0, ...begun]) {
        for (const to of readOn(word.text, at, unit)) {
          const isBound = unit.isOne && word.mode === "word" && isPlain(word.text.at(-1));
          if (to === length && !isBound) return MATCHED;
          if (to > 0) next.add(to * count + index);
        }
      }
    }
    const isBehind = areBound && (unit.isDropped ? isBehindLetter : unit.endsPlain);
    return `${isBehind ? "a" : ""}|${[...next].sort((a, b) => a - b).join()}`;
  }
}

/** How much of a word may have been read after one more unit, when so much of it was read before. */
function readOn(word: string, at: number, { ascii, half, letters, mayBeDropped }: UnitFacts): number[] {
  const [before, first] = [word[at - 1], word[at]];
  if (first === undefined) return [];
  if (ascii !== undefined) {
    const next = before === " " && isBlank(ascii) ? [at] : [];
    return becomes(ascii, first) ? [...next, at + 1] : next;
  }
  // What is neither ASCII letter nor digit may have come of several units.
  const next = mayBeDropped || (before !== undefined && !isPlain(before)) ? [at] : [];
  let used = 0;
  for (let to = at; to < word.length; to++) {
    const letter = word[to] ?? "";
    if (isPlain(letter)) {
      if (half === "first") break;
      if (half === undefined) used = letters.indexOf(letter, used) + 1;
      else if (used < MOST_OF_PAIR || word.slice(at, to + 1) === LONGEST_OF_PAIR) used++;
      else break;
      if (used === 0) break;
    }
    next.push(to + 1);
  }
  return next;
}

/** Whether an ASCII unit may fold to this: to itself in lower case, to a blank, or, before a tilde, to an ñ. */
function becomes(ascii: string, folded: string): boolean {
  const lower = ascii.toLowerCase();
  return lower === folded || (folded === " " && isBlank(ascii)) || (folded === "ñ" && lower === "n");
}

function isBlank(unit: string): boolean {
  return /^\s$/.test(unit);
}

/** Numbers for units that words with these signs tell apart. */
function kindsOf(signs: ReadonlySet<string>, areBound: boolean): ReadonlyMap<UnitFacts, number> {
  const kinds = new Map<UnitFacts, number>();
  const numbers = new Map<string, number>();
  for (const facts of allFacts()) {
    const { ascii, half, letters, mayBeDropped, isDropped, startsPlain, endsPlain, isOne } = facts;
    const sign = ascii === undefined ? "-" : [...signs].filter((each) => becomes(ascii, each)).join("");
    const supply = ascii === undefined ? [...letters].filter((letter) => signs.has(letter)).join("") : "";
    const blank = ascii !== undefined && isBlank(ascii);
    const edges = areBound ? [isDropped, startsPlain, endsPlain, isOne] : [];
    const key = JSON.stringify([ascii !== undefined, sign, blank, half, supply, mayBeDropped, ...edges]);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    kinds.set(facts, number);
  }
  return kinds;
}
