import { EMPTY, type Node } from "./tree.ts";

/** No emoji sequence that Unicode recommends is longer than ten characters; room is left for new ones. */
const LONGEST_EMOJI = 16;
export const EMOJI_STRINGS = /\\p\{(?:Basic_Emoji|Emoji_Keycap_Sequence|RGI_\w+)\}/;
const QUOTED = /\\q\{((?:\\u\{[^}]*\}|\\[\s\S]|[^}\\])*)\}/gu;
const CHARACTER =
  /\\u\{[^}]*\}|\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\x\w\w|\\c\w|\\[\s\S]|[\s\S]/gu;

/**
 * What a string of the class has in its first, its second and all further places, and, of emoji, behind a joiner, which
 * is the last of these (UTS #51, ED-17). The host need only be asked about what looks like a string of the class.
 */
const PLACES = [
  { from: 0, to: 1, property: "\\p{Emoji}" },
  { from: 1, to: 2, property: "[\\p{Emoji_Component}--[0-9#*]]" },
  { from: 2, to: Infinity, property: "[\\p{Emoji_Component}--[0-9#*]--\\p{RI}]" },
  { from: 0, to: 0, property: "\\p{Emoji}" },
  { from: 0, to: 0, property: "\\u200D" },
];

/** Registers a question about characters and gives its index in `Pattern.atoms`. */
type AskAtom = (
  source: string,
  flags: string,
  literal?: number,
  length?: number,
  needs?: readonly number[],
) => number;

/**
 * The tree of a class that can match several characters at once (`\q{…}`, `\p{RGI_Emoji}`, only with `v`), or
 * undefined if it cannot. Each length is a branch of its own, the longest first as the standard has it
 * (§22.2.2.7): any characters, that many, where the host says that the next ones are in the class.
 */
export function stringClass(source: string, flags: string, ask: AskAtom): Node | undefined {
  const emoji = EMOJI_STRINGS.test(source);
  const quoted = [...source.matchAll(QUOTED)].flatMap(([, strings = ""]) => alternatives(strings));
  if (!emoji && quoted.length === 0) return undefined;
  const needs = PLACES.map(({ from, to, property }) =>
    ask(
      oneOf(
        quoted.flatMap((string) => string.slice(from, to)),
        emoji ? property : "",
      ),
      flags,
    ),
  );
  const longest = Math.max(emoji ? LONGEST_EMOJI : 1, ...quoted.map((string) => string.length));
  const any: Node = { kind: "char", atom: ask("[^]", "u") };
  const items: Node[] = [];
  for (let length = longest; length > 1; length--) {
    const atom = ask(source, flags, -1, length, needs);
    items.push({
      kind: "sequence",
      items: [{ kind: "assert", what: "after", negated: false, atom }, ...Array<Node>(length).fill(any)],
    });
  }
  items.push({ kind: "char", atom: ask(source, flags) });
  if (new RegExp(`^${source}$`, flags).test("")) items.push(EMPTY);
  return { kind: "choice", items };
}

/** The strings of `\q{…}`, each as the sources of its characters. */
function alternatives(source: string): string[][] {
  const strings: string[][] = [[]];
  for (const [character] of source.matchAll(CHARACTER)) {
    if (character === "|") strings.push([]);
    else strings.at(-1)?.push(character);
  }
  return strings;
}

/** A class of these characters: each in brackets of its own, so that no two meet as an operator. */
function oneOf(characters: readonly string[], more: string): string {
  return `[${[...new Set(characters)].map((character) => `[${character}]`).join("")}${more}]`;
}
