import type { Meter } from "./budget.ts";
import { type Alphabet, OUTSIDE, type Symbols } from "./classes.ts";
import type { Nfa, State } from "./nfa.ts";
import type { Node } from "./tree.ts";

/** A look-around as an automaton sees it: a bit in the marks of a position. */
export interface LookBit {
  readonly bit: number;
  readonly negated: boolean;
}

/** Runs one automaton over texts, determinizing it as it goes. */
export interface Scanner {
  /** Whether a match ends anywhere (undefined if the allowance did not suffice). */
  search(symbols: Symbols, marks: Int32Array | undefined, meter: Meter, run: number): boolean | undefined;
  /** Sets `bit` in the marks of every position at which a match ends; false if the allowance did not suffice. */
  mark(symbols: Symbols, marks: Int32Array, bit: number, meter: Meter, run: number): boolean;
  /** How many elements are remembered. */
  size(): number;
  /** Forgets them. */
  clear(): void;
}

/** How to run an automaton. */
export interface ScannerOptions {
  /** From right to left; the automaton must have been built so. */
  readonly reversed: boolean;
  /** A match may begin at the first position only. */
  readonly anchored: boolean;
  readonly looks: ReadonlyMap<Node, LookBit>;
}

/** A state of the deterministic automaton: those of the other that wait for a symbol, and what was passed last. */
interface Subset {
  readonly items: readonly number[];
  /** What was read last, as far as assertions can tell. */
  readonly context: number;
  readonly edges: (Edge | undefined)[];
  readonly nextAlike: Subset | undefined;
}

/** Where a subset leads when `symbol` comes next at a position with these look-around bits. */
interface Edge {
  readonly symbol: number;
  readonly bits: number;
  readonly to: Subset;
  /** Whether a match ends before the symbol. */
  readonly accepts: boolean;
  readonly cost: number;
  /** The last test that paid for this edge. */
  run: number;
  readonly nextAlike: Edge | undefined;
}

/** Edges of a subset are found by hash; slots, a power of two. */
const SLOTS = 8;
/** When the edges paid for in one test have cost this much, all are forgotten and paid anew: memory is bounded. */
const FORGET_AFTER = 65_536;

/**
 * Makes a scanner. Its edges outlive the test that built them, yet each test pays for every edge it uses, once,
 * as if it had built it: so what a test costs does not depend on the tests before it.
 */
export function makeScanner(nfa: Nfa, alphabet: Alphabet, options: ScannerOptions): Scanner {
  const { states } = nfa;
  const { reversed, anchored, looks } = options;
  const hasAssertions = states.some(({ kind }) => kind === "assert" || kind === "look");
  const hasContext = states.some(({ kind }) => kind === "assert");
  const mask = states.reduce((bits, { node }) => bits | ((node && looks.get(node)?.bit) ?? 0), 0);
  const seen = { now: new Int32Array(states.length), next: new Int32Array(states.length), stamp: 0 };
  let table = new Map<number, Subset>();
  let elements = 0;
  let paid = 0;
  let paidRun = 0;

  function search(symbols: Symbols, marks: Int32Array | undefined, meter: Meter, run: number) {
    const last = symbols.length - 2;
    meter.left -= last + 1;
    if (meter.left < 0) return undefined;
    let subset = initial();
    for (let p = 0; p <= last; p++) {
      const symbol = symbols[p + 1] ?? OUTSIDE;
      const bits = marks === undefined ? 0 : (marks[p] ?? 0) & mask;
      let edge = subset.edges[(symbol ^ bits) & (SLOTS - 1)];
      while (edge !== undefined && (edge.symbol !== symbol || edge.bits !== bits)) edge = edge.nextAlike;
      if (edge === undefined || edge.run !== run) {
        edge = payFor(subset, symbol, bits, meter, run);
        if (edge === undefined) return undefined;
      }
      if (edge.accepts) return true;
      subset = edge.to;
      if (anchored && subset.items.length === 0) return false;
    }
    return false;
  }

  function mark(symbols: Symbols, marks: Int32Array, bit: number, meter: Meter, run: number): boolean {
    const last = symbols.length - 2;
    meter.left -= last + 1;
    if (meter.left < 0) return false;
    let subset = initial();
    for (let i = 0; i <= last; i++) {
      const p = reversed ? last - i : i;
      const symbol = symbols[reversed ? p : p + 1] ?? OUTSIDE;
      const bits = (marks[p] ?? 0) & mask;
      let edge = subset.edges[(symbol ^ bits) & (SLOTS - 1)];
      while (edge !== undefined && (edge.symbol !== symbol || edge.bits !== bits)) edge = edge.nextAlike;
      if (edge === undefined || edge.run !== run) {
        edge = payFor(subset, symbol, bits, meter, run);
        if (edge === undefined) return false;
      }
      if (edge.accepts) marks[p] = (marks[p] ?? 0) | bit;
      subset = edge.to;
    }
    return true;
  }

  function initial(): Subset {
    if (!anchored) return intern([], OUTSIDE);
    const items: number[] = [];
    seen.stamp++;
    reach(nfa.start, seen.next, items);
    return intern(items, OUTSIDE);
  }

  /** The edge, built if need be and charged to this test; undefined if the allowance does not suffice. */
  function payFor(from: Subset, symbol: number, bits: number, meter: Meter, run: number): Edge | undefined {
    if (run !== paidRun) paid = 0;
    paidRun = run;
    if (paid <= FORGET_AFTER) return charged(from, symbol, bits, meter, run);
    clear();
    paid = 0;
    return charged(intern(from.items, from.context), symbol, bits, meter, run);
  }

  function charged(from: Subset, symbol: number, bits: number, meter: Meter, run: number): Edge | undefined {
    // A match can begin anywhere: what begins here is the same for all subsets, so it is an edge of the empty one.
    const begins =
      anchored || from.items.length === 0
        ? undefined
        : charged(intern([], from.context), symbol, bits, meter, run);
    if (meter.left < 0) return undefined;
    const edge = find(from, symbol, bits) ?? build(from, symbol, bits, begins);
    if (edge.run !== run) {
      edge.run = run;
      paid += edge.cost;
      meter.left -= edge.cost;
    }
    return meter.left < 0 ? undefined : edge;
  }

  function find(from: Subset, symbol: number, bits: number): Edge | undefined {
    let edge = from.edges[(symbol ^ bits) & (SLOTS - 1)];
    while (edge !== undefined && (edge.symbol !== symbol || edge.bits !== bits)) edge = edge.nextAlike;
    return edge;
  }

  function build(from: Subset, symbol: number, bits: number, begins: Edge | undefined): Edge {
    const answers = alphabet.answers(symbol);
    const stamp = ++seen.stamp;
    const items: number[] = [];
    const agenda = [...from.items];
    let accepts = begins?.accepts ?? false;
    let work = 0;
    if (hasAssertions) for (const item of agenda) seen.now[item] = stamp;
    if (!anchored && from.items.length === 0) work += reach(nfa.start, seen.now, agenda);
    if (begins) {
      items.push(...begins.to.items);
      for (const item of items) seen.next[item] = stamp;
    }
    for (const item of agenda) {
      const state = states[item];
      if (state === undefined) continue;
      if (state.kind === "accept") accepts = true;
      else if (state.kind !== "char") {
        if (holds(state.node, from.context, symbol, bits)) work += reach(state.next, seen.now, agenda);
      } else if (answers[state.arg]) work += reach(state.next, seen.next, items);
    }
    work += agenda.length + items.length;
    const to = intern(items, hasContext ? alphabet.context(symbol) : OUTSIDE);
    const slot = (symbol ^ bits) & (SLOTS - 1);
    const edge = { symbol, bits, to, accepts, cost: 16 + work, run: 0, nextAlike: from.edges[slot] };
    from.edges[slot] = edge;
    elements += 8;
    return edge;
  }

  /** Adds to `list` the states that wait, of those that forks lead to from `state`. Returns the work done. */
  function reach(state: number, marks: Int32Array, list: number[]): number {
    const stack = [state];
    let work = 0;
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      work++;
      const found = states[id];
      if (found === undefined || marks[id] === seen.stamp) continue;
      marks[id] = seen.stamp;
      if (found.kind === "fork") stack.push(found.other, found.next);
      else list.push(id);
    }
    return work;
  }

  function holds(node: State["node"], passed: number, symbol: number, bits: number): boolean {
    const look = node && looks.get(node);
    if (look) return ((bits & look.bit) !== 0) !== look.negated;
    return (
      node?.kind === "assert" &&
      (reversed ? alphabet.holds(node, symbol, passed) : alphabet.holds(node, passed, symbol))
    );
  }

  /** The one subset of these items, in whatever order, after this context. */
  function intern(items: readonly number[], context: number): Subset {
    let hash = context;
    for (const item of items) hash = (hash + scatter(item)) | 0;
    const first = table.get(hash);
    for (let subset = first; subset !== undefined; subset = subset.nextAlike) {
      const { length } = subset.items;
      // What `items` holds is marked as seen: so equal in number and seen is equal.
      const equal = length === items.length && subset.items.every((item) => seen.next[item] === seen.stamp);
      if (equal && subset.context === context) return subset;
    }
    const subset = { items, context, edges: new Array<undefined>(SLOTS).fill(undefined), nextAlike: first };
    table.set(hash, subset);
    elements += items.length + SLOTS + 8;
    return subset;
  }

  function clear(): void {
    table = new Map();
    elements = 0;
  }

  return { search, mark, size: () => elements, clear };
}

/** Spreads an index over 32 bits, so that sums of different sets seldom meet. */
function scatter(index: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}
