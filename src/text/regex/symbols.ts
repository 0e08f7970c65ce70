import { type Alphabet, OUTSIDE } from "./classes.ts";
import type { Nfa } from "./nfa.ts";

/** What an automaton reads at a position: a class of characters, and the bits of the look-arounds there. */
export interface Meaning {
  readonly symbol: number;
  readonly bits: number;
  /** A class that stands for all that no assertion of this automaton can tell from `symbol`. */
  readonly context: number;
}

/** Numbers what one automaton can tell apart, from 0, in the order met. */
export interface SymbolIds {
  /** The ids so far, by class, where look-arounds have these bits. */
  idsFor(bits: number): number[];
  /** The id of a class that `ids`, which is `idsFor(bits)`, does not have yet. */
  add(ids: number[], symbol: number, bits: number): number;
  meaning(id: number): Meaning;
  /** How many atoms are asked about each class. */
  readonly width: number;
  /** How many elements are remembered. */
  size(): number;
}

/** Starts the numbering for one automaton. What it can tell apart depends on nothing but the automaton. */
export function makeSymbolIds({ states }: Nfa, alphabet: Alphabet): SymbolIds {
  const asserted = distinct(states.flatMap(({ node }) => (node?.kind === "assert" ? [node.atom] : [])));
  const asked = distinct([...asserted, ...states.flatMap(({ kind, arg }) => (kind === "char" ? [arg] : []))]);
  const meanings: Meaning[] = [];
  const byBits: number[][] = [];
  const byKind = new Map<number, number>();
  /** Classes are of one kind, or in one context, if their answers are equal: the first one met stands for all. */
  const kinds = new Map<string, number>();
  const contexts = new Map<string, number>();
  const kindOf: number[] = [];

  function idsFor(bits: number): number[] {
    const ids = byBits[bits] ?? [];
    byBits[bits] = ids;
    return ids;
  }

  function add(ids: number[], symbol: number, bits: number): number {
    const kind = kindOf[symbol] ?? first(kinds, symbol, asked);
    kindOf[symbol] = kind;
    const key = kind * 2 ** 30 + bits;
    const id = byKind.get(key) ?? meanings.length;
    if (id === meanings.length) {
      const context = asserted.length === 0 ? OUTSIDE : first(contexts, symbol, asserted);
      meanings.push({ symbol, bits, context });
    }
    byKind.set(key, id);
    ids[symbol] = id;
    return id;
  }

  function first(known: Map<string, number>, symbol: number, atoms: readonly number[]): number {
    const answers = alphabet.answers(symbol);
    const key = symbol === OUTSIDE ? "outside" : atoms.map((atom) => answers[atom] ?? 0).join("");
    const found = known.get(key) ?? symbol;
    known.set(key, found);
    return found;
  }

  return {
    idsFor,
    add,
    meaning: (id) => meanings[id] ?? { symbol: OUTSIDE, bits: 0, context: OUTSIDE },
    width: asked.length,
    size: () => 8 * meanings.length + kindOf.length * byBits.length,
  };
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}
