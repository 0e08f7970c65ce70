/** What the analysis answers. */
import type { TicketEvent } from "../event.ts";

/**
 * The answer to "is there an event such that …".
 * - `yes`: here it is. The evaluator was run on it, and agreed, before it was returned.
 * - `no`: proved: there is none among complete events within the horizon (`Analyzer.horizon`, `Analyzer.assumptions`).
 * - `unknown`: neither an event nor a proof was found. Never to be taken for a `no`.
 */
export type Answer =
  | { kind: "yes"; event: TicketEvent }
  | { kind: "no" }
  | { kind: "unknown"; reason: UnknownReason };

/**
 * Why there is no answer.
 * - `text`: no message was found that matches and does not match all that it should, and no proof that none does.
 * - `budget`: the search was longer than `limits.nodes`.
 * - `unconfirmed`: an event was built and the evaluator did not agree. A bug of the analysis: please report it.
 */
export type UnknownReason = "text" | "budget" | "unconfirmed";

/** The dates in which events are looked for, both included: as the wall clock of the ticket's account shows them. */
export interface Horizon {
  /** `YYYY-MM-DD` */
  from: string;
  /** `YYYY-MM-DD` */
  to: string;
}
