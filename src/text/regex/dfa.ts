import type { Meter } from "./budget.ts";
import { type Alphabet, OUTSIDE, type Symbols } from "./classes.ts";
import type { Nfa, State } from "./nfa.ts";
import { type Move, makeSubsets, type RunOptions } from "./subsets.ts";

/** Runs one automaton over texts, determinizing it as it goes. */
export interface Scanner {
  /**
   * Reads a text from one end to the other. If `bit` is 0: whether a match ends anywhere. Otherwise: sets it in
   * the marks of every position at which a match ends. Undefined if the allowance did not suffice.
   */
  scan(
    symbols: Symbols,
    marks: Int32Array | undefined,
    bit: number,
    meter: Meter,
    run: number,
  ): boolean | undefined;
  /** How many elements are remembered. */
  size(): number;
  /** Forgets them. */
  clear(): void;
}

/** When the moves paid for in one test have cost this much, all are forgotten and paid anew: memory is bounded. */
const FORGET_AFTER = 65_536;
/**
 * A cell: where its row's subset moves; the last run that paid for that; what it costs (0 if not known yet). Where:
 * another subset, shifted to make room for two flags: a match ends before the move; none can end after it.
 */
const CELL = 4;
const PAYER = 1;
const COST = 2;
const FLAGS = 2;
const ACCEPTS = 1;
const DEAD = 2;
/** What a move costs besides the work on its states. */
const MOVE = 16;
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
  let subsets = makeSubsets(nfa, alphabet, options);
  /** Symbols: classes as far as this automaton can tell them apart, by look-around bits. Then what each means. */
  const asked = [...new Set(nfa.states.flatMap(askedAtom))];
  const kinds: number[] = [];
  const kindIds = new Map<string, number>();
  const idsByBits: number[][] = [];
  const idsByKind = new Map<number, number>();
  const meanings: { readonly symbol: number; readonly bits: number }[] = [];
  /** Rows of cells by subset, one cell for each symbol; and cells for symbols that no row is wide enough for. */
  let width = NARROWEST;
  let cells = new Int32Array(0);
  let wide = new Map<number, Int32Array>();
  let paid = 0;
  let paidRun = 0;

  function scan(symbols: Symbols, marks: Int32Array, bit: number, meter: Meter, run: number) {
    const last = symbols.length - 2;
    meter.left -= last + 1;
    if (meter.left < 0) return undefined;
    const side = reversed ? 0 : 1;
    let bits = 0;
    let ids = idsFor(bits);
    let known = cells;
    let shift = Math.log2(width * CELL);
    let subset = subsets.initial();
    const step = reversed ? -1 : 1;
    for (let p = reversed ? last : 0; p >= 0 && p <= last; p += step) {
      if (mask !== 0) {
        const here = (marks[p] ?? 0) & mask;
        if (here !== bits) ids = idsFor(here);
        bits = here;
      }
      const symbol = symbols[p + side] ?? OUTSIDE;
      const id = ids[symbol] ?? newId(ids, symbol, bits);
      const cell = (subset << shift) + id * CELL;
      let to = known[cell] ?? 0;
      if (id >= width || known[cell + PAYER] !== run) {
        to = pay(subset, id, meter, run);
        if (meter.left < 0) return undefined;
        known = cells;
        shift = Math.log2(width * CELL);
      }
      if ((to & (ACCEPTS | DEAD)) !== 0) {
        if (bit === 0) return (to & ACCEPTS) !== 0;
        if ((to & ACCEPTS) !== 0) marks[p] = (marks[p] ?? 0) | bit;
      }
      subset = to >> FLAGS;
    }
    return false;
  }

  function idsFor(bits: number): number[] {
    const ids = idsByBits[bits] ?? [];
    idsByBits[bits] = ids;
    return ids;
  }

  function newId(ids: number[], symbol: number, bits: number): number {
    kinds[symbol] ??= kindOf(symbol);
    const key = (kinds[symbol] ?? 0) * 2 ** 30 + bits;
    let id = idsByKind.get(key);
    if (id === undefined) {
      id = meanings.push({ symbol, bits }) - 1;
      idsByKind.set(key, id);
    }
    ids[symbol] = id;
    return id;
  }

  function kindOf(symbol: number): number {
    const answers = alphabet.answers(symbol);
    const key = symbol === OUTSIDE ? "outside" : asked.map((atom) => answers[atom]).join("");
    const kind = kindIds.get(key) ?? kindIds.size;
    kindIds.set(key, kind);
    return kind;
  }

  /** The move, found if need be and charged to this test: where to, as in the table. */
  function pay(from: number, id: number, meter: Meter, run: number): number {
    if (run !== paidRun) paid = 0;
    paidRun = run;
    if (paid <= FORGET_AFTER) return charge(from, id, meter, run);
    const [items, context] = [subsets.items(from), subsets.context(from)];
    forgetMoves();
    paid = 0;
    return charge(subsets.intern(items, context), id, meter, run);
  }

  /** Where the move leads, as a cell has it. */
  function charge(from: number, id: number, meter: Meter, run: number): number {
    const ground = subsets.ground(from);
    const begun = ground === undefined ? undefined : decoded(charge(ground, id, meter, run));
    if (meter.left < 0) return 0;
    const at = id < WIDEST ? cellAt(from, id) : 0;
    const found = id < WIDEST ? cells : wideCell(from, id);
    if (found[at + PAYER] !== run) {
      if (found[at + COST] === 0) {
        const { symbol, bits } = meanings[id] ?? { symbol: OUTSIDE, bits: 0 };
        const move = subsets.move(from, symbol, bits, begun);
        found[at] = encoded(move);
        found[at + COST] = MOVE + move.work + (asked.length >> 3);
      }
      found[at + PAYER] = run;
      paid += found[at + COST] ?? 0;
      meter.left -= found[at + COST] ?? 0;
    }
    return found[at] ?? 0;
  }

  function encoded({ to, accepts }: Move): number {
    const dead = anchored && subsets.items(to).length === 0 ? DEAD : 0;
    return (to << FLAGS) | dead | (accepts ? ACCEPTS : 0);
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

  function forgetMoves(): void {
    subsets = makeSubsets(nfa, alphabet, options);
    cells = new Int32Array(0);
    width = NARROWEST;
    wide = new Map();
  }

  function clear(): void {
    forgetMoves();
    kinds.length = 0;
    meanings.length = 0;
    idsByBits.length = 0;
    kindIds.clear();
    idsByKind.clear();
  }

  return { scan, size: () => cells.length + subsets.size() + 8 * (meanings.length + wide.size), clear };
}

/** The atom a state asks about, if any. */
function askedAtom({ kind, arg, node }: State): number[] {
  if (kind === "char") return [arg];
  return node?.kind === "assert" && node.atom >= 0 ? [node.atom] : [];
}
