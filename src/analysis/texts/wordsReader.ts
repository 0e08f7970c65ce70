/** The automaton of words: it reads a message as it is written and accepts at least every one whose folding has a word. */
import type { SoughtWord } from "./hasWord.ts";
import { DEAD, MATCHED, type Reader, readerOf } from "./reader.ts";
import { factsOf, factsWith, isPlain, type UnitFacts, withoutTildes } from "./unitFacts.ts";

/** Of the numbers of kinds. */
const BITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** What characters of two units become that become several ASCII letters or digits: 🆐 is dj. */
const PAIRS = ["cd", "dj", "hv", "mc", "md", "mr", "mv", "ppv", "sd", "ss", "wc", "wz"];

/**
 * Accepts at least every text whose folding has one of these folded words, standing as it must. What becomes of a unit
 * hangs on those around it in few ways only (`UnitFacts`); where it does, more is accepted.
 */
export function wordsReader(words: readonly SoughtWord[]): Reader {
  const texts = words.map(({ text }) => withoutTildes(text));
  const signs = new Set(texts.flatMap((text) => text.split("")));
  const areBound = words.some(({ mode }) => mode === "word");
  const kindOf = kindsOf(signs, areBound);
  const { length: count } = words;

  return readerOf({
    start: "|",
    tests: BITS.map((bit) => (unit: string) => ((kindOf(factsOf(unit)) >> bit) & 1) === 1),
    step(known, before, unit) {
      const [mark = "", list = ""] = known.split("|");
      const places = list === "" ? [] : list.split(",").map(Number);
      if (unit === undefined) return places.some(isRead) ? MATCHED : DEAD;
      const isLone = before === undefined || factsOf(before).half !== "first";
      const facts = factsOf(unit);
      // The second half of nothing is like the first half of it: no letter comes of it.
      return advance(mark !== "", places, isLone && facts.half === "second" ? factsOf("\ud800") : facts);
    },
  });

  /** Whether a word has been read to its end, at a place; it ends there unless a letter or digit follows. */
  function isRead(place: number): boolean {
    return Math.floor(place / count) === texts[place % count]?.length;
  }

  function advance(isBehindLetter: boolean, places: readonly number[], unit: UnitFacts): string {
    const next = new Set<number>();
    for (const place of places.filter(isRead)) {
      if (unit.isDropped) next.add(place);
      else if (!isPlain(unit.yields?.[0])) return MATCHED;
    }
    for (const [index, { mode }] of words.entries()) {
      const text = texts[index] ?? "";
      const begun = places
        .filter((place) => place % count === index)
        .map((place) => Math.floor(place / count));
      for (const at of [0, ...begun]) {
        const { reached, isFound } = readOn(text, at, unit, { isBound: mode === "word", isBehindLetter });
        if (isFound) return MATCHED;
        for (const to of reached) if (to > 0) next.add(to * count + index);
      }
    }
    const isBehind = areBound && (unit.isDropped ? isBehindLetter : isPlain(unit.yields?.at(-1)));
    return `${isBehind ? "a" : ""}|${[...next].sort((a, b) => a - b).join()}`;
  }
}

/** How much of a word may have been read; a word that must stand alone is found once more is read than it has. */
interface Progress {
  readonly reached: readonly number[];
  readonly isFound: boolean;
}

/** Whether a word must stand alone, and whether a letter or digit stands before the unit. */
interface Setting {
  readonly isBound: boolean;
  readonly isBehindLetter: boolean;
}

/** How much of a word may have been read after one more unit, when so much of it was read before. */
function readOn(word: string, at: number, unit: UnitFacts, setting: Setting): Progress {
  if (at === word.length) return { reached: [], isFound: false };
  if (unit.yields !== undefined) return readSure(word, at, unit.yields, setting);
  const reached = readRough(word, at, unit);
  return { reached, isFound: reached.includes(word.length) };
}

function readRough(word: string, at: number, { letters, half }: UnitFacts): number[] {
  const before = word[at - 1];
  // What is neither ASCII letter nor digit may have come of several units.
  const next = half !== undefined || (before !== undefined && !isPlain(before)) ? [at] : [];
  let used = 0;
  for (let to = at; to < word.length; to++) {
    const letter = word[to] ?? "";
    if (isPlain(letter)) {
      if (half === "first") break;
      if (half === undefined) used = letters.indexOf(letter, used) + 1;
      else used = isOfPair(word.slice(at, to + 1)) ? 1 : 0;
      if (used === 0) break;
    }
    next.push(to + 1);
  }
  return next;
}

/** Whether the letters of a part of a word may come of one character of two units. */
function isOfPair(part: string): boolean {
  const letters = part.split("").filter(isPlain).join("");
  return letters.length === 1 || PAIRS.some((pair) => pair.includes(letters));
}

/** What touches a word beside it. */
const TOUCHES = /[\p{L}\p{N}]/u;

function readSure(word: string, at: number, yields: string, { isBound, isBehindLetter }: Setting): Progress {
  const reached = yields === "" || (yields === " " && word[at - 1] === " ") ? [at] : [];
  let isFound = false;
  // A word that has begun goes on with the first; one that begins may begin with any of them.
  const starts = at > 0 ? [0] : yields.split("").map((_, start) => start);
  for (const start of starts) {
    const rest = word.slice(at, at + yields.length - start);
    if (rest === "" || !yields.startsWith(rest, start)) continue;
    const isTouched = start === 0 ? isBehindLetter : TOUCHES.test(yields[start - 1] ?? "");
    if (isBound && at === 0 && isTouched && isPlain(word[0])) continue;
    const to = at + rest.length;
    const after = yields[start + rest.length];
    const isEndBound = isBound && isPlain(word.at(-1));
    if (to < word.length || (isEndBound && after === undefined)) reached.push(to);
    else if (!isEndBound || !TOUCHES.test(after ?? "")) isFound = true;
  }
  return { reached, isFound };
}

/** Numbers for units that words with these signs tell apart. */
function kindsOf(signs: ReadonlySet<string>, areBound: boolean): (facts: UnitFacts) => number {
  const kinds = new Map<UnitFacts, number>();
  const numbers = new Map<string, number>();
  // Of other signs counts where they stand, and whether they touch what is beside them.
  const known = (text: string) =>
    text
      .split("")
      .map((sign) => (signs.has(sign) ? sign : TOUCHES.test(sign) ? "\0" : "\x01"))
      .join("");
  for (const facts of factsWith(signs)) {
    const key = `${known(facts.yields ?? facts.letters)} ${roughKind(facts, areBound)}`;
    const number = numbers.get(key) ?? ROUGH_KINDS + numbers.size;
    numbers.set(key, number);
    kinds.set(facts, number);
  }
  return (facts) => kinds.get(facts) ?? roughKind(facts, areBound);
}

const ROUGH_KINDS = 128;

/** What tells units apart of which none of the signs comes. */
function roughKind({ yields, half, isDropped }: UnitFacts, areBound: boolean): number {
  const plain = [half === "first", half === "second", yields === undefined, yields === "", yields === " "];
  const kind = plain.findIndex((is) => is) + 1;
  if (!areBound) return kind;
  const edges = [isDropped, isPlain(yields), isPlain(yields?.[0]), isPlain(yields?.at(-1))];
  return edges.reduce((sum, is) => sum * 2 + (is ? 1 : 0), kind);
}
