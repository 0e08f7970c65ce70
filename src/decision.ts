/** What came out of one evaluation, as plain data (spec §6). */
import type { Cause } from "./event.ts";

/** What every effect has. */
export interface EffectBase {
  /**
   * The same for the same event, rule and action, however often the event is delivered; different for any others.
   * Only letters, digits and `_ - ~ :`.
   */
  key: string;
  /** The id of the ticket. */
  ticket: string;
  /** The ids of the rules that ask for it: one, or several for a merged notification. */
  rules: string[];
  /** The event that led to it; `at` in ISO 8601, UTC. */
  event: { id: string; type: string; at: string };
  /** What the host puts on events that this effect leads to. */
  cause: Cause;
}

/** Start a bot on the ticket. */
export interface ActivateBotEffect extends EffectBase {
  type: "activateBot";
  bot: string;
}

/** Stop the bot of the ticket: `bot`, or, when the event did not say which one runs (null), any that does. */
export interface TerminateBotEffect extends EffectBase {
  type: "terminateBot";
  bot: string | null;
}

/** Send a survey at `executeAt`, if `recheck` still says so then. */
export interface SendSurveyEffect extends EffectBase {
  type: "sendSurvey";
  /** The number of the survey in TimePoints. */
  survey: number;
  customer: string | null;
  /** ISO 8601, UTC: the event's time plus the delay. */
  executeAt: string;
  /** The least number of days, of 24 hours, between two surveys to one customer. 0: no limit. */
  spamThresholdDays: number;
  /** Event types that cancel it while it waits. */
  cancelOn: ["ticket.reopened"];
}

/** Let an executive send a survey by hand. */
export interface EnableManualSurveyEffect extends EffectBase {
  type: "enableManualSurvey";
}

/** Notify the webhook: `notification(effect)` gives the bytes. */
export interface NotifyEffect extends EffectBase {
  type: "notify";
}

/** One thing the host must do, now or later. */
export type Effect =
  | ActivateBotEffect
  | TerminateBotEffect
  | SendSurveyEffect
  | EnableManualSurveyEffect
  | NotifyEffect;

/** Why an action of a fired rule led to no effect. */
export type SuppressionReason =
  /** The same bot is running already. */
  | "alreadyActive"
  /** Another bot is running. */
  | "otherBotActive"
  /** The bot is switched off. */
  | "botInactive"
  /** The bot is not in the list of bots. */
  | "botUnknown"
  /** There is no bot to terminate. */
  | "noActiveBot"
  /** An earlier action has the one bot effect of this event. */
  | "conflict"
  /** Another survey to this customer is too near. */
  | "spamThreshold"
  /** There is a threshold, and nobody knows whose it is. */
  | "customerUnknown";

/** A rule that did not fire because of the chain it stands in. */
export interface Skipped {
  rule: string;
  /** `loop`: the rule stands in the event's cause. `depth`: the chain is ten effects long. */
  reason: "loop" | "depth";
}

/** All of one evaluation. */
export interface Decision {
  event: { id: string; type: string; at: string };
  /** The ids of the rules that fired, in order. */
  fired: string[];
  effects: Effect[];
  /** Actions of fired rules that led to no effect. `action` is the type of the action. */
  suppressed: { rule: string; action: string; reason: SuppressionReason }[];
  /** Rules that would need facts that were not supplied. `missing` names them, as `message.text`. */
  indeterminate: { rule: string; missing: string[] }[];
  skipped: Skipped[];
}
