/** Words that must not stand in a message, as an automaton. */
import type { WordMode } from "../../text/words.ts";
import { surePatternReader } from "./patternReader.ts";
import type { Reader } from "./reader.ts";

/**
 * Accepts only texts whose folding has one of some folded words for certain: those in which it stands in ASCII, with
 * nothing behind it that could change a letter. Nothing where that can be said of none of the words.
 */
export function sureWordsReader(words: readonly string[], mode: WordMode): Reader | undefined {
  const plain = words.filter((word) => /^[!-~]+(?: [!-~]+)*$/.test(word));
  if (plain.length === 0) return undefined;
  const isBound = (letter: string | undefined) => mode === "word" && /^[0-9a-z]$/.test(letter ?? "");
  const written = plain.map((word) => {
    const before = isBound(word[0]) ? `(?:^|${STANDS_APART})` : "";
    if (isBound(word.at(-1))) return `${before}${escaped(word)}(?:$|${STANDS_APART})`;
    // Marks go, whatever they stand on; but with a tilde an n becomes an ñ.
    return `${before}${escaped(word)}${word.endsWith("n") ? "(?:$|[\\0-\\x7f])" : ""}`;
  });
  return surePatternReader(written.join("|"), "i");
}

/** No letter or digit comes of it. */
const STANDS_APART = "[^0-9A-Za-z\\u0080-\\uffff]";

function escaped(word: string): string {
  return word.replace(/[^0-9a-z ]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
}
