/** What is known of a message while an event is looked for. */

/** Words and patterns that must and must not be there. All by number. */
export interface TextState {
  /** Of each list one word must be there. None has a word that cannot be. */
  readonly clauses: readonly (readonly number[])[];
  /** Words that must not be there. */
  readonly barred: readonly number[];
  /** Patterns that must match. */
  readonly matched: readonly number[];
  /** Patterns that must not. */
  readonly unmatched: readonly number[];
}
