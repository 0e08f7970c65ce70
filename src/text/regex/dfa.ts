import { charge, type Meter } from "./budget.ts";
import { type Alphabet, LATIN, OUTSIDE, type Reading } from "./classes.ts";
import type { Nfa } from "./nfa.ts";
import { makeSubsets } from "./subsets.ts";

/** How an automaton is run. */
export interface RunOptions {
  /** From right to left; the automaton must have been built so. */
  readonly reversed: boolean;
  /** A match may begin at the first position only. */
  readonly anchored: boolean;
}

/** Runs one automaton over texts, determinizing it as it goes. Undefined: the allowance did not suffice. */
export interface Scanner {
  /** Whether a match ends anywhere. Not for automata that ask about more than single characters, nor reversed. */
  search(text: string, meter: Meter): boolean | undefined;
  /**
   * Makes the atom `mark` hold of what follows each position at which a match ends. If `mark` is negative: whether
   * there is such a position.
   */
  scan(text: Reading, mark: number, meter: Meter): boolean | undefined;
}

/** What a move costs besides the work on its states. */
const MOVE = 32;

/**
 * Makes a scanner. What it finds out is charged when it is found and kept in a table: a row for each subset, a column
 * for each kind of symbol. A cell is 0 while unknown, the next subset, or, if more is to be told, minus twice that,
 * less 1 if a match ends before the symbol.
 */
export function makeScanner(nfa: Nfa, alphabet: Alphabet, { reversed, anchored }: RunOptions): Scanner {
  const subsets = makeSubsets(nfa, alphabet, { reversed, anchored });
  const { asked, remembered } = atomsOf(nfa, reversed);
  /** Symbols are of one kind, or leave one context, if their answers are equal: the first one met stands for all. */
  const kinds = new Map<string, number>();
  const contexts = new Map<string, number>();
  /** For each column from 1 a symbol, and the context it leaves; and the column of each symbol met. */
  const columns = [{ symbol: OUTSIDE, context: OUTSIDE }];
  let ids = new Int32Array(32);
  /** The columns of the first characters, as far as known. */
  const latin = new Int32Array(LATIN);
  let shift = 4;
  let cells = new Int32Array(8 << shift);

  function search(text: string, meter: Meter): boolean | undefined {
    const { length } = text;
    let [cellsNow, shiftNow] = [cells, shift];
    let subset = subsets.first(OUTSIDE);
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      let cell = cellsNow[(subset << shiftNow) + (code < LATIN ? latin[code] ?? 0 : 0)] ?? 0;
      if (cell <= 0) {
        const character = alphabet.characterAt(text, at);
        if (character > 0xffff) at++;
        cell ||= pass(subset, alphabet.classOf(character, meter), meter);
        if (meter.left < at) return undefined;
        if (cell < 0) return settled(cell, at, meter);
        if (code < LATIN) latin[code] = ids[alphabet.classOf(code, meter)] ?? 0;
        [cellsNow, shiftNow] = [cells, shift];
      }
      subset = cell;
    }
    return settled(pass(subset, OUTSIDE, meter), length, meter);
  }

  function scan({ symbols, length }: Reading, mark: number, meter: Meter): boolean | undefined {
    const step = reversed ? -1 : 1;
    let at = reversed ? length : 1;
    let subset = subsets.first(columns[columnOf(symbols[at - step] ?? OUTSIDE, meter)]?.context ?? OUTSIDE);
    for (let passed = 0; passed <= length; passed++) {
      const cell = pass(subset, symbols[at] ?? OUTSIDE, meter);
      if (meter.left < passed) return undefined;
      subset = cell < 0 ? -cell >> 1 : cell;
      if (cell < 0 && mark < 0) return settled(cell, passed, meter);
      const place = reversed ? at + 1 : at;
      if (cell < 0 && (cell & 1) === 1) symbols[place] = alphabet.mark(symbols[place] ?? OUTSIDE, mark, meter);
      at += step;
    }
    return settled(0, length, meter);
  }

  function settled(cell: number, passed: number, meter: Meter): boolean | undefined {
    meter.left -= passed;
    return meter.left < 0 ? undefined : cell < 0 && (cell & 1) === 1;
  }

  /** The cell for a subset and a symbol. */
  function pass(from: number, symbol: number, meter: Meter): number {
    const column = ids[symbol] || columnOf(symbol, meter);
    return cells[(from << shift) + column] || move(from, column, meter);
  }

  /** The cell for a subset and a column, found out. */
  function move(from: number, column: number, meter: Meter): number {
    const ground = subsets.ground(from);
    const read = columns[column];
    const begun = ground && read ? pass(ground, read.symbol, meter) : 0;
    if (meter.left < 0 || !read) return 0;
    const { to, accepts, work } = subsets.move(from, read.symbol, read.context, begun < 0 ? -begun >> 1 : begun);
    const ends = accepts || (begun < 0 && (begun & 1) === 1);
    const cell = ends || (anchored && subsets.isEmpty(to)) ? -2 * to - Number(ends) : to;
    charge(meter, MOVE + work + (asked.length >> 3));
    const rows = cells.length >> shift;
    if (to >= rows || from >= rows) makeRoom(2 * rows, shift, meter);
    cells[(from << shift) + column] = cell;
    return cell;
  }

  function columnOf(symbol: number, meter: Meter): number {
    const known = ids[symbol];
    if (known) return known;
    const key = answersTo(asked, symbol);
    const column = kinds.get(key) ?? columns.push({ symbol, context: contextOf(symbol) }) - 1;
    kinds.set(key, column);
    if (column >> shift > 0) makeRoom(cells.length >> shift, shift + 1, meter);
    if (symbol >= ids.length) {
      const old = ids;
      ids = new Int32Array(2 * symbol);
      ids.set(old);
    }
    ids[symbol] = column;
    charge(meter, asked.length >> 1);
    return column;
  }

  function contextOf(symbol: number): number {
    if (remembered.length === 0) return OUTSIDE;
    const key = answersTo(remembered, symbol);
    const context = contexts.get(key) ?? symbol;
    contexts.set(key, context);
    return context;
  }

  function answersTo(atoms: readonly number[], symbol: number): string {
    const answers = alphabet.answers(symbol);
    return atoms.map((atom) => answers[atom]).join("");
  }

  function makeRoom(rows: number, wider: number, meter: Meter): void {
    const old = cells;
    const row = 1 << shift;
    cells = new Int32Array(rows << wider);
    for (let at = 0; at < old.length; at += row) cells.set(old.subarray(at, at + row), (at >> shift) << wider);
    shift = wider;
    charge(meter, (cells.length - old.length) >> 3);
  }

  return { search, scan };
}

/** The atoms that an automaton asks about, and of those the ones it asks about the symbol read before. */
function atomsOf({ states }: Nfa, reversed: boolean): { asked: number[]; remembered: number[] } {
  const passed = reversed ? "before" : "after";
  const asked = new Set<number>();
  const remembered = new Set<number>();
  for (const { kind, arg, node } of states) {
    if (kind === "char") asked.add(arg);
    if (node?.kind !== "assert") continue;
    asked.add(node.atom);
    if (node.what !== passed) remembered.add(node.atom);
  }
  return { asked: [...asked], remembered: [...remembered] };
}
