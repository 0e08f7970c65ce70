/** Dropped from every text: they cannot be seen and break words apart (spec §4.1). U+200D is dealt with apart. */
const INVISIBLE = /\u200B|\u200C|\u2060|\uFEFF|\u00AD|\uFE0E|\uFE0F/g;

/** A joiner that joins no two pictographs. Those that do make one emoji of them: 👩‍💻 is not 👩💻. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * Runs of marks that no writing has. Normalizing sorts each run in time that grows with its square: a message of
 * nothing else would hold the host for minutes.
 */
const ENDLESS_MARKS = /(\p{M}{128})\p{M}+/gu;

/** Whether a text can be normalized without holding the host: it has no run of more than 128 marks. */
export function isNormalizable(text: string): boolean {
  return text.search(ENDLESS_MARKS) === -1;
}

/** Marks of decomposed text, except the tilde that makes an ñ of an n. */
const ACCENT = /(?<!n)\u0303|(?!\u0303)\p{M}/gu;

/**
 * Text in the form in which words are compared (spec §4.1): invisible characters dropped, compatibility forms
 * made one (NFKC), lower case, no accents but with ñ, runs of white space as one space, none at the ends.
 * Folding twice is folding once.
 */
export function fold(text: string): string {
  return (
    text
      .replace(INVISIBLE, "")
      .replace(STRAY_JOINER, "")
      // They are accents, and would be removed below.
      .replace(ENDLESS_MARKS, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll("ς", "σ")
      .normalize("NFD")
      .replace(ACCENT, "")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
  );
}
