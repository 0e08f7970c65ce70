/** Automata that read a message, unit by unit. */

/** A class of units: what holds of one holds of all. `undefined` is what lies beyond either end. */
export type Unit = string | undefined;

/**
 * An automaton. A *wide* one accepts at least every text that it stands for, a *sure* one no others: a text that no wide
 * ones accept together, but for those that a sure one accepts, does not exist.
 */
export interface Reader {
  readonly start: string;
  /** The state after one more unit, equal for equal; of what lies beyond the end, whether the whole is accepted. */
  step(state: string, before: Unit, unit: Unit): string;
  /** How large a state is: what a step from it costs. */
  weight(state: string): number;
  /** Units of one kind are read alike. */
  kindOf(unit: string): number | string;
}

/** The state of an automaton that accepts whatever follows. */
export const MATCHED = "matched";

/** The state of an automaton that accepts nothing that may follow. */
export const DEAD = "dead";

/** A state, if reading goes on. */
export type Onward<State> = State | typeof MATCHED | typeof DEAD;

/** An automaton with states of any kind. */
export interface Automaton<State> {
  readonly start: State;
  step(state: State, before: Unit, unit: Unit): Onward<State>;
  readonly kindOf: Reader["kindOf"];
}

/** A reader that gives states short names, and works out each step once. States are equal if they are written alike. */
export function readerOf<State>({ start, step, kindOf }: Automaton<State>): Reader {
  const states: State[] = [];
  const weights: number[] = [];
  const names = new Map<string, string>();
  const steps: Map<number, string>[] = [];

  function nameOf(state: Onward<State>): string {
    if (state === MATCHED || state === DEAD) return String(state);
    const written = JSON.stringify(state);
    const found = names.get(written);
    if (found !== undefined) return found;
    const name = String(states.push(state as State) - 1);
    weights.push(written.length);
    names.set(written, name);
    return name;
  }

  return {
    start: nameOf(start),
    kindOf,
    weight: (name) => weights[Number(name)] ?? 0,
    step(name, before, unit) {
      if (name === MATCHED || name === DEAD) return name;
      const number = Number(name);
      const known = steps[number] ?? new Map<number, string>();
      steps[number] = known;
      const key = codeOf(before) * CODES + codeOf(unit);
      const found = known.get(key) ?? nameOf(step(states[number] ?? start, before, unit));
      known.set(key, found);
      return found;
    },
  };
}

/** How many codes there are: one for each unit, and one for none. */
const CODES = 0x10001;

function codeOf(unit: Unit): number {
  return unit === undefined ? 0 : unit.charCodeAt(0) + 1;
}
