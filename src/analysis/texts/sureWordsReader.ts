/** Words that must not stand in a message, as an automaton. */

import { isPictographUnit } from "../../text/fold.ts";
import type { WordMode } from "../../text/words.ts";
import { surePatternReader } from "./patternReader.ts";
import type { Reader } from "./reader.ts";
import { unitsOf } from "./unitFacts.ts";

/**
 * Accepts only texts whose folding has one of some folded words for certain: those in which each sign of it is written in
 * one unit, with nothing between them. Nothing where that can be said of none of the words.
 */
export function sureWordsReader(words: readonly string[], mode: WordMode): Reader | undefined {
  const patterns = words.flatMap((word) => patternOf(word, mode) ?? []);
  return patterns.length === 0 ? undefined : surePatternReader(patterns.join("|"), "");
}

/** No letter or digit comes of it, and it changes none. */
const STANDS_APART = "[\\0-/:-@[-`{-\\x7f]";

function patternOf(word: string, mode: WordMode): string | undefined {
  const signs = [...word].map(writtenOf);
  if (signs.includes(undefined)) return undefined;
  const isBound = (sign = "") => mode === "word" && /[\p{L}\p{N}]/u.test(sign);
  const before = isBound(word[0]) ? `(?:^|${STANDS_APART})` : "";
  // Marks go, whatever they stand on; but behind an n or ñ they may make it the other.
  const behind = isBound(word.at(-1))
    ? `(?:$|${STANDS_APART})`
    : /[nñ]$/.test(word)
      ? "(?:$|[\\0-\\x7f])"
      : "";
  return `${before}${signs.join("")}${behind}`;
}

/** How a sign of a word may be written, if that is known of some units. */
function writtenOf(sign: string): string | undefined {
  if (sign.length > 1) return isPictographUnit(sign, 0) ? sign : undefined;
  const found = written.get(sign) ?? `${classOf(unitsOf(sign))}${sign === " " ? "+" : ""}`;
  written.set(sign, found);
  return found === "" ? undefined : found;
}

/** By sign. */
const written = new Map<string, string>();

function classOf(units: readonly string[]): string {
  const codes = units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return codes.length === 0 ? "" : `[${codes.join("")}]`;
}
