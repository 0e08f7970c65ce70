import { type Alphabet, OUTSIDE } from "./classes.ts";
import type { RunOptions } from "./dfa.ts";
import type { Nfa, State } from "./nfa.ts";

/** Where a subset leads. `accepts`: a match ends before the symbol. `work`: what finding out costs, in steps. */
export interface Move {
  readonly to: number;
  readonly accepts: boolean;
  readonly work: number;
}

/**
 * The subset construction, one move at a time. A subset holds the states that wait for a symbol, and the context:
 * what was read last as far as assertions can tell. Unless the run is anchored, the states at which a match can
 * begin belong to every subset; they are not stored but moved once, from the otherwise empty one (the ground).
 */
export interface Subsets {
  /** The subset, numbered from 1, before anything is read after this context. */
  first(context: number): number;
  /** The otherwise empty subset after the same context; 0 if `id` is that itself or has none. */
  ground(id: number): number;
  /** The move over `symbol`, which leaves `context`. `begun`: the subset to which the ground moves, or 0. */
  move(from: number, symbol: number, context: number, begun: number): Move;
  isEmpty(id: number): boolean;
}

/** Starts the construction for one automaton. The work of a move depends on nothing but its arguments. */
export function makeSubsets(nfa: Nfa, alphabet: Alphabet, { reversed, anchored }: RunOptions): Subsets {
  const { states } = nfa;
  const sets: (readonly number[])[] = [[]];
  const contexts = [OUTSIDE];
  const firsts: number[] = [];
  const byHash = new Map<number, number[]>();
  const seenNow = new Int32Array(states.length);
  const seenNext = new Int32Array(states.length);
  let stamp = 0;

  function intern(items: readonly number[], context: number): number {
    let hash = context;
    for (const item of items) hash = (hash + scatter(item)) | 0;
    stamp++;
    for (const item of items) seenNow[item] = stamp;
    const alike = byHash.get(hash) ?? [];
    for (const id of alike) {
      const set = sets[id] ?? [];
      if (contexts[id] !== context || set.length !== items.length) continue;
      if (set.every((item) => seenNow[item] === stamp)) return id;
    }
    const id = sets.push(items) - 1;
    contexts.push(context);
    alike.push(id);
    byHash.set(hash, alike);
    return id;
  }

  function first(context: number): number {
    const known = firsts[context];
    if (known !== undefined) return known;
    const items: number[] = [];
    stamp++;
    if (anchored) reach(nfa.start, seenNext, items);
    const id = intern(items, context);
    firsts[context] = id;
    return id;
  }

  function ground(id: number): number {
    return anchored || sets[id]?.length === 0 ? 0 : first(contexts[id] ?? OUTSIDE);
  }

  function move(from: number, symbol: number, context: number, begun: number): Move {
    const set = sets[from] ?? [];
    const passed = contexts[from] ?? OUTSIDE;
    const answers = alphabet.answers(symbol);
    const agenda = set.slice();
    const items = (sets[begun] ?? []).slice();
    let accepts = false;
    let work = 0;
    stamp++;
    for (const item of items) seenNext[item] = stamp;
    for (const item of agenda) seenNow[item] = stamp;
    if (!anchored && set.length === 0) work += reach(nfa.start, seenNow, agenda);
    for (const item of agenda) {
      const state = states[item];
      if (state === undefined || state.kind === "accept") accepts = true;
      else if (state.kind === "char") {
        if (answers[state.arg] === 1) work += reach(state.next, seenNext, items);
      } else if (holds(state.node, passed, symbol)) work += reach(state.next, seenNow, agenda);
    }
    work += agenda.length + 2 * items.length;
    return { to: intern(items, context), accepts, work };
  }

  /**
   * Adds to `list` the states that wait, of those that forks lead to from `state`. Returns the work done: itself and
   * the forks. States that wait are counted with the list, since who reaches them first depends on the order.
   */
  function reach(state: number, seen: Int32Array, list: number[]): number {
    let work = 1;
    const pending = [state];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const found = states[id];
      if (found === undefined || seen[id] === stamp) continue;
      seen[id] = stamp;
      if (found.kind === "fork") {
        work++;
        pending.push(found.other, found.next);
      } else list.push(id);
    }
    return work;
  }

  function holds(node: State["node"], passed: number, symbol: number): boolean {
    if (node?.kind !== "assert") return false;
    return reversed ? alphabet.holds(node, symbol, passed) : alphabet.holds(node, passed, symbol);
  }

  return { first, ground, move, isEmpty: (id) => sets[id]?.length === 0 };
}

/** Spreads an index over 32 bits, so that sums of different sets seldom meet. */
function scatter(index: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}
