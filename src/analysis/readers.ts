/**
 * Automata that read a message, unit by unit. Each accepts at least every text that meets what it stands for; those
 * of patterns that are `isExact` accept no others. So a text that none of several accepts together does not exist.
 */

import { parsePattern } from "../text/regex/parse.ts";
import {
  type Assert,
  type Atom,
  BEYOND,
  isStart,
  type Look,
  type Node,
  type Pattern,
  some,
} from "../text/regex/tree.ts";
import type { WordMode } from "../text/words.ts";

/** A class of units: what holds of one holds of all. `undefined` is what lies beyond either end. */
export type Unit = string | undefined;

/** An automaton that has matched once and for all is `true`; else its state, equal for equal. */
export interface Reader {
  readonly start: string;
  /** Whether reading stops here with a match, or, of a last unit, at the end. */
  step(state: string, before: Unit, unit: Unit): string;
  /** What can tell units apart. */
  readonly tests: readonly ((unit: string) => boolean)[];
  /** Whether it accepts nothing that it should not. */
  readonly isExact: boolean;
}

/** The state of an automaton that has found what it looks for. */
export const MATCHED = "matched";

/** The most states of one pattern. */
const MAX_STATES = 400;

interface Edge {
  readonly to: number;
  /** Goes by reading a unit of which this holds, or, without reading, where an assertion holds. */
  readonly atom?: number;
  readonly assert?: Assert;
}

/**
 * An automaton that accepts every text that a pattern matches, or nothing for one that is too large. Read by code points
 * (flags `u` and `v`), what lies beyond the first 65,536 may be anything.
 */
export function patternReader(source: string, flags: string): Reader | undefined {
  const pattern = parsePattern(source, flags);
  return readerOf(pattern, pattern.root, "anything");
}

/**
 * Automata each of which accepts every text that a pattern matches. Several for one that looks ahead from the start of the
 * text, as `^(?=.*\d)(?=.*[a-z]).{8,}$`: what it looks for is asked of the same text.
 */
export function patternReaders(source: string, flags: string): Reader[] {
  const pattern = parsePattern(source, flags);
  return askedTogether(pattern.root).flatMap((root) => readerOf(pattern, root, "anything") ?? []);
}

/** Patterns that match wherever this one does, which looks ahead from the start. */
function askedTogether(root: Node): Node[] {
  if (root.kind !== "sequence" || some(root, ({ kind }) => kind === "reference")) return [root];
  const [start, ...others] = root.items;
  if (start === undefined || !isStart(start)) return [root];
  const isAhead = (node: Node): node is Look => node.kind === "look" && node.ahead && !node.negated;
  const end = others.findIndex((node) => !isAhead(node));
  const [ahead, rest] = end === -1 ? [others, []] : [others.slice(0, end), others.slice(end)];
  return [rest, ...ahead.filter(isAhead).map(({ item }) => [item])].map((items) => ({
    kind: "sequence",
    items: [start, ...items],
  }));
}

/**
 * An automaton that accepts only texts that a pattern matches, if there is one: all of them, but by code points none with
 * a character beyond the first 65,536.
 */
export function surePatternReader(source: string, flags: string): Reader | undefined {
  const pattern = parsePattern(source, flags);
  const reader = readerOf(pattern, pattern.root, "nothing");
  return reader?.isExact === true ? reader : undefined;
}

/** The state of an automaton that never matches any more. */
const DEAD = "dead";

function readerOf(pattern: Pattern, whole: Node, halves: "anything" | "nothing"): Reader | undefined {
  // Strings in classes are asked of several characters at once.
  if (pattern.atoms.some(({ length }) => length > 1)) return undefined;
  const hasReferences = some(whole, ({ kind }) => kind === "reference");
  const root = hasReferences ? whole : withEdgesRead(whole);
  const edges: Edge[][] = [[]];
  const tests = pattern.atoms.map(testOf);

  function state(): number {
    return edges.push([]) - 1;
  }

  function connect(from: number, to: number, by: Omit<Edge, "to"> = {}): void {
    edges[from]?.push({ ...by, to });
  }

  /** Adds what `node` reads from a state on; returns where it ends. */
  function build(node: Node, from: number): number {
    if (edges.length > MAX_STATES) return from;
    const end = state();
    switch (node.kind) {
      case "char":
        connect(from, end, { atom: node.atom });
        return end;
      case "assert":
        connect(from, end, { assert: node });
        return end;
      case "sequence":
        return node.items.reduce((at, item) => build(item, at), from);
      case "group":
        return build(node.item, from);
      case "choice":
        for (const item of node.items) connect(build(item, from), end);
        return end;
      case "repeat": {
        let at = from;
        for (let count = 0; count < node.min && edges.length <= MAX_STATES; count++)
          at = build(node.item, at);
        if (node.max === Number.POSITIVE_INFINITY) {
          const loop = state();
          connect(at, loop);
          connect(build(node.item, loop), loop);
          connect(loop, end);
          return end;
        }
        connect(at, end);
        for (let count = node.min; count < node.max && edges.length <= MAX_STATES; count++) {
          at = build(node.item, at);
          connect(at, end);
        }
        return end;
      }
      case "reference": {
        // Whatever the group had read: at most any text.
        const loop = state();
        connect(from, loop);
        connect(loop, loop, { atom: node.any });
        connect(loop, end);
        return end;
      }
      case "look":
        // A look-around only takes matches away.
        connect(from, end);
        return end;
    }
  }

  const goal = build(root, 0);
  if (edges.length > MAX_STATES) return undefined;
  const reads = (atom: number, unit: Unit) => unit !== undefined && (tests[atom]?.(unit) ?? true);
  const holds = (atom: number, unit: Unit) =>
    unit === undefined ? (pattern.atoms[atom]?.beyond ?? false) : reads(atom, unit);

  const isHalf = (unit: Unit) => pattern.unicode && unit !== undefined && HALF.test(unit);

  function reached(from: ReadonlySet<number>, before: Unit, after: Unit): Set<number> {
    const all = new Set(from);
    for (const at of all) {
      for (const { to, atom, assert } of edges[at] ?? []) {
        if (atom !== undefined) continue;
        const isOpen = assert?.atom !== BEYOND && (isHalf(before) || isHalf(after));
        if (assert === undefined || isOpen || asserted(assert, before, after, holds)) all.add(to);
      }
    }
    return all;
  }

  return {
    start: "",
    tests: pattern.unicode ? [...tests, isHalf] : tests,
    isExact:
      !some(root, ({ kind }) => kind === "look" || kind === "reference") &&
      (!pattern.unicode || halves === "nothing"),
    step(known, before, unit) {
      if (known === MATCHED || known === DEAD) return known;
      if (halves === "nothing" && isHalf(unit)) return DEAD;
      const from = new Set([0, ...(known === "" ? [] : known.split(",").map(Number))]);
      const all = reached(from, before, unit);
      if (all.has(goal)) return MATCHED;
      const next = new Set<number>();
      for (const at of all) {
        // Of two halves one may be the whole character, and the other nothing.
        if (isHalf(unit)) next.add(at);
        for (const { to, atom } of edges[at] ?? []) {
          if (atom !== undefined && (isHalf(unit) || reads(atom, unit))) next.add(to);
        }
      }
      return [...next].sort((one, other) => one - other).join();
    },
  };
}

/** Half of a character beyond the first 65,536. */
const HALF = /^[\ud800-\udfff]$/;

/** To look ahead at the end, or behind at the start, is to read: what matches does so either way. */
function withEdgesRead(node: Node): Node {
  if (node.kind === "choice") return { ...node, items: node.items.map(withEdgesRead) };
  const items = node.kind === "sequence" ? [...node.items] : [node];
  const [first, last] = [items[0], items.at(-1)];
  if (last?.kind === "look" && last.ahead && !last.negated)
    items[items.length - 1] = withEdgesRead(last.item);
  if (first?.kind === "look" && !first.ahead && !first.negated) items[0] = withEdgesRead(first.item);
  return { kind: "sequence", items };
}

/** As the standard has it of `^`, `$` and `\b`; of what stands beyond the ends, atoms know themselves. */
function asserted(
  { what, atom, negated }: Assert,
  before: Unit,
  after: Unit,
  holds: (atom: number, unit: Unit) => boolean,
): boolean {
  const [isBefore, isAfter] = [holds(atom, before), holds(atom, after)];
  if (what === "edge") return (isBefore !== isAfter) !== negated;
  return (what === "before" ? isBefore : isAfter) !== negated;
}

/** Whether a class has a unit: asked of the host's own engine, once for each. */
function testOf({ source, flags, literal }: Atom, index: number): (unit: string) => boolean {
  if (index === BEYOND) return () => false;
  if (literal >= 0 && !flags.includes("i")) return (unit) => unit.charCodeAt(0) === literal;
  const regex = new RegExp(`^(?:${source})$`, flags);
  return (unit) => regex.test(unit);
}

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
  return patternReader(written.join("|"), "i");
}

/** No letter or digit comes of it. */
const STANDS_APART = "[^0-9A-Za-z\\u0080-\\uffff]";

function escaped(word: string): string {
  return word.replace(/[^0-9a-z ]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
}
