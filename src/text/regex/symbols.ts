import { type Alphabet, OUTSIDE } from "./classes.ts";
import type { Nfa, State } from "./nfa.ts";

/** What an automaton reads at a position: a class of characters, and the bits of the look-arounds there. */
export interface Meaning {
  readonly symbol: number;
  readonly bits: number;
}

/** Numbers what one automaton can tell apart, from 0, in the order met. */
export interface SymbolIds {
  /** The ids so far, by class, where look-arounds have these bits. */
  idsFor(bits: number): number[];
  /** The id of a class that `ids`, which is `idsFor(bits)`, does not have yet. */
  add(ids: number[], symbol: number, bits: number): number;
  meaning(id: number): Meaning;
  /** How many elements are remembered. */
  size(): number;
}

/** Starts the numbering for one automaton, which asks about the atoms `asked`. */
export function makeSymbolIds(asked: readonly number[], alphabet: Alphabet): SymbolIds {
  const meanings: Meaning[] = [];
  const byBits: number[][] = [];
  const byKind = new Map<number, number>();
  /** Classes with equal answers to `asked` are of one kind. */
  const kinds: number[] = [];
  const kindsByAnswers = new Map<string, number>();

  function idsFor(bits: number): number[] {
    const ids = byBits[bits] ?? [];
    byBits[bits] = ids;
    return ids;
  }

  function add(ids: number[], symbol: number, bits: number): number {
    const kind = kinds[symbol] ?? kindOf(symbol);
    kinds[symbol] = kind;
    const key = kind * 2 ** 30 + bits;
    const id = byKind.get(key) ?? meanings.push({ symbol, bits }) - 1;
    byKind.set(key, id);
    ids[symbol] = id;
    return id;
  }

  function kindOf(symbol: number): number {
    const answers = alphabet.answers(symbol);
    const key = symbol === OUTSIDE ? "outside" : asked.map((atom) => answers[atom]).join("");
    const kind = kindsByAnswers.get(key) ?? kindsByAnswers.size;
    kindsByAnswers.set(key, kind);
    return kind;
  }

  return {
    idsFor,
    add,
    meaning: (id) => meanings[id] ?? { symbol: OUTSIDE, bits: 0 },
    size: () => 8 * meanings.length + kinds.length * byKind.size,
  };
}

/** The atoms an automaton asks about. */
export function askedAtoms({ states }: Nfa): number[] {
  return [...new Set(states.flatMap(askedAtom))];
}

function askedAtom({ kind, arg, node }: State): number[] {
  if (kind === "char") return [arg];
  return node?.kind === "assert" && node.atom >= 0 ? [node.atom] : [];
}
