/** All coordinates of an event together: what is known of each, and the event that they describe. */
import type { Atoms, Flag } from "./atoms.ts";
import { ANY_VALUE, assumeValue, type FieldState, knownValue } from "./fieldState.ts";
import type { Placement, PlaceState, PlaceTheory } from "./placeState.ts";
import type { TextState } from "./texts/messageFacts.ts";
import type { TextTheory } from "./texts/textState.ts";

/** All that is known of an event. Its parts are replaced, never changed: a shallow copy is a branch of its own. */
export interface EventState {
  place: PlaceState;
  /** By slot. */
  fields: ReadonlyMap<number, FieldState>;
  flags: ReadonlyMap<Flag, boolean>;
  text: TextState;
}

/** An event as the theories built it. */
export interface Model {
  readonly placement: Placement;
  /** By slot: what is known of values. */
  readonly fields: ReadonlyMap<number, FieldState>;
  readonly flags: ReadonlyMap<Flag, boolean>;
  readonly text: string | null;
}

/** The theories of all coordinates, as one. Atoms are given by number. */
export interface Coordinates {
  /** A state in which nothing is known. */
  start(): EventState;
  /** Adds to a state that an atom is so (`sign`), or is not; false when it cannot be. */
  assume(state: EventState, atom: number, sign: boolean): boolean;
  /** Whether an atom is so as far as is known; nothing when it may be and may not. */
  known(state: EventState, atom: number): boolean | undefined;
  /** An event of which all that is known is so; `none`: there is none; `lost`: its message was not found. */
  build(state: EventState): Model | "none" | "lost";
}

/** The coordinates of which these atoms tell. */
export function createCoordinates(
  { list, slots }: Pick<Atoms, "list" | "slots">,
  place: PlaceTheory,
  texts: TextTheory,
): Coordinates {
  function put<Key extends "place" | "text">(
    state: EventState,
    key: Key,
    value: EventState[Key] | undefined,
  ): boolean {
    if (value === undefined) return false;
    state[key] = value;
    return true;
  }

  function assumeFlag(state: EventState, flag: Flag, sign: boolean): boolean {
    const now = state.flags.get(flag);
    if (now === undefined) state.flags = new Map(state.flags).set(flag, sign);
    return now === undefined || now === sign;
  }

  function assumeField(state: EventState, slot: number, keys: readonly number[], sign: boolean): boolean {
    const now = assumeValue(state.fields.get(slot) ?? ANY_VALUE, keys, sign, isMulti(slot));
    if (now !== undefined) state.fields = new Map(state.fields).set(slot, now);
    return now !== undefined;
  }

  function isMulti(slot: number): boolean {
    return slots[slot]?.type === "multi";
  }

  return {
    start: () => ({ place: place.start, fields: new Map(), flags: new Map(), text: texts.start }),
    assume(state, number, sign) {
      const atom = list[number];
      switch (atom?.kind) {
        case "account":
          return put(state, "place", place.assumeAccount(state.place, atom.accounts, sign));
        case "time":
          return put(state, "place", place.assumeTime(state.place, number, sign));
        case "words":
          return put(state, "text", texts.assumeWords(state.text, atom.words, sign));
        case "pattern":
          return put(state, "text", texts.assumePattern(state.text, atom.pattern, sign));
        case "flag":
          return assumeFlag(state, atom.flag, sign);
        case "field":
          return assumeField(state, atom.slot, atom.keys, sign);
        case undefined:
          return true;
      }
    },
    known(state, number) {
      const atom = list[number];
      switch (atom?.kind) {
        case "account":
          return place.knownAccount(state.place, atom.accounts);
        case "time":
          return place.knownTime(state.place, number);
        case "words":
          return texts.knownWords(state.text, atom.words);
        case "pattern":
          return texts.knownPattern(state.text, atom.pattern);
        case "flag":
          return state.flags.get(atom.flag);
        case "field":
          return knownValue(state.fields.get(atom.slot) ?? ANY_VALUE, atom.keys, isMulti(atom.slot));
        case undefined:
          return undefined;
      }
    },
    build({ place: where, fields, flags, text }) {
      const placement = place.build(where);
      if (placement === undefined) return "none";
      const built = texts.build(text);
      if (built === undefined) return "lost";
      return built === "none" ? "none" : { placement, fields, flags, text: built.text };
    },
  };
}
