/** Rules of each integration. */
import type { Arbitrary } from "fast-check";
import type { Action } from "../../integrations/index.ts";
import type { Rule } from "../../rule.ts";
import { fc } from "../fastCheck/fc.ts";
import { type Catalogue, condition } from "./condition.ts";

type IntegrationName = Rule["integration"];
type RuleOf<Name extends IntegrationName> = Extract<Rule, { integration: Name }>;
type ActionOf<Type extends Action["type"]> = Extract<Action, { type: Type }>;

/** What TimePoints has. */
const OF_A_TICKET = ["account", "classification"] as const;

/** What the other two have. */
const ALL_TYPES = [
  ...(["account", "classification", "messageContains", "messageMatches", "withinBusinessHours"] as const),
  ...(["outsideBusinessHours", "weekday", "unassigned", "dateRange", "timeRange", "unattended"] as const),
] as const;

/** Rules of these integrations, in any order, with ids that differ. */
export const rules = (
  installed: readonly IntegrationName[],
  catalogue: Catalogue,
  bots: readonly { id: string }[],
): Arbitrary<Rule[]> => {
  if (installed.length === 0) return fc.constant([]);
  const kinds = ruleKinds(catalogue, bots);
  const rule = fc.oneof(...installed.map((name) => kinds[name]));
  return fc.uniqueArray(rule, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });
};

/** Ids that are awkward as keys of objects and within keys of effects, and plain ones. */
export const awkwardId = (): Arbitrary<string> =>
  fc.constantFrom(
    "a",
    "b",
    "c",
    "a:b",
    "a~b",
    "a~003ab",
    "__proto__",
    "constructor",
    "toString",
    "ñandú",
    "👍",
  );

const ruleKinds = (
  catalogue: Catalogue,
  bots: readonly { id: string }[],
): { [Name in IntegrationName]: Arbitrary<RuleOf<Name>> } => {
  const anyOf = (types: Parameters<typeof condition>[1]) =>
    fc.array(condition(catalogue, types), { maxLength: 3 });
  const anyCondition = anyOf(ALL_TYPES);
  return {
    botcenter: fc.record(
      {
        ...common(),
        integration: fc.constant("botcenter"),
        trigger: fc.constant("message.received"),
        conditions: anyCondition,
        actions: fc.array(fc.oneof(activateBot(bots), terminateBot()), { minLength: 1, maxLength: 3 }),
      },
      REQUIRED,
    ),
    timepoints: fc.record(
      {
        ...common(),
        integration: fc.constant("timepoints"),
        trigger: fc.constant("ticket.closed"),
        conditions: anyOf(OF_A_TICKET),
        actions: fc.tuple(
          fc.oneof({ weight: 3, arbitrary: sendSurvey() }, { weight: 1, arbitrary: manualSurvey() }),
        ),
      },
      REQUIRED,
    ),
    webhook: fc.record(
      {
        ...common(),
        integration: fc.constant("webhook"),
        trigger: fc.constantFrom("ticket.closed", "message.received"),
        conditions: anyCondition,
        actions: fc.tuple(fc.record({ type: fc.constant("notify") })),
      },
      REQUIRED,
    ),
  };
};

/** All but `stop`. */
const REQUIRED: { requiredKeys: Exclude<keyof Rule, `x-${string}` | "stop">[] } = {
  requiredKeys: ["id", "name", "active", "operator", "integration", "trigger", "conditions", "actions"],
};

const common = () => ({
  id: awkwardId(),
  name: fc.constant("Rule"),
  active: fc.oneof(
    { weight: 19, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  operator: fc.constantFrom("and", "or", "not"),
  stop: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const activateBot = (bots: readonly { id: string }[]): Arbitrary<ActionOf<"activateBot">> =>
  fc.record({
    type: fc.constant("activateBot"),
    bot: fc.oneof(...bots.map(({ id }) => ({ weight: 4, arbitrary: fc.constant(id) })), {
      weight: 1,
      arbitrary: fc.constantFrom("gone", "toString"),
    }),
  });

const terminateBot = (): Arbitrary<ActionOf<"terminateBot">> =>
  fc.record({ type: fc.constant("terminateBot") });

const sendSurvey = (): Arbitrary<ActionOf<"sendSurvey">> =>
  fc.record(
    {
      type: fc.constant("sendSurvey"),
      survey: fc.constantFrom(1, 2, 99),
      delayMinutes: fc.constantFrom(0, 1, 30, 1440, 4321),
      spamThresholdDays: fc.constantFrom(0, 1, 3, 30),
    },
    { requiredKeys: ["type", "survey"] },
  );

const manualSurvey = (): Arbitrary<ActionOf<"enableManualSurvey">> =>
  fc.record({ type: fc.constant("enableManualSurvey") });
