/** The list of integrations: the one table of what each allows. */
import type * as z from "zod";
import { oneActionOf } from "./actions.ts";
import { type BotcenterAction, type BotcenterSettings, botcenter } from "./botcenter.ts";
import { type TimepointsAction, type TimepointsSettings, timepoints } from "./timepoints.ts";
import { type NotifyAction, type WebhookSettings, webhook } from "./webhook.ts";

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
export const Action = oneActionOf(undefined, {
  ...botcenter.actions,
  ...timepoints.actions,
  ...webhook.actions,
}) as z.ZodType<Action, Action>;
