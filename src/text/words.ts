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
    if (mode === "substring" || standsAlone(text, word, at)) return true;
  }
  return false;
}

/** No letter or digit touches an edge of the word that is itself a letter or digit. */
function standsAlone(text: string, word: string, at: number): boolean {
  const end = at + word.length;
  return !(
    (endsInWordCharacter(text.slice(Math.max(0, at - 2), at)) && startsWithWordCharacter(word)) ||
    (startsWithWordCharacter(text.slice(end, end + 2)) && endsInWordCharacter(word.slice(-2)))
  );
}

function startsWithWordCharacter(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

function endsInWordCharacter(text: string): boolean {
  return /[\p{L}\p{N}]$/u.test(text);
}

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
