/** What is looked for when the plans of two workspaces are compared, and from which of the two. */
import type { Effect } from "../decision.ts";
import type { TicketEvent } from "../event.ts";
import type { Action } from "../integrations/index.ts";
import type { Prover } from "./prover.ts";
import type { Running, Side } from "./sides.ts";

/** An event on which one of the workspaces plans an effect that the other does not plan, from whichever rule. */
export interface EffectChange {
  /** The rule that makes the difference: because it asks for the effect, or because it stops the one that does. */
  rule: string;
  /** `gained`: only the later one plans it. */
  change: "gained" | "lost";
  /** As it is planned by the one that does. */
  effect: Effect;
  /** What the other plans on the event. */
  instead: Effect[];
  /** Both rule sets were run on it. */
  event: TicketEvent;
}

/** What was found: nothing when there is none. */
export type Sought = EffectChange | "unknown" | undefined;

/** Both sides, looked at from one. */
export interface PlanView {
  readonly prover: Prover;
  readonly own: Side;
  readonly other: Side;
  /** The ids of the rules that may make a difference. */
  readonly touched: ReadonlySet<string>;
  /** What effects are called that only `own` plans, and that only `other` does. */
  readonly ownChange: EffectChange["change"];
  readonly otherChange: EffectChange["change"];
}

/** An action of a rule of the view's own side, of which it is asked whether the other side plans the same. */
export interface Asked {
  readonly view: PlanView;
  readonly rule: Running;
  readonly action: Action;
  /** The bot that runs on the ticket, null for none. */
  readonly bot: string | null;
}

/** How many events are looked at for one difference. */
export const MAX_ROUNDS = 200;

/** A bot that runs, where one is to be ended. */
export const RUNNING_BOT = "bot-1";

/** The event with this bot on its ticket, null for none. */
export function withBot(event: TicketEvent, activeBot: string | null): TicketEvent {
  return { ...event, ticket: { ...event.ticket, activeBot } };
}
