/** The automaton of words: it reads a message as it is written and accepts at least every one whose folding has a word. */
import type { SoughtWord } from "./hasWord.ts";
import { DEAD, MATCHED, type Onward, type Reader, readerOf } from "./reader.ts";
import { type Need, readOn } from "./readWord.ts";
import { factsOf, isEdge, type UnitFacts } from "./unitFacts.ts";
import { kindsFor } from "./unitKinds.ts";

/** How much of a word has been read: the number of the word, of its signs, and what must follow. */
type Place = readonly [word: number, read: number, needs?: Need];

/** What has been read. */
interface Reading {
  /** Whether a letter or digit stands before. */
  readonly isBehindLetter: boolean;
  readonly places: readonly Place[];
}

/**
 * Accepts at least every text whose folding has one of these folded words, standing as it must. What becomes of a unit
 * hangs on those around it in few ways only (`UnitFacts`); where it does, more is accepted.
 */
export function wordsReader(words: readonly SoughtWord[]): Reader {
  const signs = new Set(words.flatMap(({ text }) => [...text.split(""), ...(/[nñ]/.test(text) ? "nñ" : "")]));
  const areBound = words.some(({ mode }) => mode === "word");
  const kindOf = kindsFor(signs, areBound);

  return readerOf<Reading>({
    start: { isBehindLetter: false, places: [] },
    kindOf: (unit) => kindOf(factsOf(unit)),
    step({ isBehindLetter, places }, before, unit) {
      if (unit === undefined) return places.some(isRead) ? MATCHED : DEAD;
      const isLone = before === undefined || factsOf(before).half !== "first";
      const facts = factsOf(unit);
      // The second half of nothing is like the first half of it: no letter comes of it.
      return advance(isBehindLetter, places, isLone && facts.half === "second" ? factsOf("\ud800") : facts);
    },
  });

  /** Whether a word has been read to its end; it ends there unless a letter or digit follows. */
  function isRead([index, read, needs]: Place): boolean {
    return needs === undefined && read === words[index]?.text.length;
  }

  function advance(isBehindLetter: boolean, places: readonly Place[], unit: UnitFacts): Onward<Reading> {
    const next = new Map<string, Place>();
    const add = (...place: Place) => next.set(place.join(), place);
    const begun = places.flatMap((place) => marked(place, unit));
    for (const place of begun.filter(isRead)) {
      const isBound = words[place[0]]?.mode === "word";
      if (isBound && unit.isDropped) add(...place);
      else if (!isBound || !isEdge(unit.yields?.[0])) return MATCHED;
    }
    for (const [index, { text, mode }] of words.entries()) {
      const own = begun
        .filter((place) => place[0] === index && place[2] === undefined)
        .map(([, read]) => read);
      for (const at of [0, ...own]) {
        const { reached, isFound } = readOn(text, at, unit, { isBound: mode === "word", isBehindLetter });
        if (isFound) return MATCHED;
        for (const [to, needs] of reached) if (to > 0) add(index, to, ...(needs ? [needs] : []));
      }
    }
    for (const place of begun) if (place[2] !== undefined) add(...place);
    const isBehind = unit.isDropped ? isBehindLetter : isEdge(unit.yields?.at(-1));
    return {
      isBehindLetter: areBound && isBehind,
      places: [...next.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    };
  }
}

/** A place behind which what must follow has come, or may yet come; none where neither is so. */
function marked([word, read, needs]: Place, { yields, half, isTilde }: UnitFacts): Place[] {
  if (needs === undefined) return [[word, read]];
  const mayBeMark = yields === "" || half !== undefined;
  if (isTilde || (needs === "mark" && mayBeMark)) return [[word, read]];
  return mayBeMark ? [[word, read, needs]] : [];
}
