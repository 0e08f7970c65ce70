/** From fired rules to effects (spec §6). */
import type { Decision, Effect, EffectBase, SuppressionReason } from "../../decision.ts";
import type { TicketEvent } from "../../event.ts";
import type { Action } from "../../integrations/index.ts";
import type { Rule } from "../../rule.ts";
import type { Workspace } from "../../workspace.ts";
import { epochMs, own } from "./snapshot.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** The effects of the rules that fired, and the actions that led to none, in the order of rules and actions. */
export function planEffects(
  workspace: Workspace,
  event: TicketEvent,
  fired: Rule[],
): Pick<Decision, "effects" | "suppressed"> {
  const effects: Effect[] = [];
  const suppressed: Decision["suppressed"] = [];
  const notifying = fired.filter((rule) => rule.actions.some(({ type }) => type === "notify"));
  for (const rule of fired) {
    for (const [position, action] of rule.actions.entries()) {
      const key = keyOf(event.id, rule.id, position);
      const reason = reasonAgainst(action, key, workspace, event, effects);
      if (reason !== undefined) {
        suppressed.push({ rule: rule.id, action: action.type, reason });
      } else if (action.type !== "notify") {
        effects.push(effectOf(action, baseOf(event, key, [rule]), event));
      } else if (rule === notifying[0]) {
        // One notification for all, in the place of the first.
        effects.push(effectOf(action, baseOf(event, `${escapeId(event.id)}:notify`, notifying), event));
      }
    }
  }
  return { effects, suppressed };
}

/** Why an action leads to no effect, when it does not. */
function reasonAgainst(
  action: Action,
  key: string,
  workspace: Workspace,
  event: TicketEvent,
  earlier: Effect[],
): SuppressionReason | undefined {
  switch (action.type) {
    case "activateBot":
      return hasBotEffect(earlier) ? "conflict" : againstActivation(action.bot, workspace, event);
    case "terminateBot":
      if (hasBotEffect(earlier)) return "conflict";
      return isEmpty(event.ticket.activeBot) ? "noActiveBot" : undefined;
    case "sendSurvey":
      return againstSurvey(action, key, event, earlier);
    case "enableManualSurvey":
    case "notify":
      return undefined;
  }
}

function hasBotEffect(effects: Effect[]): boolean {
  return effects.some(({ type }) => type === "activateBot" || type === "terminateBot");
}

function againstActivation(
  id: string,
  workspace: Workspace,
  event: TicketEvent,
): SuppressionReason | undefined {
  const bot = workspace.integrations?.botcenter?.bots.find((candidate) => candidate.id === id);
  const { activeBot } = event.ticket;
  if (bot === undefined) return "botUnknown";
  if (!bot.active) return "botInactive";
  if (activeBot === id) return "alreadyActive";
  return activeBot === undefined || isEmpty(activeBot) ? undefined : "otherBotActive";
}

/** Known to be empty; not the same as not supplied. */
function isEmpty(fact: unknown): boolean {
  return fact !== undefined && (typeof fact !== "string" || fact === "");
}

/**
 * No two surveys to one customer within the threshold before this one; exactly the threshold apart is allowed.
 * A survey with this one's key is this one, planned when the event was delivered before.
 */
function againstSurvey(
  action: Extract<Action, { type: "sendSurvey" }>,
  key: string,
  event: TicketEvent,
  earlier: Effect[],
): SuppressionReason | undefined {
  const thresholdDays = action.spamThresholdDays ?? 0;
  if (thresholdDays === 0) return undefined;
  const customer = customerOf(event);
  if (customer === null) return "customerUnknown";
  const until = executionMs(action, event);
  const after = until - thresholdDays * MS_PER_DAY;
  const planned = earlier.flatMap((effect) =>
    effect.type === "sendSurvey" ? [epochMs(effect.executeAt)] : [],
  );
  const surveys: unknown = event.surveys;
  const supplied = (Array.isArray(surveys) ? surveys : [])
    .filter((survey) => own(survey, "customer") === customer && own(survey, "key") !== key)
    .map((survey) => epochMs(own(survey, "at")));
  const isTooNear = [...planned, ...supplied].some((at) => after < at && at <= until);
  return isTooNear ? "spamThreshold" : undefined;
}

function executionMs(
  { delayMinutes = 0 }: Extract<Action, { type: "sendSurvey" }>,
  event: TicketEvent,
): number {
  return epochMs(event.at) + delayMinutes * MS_PER_MINUTE;
}

function customerOf(event: TicketEvent): string | null {
  const { customer } = event.ticket;
  return typeof customer === "string" && customer !== "" ? customer : null;
}

function effectOf(action: Action, base: EffectBase, event: TicketEvent): Effect {
  switch (action.type) {
    case "activateBot":
      return { ...base, type: "activateBot", bot: action.bot };
    case "terminateBot":
      return { ...base, type: "terminateBot", bot: event.ticket.activeBot ?? null };
    case "sendSurvey":
      return {
        ...base,
        type: "sendSurvey",
        survey: action.survey,
        customer: customerOf(event),
        executeAt: new Date(executionMs(action, event)).toISOString(),
        spamThresholdDays: action.spamThresholdDays ?? 0,
        cancelOn: ["ticket.reopened"],
      };
    case "enableManualSurvey":
      return { ...base, type: "enableManualSurvey" };
    case "notify":
      return { ...base, type: "notify" };
  }
}

function baseOf(event: TicketEvent, key: string, rules: Rule[]): EffectBase {
  const ids = rules.map(({ id }) => id);
  const { rules: chain = [], depth = 0 } = event.cause ?? {};
  return {
    key,
    ticket: event.ticket.id,
    rules: ids,
    event: { id: event.id, type: event.type, at: new Date(epochMs(event.at)).toISOString() },
    cause: { rules: [...chain, ...ids], depth: depth + 1 },
  };
}

/** The key of the effect of one action: of the event, the rule and the action's place, and of nothing else. */
export function keyOf(event: string, rule: string, position: number): string {
  return `${escapeId(event)}:${escapeId(rule)}:${position}`;
}

/** Letters, digits, `_` and `-` as they are; any other UTF-16 unit as `~` and its four hexadecimal digits. */
function escapeId(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
