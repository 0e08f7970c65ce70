/** The list of integrations: the one table of what each allows. */
import type * as z from "zod";
import { oneActionOf } from "./actions.ts";
import { botcenter, type BotcenterAction, type BotcenterSettings } from "./botcenter.ts";
import { timepoints, type TimepointsAction, type TimepointsSettings } from "./timepoints.ts";
import { type NotifyAction, webhook, type WebhookSettings } from "./webhook.ts";

/** The name of an integration. */
export type IntegrationName = "botcenter" | "timepoints" | "webhook";

/** What a rule asks for. */
export type Action = BotcenterAction | TimepointsAction | NotifyAction;

/** The settings of each integration. An absent one is not installed. */
export interface Integrations {
  botcenter?: BotcenterSettings | undefined;
  timepoints?: TimepointsSettings | undefined;
  webhook?: WebhookSettings | undefined;
}

/** Every integration by its name. */
export const integrationKinds = { botcenter, timepoints, webhook };

/** @see Action: of whatever integration. */
export const Action = oneActionOf("any integration", {
  ...botcenter.actions,
  ...timepoints.actions,
  ...webhook.actions,
}) as z.ZodType<Action, Action>;
