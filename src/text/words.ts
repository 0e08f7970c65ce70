import { fold, plainUnit } from "./fold.ts";

/** How a word must stand in the text: as a word of its own, or anywhere. */
export type WordMode = "word" | "substring";

/** The keys of the words that were found in a text. */
export type WordsFound = Pick<ReadonlySet<number>, "has" | typeof Symbol.iterator>;

/** Words as they are searched: folded, without those of which nothing is left. */
export function foldWords(words: readonly string[]): string[] {
  return [...new Set(words.map(fold))].filter((word) => word !== "");
}

/** No letter or digit touches an edge of `text[start, end)` that is itself a letter or digit. For folded text. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !(
    (endsInWordCharacter(text, start) && startsWithWordCharacter(text, start)) ||
    (startsWithWordCharacter(text, end) && endsInWordCharacter(text, end))
  );
}

/** As `standsAlone`, for text of plain units as it was written. */
export function standsAloneInPlain(text: string, start: number, end: number): boolean {
  return !(
    (isPlainWordUnit(text, start - 1) && isPlainWordUnit(text, start)) ||
    (isPlainWordUnit(text, end - 1) && isPlainWordUnit(text, end))
  );
}

function isPlainWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordCharacter(plainUnit(text.charCodeAt(at)));
}

/** Whether a letter or digit begins at a place of a text. */
function startsWithWordCharacter(text: string, at: number): boolean {
  return isWordCharacter(text.codePointAt(at));
}

/** Whether a letter or digit ends at a place of a text. */
function endsInWordCharacter(text: string, at: number): boolean {
  const pair = at > 1 ? text.codePointAt(at - 2) : undefined;
  return isWordCharacter(pair !== undefined && pair > 0xffff ? pair : text.charCodeAt(at - 1));
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
