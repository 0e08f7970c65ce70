/** The notification webhook: tells the host's other systems that something happened to a ticket. */
import * as z from "zod";
import { leafTypes } from "../conditions/index.ts";
import type { Extensions } from "../extensions.ts";
import { told } from "../issues/tell.ts";
import { notificationKey } from "../key.ts";
import { exact, expecting, flag, literal, nonEmpty } from "../schema.ts";
import { webhookUrlProblem } from "../text/url.ts";
import { defineIntegration, effectBase, extended, type Switches } from "./define.ts";

/** The settings of the webhook. */
export interface WebhookSettings extends Switches, Extensions {
  /**
   * Where notifications go: https, without credentials, no literal private address.
   * The sender must check again after DNS and after each redirect.
   */
  url: string;
  /** Secret: the key that notifications are signed with. */
  secret?: string | undefined;
}

/** Send a notification. */
export interface NotifyAction extends Extensions {
  type: "notify";
}

const WebhookUrl = z.string({ error: expecting("url") }).superRefine((url, context) => {
  const problem = webhookUrlProblem(url);
  if (problem !== undefined) context.addIssue(told(problem, {}));
});

/** Settings, capabilities, actions and planning of the webhook (spec §6, "Webhook"). */
export const webhook = defineIntegration<WebhookSettings, NotifyAction>({
  settings: exact({
    enabled: flag(),
    active: flag(),
    url: WebhookUrl,
    secret: nonEmpty("secret").optional(),
  }),
  items: {},
  triggers: ["ticket.closed", "message.received"],
  conditions: leafTypes,
  actions: { notify: exact({ type: literal("notify") }) },
  reads: [],
  actionCount: "exactlyOne",
  planner: () => ({
    plan(requests, scene) {
      const [first] = requests;
      if (first === undefined) return [];
      const rules = requests.map(({ rule }) => rule);
      const effect = {
        type: "notify" as const,
        ...effectBase(first, scene),
        key: notificationKey(scene.head.id),
        rules,
        cause: extended(scene.cause, rules),
      };
      return [{ order: first.order, effect }];
    },
    recheck: () => undefined,
  }),
});
