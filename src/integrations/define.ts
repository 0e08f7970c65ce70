/** The contract of an integration: its settings, what its rules may use, and what their actions lead to. */
import type * as z from "zod";
import type { LeafType } from "../conditions/index.ts";
import type { Effect, EffectBase, SuppressionReason } from "../decision.ts";
import type { Cause, EventHead } from "../event.ts";
import { effectKey } from "../key.ts";

/** What every integration's settings have. */
export interface Switches {
  /** The page's *Habilitar*: whether the integration is installed. */
  enabled: boolean;
  /** The page's on/off check. */
  active: boolean;
}

/** One action of a rule that fired. */
export interface Request<Action> {
  /** The id of the rule. */
  readonly rule: string;
  readonly action: Action;
  /** The action's place in the rule. */
  readonly position: number;
  /** The request's place among all of this event. */
  readonly order: number;
}

/** What became of a request. One that is merged into another's effect has no entry. */
export type Planned =
  | { readonly order: number; readonly effect: Effect }
  | {
      readonly order: number;
      readonly rule: string;
      readonly action: string;
      readonly reason: SuppressionReason;
    };

/** The event that requests are planned on. */
export interface Scene {
  readonly head: EventHead;
  /** The whole event, unchecked. */
  readonly event: object;
  readonly cause: Cause;
}

/** Why an effect must not be carried out any more. */
export type RecheckReason =
  | SuppressionReason
  /** The ticket was reopened since. */
  | "ticketReopened"
  /** The integration is not enabled, or not active. */
  | "integrationInactive"
  /** No rule that asked for it is switched on. */
  | "ruleInactive"
  /** No rule that asked for it is in the rule set. */
  | "ruleGone"
  /** There is a threshold, and the state does not tell the customer's surveys. */
  | "surveysUnknown";

/** How things stand when an effect is due. */
export interface RecheckState {
  /** The instant of sending. Absent: the effect's own. */
  at?: Date | string | undefined;
  /** The ticket as it is now. */
  ticket?:
    | { status?: "open" | "ignored" | "closed" | undefined; activeBot?: string | null | undefined }
    | undefined;
  /** Whether a `ticket.reopened` came since the effect was planned. */
  reopened?: boolean | undefined;
  /** The customer's recent surveys, pending ones included. */
  surveys?:
    | readonly { customer: string; at: Date | string; status: "sent" | "pending"; key?: string | undefined }[]
    | undefined;
}

/** What an integration does with its actions, bound to its settings. Holds no secret of them. */
export interface Planner<Action> {
  /** Effects and suppressions for the requests of one event, in order. */
  plan(requests: readonly Request<Action>[], scene: Scene): Planned[];
  /** Why a planned effect must not be carried out now, as far as the settings and the state tell. */
  recheck(effect: Effect, state: RecheckState): RecheckReason | undefined;
}

/** An integration. */
export interface IntegrationKind<Settings extends Switches, Action extends { type: string }> {
  readonly settings: z.ZodType<Settings, Settings>;
  /** Lists in the settings of which a bad item does not spoil the others when a stored document is loaded. */
  readonly items: { readonly [Key in keyof Settings]?: z.ZodType };
  readonly triggers: readonly [string, ...string[]];
  /** The leaves that conditions may use, at any depth. Groups always. */
  readonly conditions: readonly LeafType[];
  /** The actions its rules may ask for, by type. */
  readonly actions: { readonly [Type in Action["type"]]: ActionSchema<Extract<Action, { type: Type }>> };
  /** What planning looks at, besides the head of the event and its cause. */
  readonly reads: readonly ("ticket.activeBot" | "ticket.customer" | "surveys")[];
  /** How many actions a rule has. */
  readonly actionCount: "exactlyOne" | "oneOrMore";
  readonly planner: (settings: Settings) => Planner<Action>;
}

/** The schema of one type of action: an exact object with the tag `type`. */
export type ActionSchema<Action> = z.ZodType<Action, Action> & z.core.$ZodTypeDiscriminable;

/** Gives an integration its types. */
export function defineIntegration<Settings extends Switches, Action extends { type: string }>(
  kind: IntegrationKind<Settings, Action>,
): IntegrationKind<Settings, Action> {
  return kind;
}

/** What every effect of a request has. */
export function effectBase({ rule, position }: Request<unknown>, { head, cause }: Scene): EffectBase {
  return {
    key: effectKey(head.id, rule, position),
    ticket: head.ticket.id,
    rules: [rule],
    event: writtenHead(head),
    cause: extended(cause, [rule]),
  };
}

/** The cause of what an effect of these rules leads to. */
export function extended({ rules, depth }: Cause, by: readonly string[]): Cause {
  return { rules: [...new Set([...rules, ...by])], depth: depth + 1 };
}

/** The head of an event as decisions and effects carry it. */
export function writtenHead({ id, type, written }: EventHead): { id: string; type: string; at: string } {
  return { id, type, at: written };
}
