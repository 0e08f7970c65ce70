/**
 * The search: a tableau over formulas, with one theory for each coordinate of an event. Coordinates are independent,
 * so literals go together if those of each coordinate do.
 */

import type { UnknownReason } from "./answer.ts";
import type { Atom, Atoms, Flag } from "./atoms.ts";
import { ANY_VALUE, assumeValue, type FieldState, knownValue } from "./fieldState.ts";
import type { Formula, Formulas } from "./formula.ts";
import type { Placement, PlaceState, PlaceTheory } from "./placeState.ts";
import type { TextState } from "./texts/messageFacts.ts";
import type { TextTheory } from "./texts/textState.ts";

/** All that is known of an event. Its parts are replaced, never changed. */
interface State {
  place: PlaceState;
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

/** What came of a search. */
export type Found<Result> =
  | { readonly kind: "found"; readonly result: Result }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly reason: UnknownReason };

/** Looks for a model of a formula of which `accept` makes a result. `none` is a proof. */
export type Search = <Result>(
  formula: Formula,
  accept: (model: Model) => Result | undefined,
) => Found<Result>;

/** How many messages may fail to be built before a search is given up. */
const MAX_LOST = 12;

/** A search over these tables and theories, of at most so many nodes. */
export function createSearch(
  formulas: Formulas,
  atoms: Atoms,
  place: PlaceTheory,
  texts: TextTheory,
  maxNodes: number,
): Search {
  return (formula, accept) => {
    let nodes = 0;
    let lost = 0;
    let isOver = false;
    let doubt: UnknownReason | undefined;

    /** Adds a literal; false when it cannot be. */
    function assume(state: State, atom: Atom, number: number, sign: boolean): boolean {
      switch (atom.kind) {
        case "account":
          return put(state, "place", place.assumeAccount(state.place, atom.accounts, sign));
        case "time":
          return put(state, "place", place.assumeTime(state.place, number, sign));
        case "words":
          return put(state, "text", texts.assumeWords(state.text, atom.words, sign));
        case "pattern":
          return put(state, "text", texts.assumePattern(state.text, atom.pattern, sign));
        case "flag": {
          const now = state.flags.get(atom.flag);
          if (now === undefined) state.flags = new Map(state.flags).set(atom.flag, sign);
          return now === undefined || now === sign;
        }
        case "field": {
          const { slot, keys } = atom;
          const now = assumeValue(state.fields.get(slot) ?? ANY_VALUE, keys, sign, isMulti(slot));
          if (now !== undefined) state.fields = new Map(state.fields).set(slot, now);
          return now !== undefined;
        }
      }
    }

    function put<Key extends "place" | "text">(
      state: State,
      key: Key,
      value: State[Key] | undefined,
    ): boolean {
      if (value === undefined) return false;
      state[key] = value;
      return true;
    }

    function isMulti(slot: number): boolean {
      return atoms.slots[slot]?.type === "multi";
    }

    function knownAtom(state: State, atom: Atom, number: number): boolean | undefined {
      switch (atom.kind) {
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
      }
    }

    /** Whether a formula follows, or its contrary; nothing when neither is seen to. */
    function known(state: State, each: Formula): boolean | undefined {
      const node = formulas.node(each);
      if (node.kind === "literal") {
        const atom = atoms.list[node.atom];
        const value = atom === undefined ? undefined : knownAtom(state, atom, node.atom);
        return value === undefined ? undefined : value === node.sign;
      }
      const decisive = node.kind === "or";
      let answer: boolean | undefined = !decisive;
      for (const part of node.parts) {
        const value = known(state, part);
        if (value === decisive) return decisive;
        if (value === undefined) answer = undefined;
      }
      return answer;
    }

    /** Adds a formula; choices that it leaves go to `choices`. */
    function add(state: State, choices: (readonly Formula[])[], each: Formula): boolean {
      const node = formulas.node(each);
      if (node.kind === "literal") {
        const atom = atoms.list[node.atom];
        return atom === undefined || assume(state, atom, node.atom, node.sign);
      }
      if (node.kind === "and") return node.parts.every((part) => add(state, choices, part));
      if (node.parts.length === 0) return false;
      choices.push(node.parts);
      return true;
    }

    /** Settles what follows; returns the choices that are left, or nothing on a conflict. */
    function settle(
      state: State,
      given: readonly (readonly Formula[])[],
    ): (readonly Formula[])[] | undefined {
      let choices = [...given];
      for (let isNew = true; isNew; ) {
        isNew = false;
        const left: (readonly Formula[])[] = [];
        const added: (readonly Formula[])[] = [];
        for (const choice of choices) {
          const open: Formula[] = [];
          let isMet = false;
          for (const part of choice) {
            const value = known(state, part);
            if (value === true) isMet = true;
            if (value === undefined) open.push(part);
            if (isMet) break;
          }
          if (isMet) continue;
          const [only] = open;
          if (only === undefined) return undefined;
          if (open.length > 1) left.push(open);
          else {
            if (!add(state, added, only)) return undefined;
            isNew = true;
          }
        }
        choices = [...left, ...added];
      }
      return choices;
    }

    function visit<Result>(
      state: State,
      given: readonly (readonly Formula[])[],
      take: (model: Model) => Result | undefined,
    ): Result | undefined {
      if (++nodes > maxNodes) {
        doubt ??= "budget";
        isOver = true;
        return undefined;
      }
      const choices = settle(state, given);
      if (choices === undefined) return undefined;
      const smallest = choices.reduce<readonly Formula[] | undefined>(
        (least, each) => (least === undefined || each.length < least.length ? each : least),
        undefined,
      );
      if (smallest === undefined) return finish(state, take);
      const rest = choices.filter((choice) => choice !== smallest);
      for (const part of smallest) {
        const branch = { ...state };
        const more = [...rest];
        if (add(branch, more, part)) {
          const found = visit(branch, more, take);
          if (found !== undefined || isOver) return found;
        }
        // The branches after this one need not look where it has looked.
        if (formulas.node(part).kind === "literal" && !add(state, rest, formulas.not(part))) return undefined;
      }
      return undefined;
    }

    function finish<Result>(state: State, take: (model: Model) => Result | undefined): Result | undefined {
      const placement = place.build(state.place);
      if (placement === undefined) return undefined;
      const built = texts.build(state.text);
      if (built === "none") return undefined;
      if (built === undefined) {
        doubt ??= "text";
        if (++lost >= MAX_LOST) nodes = maxNodes;
        return undefined;
      }
      const { fields, flags } = state;
      const result = take({ placement, fields, flags, text: built.text });
      if (result === undefined) doubt ??= "unconfirmed";
      return result;
    }

    const blank: State = { place: place.start, fields: new Map(), flags: new Map(), text: texts.start };
    const first: (readonly Formula[])[] = [];
    const result = add(blank, first, formula) ? visit(blank, first, accept) : undefined;
    if (result !== undefined) return { kind: "found", result };
    return doubt === undefined ? { kind: "none" } : { kind: "unknown", reason: doubt };
  };
}
