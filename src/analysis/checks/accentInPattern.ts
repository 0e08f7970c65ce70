import { parsePattern } from "../../text/regex/parse.ts";
import type { Node, Pattern } from "../../text/regex/tree.ts";
import { nullable } from "../../text/regex/tree.ts";
import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** `\b` beside an accented letter or ñ, which is no letter to it: `\bllegó\b` never matches as meant. */
export const accentInPattern = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "messageMatches")) {
        const { pattern, flags = "i" } = condition;
        const letter = letterAtEdge(pattern.normalize("NFC"), flags);
        if (letter === undefined) continue;
        const rule = ruleName(each);
        yield {
          path: [...path, "pattern"],
          texts: {
            es: `En ${rule.es} la expresión regular ${quoted(pattern)} tiene \\b junto a ${quoted(letter)}, que para \\b no es una letra: no encuentra la palabra. Usa “Mensaje contiene”, o (?<!\\p{L}) y (?!\\p{L}) con u.`,
            en: `In ${rule.en} the regular expression ${quoted(pattern)} has \\b beside ${quoted(letter)}, which is no letter to \\b: it does not find the word. Use “message contains”, or (?<!\\p{L}) and (?!\\p{L}) with u.`,
          },
        };
      }
    }
  },
});

/** A letter outside ASCII that may stand right beside a `\b`. */
function letterAtEdge(pattern: string, flags: string): string | undefined {
  // Nearly no pattern has both: the others need not be taken apart.
  if (!pattern.includes("\\b") || !NON_ASCII_LETTER.test(pattern)) return undefined;
  const parsed = parsePattern(pattern, flags);
  return sequencesIn(parsed.root)
    .flatMap((items) => items.flatMap((item, at) => (isEdge(item) ? besides(items, at, parsed) : [])))
    .at(0);
}

const NON_ASCII_LETTER = /(?![a-zA-Z])\p{L}/u;

function isEdge(node: Node): boolean {
  return node.kind === "assert" && node.what === "edge" && !node.negated;
}

/** Every run of nodes that follow one another. */
function sequencesIn(node: Node): (readonly Node[])[] {
  const below = "items" in node ? node.items : "item" in node ? [node.item] : [];
  return [...(node.kind === "sequence" ? [node.items] : []), ...below.flatMap(sequencesIn)];
}

function besides(items: readonly Node[], at: number, pattern: Pattern): string[] {
  return [
    ...lettersAt("end", items.slice(0, at), pattern),
    ...lettersAt("start", items.slice(at + 1), pattern),
  ];
}

/** The letters outside ASCII with which these nodes, one after another, may start or end. */
function lettersAt(side: "start" | "end", items: readonly Node[], pattern: Pattern): string[] {
  const letters: string[] = [];
  for (const item of side === "start" ? items : [...items].reverse()) {
    letters.push(...lettersOf(side, item, pattern));
    if (!nullable(item)) break;
  }
  return letters;
}

function lettersOf(side: "start" | "end", node: Node, pattern: Pattern): string[] {
  if (node.kind === "char") {
    const source = pattern.atoms[node.atom]?.source ?? "";
    // A class of what is not there names letters that do not match; one with ranges is for whole words, and finds most.
    return /^\[(?:\^|.*-)/.test(source) ? [] : (NON_ASCII_LETTER.exec(source)?.slice(0, 1) ?? []);
  }
  if (node.kind === "sequence") return lettersAt(side, node.items, pattern);
  if (node.kind === "choice") return node.items.flatMap((item) => lettersOf(side, item, pattern));
  return node.kind === "group" || node.kind === "repeat" ? lettersOf(side, node.item, pattern) : [];
}
