/** Folding and the search for words (spec §4.1). */

/** Invisible characters, all but the zero-width joiner U+200D. */
const INVISIBLE = /[\u200b\u200c\u2060\ufeff\u00ad]|\ufe0e|\ufe0f/gu;

/** A zero-width joiner that does not join two emoji. */
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Any mark, except the tilde of an ñ. */
const ACCENT = /(?!(?<=n)\u0303)\p{M}/gu;

/** Text without what a reader does not see or mind: invisible characters, case, accents, kinds of white space. */
export function fold(text: string): string {
  return (
    text
      .replace(INVISIBLE, "")
      .replace(LOOSE_JOINER, "")
      .normalize("NFKC")
      .toLowerCase()
      // Lower case writes Σ in two ways, by where it stands.
      .replaceAll("ς", "σ")
      .normalize("NFD")
      .replace(ACCENT, "")
      .normalize("NFC")
      .replace(/\s+/gu, " ")
      .trim()
  );
}

/** Whether one word occurs in a text. Both are folded first. */
export function containsWord(text: string, word: string, mode: "word" | "substring"): boolean {
  const letters = Array.from(fold(text));
  const wanted = Array.from(fold(word));
  return letters.some((_, start) => {
    const end = start + wanted.length;
    const occurs = wanted.every((letter, index) => letters[start + index] === letter);
    if (!occurs || mode === "substring") return occurs;
    const touchedBefore = isLetterOrDigit(wanted[0]) && isLetterOrDigit(letters[start - 1]);
    const touchedAfter = isLetterOrDigit(wanted.at(-1)) && isLetterOrDigit(letters[end]);
    return !touchedBefore && !touchedAfter;
  });
}

function isLetterOrDigit(character: string | undefined): boolean {
  return character !== undefined && /^[\p{L}\p{N}]$/u.test(character);
}
