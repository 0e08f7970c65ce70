import { charge, type Meter } from "./budget.ts";
import { type Alphabet, OUTSIDE } from "./classes.ts";
import type { Nfa, State } from "./nfa.ts";

/** How an automaton is run. */
export interface RunOptions {
  /** From right to left; the automaton must have been built so. */
  readonly reversed: boolean;
  /** A match may begin at the first position only. */
  readonly anchored: boolean;
}

/** What a move costs besides the work on its states. */
const MOVE = 32;

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
  /**
   * The move over `symbol`, which leaves `context`: the next subset, or, if there is more to tell than that, minus
   * twice it, less 1 if a match ends before the symbol. `begun` is the move of the ground, or 0.
   */
  move(from: number, symbol: number, context: number, begun: number, meter: Meter): number;
}

/** Starts the construction for one automaton. What a move costs depends on nothing but the move. */
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

  function move(from: number, symbol: number, context: number, begun: number, meter: Meter): number {
    const set = sets[from] ?? [];
    const passed = contexts[from] ?? OUTSIDE;
    const answers = alphabet.answers(symbol);
    const agenda = set.slice();
    const items = (sets[target(begun)] ?? []).slice();
    let ends = isEnd(begun);
    let work = 0;
    stamp++;
    for (const item of items) seenNext[item] = stamp;
    for (const item of agenda) seenNow[item] = stamp;
    if (!anchored && set.length === 0) work += reach(nfa.start, seenNow, agenda);
    for (const item of agenda) {
      const state = states[item];
      if (!state) continue;
      const { does, next } = state;
      if (does.kind === "accept") ends = true;
      else if (does.kind === "char") {
        if (answers[does.atom] === 1) work += reach(next, seenNext, items);
      } else if (holds(does, passed, symbol)) work += reach(next, seenNow, agenda);
    }
    charge(meter, MOVE + work + agenda.length + 2 * items.length);
    const to = intern(items, context);
    return ends || (anchored && items.length === 0) ? -2 * to - Number(ends) : to;
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
      if (found.does.kind === "fork") {
        work++;
        pending.push(found.other, found.next);
      } else list.push(id);
    }
    return work;
  }

  function holds(does: State["does"], passed: number, symbol: number): boolean {
    if (does.kind !== "assert") return false;
    return reversed ? alphabet.holds(does, symbol, passed) : alphabet.holds(does, passed, symbol);
  }

  return { first, ground, move };
}

/** Where a move leads. */
export function target(move: number): number {
  return move < 0 ? -move >> 1 : move;
}

/** Whether a match ends before a move. */
export function isEnd(move: number): boolean {
  return move < 0 && (move & 1) === 1;
}

/** Spreads an index over 32 bits, so that sums of different sets seldom meet. */
function scatter(index: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}
