import { standsAlone, type WordMode } from "../../text/words.ts";

/** A folded word, and how it must stand in the text. */
export interface SoughtWord {
  readonly text: string;
  readonly mode: WordMode;
}

/** Whether a folded word occurs in a folded text. For many words in one text, the evaluator has tables of them. */
export function hasWord(text: string, word: string, mode: WordMode): boolean {
  return placesOf(text, word, mode).next().done === false;
}

/** Whether every text that has the one word has the other too, inside it. */
export function bringsWord(one: SoughtWord, other: SoughtWord): boolean {
  // At its edges a word is as alone as the other must be. What stands anywhere may have letters on both sides.
  if (one.mode === "word" || other.mode === "substring") return hasWord(one.text, other.text, other.mode);
  // These letters are no part of it: they bring nothing.
  const surrounded = `a${one.text}a`;
  for (const at of placesOf(surrounded, other.text, other.mode)) {
    if (at > 0 && at + other.text.length < surrounded.length) return true;
  }
  return false;
}

function* placesOf(text: string, word: string, mode: WordMode): Generator<number> {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (mode === "substring" || standsAlone(text, at, at + word.length)) yield at;
  }
}
