import { type Alphabet, OUTSIDE } from "./classes.ts";
import type { Nfa, State } from "./nfa.ts";
import type { Meaning } from "./symbols.ts";
import type { Node } from "./tree.ts";

/** A look-around as an automaton sees it: a bit in the marks of a position. */
export interface LookBit {
  readonly bit: number;
  readonly negated: boolean;
}

/** How an automaton is run. */
export interface RunOptions {
  /** From right to left; the automaton must have been built so. */
  readonly reversed: boolean;
  /** A match may begin at the first position only. */
  readonly anchored: boolean;
  readonly looks: ReadonlyMap<Node, LookBit>;
}

/** Where a subset leads. `accepts`: a match ends before the symbol. `work`: what finding out costs, in steps. */
export interface Move {
  readonly to: number;
  readonly accepts: boolean;
  readonly work: number;
}

/**
 * The subset construction, one move at a time. A subset holds the states that wait for a symbol, and what was read
 * last as far as assertions can tell. Unless the run is anchored, the states at which a match can begin belong to
 * every subset; they are not stored but moved once, from the subset that is otherwise empty (its ground).
 */
export interface Subsets {
  /** The subset of these states after this context. */
  intern(items: readonly number[], context: number): number;
  /** The subset before anything is read. */
  readonly initial: number;
  /** The otherwise empty subset after the same context; undefined if `id` is that itself or has none. */
  ground(id: number): number | undefined;
  /** The move over what is read. `begun`: where the ground moves. */
  move(from: number, read: Meaning, begun: Omit<Move, "work"> | undefined): Move;
  items(id: number): readonly number[];
  context(id: number): number;
  /** How many elements are remembered. */
  size(): number;
}

/** Starts the construction for one automaton. The work of a move depends on nothing but its arguments. */
export function makeSubsets(nfa: Nfa, alphabet: Alphabet, options: RunOptions): Subsets {
  const { states } = nfa;
  const { reversed, anchored, looks } = options;
  const asks = states.some(({ kind }) => kind === "assert" || kind === "look");
  const sets: (readonly number[])[] = [];
  const contexts: number[] = [];
  const grounds: number[] = [];
  const byHash = new Map<number, number[]>();
  const seenNow = new Int32Array(states.length);
  const seenNext = new Int32Array(states.length);
  let stamp = 0;
  let elements = 0;

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
    elements += items.length + 8;
    return id;
  }

  function first(): number {
    const items: number[] = [];
    stamp++;
    if (anchored) reach(nfa.start, seenNext, items);
    return intern(items, OUTSIDE);
  }

  function ground(id: number): number | undefined {
    if (anchored || sets[id]?.length === 0) return undefined;
    const context = contexts[id] ?? OUTSIDE;
    const found = grounds[context] ?? intern([], context);
    grounds[context] = found;
    return found;
  }

  function move(
    from: number,
    { symbol, bits, context }: Meaning,
    begun: Omit<Move, "work"> | undefined,
  ): Move {
    const set = sets[from] ?? [];
    const passed = contexts[from] ?? OUTSIDE;
    const answers = alphabet.answers(symbol);
    const agenda = set.slice();
    const items = begun ? (sets[begun.to] ?? []).slice() : [];
    let accepts = begun?.accepts ?? false;
    let work = 0;
    stamp++;
    for (const item of items) seenNext[item] = stamp;
    if (asks) for (const item of agenda) seenNow[item] = stamp;
    if (!anchored && set.length === 0) work += reach(nfa.start, seenNow, agenda);
    for (const item of agenda) {
      const state = states[item];
      if (state === undefined || state.kind === "accept") accepts = true;
      else if (state.kind === "char") {
        if (answers[state.arg] === 1) work += reach(state.next, seenNext, items);
      } else if (holds(state.node, passed, symbol, bits)) work += reach(state.next, seenNow, agenda);
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
    const found = states[state];
    if (found === undefined || seen[state] === stamp) return work;
    if (found.kind !== "fork") {
      seen[state] = stamp;
      list.push(state);
      return work;
    }
    const pending = [state];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const fork = states[id];
      if (fork === undefined || seen[id] === stamp) continue;
      seen[id] = stamp;
      if (fork.kind !== "fork") {
        list.push(id);
        continue;
      }
      work++;
      pending.push(fork.other, fork.next);
    }
    return work;
  }

  function holds(node: State["node"], passed: number, symbol: number, bits: number): boolean {
    if (node?.kind === "assert") {
      return reversed ? alphabet.holds(node, symbol, passed) : alphabet.holds(node, passed, symbol);
    }
    const look = node && looks.get(node);
    return look !== undefined && ((bits & look.bit) !== 0) !== look.negated;
  }

  return {
    intern,
    initial: first(),
    ground,
    move,
    items: (id) => sets[id] ?? [],
    context: (id) => contexts[id] ?? OUTSIDE,
    size: () => elements,
  };
}

/** Spreads an index over 32 bits, so that sums of different sets seldom meet. */
function scatter(index: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}
