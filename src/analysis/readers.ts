/**
 * Automata that read a message, unit by unit. Each accepts at least every text that meets what it stands for; those
 * of patterns that are `isExact` accept no others. So a text that none of several accepts together does not exist.
 */

import { parsePattern } from "../text/regex/parse.ts";
import { type Assert, type Atom, BEYOND, type Node, some } from "../text/regex/tree.ts";
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

/** The automaton of a pattern, or nothing for one that is too large or reads code points. */
export function patternReader(source: string, flags: string): Reader | undefined {
  const pattern = parsePattern(source, flags);
  if (pattern.unicode) return undefined;
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

  const goal = build(pattern.root, 0);
  if (edges.length > MAX_STATES) return undefined;
  const reads = (atom: number, unit: Unit) => unit !== undefined && (tests[atom]?.(unit) ?? true);
  const holds = (atom: number, unit: Unit) =>
    unit === undefined ? (pattern.atoms[atom]?.beyond ?? false) : reads(atom, unit);

  function reached(from: ReadonlySet<number>, before: Unit, after: Unit): Set<number> {
    const all = new Set(from);
    for (const at of all) {
      for (const { to, atom, assert } of edges[at] ?? []) {
        if (atom !== undefined) continue;
        if (assert === undefined || asserted(assert, before, after, holds)) all.add(to);
      }
    }
    return all;
  }

  return {
    start: "",
    tests,
    isExact: !some(pattern.root, ({ kind }) => kind === "look" || kind === "reference"),
    step(known, before, unit) {
      if (known === MATCHED) return MATCHED;
      const from = new Set([0, ...(known === "" ? [] : known.split(",").map(Number))]);
      const all = reached(from, before, unit);
      if (all.has(goal)) return MATCHED;
      const next = new Set<number>();
      for (const at of all) {
        for (const { to, atom } of edges[at] ?? []) if (atom !== undefined && reads(atom, unit)) next.add(to);
      }
      return [...next].sort((a, b) => a - b).join();
    },
  };
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

/** What folding drops between two letters, decomposed: marks, invisible characters. */
const DROPPED = /^(?:\p{M}|[\u200b-\u200d\u2060\ufeff\u00ad])*$/u;

/** Half of a character beyond the first 65,536: it may stand for any. */
const HALF = /^[\ud800-\udfff]$/;

/**
 * Accepts at least every text whose folding has one of these folded words anywhere. What becomes of a unit in folding
 * may hang on those around it; but each ASCII letter or digit comes from a unit that has it in its decomposition.
 */
export function wordsReader(words: readonly string[], decompose: Decompose): Reader {
  const letters = [...new Set(words.flatMap((word) => [...word]).filter(isPlain))];
  const supplies = (unit: string, letter: string) =>
    HALF.test(unit) || !isPlain(letter) || decompose(unit).includes(letter);
  const isDropped = (unit: string) => HALF.test(unit) || DROPPED.test(decompose(unit));

  function advance(word: string, at: number, unit: string): number[] {
    const next = isDropped(unit) || (at > 0 && !isPlain(word[at - 1] ?? "")) ? [at] : [];
    // One unit may become several letters.
    for (let to = at; to < word.length && supplies(unit, word[to] ?? ""); to++) next.push(to + 1);
    return next;
  }

  return {
    start: "",
    tests: [isDropped, ...letters.map((letter) => (unit: string) => supplies(unit, letter))],
    isExact: false,
    step(known, _before, unit) {
      if (known === MATCHED || unit === undefined) return known;
      const places = known === "" ? [] : known.split(",").map(Number);
      const next = new Set<number>();
      for (const [index, word] of words.entries()) {
        const own = places.filter((place) => place % words.length === index);
        for (const at of [0, ...own.map((place) => Math.floor(place / words.length))]) {
          for (const to of advance(word, at, unit)) {
            if (to === word.length) return MATCHED;
            if (to > 0) next.add(to * words.length + index);
          }
        }
      }
      return [...next].sort((a, b) => a - b).join();
    },
  };
}

/**
 * Accepts only texts whose folding has a folded word for certain: those in which it stands in ASCII, with nothing
 * beside it that could change a letter. Nothing for words of which that cannot be said.
 */
export function sureWordReader(word: string, mode: WordMode): Reader | undefined {
  if (!/^[0-9a-z]+(?: [0-9a-z]+)*$/.test(word)) return undefined;
  const ends = mode === "word" ? "[^0-9A-Za-z\\u0080-\\uffff]" : "[\\0-\\x7f]";
  const before = mode === "word" ? `(?:^|${ends})` : "";
  return patternReader(`${before}${word}(?:$|${ends})`, "i");
}

function isPlain(letter: string): boolean {
  return /^[0-9a-z]$/.test(letter);
}

/** What a unit is made of. */
export type Decompose = (unit: string) => string;

/** Works the decomposition of each unit out once. */
export function createDecompose(): Decompose {
  const known = new Map<string, string>();
  return (unit) => {
    let found = known.get(unit);
    if (found === undefined) {
      found = unit.normalize("NFKD").toLowerCase().normalize("NFKD");
      known.set(unit, found);
    }
    return found;
  };
}
