/** One event as conditions see it. */
import type { WordsFound } from "./text/words.ts";
import type { LocalTime } from "./time/local.ts";
import type { OpeningHours } from "./time/openingHours.ts";

/** A fact that was not supplied, by name. The names are listed in `docs/semantics.md`. */
export interface Missing {
  readonly missing: string;
}

/** The fact is missing. */
export function isMissing(fact: object): fact is Missing {
  return "missing" in fact;
}

/** A calendar that is not in the workspace. */
export function missingCalendar(id: string): Missing {
  return { missing: `calendar ${id}` };
}

/**
 * The facts of one event. A plain fact that was not supplied is `undefined`; one of an unexpected type is kept as
 * it is, and equal to nothing. What costs time is worked out on the first question and kept.
 */
export interface Facts {
  /** The memo's number for these facts, and where verdicts on them are kept: see `testLeaf`. */
  readonly stamp: number;
  readonly verdicts: Float64Array;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The type of the event, or null for a `message.received` that did not come from the customer. */
  readonly trigger: string | null;
  readonly account: unknown;
  readonly assignee: unknown;
  readonly attended: unknown;
  /** The text of the message; null when it is known that there is none. */
  readonly text: string | null | undefined;
  /** The keys of the words that the text has; none when it is known that there is no text. */
  wordsFound(): WordsFound | undefined;
  /** The text in NFC. Nothing without a text, and when it cannot be put into NFC in bounded time: what would be cut might match. */
  normalText(): string | undefined;
  /** A text of the event, folded; each text once, however many conditions ask. */
  folded(text: string): string;
  /** What a field holds. Null when the classification was supplied without it. */
  field(id: string): unknown;
  /** The wall clock of the ticket's account. */
  local(): LocalTime | Missing;
  /** The calendar of the ticket's account. */
  hours(): OpeningHours | Missing;
  /** Whether the event touches a message. */
  readonly touchesMessage: boolean;
  /** Whether the event touches a field. */
  touchesField(id: string): boolean;
  /** The facts as they were before the event. */
  before(): Facts;
}
