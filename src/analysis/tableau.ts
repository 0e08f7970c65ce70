/** What follows of formulas without a choice: literals go to the coordinates, choices wait until one part is left. */
import type { Coordinates, EventState } from "./coordinates.ts";
import type { Formula, Formulas } from "./formula.ts";

/** Formulas of which at least one must hold. */
export type Choice = readonly Formula[];

/** Adds formulas to states. States are changed. */
export interface Tableau {
  /** Adds a formula; choices that it leaves go to `choices`. False on a conflict. */
  add(state: EventState, choices: Choice[], formula: Formula): boolean;
  /** Adds what follows from choices; those that are left, or nothing on a conflict. */
  settle(state: EventState, choices: readonly Choice[]): readonly Choice[] | undefined;
}

/** A tableau over formulas whose literals are about these coordinates. */
export function createTableau(formulas: Formulas, coordinates: Coordinates): Tableau {
  /** Whether a formula follows, or its contrary; nothing when neither is seen to. */
  function known(state: EventState, formula: Formula): boolean | undefined {
    const node = formulas.node(formula);
    if (node.kind === "literal") {
      const value = coordinates.known(state, node.atom);
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

  function add(state: EventState, choices: Choice[], formula: Formula): boolean {
    const node = formulas.node(formula);
    if (node.kind === "literal") return coordinates.assume(state, node.atom, node.sign);
    if (node.kind === "and") return node.parts.every((part) => add(state, choices, part));
    if (node.parts.length === 0) return false;
    choices.push(node.parts);
    return true;
  }

  /** What is open of a choice; nothing when it is met. */
  function openOf(state: EventState, choice: Choice): Formula[] | undefined {
    const open: Formula[] = [];
    for (const part of choice) {
      const value = known(state, part);
      if (value === true) return undefined;
      if (value === undefined) open.push(part);
    }
    return open;
  }

  return {
    add,
    settle(state, given) {
      let choices = given;
      for (;;) {
        let isNew = false;
        const left: Choice[] = [];
        const added: Choice[] = [];
        for (const choice of choices) {
          const open = openOf(state, choice);
          if (open === undefined) continue;
          const [only] = open;
          if (only === undefined) return undefined;
          if (open.length > 1) left.push(open);
          else if (add(state, added, only)) isNew = true;
          else return undefined;
        }
        choices = [...left, ...added];
        if (!isNew) return choices;
      }
    },
  };
}
