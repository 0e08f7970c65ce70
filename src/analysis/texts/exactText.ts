/** Proves that no message meets patterns and words together, or finds one that the automata accept. */
import { DEAD, MATCHED, type Reader, type Unit } from "./reader.ts";

/** The wide automata that must accept the text, and the sure ones that must not. */
export interface Demands {
  readonly accepted: readonly Reader[];
  readonly refused: readonly Reader[];
}

/** How many states of all automata together are looked at, and how many texts are tried that they accept. */
const MAX_STATES = 12_000;
const MAX_TRIED = 200;
/** How much work it may be: the weights of the states from which a unit is read, all together. */
const MAX_WORK = 4_000_000;

/**
 * The shortest text that all `accepted` and no `refused` automata accept, and that fits; null when they accept none, which
 * is a proof; or nothing when none fits, or the search was too long.
 */
export function shortestText(
  { accepted, refused }: Demands,
  unitsOf: (readers: readonly Reader[]) => Unit[],
  fits: (text: string) => boolean,
): string | null | undefined {
  const readers = [...accepted, ...refused];
  const units = unitsOf(readers);
  const start = { states: readers.map((reader) => reader.start), last: undefined as Unit, text: "" };
  const seen = new Set([keyOf(start.states, start.last)]);
  const queue = [start];
  let tried = 0;
  let work = 0;
  // The list grows while it is walked.
  for (const now of queue) {
    const after = (unit: Unit) =>
      readers.map((reader, index) => reader.step(now.states[index] ?? "", now.last, unit));
    if (after(undefined).every((state, index) => (state === MATCHED) === index < accepted.length)) {
      if (fits(now.text)) return now.text;
      if (++tried === MAX_TRIED) return undefined;
    }
    work +=
      units.length * readers.reduce((sum, { weight }, index) => sum + weight(now.states[index] ?? ""), 0);
    if (work > MAX_WORK) return undefined;
    for (const unit of units) {
      const states = after(unit);
      // Both are for good.
      if (states.some((state, index) => state === (index < accepted.length ? DEAD : MATCHED))) continue;
      const key = keyOf(states, unit);
      if (seen.has(key)) continue;
      if (seen.size >= MAX_STATES) return undefined;
      seen.add(key);
      queue.push({ states, last: unit, text: now.text + unit });
    }
  }
  return tried === 0 ? null : undefined;
}

function keyOf(states: readonly string[], last: Unit): string {
  return JSON.stringify([last ?? null, ...states]);
}

/** The nicest first: of units that no automaton tells apart, one stands for all. */
const NICE = "aeoslrntcdmpbu hijfgvqyzxkw10 23456789AEO.,-_@:/?!ñé\n";

/** Gives one unit of each kind that automata tell apart; what each tells of all units is worked out once. */
export function createUnits(): (readers: readonly Reader[]) => Unit[] {
  const columns = new WeakMap<Reader, Uint16Array>();

  function columnOf(reader: Reader): Uint16Array {
    const found = columns.get(reader);
    if (found !== undefined) return found;
    const kinds = new Map<number | string, number>();
    const column = Uint16Array.from({ length: 0x10000 }, (_, code) => {
      const kind = reader.kindOf(String.fromCharCode(code));
      const number = kinds.get(kind) ?? kinds.size;
      kinds.set(kind, number);
      return number;
    });
    columns.set(reader, column);
    return column;
  }

  return (readers) => {
    // By all readers so far, one after the other.
    const joined = new Uint16Array(0x10000);
    for (const column of readers.map(columnOf)) {
      const numbers = new Map<number, number>();
      for (let code = 0; code < 0x10000; code++) {
        const key = (joined[code] ?? 0) * 0x10000 + (column[code] ?? 0);
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        joined[code] = number;
      }
    }
    const units = new Map<number, string>();
    const take = (code: number) => {
      const kind = joined[code] ?? 0;
      if (!units.has(kind)) units.set(kind, String.fromCharCode(code));
    };
    for (const unit of NICE) take(unit.charCodeAt(0));
    for (let code = 0; code < 0x10000; code++) take(code);
    return [...units.values()];
  };
}
