import { tooMany } from "./errors.ts";
import { stringClass } from "./strings.ts";
import { type Atom, BEYOND, consumes, EMPTY, type Node, type Pattern } from "./tree.ts";

/** How deep groups may nest. */
export const MAX_NESTING = 200;

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

// Sticky, and always given their place first, so that they keep nothing between calls.
const QUANTIFIER = /([*+?]|\{(\d+)(,(\d*))?\})(\??)/y;
const MODIFIERS = /\(\?([ims]*)(?:-([ims]*))?:/y;
const GROUP = /\((?:\?(?:<(?![=!])([^>]*)>|(<?)([=!])))?/y;
const ESCAPE = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|[1-9]\d*|[\s\S])/y;
const UNICODE_ESCAPE = new RegExp(
  `\\\\(?:u\\{[^}]*\\}|u[dD][89abAB]\\w\\w\\\\u[dD][c-fC-F]\\w\\w|[pP]\\{[^}]*\\})|${ESCAPE.source}`,
  "uy",
);
const OCTAL = /\\(?:[0-3][0-7]{0,2}|[4-7][0-7]?|[\s\S])/y;
const NEWLINE = "[\\n\\r\\u2028\\u2029]";

/**
 * The tree of a pattern that the host's own RegExp takes with these flags: what is left to do here is to tell the
 * parts apart, not to look for mistakes. ECMAScript 2024 §22.2.1 and Annex B.1.2; also `(?i:…)` and repeated names.
 * @throws a RegexError `regex/tooLarge` when groups nest deeper than MAX_NESTING.
 */
export function parsePattern(source: string, flags: string): Pattern {
  const pattern = parse(source, flags, []);
  // What a reference refers to, if it is one at all, depends on all the groups.
  return /\\[1-9k]/.test(source) ? parse(source, flags, pattern.names) : pattern;
}

function parse(source: string, flags: string, allNames: Pattern["names"]): Pattern {
  const sets = flags.includes("v");
  const unicode = sets || flags.includes("u");
  const mode = sets ? "v" : unicode ? "u" : "";
  const named = allNames.some((name) => name !== undefined);
  const names: (string | undefined)[] = [];
  const atoms: Atom[] = [{ source: "[]", flags: "", literal: -1, beyond: true, length: 1, needs: [] }];
  const known = new Map<string, number>();
  let modifiers = false;
  let pos = 0;

  function take(token: RegExp): RegExpExecArray | undefined {
    token.lastIndex = pos;
    const found = token.exec(source) ?? undefined;
    if (found) pos += found[0].length;
    return found;
  }

  function atom(text: string, on: string, literal = -1, length = 1, needs: readonly number[] = []): number {
    const key = `${length}${on}/${text}`;
    const index = known.get(key) ?? atoms.length;
    if (index === atoms.length)
      atoms.push({ source: text, flags: on, literal, beyond: on === "m", length, needs });
    known.set(key, index);
    return index;
  }

  function char(text: string, on: Flags, literal = -1): Node {
    const asked = (on.i ? "i" : "") + (on.s && text === "." ? "s" : "") + mode;
    if (sets && literal < 0) {
      const strings = stringClass(text, asked, atom);
      if (strings) return strings;
    }
    return { kind: "char", atom: atom(text, asked, literal) };
  }

  function disjunction(on: Flags, depth: number): Node {
    if (depth > MAX_NESTING) throw tooMany(MAX_NESTING, "nested groups", pos);
    const items = [sequence(on, depth)];
    while (source[pos] === "|") {
      pos++;
      items.push(sequence(on, depth));
    }
    return only(items) ?? { kind: "choice", items };
  }

  function sequence(on: Flags, depth: number): Node {
    const items: Node[] = [];
    while (pos < source.length && source[pos] !== "|" && source[pos] !== ")") {
      const node = quantified(term(on, depth));
      if (node !== EMPTY) items.push(node);
    }
    return only(items) ?? (items.length === 0 ? EMPTY : { kind: "sequence", items });
  }

  function quantified(item: Node): Node {
    const at = pos;
    const found = take(QUANTIFIER);
    if (!found) return item;
    const [, text, least, comma, most, lazy] = found;
    // Repeating what consumes nothing says no more than trying it once.
    const cap = consumes(item) ? Infinity : 1;
    const min = Math.min(cap, least === undefined ? Number(text === "+") : Number(least));
    const max = Math.min(
      cap,
      least === undefined ? (text === "?" ? 1 : Infinity) : comma ? Number(most || Infinity) : min,
    );
    if (max === 0 || item === EMPTY) return EMPTY;
    return { kind: "repeat", item, min, max, lazy: lazy !== "", at };
  }

  function term(on: Flags, depth: number): Node {
    const first = source[pos];
    if (first === "(") return group(on, depth);
    if (first === "\\") return escaped(on);
    if (first === "[") return char(classSource(), on);
    const literal = (unicode ? source.codePointAt(pos) : source.charCodeAt(pos)) ?? 0;
    const text = String.fromCodePoint(literal);
    pos += text.length;
    if (first === "^" || first === "$") {
      const ends = on.m ? atom(NEWLINE, "m") : BEYOND;
      return { kind: "assert", what: first === "^" ? "before" : "after", negated: false, atom: ends };
    }
    return char(text, on, first === "." ? -1 : literal);
  }

  function group(on: Flags, depth: number): Node {
    const at = pos;
    const changed = take(MODIFIERS);
    const found = changed ?? take(GROUP);
    let inner = on;
    let index = 0;
    if (changed) {
      const [, plus = "", minus = ""] = changed;
      const now = (flag: "i" | "m" | "s") => (on[flag] || plus.includes(flag)) && !minus.includes(flag);
      inner = { i: now("i"), m: now("m"), s: now("s") };
      modifiers ||= plus + minus !== "";
    } else if (!found?.[3]) {
      index = names.push(found?.[1] && plainName(found[1]));
    }
    const item = disjunction(inner, depth + 1);
    pos++;
    if (changed) return item;
    if (index > 0) return { kind: "group", index, item };
    const [ahead, negated] = [found?.[2] === "", found?.[3] === "!"];
    if (item.kind !== "char") return { kind: "look", ahead, negated, item, at };
    return { kind: "assert", what: ahead ? "after" : "before", negated, atom: item.atom };
  }

  function escaped(on: Flags): Node {
    const start = pos;
    const text = take(unicode ? UNICODE_ESCAPE : ESCAPE)?.[0] ?? "";
    const letter = text[1] ?? "";
    if (letter === "b" || letter === "B") {
      const word = atom("\\w", on.i && unicode ? `i${mode}` : mode);
      return { kind: "assert", what: "edge", negated: letter === "B", atom: word };
    }
    if (letter === "k" && (unicode || named)) {
      const name = plainName(text.slice(3, -1));
      return reference(
        on,
        allNames.flatMap((other, i) => (other === name ? [i + 1] : [])),
      );
    }
    if (letter >= "1" && letter <= "9" && (unicode || Number(text.slice(1)) <= allNames.length)) {
      return reference(on, [Number(text.slice(1))]);
    }
    if (!/[0-9a-z]/i.test(letter)) return char(text, on, letter.charCodeAt(0));
    if (unicode || letter === "u" || letter === "x") return char(text, on);
    // What remains of Annex B: octals, `\k` without names, and `\c` before anything but a letter.
    pos = start;
    if (letter >= "0" && letter <= "9") return char(take(OCTAL)?.[0] ?? "", on);
    if (letter === "c" && text.length === 2) {
      pos = start + 1;
      return char("\\\\", on);
    }
    const plain = letter === "k" ? text.slice(0, 2) : text;
    pos = start + plain.length;
    return char(plain, on);
  }

  function reference(on: Flags, indices: readonly number[]): Node {
    return { kind: "reference", groups: indices, ignoreCase: on.i, any: atom("[^]", unicode ? "u" : "") };
  }

  function classSource(): string {
    const start = pos;
    let depth = 0;
    do {
      if (source[pos] === "[" && (sets || depth === 0)) depth++;
      else if (source[pos] === "]") depth--;
      else if (source[pos] === "\\") pos++;
      pos++;
    } while (depth > 0);
    return source.slice(start, pos);
  }

  const root = disjunction({ i: flags.includes("i"), m: flags.includes("m"), s: flags.includes("s") }, 0);
  return { root, atoms, names, unicode, modifiers };
}

/** A group's name with its `\u…` escapes resolved. */
function plainName(name: string): string {
  return name.replace(/\\u(?:\{([^}]*)\}|(.{4}))/g, (_, long, short) =>
    String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  );
}

function only(items: readonly Node[]): Node | undefined {
  return items.length === 1 ? items[0] : undefined;
}
