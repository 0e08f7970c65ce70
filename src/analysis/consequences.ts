/**
 * What may come of effects: the events of which a rule may fire in its turn, and how they find the ticket. This is
 * knowledge of the domain, not of the rules: what is not in the table is taken not to happen.
 */
import type { Effect } from "../decision.ts";

/** How an effect leads to an event. */
export type Lead =
  /** The customer answers what the bot wrote, the survey, or the silence of a bot that was ended. */
  | "customerAnswers"
  /** The running bot classifies the ticket. */
  | "botClassifies"
  /** The bot closes the ticket, and is over. */
  | "botCloses";

/** An event that an effect may lead to. */
export interface Consequence {
  readonly lead: Lead;
  readonly type: string;
  /** Whether a bot runs then. A bot that runs is the assignee of the ticket. */
  readonly bot: "runs" | "none" | "asBefore";
}

/** What may come of each effect. */
export const consequences: { readonly [Type in Effect["type"]]: readonly Consequence[] } = {
  activateBot: [
    { lead: "customerAnswers", type: "message.received", bot: "runs" },
    { lead: "botClassifies", type: "ticket.classified", bot: "runs" },
    { lead: "botCloses", type: "ticket.closed", bot: "none" },
  ],
  terminateBot: [{ lead: "customerAnswers", type: "message.received", bot: "none" }],
  sendSurvey: [{ lead: "customerAnswers", type: "message.received", bot: "asBefore" }],
  // An executive decides.
  enableManualSurvey: [],
  // What the receiver does is not known; it is taken to read only.
  notify: [],
};
