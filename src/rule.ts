/** What an administrator writes (spec §2, §5, §6). */
import * as z from "zod";
import { type LeafType, leafTypes } from "./conditions/index.ts";
import { type Condition, conditionsOf, countLeaves, Operator } from "./conditions/tree.ts";
import type { Extensions } from "./extensions.ts";
import { actionsOf } from "./integrations/actions.ts";
import type { BotcenterAction } from "./integrations/botcenter.ts";
import { Action, type IntegrationName, integrationKinds } from "./integrations/index.ts";
import type { TimepointsAction } from "./integrations/timepoints.ts";
import type { NotifyAction } from "./integrations/webhook.ts";
import { short } from "./issues/define.ts";
import { telling, tells, told } from "./issues/tell.ts";
import { exact, flag, Id, isRecord, list, literal, Name, notAs } from "./schema.ts";

/** A rule of one integration: what starts it, what must hold, what it asks for. */
export interface RuleOf<Integration extends IntegrationName, Trigger extends string, Actions>
  extends Extensions {
  id: string;
  name: string;
  /** The rule's own switch. */
  active: boolean;
  integration: Integration;
  /** The event type the rule starts from. */
  trigger: Trigger;
  /** How trigger and conditions combine. */
  operator: Operator;
  conditions: Condition[];
  actions: Actions[];
  /** When the rule fires, later rules of its integration are not evaluated for that event. Absent: they are. */
  stop?: boolean | undefined;
}

/** A rule for chatbots: one action or more. */
export type BotcenterRule = RuleOf<"botcenter", "message.received", BotcenterAction>;

/** A rule for surveys: exactly one action; conditions on account and classification only. */
export type TimepointsRule = RuleOf<"timepoints", "ticket.closed", TimepointsAction>;

/** A rule for notifications: exactly one action. */
export type WebhookRule = RuleOf<"webhook", "ticket.closed" | "message.received", NotifyAction>;

/** Trigger, operator, conditions and actions, with an id and a name, for one integration. */
export type Rule = BotcenterRule | TimepointsRule | WebhookRule;

/** How many leaves a rule may have. */
export const MAX_LEAVES = 100;

/** @see Rule */
export const Rule: z.ZodType<Rule, Rule> = z
  .discriminatedUnion("integration", [ruleOf("botcenter"), ruleOf("timepoints"), ruleOf("webhook")], {
    error: telling((asking) => {
      const { code, input } = asking;
      if (code !== "invalid_union" || !isRecord(input)) return notAs("rule", asking);
      const { integration } = input;
      const expected = Object.keys(integrationKinds);
      return integration === undefined
        ? told("missing", { expected: { oneOf: expected } })
        : told("unknownIntegration", { value: short(integration), expected });
    }),
  })
  .superRefine(
    (rule, context) => {
      if (!isRecord(rule) || isIntegration(rule.integration)) return;
      // No integration tells what is allowed, but the rest of the rule can be wrong all the same.
      for (const issue of AnyRule.safeParse(rule).error?.issues ?? [])
        context.addIssue({ ...issue, code: "custom" });
    },
    { when: () => true },
  )
  .refine((rule) => countLeaves(isRecord(rule) ? rule.conditions : undefined) <= MAX_LEAVES, {
    path: ["conditions"],
    error: tells("tooMany", { of: "conditions", most: MAX_LEAVES }),
    when: () => true,
  });

/** What is common to the rules of all integrations. */
const AnyRule = exact({
  id: Id,
  name: Name,
  active: flag(),
  integration: z.unknown().optional(),
  trigger: z.unknown().optional(),
  operator: Operator,
  conditions: conditionsOf("any integration", leafTypes),
  actions: list("actions", Action),
  stop: flag().optional(),
});

function isIntegration(name: unknown): name is IntegrationName {
  return typeof name === "string" && Object.hasOwn(integrationKinds, name);
}

function ruleOf<Integration extends IntegrationName>(
  integration: Integration,
): z.ZodType<Rule, Rule> & z.core.$ZodTypeDiscriminable {
  const kind = integrationKinds[integration];
  const triggers: readonly [string, ...string[]] = kind.triggers;
  const conditions: readonly LeafType[] = kind.conditions;
  const schema = exact({
    id: Id,
    name: Name,
    active: flag(),
    integration: literal(integration),
    trigger: z.enum(triggers, {
      error: telling(({ input }) =>
        input === undefined
          ? told("missing", { expected: { oneOf: triggers } })
          : told("triggerNotAllowed", { value: short(input), integration, expected: triggers }),
      ),
    }),
    operator: Operator,
    conditions: conditionsOf(integration, conditions),
    actions: actionsOf(integration, kind.actions, kind.actionCount),
    stop: flag().optional(),
  });
  // The capability row says the same as the type of this integration's rules, which zod cannot infer from a table.
  return schema as unknown as z.ZodType<Rule, Rule> & z.core.$ZodTypeDiscriminable;
}
