/** Text of strangers as it may stand in a sentence: one line, short, nothing that cannot be seen. */

/** How long a name may be in a sentence. */
const MAX_NAME = 80;

/** One line of at most `most` characters, shortened with an ellipsis. Never throws, and reads no more than it shows. */
export function shown(text: string, most: number = MAX_NAME): string {
  if (text.length <= most && PLAIN.test(text)) return text;
  // White space is collapsed, and characters of two units counted once, in what may become the beginning.
  const line = text
    .slice(0, 4 * most + 400)
    .replace(INVISIBLE, "")
    .replace(LONELY, "\uFFFD")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  if (characters.length <= most && text.length <= 4 * most + 400) return line;
  return `${characters.slice(0, most - 1).join("")}…`;
}

/** Words of letters and signs of Western languages, one space apart: most names, which need no more than a look. */
const PLAIN = /^[!-~\u00A1-\u00AC\u00AE-\u024F]+(?: [!-~\u00A1-\u00AC\u00AE-\u024F]+)*$/;

/** Also what turns the direction of the rest of the sentence around. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Halves of characters. */
const LONELY = /\p{Cs}/gu;

/** An id, or a name of a fact: in backticks. */
export function asCode(id: string): string {
  return `\`${shown(id).replaceAll("`", "'")}\``;
}
