/** Worlds of words and patterns. */
import type { Random } from "../worlds.ts";
import type { Leaf } from "./crowd.ts";
import { BLANK, leavesBy, ONE, type World } from "./world.ts";

/** Few characters, among them those that folding, normalizing or ignoring case makes others. */
const ALPHABETS: readonly (readonly string[])[] = [
  ["a", "n", "\u0303", "\u200b", " ", "-", "N", "ñ", "\n", "1"],
  ["s", "ß", "ſ", "S", "σ", "ς", "Σ", " ", "K", "k"],
  ["i", "İ", "I", "ı", "\u0307", "-", "_", "í", "\u0301"],
  ["😀", "👍", "🏽", "\u200d", "👩", "a", " ", "\ufe0f", "\ud83d"],
  ["a", "b", "c", "d", " "],
  ["1", "2", ".", "-", "k", "K", " "],
  ["f", "i", "ﬁ", "Ａ", "a", "½", "1", "2", "²"],
  ["e", "é", "e\u0301", "E", "\u0301", "\u0323", "o", "º", " "],
];

/** Every short text over few characters, and words and patterns over the same. */
export function textWorld(random: Random): World {
  const alphabet = random.pick(ALPHABETS);
  const leaf = () => (random.below(5) < 2 ? wordsOver(alphabet, random) : matchOver(alphabet, random));
  return {
    workspace: BLANK,
    leaves: leavesBy(leaf, 28, random),
    parts: [{ ...ONE, type: "message.received", texts: [null, ...textsOver(alphabet)] }],
    triggers: ["message.received"],
  };
}

/** Every text of up to four characters, or fewer where these are too many. */
function textsOver(alphabet: readonly string[]): string[] {
  let texts = [""];
  for (let length = 1; length <= 4; length++) {
    const next = texts.filter((text) => [...text].length === length - 1 || length === 1);
    texts = [...texts, ...next.flatMap((text) => alphabet.map((each) => text + each))];
    if (texts.length > 7000) break;
  }
  return [...new Set(texts)];
}

function wordsOver(alphabet: readonly string[], random: Random): Leaf {
  const string = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(alphabet)).join("");
  return {
    type: "messageContains",
    // Half a character is no word: nobody can write one.
    words: Array.from({ length: random.pick([1, 1, 2, 3]) }, () => string(3).replace(/\p{Cs}/gu, "a")),
    ...(random.below(2) === 0 ? { mode: "substring" } : {}),
    ...(random.below(3) === 0 ? { match: "all" } : {}),
  };
}

function matchOver(alphabet: readonly string[], random: Random): Leaf {
  const flags = ["i", "s", "u", "m"].filter((flag) => random.below(flag === "i" ? 2 : 4) === 0).join("");
  return {
    type: "messageMatches",
    pattern: patternOf(random, alphabet, 3),
    ...(random.below(2) === 0 ? {} : { flags: random.below(9) === 0 ? "v" : flags }),
  };
}

/** A pattern over these characters, nested at most so deep. */
function patternOf(random: Random, alphabet: readonly string[], depth: number): string {
  const one = () => random.pick(alphabet).replace(/[.\-^$*+?()[\]{}|/\\]/g, "\\$&");
  const inner = () => patternOf(random, alphabet, depth - 1);
  const simple: (() => string)[] = [
    ...[one, one, one, () => one() + one(), () => one() + one()],
    () => `[${one()}${one()}]`,
    () => `[^${one()}${one()}]`,
    () => random.pick([".", "\\w", "\\d", "\\s", "\\W", "\\S", "\\b", "\\B", "^", "$"]),
  ];
  if (depth <= 0) return random.pick(simple)();
  return random.pick<() => string>([
    ...simple,
    () => inner() + inner(),
    () => inner() + inner(),
    () => `^${inner()}`,
    () => `${inner()}$`,
    () => `^${inner()}$`,
    () => `(?:${inner()}|${inner()})`,
    () => `(?:${inner()})${random.pick(["*", "+", "?", "{2}", "{1,2}", "*?"])}`,
    () => `(${inner()})${random.pick(["", "\\1", "+\\1"])}`,
    () => `(?=${inner()})${inner()}`,
    () => `(?!${inner()})${inner()}`,
    () => `${inner()}(?!${inner()})`,
    () => `(?<=${inner()})${inner()}`,
    () => `(?<!${inner()})${inner()}`,
    () => `\\b${inner()}\\b`,
  ])();
}
