/** What the two conditions on the message have in common in their phrases. */
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";

/** How much of a customer's message is ever quoted. */
const MAX_QUOTE = 40;

/** The message is there and has no text. */
export const noText = (actual: unknown): boolean => actual === null;

/** A clause, and the beginning of the message. */
export function withQuote(clause: Phrase, actual: unknown, verb: string, say: Say): Phrase {
  return typeof actual === "string" ? phrase`${clause} (${verb} ${say.quote(actual, MAX_QUOTE)})` : clause;
}
