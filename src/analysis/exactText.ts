/** Proves that no message meets patterns and words together, or finds one that the automata accept. */
import { MATCHED, type Reader, type Unit } from "./readers.ts";

/** What the text must be accepted by, and what it must not. Of the latter only exact ones count. */
export interface Demands {
  readonly accepted: readonly Reader[];
  readonly refused: readonly Reader[];
}

/** How many states of all automata together are looked at. */
const MAX_STATES = 4_000;

/**
 * The shortest text that all `accepted` and no `refused` automata accept; null when there is none, which is a proof;
 * or nothing when the search was too long.
 */
export function shortestText(
  { accepted, refused }: Demands,
  unitsOf: (readers: readonly Reader[]) => Unit[],
) {
  const readers = [...accepted, ...refused.filter(({ isExact }) => isExact)];
  const units = unitsOf(readers);
  const start = { states: readers.map((reader) => reader.start), last: undefined as Unit, text: "" };
  const seen = new Set([keyOf(start.states, start.last)]);
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const now = queue[at];
    if (now === undefined) continue;
    const ended = readers.map((reader, index) => reader.step(now.states[index] ?? "", now.last, undefined));
    if (ended.every((state, index) => (state === MATCHED) === index < accepted.length)) return now.text;
    for (const unit of units) {
      const states = readers.map((reader, index) => reader.step(now.states[index] ?? "", now.last, unit));
      // A match is for good: what must not match has failed.
      if (states.some((state, index) => index >= accepted.length && state === MATCHED)) continue;
      const key = keyOf(states, unit);
      if (seen.has(key)) continue;
      if (seen.size >= MAX_STATES) return undefined;
      seen.add(key);
      queue.push({ states, last: unit, text: now.text + unit });
    }
  }
  return null;
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
    const found = columns.get(reader) ?? new Uint16Array(0x10000);
    if (columns.has(reader)) return found;
    const kinds = new Map<string, number>();
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      let answers = "";
      for (const test of reader.tests) answers += test(unit) ? "1" : "0";
      const kind = kinds.get(answers) ?? kinds.size;
      kinds.set(answers, kind);
      found[code] = kind;
    }
    columns.set(reader, found);
    return found;
  }

  return (readers) => {
    const own = readers.map(columnOf);
    const kinds = new Map<string, string>();
    const nice = [...NICE].map((unit) => unit.charCodeAt(0));
    const take = (code: number) => {
      let key = "";
      for (const column of own) key += `${column[code]} `;
      if (!kinds.has(key)) kinds.set(key, String.fromCharCode(code));
    };
    for (const code of nice) take(code);
    for (let code = 0; code < 0x10000; code++) take(code);
    return [...kinds.values()];
  };
}
