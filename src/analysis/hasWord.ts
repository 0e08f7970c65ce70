import { standsAlone, type WordMode } from "../text/words.ts";

/** Whether a folded word occurs in a folded text. For many words in one text, the evaluator has tables of them. */
export function hasWord(text: string, word: string, mode: WordMode): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (mode === "substring" || standsAlone(text, at, at + word.length)) return true;
  }
  return false;
}
