/**
 * The search: a tableau over formulas, with one theory for each coordinate of an event. Coordinates are independent,
 * so literals go together if those of each coordinate do.
 */

import type { UnknownReason } from "./answer.ts";
import type { Coordinates, EventState, Model } from "./coordinates.ts";
import type { Formula, Formulas } from "./formula.ts";
import { type Choice, createTableau } from "./tableau.ts";

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

/** A search over these formulas and coordinates, of at most so many nodes. */
export function createSearch(formulas: Formulas, coordinates: Coordinates, maxNodes: number): Search {
  const tableau = createTableau(formulas, coordinates);

  return <Result>(formula: Formula, accept: (model: Model) => Result | undefined): Found<Result> => {
    let nodes = 0;
    let lost = 0;
    let isOver = false;
    let doubt: UnknownReason | undefined;

    function visit(state: EventState, given: readonly Choice[]): Result | undefined {
      if (++nodes > maxNodes) {
        doubt ??= "budget";
        isOver = true;
        return undefined;
      }
      const choices = tableau.settle(state, given);
      if (choices === undefined) return undefined;
      const smallest = smallestOf(choices);
      if (smallest === undefined) return finish(state);
      const rest = choices.filter((choice) => choice !== smallest);
      for (const part of smallest) {
        const branch = { ...state };
        const more = [...rest];
        if (tableau.add(branch, more, part)) {
          const found = visit(branch, more);
          if (found !== undefined || isOver) return found;
        }
        // The branches after this one need not look where it has looked.
        const isLiteral = formulas.node(part).kind === "literal";
        if (isLiteral && !tableau.add(state, rest, formulas.not(part))) return undefined;
      }
      return undefined;
    }

    function finish(state: EventState): Result | undefined {
      const model = coordinates.build(state);
      if (model === "none") return undefined;
      if (model === "lost") {
        doubt ??= "text";
        if (++lost >= MAX_LOST) nodes = maxNodes;
        return undefined;
      }
      const result = accept(model);
      if (result === undefined) doubt ??= "unconfirmed";
      return result;
    }

    const blank = coordinates.start();
    const first: Choice[] = [];
    const result = tableau.add(blank, first, formula) ? visit(blank, first) : undefined;
    if (result !== undefined) return { kind: "found", result };
    return doubt === undefined ? { kind: "none" } : { kind: "unknown", reason: doubt };
  };
}

/** The first of the choices with the fewest parts. */
function smallestOf(choices: readonly Choice[]): Choice | undefined {
  return choices.reduce<Choice | undefined>(
    (least, each) => (least === undefined || each.length < least.length ? each : least),
    undefined,
  );
}
