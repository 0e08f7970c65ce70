/** The contract of the phrases of an integration. They stand beside it: see docs/decisions/0010. */
import type { Effect } from "../../decision.ts";
import type { Locale } from "../../language/define.ts";
import type { Phrase } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";

/** How an integration reads in every language. */
export type IntegrationPhrases<Action extends { type: string }> = {
  readonly [Language in Locale]: IntegrationWording<Action>;
};

/** How an integration reads in one language. Clauses with a verb, without a capital. Total. */
export interface IntegrationWording<Action extends { type: string }> {
  readonly name: string;
  /** What a rule does: "se activará el bot «A»". */
  readonly actions: {
    readonly [Type in Action["type"]]: (action: Extract<Action, { type: Type }>, say: Say) => Phrase;
  };
  /** What is not done when an action is suppressed: "no se activará el bot". */
  readonly suppressed: { readonly [Type in Action["type"]]: string };
  /** Between the actions of a rule, as its planner takes them. */
  readonly between: string;
  /** What is planned: "se activará el bot «A»". `clock` writes an instant in the zone of the ticket's account. */
  readonly effects: {
    readonly [Type in Action["type"] & Effect["type"]]: (
      effect: Extract<Effect, { type: Type }>,
      say: Say,
      clock: (at: string) => string,
    ) => Phrase;
  };
}
