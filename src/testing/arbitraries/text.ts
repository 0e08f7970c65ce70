/** Words, patterns, and messages that hold them or nearly do. */
import type { Arbitrary } from "fast-check";
import { fc } from "../fastCheck/fc.ts";

/** Words as rules have them: accents, ñ, emoji, phrases, punctuation, none of them empty after folding. */
export const WORDS = [
  ...["baja", "cancelación", "CANCELACION", "ano", "año", "ni", "niño", "hola mundo", "¿qué?", "c++", "5g"],
  ...["👍", "👩‍💻", "👩", "❤️", "n", "ÑANDÚ", "e\u0301", "ﬁn", "Straße", "x\u200by", "__proto__"],
] as const;

/** Patterns, with flags that suit them, and a text that holds a match. */
export const PATTERNS: readonly { pattern: string; flags?: string; text: string }[] = [
  { pattern: "\\bni\\b", text: "ni" },
  { pattern: "^hola", text: "Hola mundo" },
  { pattern: "^hola$", flags: "m", text: "uno\nhola\ndos" },
  { pattern: "^hola$", flags: "im", text: "uno\nHOLA" },
  { pattern: "a.b", flags: "s", text: "a\nb" },
  { pattern: "año", text: "AÑO" },
  { pattern: "an\u0303o", flags: "", text: "año" },
  { pattern: "\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dk]", text: "12.345.678-K" },
  { pattern: "(?<!tra)baja", text: "trabaja baja" },
  { pattern: "ca(?=ncel)", text: "cancelar" },
  { pattern: "(\\w)\\1", text: "llama" },
  { pattern: "^.$", flags: "u", text: "👍" },
  { pattern: "\\p{Lu}{2}", flags: "u", text: "ÑU" },
  { pattern: "[\\p{L}--[a-z]]", flags: "v", text: "ñ" },
  { pattern: "(?:a|b)+c", flags: "i", text: "ABBAC" },
  { pattern: "^(?:hola|chao)?$", text: "chao" },
];

/** Texts that hold a match of one of the patterns. */
export function textsFor(pattern: string): string[] {
  return PATTERNS.filter((candidate) => candidate.pattern === pattern).map(({ text }) => text);
}

/** A message in which one of these words or texts may well occur, whole, changed or cut. */
export const messageText = (words: readonly string[]): Arbitrary<string> => {
  const others = fc.constantFrom(...WORDS, ...PATTERNS.map(({ text }) => text));
  const word = words.length === 0 ? others : fc.oneof(fc.constantFrom(...words), others);
  const piece = fc.tuple(word, disguise()).map(([text, change]) => change(text));
  const joint = fc.constantFrom(" ", " ", " ", "", "  ", "\u00a0", ", ", "\n", "-", "_", "\u200d");
  return fc
    .array(fc.tuple(joint, piece), { maxLength: 4 })
    .map((pieces) => pieces.map((pair, index) => (index === 0 ? pair[1] : pair.join(""))).join(""));
};

/** The same text to a reader, or nearly the same. */
export const disguise = (): Arbitrary<(text: string) => string> =>
  fc.constantFrom(...ALIKE, ...ALIKE, ...NEARLY);

const ALIKE: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFD").replace(/[\u0300\u0301]/gu, ""),
  (text) => text.replace(/^./u, (first) => `${first}\u200b`),
  (text) => text.replace(/.$/u, (last) => `\ufeff\u00ad${last}`),
  (text) => text.replaceAll(" ", "\u00a0\n "),
  (text) => text.replace(/[!-~]/gu, (ascii) => String.fromCharCode(ascii.charCodeAt(0) + 0xfee0)),
  (text) => `¡${text}!`,
  (text) => `${text}🏽`,
];

const NEARLY: readonly ((text: string) => string)[] = [
  (text) => `tra${text}`,
  (text) => `${text}s`,
  (text) => `${text}\u0301`,
  (text) => `ñ${text}`,
  (text) => `${text}1`,
  (text) => `𝟏${text}`,
  (text) => `${text}𐌰`,
  (text) => text.replaceAll("ñ", "n"),
  (text) => text.replaceAll("\u200d", ""),
  (text) => text.replaceAll(" ", ""),
  (text) => text.replace(/.$/u, ""),
];
