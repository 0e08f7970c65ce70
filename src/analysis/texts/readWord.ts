/** How the signs of a word come of the units of a text. */
import { isEdge, isPlain, type UnitFacts } from "./unitFacts.ts";

/**
 * What must follow: a tilde, where an n has been read and the word has an ñ; or any mark, where it is the other way round:
 * a tilde makes an ñ of an n only if it stands right behind it.
 */
export type Need = "tilde" | "mark";

/** How much of a word may have been read, and what must follow then. */
export interface Progress {
  readonly reached: readonly (readonly [read: number, needs?: Need])[];
  /** Whether it has been found, whatever follows. */
  readonly isFound: boolean;
}

/** Whether a word must stand alone, and whether a letter or digit stands before the unit. */
export interface Setting {
  readonly isBound: boolean;
  readonly isBehindLetter: boolean;
}

/** What characters of two units become that become several ASCII letters or digits: 🆐 is dj. */
const PAIRS = ["cd", "dj", "hv", "mc", "md", "mr", "mv", "ppv", "sd", "ss", "wc", "wz"];

/** What touches a word beside it. */
const TOUCHES = /[\p{L}\p{N}]/u;

/** How much of a word may have been read after one more unit, when so much of it was read before. */
export function readOn(word: string, at: number, unit: UnitFacts, setting: Setting): Progress {
  if (at === word.length) return { reached: [], isFound: false };
  if (unit.yields !== undefined) return readSure(word, at, unit.yields, setting);
  const reached = readRough(word, at, unit);
  return { reached: reached.map((to) => [to]), isFound: reached.includes(word.length) };
}

/** Of a unit of which it is not known what comes of it. */
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

function readSure(word: string, at: number, yields: string, { isBound, isBehindLetter }: Setting): Progress {
  const reached: [number, Need?][] = yields === "" || (yields === " " && word[at - 1] === " ") ? [[at]] : [];
  let isFound = false;
  // A word that has begun goes on with the first; one that begins may begin with any of them.
  const starts = at > 0 ? [0] : yields.split("").map((_, start) => start);
  for (const start of starts) {
    const isTouched = start === 0 ? isBehindLetter : TOUCHES.test(yields[start - 1] ?? "");
    if (isBound && at === 0 && isTouched && isEdge(word[0])) continue;
    const to = Math.min(word.length, at + yields.length - start);
    const needs = isRead(word.slice(at, to), yields.slice(start));
    if (to === at || needs === false) continue;
    const after = yields[start + to - at];
    const isEndBound = isBound && isEdge(word.at(-1));
    if (needs !== undefined) reached.push([to, needs]);
    else if (to < word.length || (isEndBound && after === undefined)) reached.push([to]);
    else if (!isEndBound || !TOUCHES.test(after ?? "")) isFound = true;
  }
  return { reached, isFound };
}

/** Whether a part of a word is the beginning of what comes of a unit, and what must follow for it to be. */
function isRead(part: string, yields: string): Need | false | undefined {
  if (yields.startsWith(part)) return undefined;
  const [wanted, there] = [part.at(-1), yields[part.length - 1]];
  const isAllButLast = part.length === yields.length && yields.startsWith(part.slice(0, -1));
  if (isAllButLast && wanted === "ñ" && there === "n") return "tilde";
  return isAllButLast && wanted === "n" && there === "ñ" ? "mark" : false;
}
