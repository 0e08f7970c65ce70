/**
 * Verdicts of three values as formulas of two: when a condition is true, and when it is false. When neither holds it is
 * unknown. After Kleene, `not` swaps them, and `and` is true when all are true and false when one is false: so both are
 * built from the leaves without any loss.
 */
import type { Operator } from "../conditions/tree.ts";
import { FALSE, type Formula, type Formulas, TRUE } from "./formula.ts";

/** When a condition is true, and when it is false. */
export interface Meaning {
  readonly isTrue: Formula;
  readonly isFalse: Formula;
}

/** False on every event. */
export const NEVER: Meaning = { isTrue: FALSE, isFalse: TRUE };
/** Unknown on every event. */
export const UNKNOWN: Meaning = { isTrue: FALSE, isFalse: FALSE };

/** Of what is never unknown. */
export function classical(isTrue: Formula, formulas: Formulas): Meaning {
  return { isTrue, isFalse: formulas.not(isTrue) };
}

/** Of the contrary. */
export function swapped({ isTrue, isFalse }: Meaning): Meaning {
  return { isTrue: isFalse, isFalse: isTrue };
}

/** Of several under an operator. */
export function combined(operator: Operator, meanings: readonly Meaning[], formulas: Formulas): Meaning {
  const trues = meanings.map(({ isTrue }) => isTrue);
  const falses = meanings.map(({ isFalse }) => isFalse);
  if (operator === "and") return { isTrue: formulas.and(trues), isFalse: formulas.or(falses) };
  const some = { isTrue: formulas.or(trues), isFalse: formulas.and(falses) };
  return operator === "or" ? some : swapped(some);
}
