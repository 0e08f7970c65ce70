import { charge, type Meter } from "./budget.ts";
import { type Alphabet, LATIN, OUTSIDE, type Reading } from "./classes.ts";
import type { Nfa } from "./nfa.ts";
import { isEnd, makeSubsets, type RunOptions, target } from "./subsets.ts";

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

/**
 * What it costs to pass a character where a text is read once: as much as to those that read it three times, so that
 * no pattern has more of the least allowance (see budget.ts) left for finding things out than others.
 */
const READ = 3;

/**
 * Makes a scanner. What it finds out is charged when it is found and kept in a table: a row for each subset, a column
 * for each class. A cell is a move (see subsets.ts), 0 while unknown.
 */
export function makeScanner(nfa: Nfa, alphabet: Alphabet, { reversed, anchored }: RunOptions): Scanner {
  const subsets = makeSubsets(nfa, alphabet, { reversed, anchored });
  const { latin } = alphabet;
  const remembered = rememberedBy(nfa, reversed);
  /** Classes leave one context if their answers are equal: the first one met stands for all. */
  const contexts = new Map<string, number>();
  let shift = 4;
  let cells = new Int32Array(8 << shift);

  function search(text: string, meter: Meter): boolean | undefined {
    const { length } = text;
    let [cellsNow, shiftNow] = [cells, shift];
    let subset = subsets.first(OUTSIDE);
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      let cell = cellsNow[(subset << shiftNow) + ((code < LATIN && latin[code]) || 0)] ?? 0;
      if (cell <= 0) {
        const character = alphabet.characterAt(text, at);
        if (character > 0xffff) at++;
        cell ||= pass(subset, alphabet.classOf(character, meter), meter);
        if (meter.left < READ * at) return undefined;
        if (cell < 0) return settled(cell, READ * at, meter);
        [cellsNow, shiftNow] = [cells, shift];
      }
      subset = cell;
    }
    return settled(pass(subset, OUTSIDE, meter), READ * length, meter);
  }

  function scan({ symbols, length }: Reading, mark: number, meter: Meter): boolean | undefined {
    const step = reversed ? -1 : 1;
    let at = reversed ? length : 1;
    let subset = subsets.first(contextAfter(symbols[at - step] ?? OUTSIDE));
    for (let passed = 0; passed <= length; passed++) {
      const cell = pass(subset, symbols[at] ?? OUTSIDE, meter);
      if (meter.left < passed) return undefined;
      subset = target(cell);
      if (cell < 0 && mark < 0) return settled(cell, passed, meter);
      const place = reversed ? at + 1 : at;
      if (isEnd(cell)) symbols[place] = alphabet.mark(symbols[place] ?? OUTSIDE, mark, meter);
      at += step;
    }
    return settled(0, length, meter);
  }

  function settled(cell: number, cost: number, meter: Meter): boolean | undefined {
    meter.left -= cost;
    return meter.left < 0 ? undefined : isEnd(cell);
  }

  /** The cell for a subset and a symbol. */
  function pass(from: number, symbol: number, meter: Meter): number {
    while (symbol >> shift > 0) makeRoom(cells.length >> shift, shift + 1, meter);
    const known = cells[(from << shift) + symbol];
    if (known || meter.left < 0) return known ?? 0;
    const ground = subsets.ground(from);
    const begun = ground && pass(ground, symbol, meter);
    const cell = subsets.move(from, symbol, contextAfter(symbol), begun, meter);
    const rows = cells.length >> shift;
    if (from >= rows || target(cell) >= rows) makeRoom(2 * rows, shift, meter);
    cells[(from << shift) + symbol] = cell;
    return cell;
  }

  function contextAfter(symbol: number): number {
    if (remembered.length === 0) return OUTSIDE;
    const answers = alphabet.answers(symbol);
    const key = remembered.map((atom) => answers[atom]).join("");
    const context = contexts.get(key) ?? symbol;
    contexts.set(key, context);
    return context;
  }

  function makeRoom(rows: number, wider: number, meter: Meter): void {
    const old = cells;
    const row = 1 << shift;
    cells = new Int32Array(rows << wider);
    for (let at = 0; at < old.length; at += row)
      cells.set(old.subarray(at, at + row), (at >> shift) << wider);
    shift = wider;
    charge(meter, (cells.length - old.length) >> 3);
  }

  return { search, scan };
}

/** The atoms that an automaton asks about the symbol read before. */
function rememberedBy({ states }: Nfa, reversed: boolean): number[] {
  const asserted = states.flatMap(({ does }) => (does.kind === "assert" ? [does] : []));
  const passed = asserted.filter(({ what }) => what !== (reversed ? "before" : "after"));
  return [...new Set(passed.map(({ atom }) => atom))];
}
