import type { Meter } from "./budget.ts";
import { type Alphabet, OUTSIDE, type Reading } from "./classes.ts";
import type { Nfa } from "./nfa.ts";
import { type Move, makeSubsets, type RunOptions } from "./subsets.ts";
import { makeSymbolIds } from "./symbols.ts";

/** Runs one automaton over texts, determinizing it as it goes. */
export interface Scanner {
  /**
   * Reads a text from one end to the other. If `bit` is 0: whether a match ends anywhere. Otherwise: sets it in
   * the marks of every position at which a match ends. Undefined if the allowance did not suffice.
   */
  scan(text: Reading, marks: Int32Array, bit: number, meter: Meter, run: number): boolean | undefined;
  /** Makes room after a test, if much is remembered. */
  tidy(): void;
}

/**
 * A cell: where its row's subset moves; the last run that paid for that; what it costs. Where: another subset,
 * shifted to make room for flags: known at all; a match ends before the move; none can end after it.
 */
const CELL = 4;
const PAYER = 1;
const COST = 2;
const FLAGS = 3;
const KNOWN = 1;
const ACCEPTS = 2;
const DEAD = 4;
/** What a move costs besides the work on its states. */
const MOVE = 32;
/** When the moves paid for in one test have cost this much, all are forgotten and paid anew: memory is bounded. */
const FORGET_AFTER = 65_536;
/** What may be remembered from one test to the next, in elements. */
const REMEMBERED = 16_384;
/** How many symbols the rows of the table have room for; further symbols are looked up. */
const NARROWEST = 16;
const WIDEST = 256;

/**
 * Makes a scanner. The moves it has found outlive the test that found them, yet each test pays for every move it
 * uses, once, as if it had found it: so what a test costs does not depend on the tests before it.
 */
export function makeScanner(nfa: Nfa, alphabet: Alphabet, options: RunOptions): Scanner {
  const { reversed, anchored, looks } = options;
  const mask = nfa.states.reduce((bits, { node }) => bits | ((node && looks.get(node)?.bit) ?? 0), 0);
  let symbolIds = makeSymbolIds(nfa, alphabet);
  let subsets = makeSubsets(nfa, alphabet, options);
  /** Rows of cells by subset, one cell for each symbol; and cells for symbols that no row is wide enough for. */
  let width = NARROWEST;
  let cells = new Int32Array(0);
  let wide = new Map<number, Int32Array>();
  /** The cost of all moves known, and of those that the present run has paid since the last were forgotten. */
  let known = 0;
  let paid = 0;
  let paidRun = 0;

  function scan(
    text: Reading,
    marks: Int32Array,
    bit: number,
    meter: Meter,
    run: number,
  ): boolean | undefined {
    const { symbols, length } = text;
    const { exact } = meter;
    const side = reversed ? 0 : 1;
    const step = reversed ? -1 : 1;
    let bits = 0;
    let ids = symbolIds.idsFor(bits);
    let rows = cells;
    let shift = Math.log2(width * CELL);
    let subset = subsets.initial;
    for (let p = reversed ? length : 0; p >= 0 && p <= length; p += step) {
      if (mask !== 0) {
        const here = (marks[p] ?? 0) & mask;
        if (here !== bits) ids = symbolIds.idsFor(here);
        bits = here;
      }
      const symbol = symbols[p + side] ?? OUTSIDE;
      const id = ids[symbol] ?? symbolIds.add(ids, symbol, bits);
      const cell = (subset << shift) + id * CELL;
      let to = rows[cell] ?? 0;
      if (id >= width || (exact ? rows[cell + PAYER] !== run : to === 0)) {
        to = exact ? pay(subset, id, meter, run) : guess(subset, id, meter);
        if (meter.left < 0) return undefined;
        rows = cells;
        shift = Math.log2(width * CELL);
      }
      if ((to & (ACCEPTS | DEAD)) !== 0) {
        if (bit === 0) return settled((to & ACCEPTS) !== 0, p, meter);
        if ((to & ACCEPTS) !== 0) marks[p] = (marks[p] ?? 0) | bit;
      }
      subset = to >> FLAGS;
    }
    return settled(false, length, meter);
  }

  /** A guess charges all the moves ever found instead of those that this text uses: it can only be too much. */
  function settled(verdict: boolean, passed: number, meter: Meter): boolean | undefined {
    meter.left -= passed;
    if (!meter.exact) {
      meter.left -= known;
      meter.guessed += known;
    }
    return meter.left < 0 ? undefined : verdict;
  }

  function guess(from: number, id: number, meter: Meter): number {
    if (known > Math.min(meter.left, FORGET_AFTER)) {
      meter.left = -1;
      meter.guessed = Number.POSITIVE_INFINITY;
    }
    return move(from, id, meter, 0);
  }

  function pay(from: number, id: number, meter: Meter, run: number): number {
    if (run !== paidRun) paid = 0;
    paidRun = run;
    if (paid <= FORGET_AFTER) return move(from, id, meter, run);
    const [items, context] = [subsets.items(from), subsets.context(from)];
    forget();
    paid = 0;
    return move(subsets.intern(items, context), id, meter, run);
  }

  /** Where the move leads, as a cell has it; found if need be, and charged unless guessing. */
  function move(from: number, id: number, meter: Meter, run: number): number {
    const ground = subsets.ground(from);
    const begun = ground === undefined ? undefined : decoded(move(ground, id, meter, run));
    if (meter.left < 0) return 0;
    const at = id < WIDEST ? cellAt(from, id) : 0;
    const found = id < WIDEST ? cells : wideCell(from, id);
    if (found[at] === 0) {
      const made = subsets.move(from, symbolIds.meaning(id), begun);
      const cost = MOVE + made.work + (symbolIds.width >> 3);
      found[at] = encoded(made);
      found[at + COST] = cost;
      known += cost;
    }
    if (meter.exact && found[at + PAYER] !== run) {
      const cost = found[at + COST] ?? 0;
      found[at + PAYER] = run;
      paid += cost;
      meter.left -= cost;
    }
    return found[at] ?? 0;
  }

  function encoded({ to, accepts }: Move): number {
    const dead = anchored && subsets.items(to).length === 0;
    return (to << FLAGS) | KNOWN | (accepts ? ACCEPTS : 0) | (dead ? DEAD : 0);
  }

  function decoded(where: number): Omit<Move, "work"> {
    return { to: where >> FLAGS, accepts: (where & ACCEPTS) !== 0 };
  }

  /** The place of a cell in the rows, which are made wider and more as needed. */
  function cellAt(from: number, id: number): number {
    const rows = cells.length / CELL / width;
    if (id >= width) rebuild(rows, 2 ** Math.ceil(Math.log2(id + 1)));
    if (from >= rows) rebuild(Math.max(8, 2 * from), width);
    return (from * width + id) * CELL;
  }

  function rebuild(rows: number, wider: number): void {
    const old = cells;
    const size = width * CELL;
    cells = new Int32Array(rows * wider * CELL);
    for (let row = 0; row * size < old.length; row++) {
      cells.set(old.subarray(row * size, (row + 1) * size), row * wider * CELL);
    }
    width = wider;
  }

  function wideCell(from: number, id: number): Int32Array {
    const key = from * 2 ** 30 + id;
    const cell = wide.get(key) ?? new Int32Array(CELL);
    wide.set(key, cell);
    return cell;
  }

  function forget(): void {
    subsets = makeSubsets(nfa, alphabet, options);
    cells = new Int32Array(0);
    width = NARROWEST;
    wide = new Map();
    known = 0;
  }

  function tidy(): void {
    if (cells.length + subsets.size() + symbolIds.size() + 8 * wide.size <= REMEMBERED) return;
    forget();
    symbolIds = makeSymbolIds(nfa, alphabet);
  }

  return { scan, tidy };
}
