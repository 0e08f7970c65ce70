import { fold } from "./fold.ts";

/** How a word must stand in the text: as a word of its own, or anywhere. */
export type WordMode = "word" | "substring";

/** Words as they are searched: folded, without those of which nothing is left. */
export function foldWords(words: readonly string[]): string[] {
  return [...new Set(words.map(fold))].filter((word) => word !== "");
}

/** Whether a folded word occurs in a folded text (spec §4.1). */
export function containsWord(text: string, word: string, mode: WordMode): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (mode === "substring" || standsAlone(text, at, at + word.length)) return true;
  }
  return false;
}

/** No letter or digit touches an edge of `text[start, end)` that is itself a letter or digit. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !(
    (endsInWordCharacter(text, start) && startsWithWordCharacter(text, start)) ||
    (startsWithWordCharacter(text, end) && endsInWordCharacter(text, end))
  );
}

/** Whether a letter or digit begins at a place of a text. */
function startsWithWordCharacter(text: string, at: number): boolean {
  return isWordCharacter(text.codePointAt(at));
}

/** Whether a letter or digit ends at a place of a text. */
function endsInWordCharacter(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isWordCharacter(isLowSurrogate && at > 1 ? text.codePointAt(at - 2) : last);
}

function isWordCharacter(codePoint: number | undefined): boolean {
  if (codePoint === undefined || Number.isNaN(codePoint)) return false;
  if (codePoint < 128) return ASCII_WORD.has(codePoint);
  return /^[\p{L}\p{N}]/u.test(String.fromCodePoint(codePoint));
}

const ASCII_WORD: ReadonlySet<number> = new Set(
  [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].map((character) =>
    character.charCodeAt(0),
  ),
);

/**
 * The page's comma-separated words as a list: a backslash before a comma keeps it in the word,
 * before another backslash means one; blanks are dropped.
 */
export function parseWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const [token] of text.matchAll(/\\[,\\]|./gsu)) {
    if (token === ",") {
      words.push(word);
      word = "";
    } else {
      word += token.length === 2 && token.startsWith("\\") ? token.slice(1) : token;
    }
  }
  return [...words, word].map((each) => each.trim()).filter((each) => each !== "");
}
