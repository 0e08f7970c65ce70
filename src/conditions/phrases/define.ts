/** The contract of the phrases of a kind of condition. They stand beside the kind: see docs/decisions/0010. */
import type { Locale } from "../../language/define.ts";
import type { Phrase } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";

/** How a kind reads in every language. */
export type ConditionPhrases<Condition> = { readonly [Language in Locale]: Wording<Condition> };

/** How a kind reads in one language. Clauses with a verb, in the present, without a capital. Total. */
export interface Wording<Condition> {
  /** "la cuenta es «A» o «B»" */
  holds(condition: Condition, say: Say): Phrase;
  /** "la cuenta no es «A» ni «B»" */
  fails(condition: Condition, say: Say): Phrase;
  /** What was the case when it held, where that says more: "la cuenta es «B»". `actual` is that of the trace. */
  met?(condition: Condition, actual: unknown, say: Say): Phrase;
  /** What was the case instead: "la cuenta es «C», no «A» ni «B»". */
  unmet?(condition: Condition, actual: unknown, say: Say): Phrase;
  /** How an event makes it true, for kinds that events touch: "cuando el campo «A» pasa a ser «B»". */
  becomes?(condition: Condition, say: Say): Phrase;
}
