/**
 * The reference evaluator: what the documentation says, written for reading and not for speed. It shares no
 * evaluation code with `evaluate`, so that where the two agree, both are likely to be right.
 */
import type { Condition } from "../conditions/tree.ts";
import type { Decision } from "../decision.ts";
import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import type { Outcome, SkipReason } from "../trace.ts";
import type { Workspace } from "../workspace.ts";
import { judge } from "./reference/conditions.ts";
import { planEffects } from "./reference/effects.ts";
import { changesField, epochMs, isOfType, snapshotAfter, snapshotBefore } from "./reference/snapshot.ts";
import { all, any, type Finding, known, none } from "./reference/verdicts.ts";

/** Effects that led to an event, and to the event before it, and so on: no rule fires in a chain this long. */
const LONGEST_CHAIN = 10;

/**
 * How each rule of a valid workspace fares on an event, in order (spec §5). A second opinion on `explain`:
 * slow, and for short texts and patterns that do not backtrack for long.
 */
export function referenceOutcomes(
  workspace: Workspace,
  event: TicketEvent,
): { rule: string; outcome: Outcome }[] {
  return judgeRules(workspace, event).map(({ rule, outcome }) => ({ rule: rule.id, outcome }));
}

/**
 * All of one evaluation of a valid workspace (spec §6). A second opinion on `evaluate`: slow, and for short texts
 * and patterns that do not backtrack for long.
 */
export function referenceEvaluate(workspace: Workspace, event: TicketEvent): Decision {
  const judged = judgeRules(workspace, event);
  const fired = judged.filter(({ outcome }) => outcome === "fired").map(({ rule }) => rule);
  return {
    event: { id: event.id, type: event.type, at: new Date(epochMs(event.at)).toISOString() },
    fired: fired.map(({ id }) => id),
    ...planEffects(workspace, event, fired),
    indeterminate: judged
      .filter(({ outcome }) => outcome === "indeterminate")
      .map(({ rule, missing }) => ({ rule: rule.id, missing })),
    skipped: judged.flatMap(({ rule, reason }) =>
      reason === "loop" || reason === "depth" ? [{ rule: rule.id, reason }] : [],
    ),
  };
}

interface Judged {
  rule: Rule;
  outcome: Outcome;
  /** Why it was skipped. */
  reason?: SkipReason;
  /** What would have to be known. */
  missing: string[];
}

function judgeRules(workspace: Workspace, event: TicketEvent): Judged[] {
  const judged: Judged[] = [];
  for (const rule of workspace.rules) judged.push(judgeRule(workspace, event, rule, judged));
  return judged;
}

function judgeRule(workspace: Workspace, event: TicketEvent, rule: Rule, earlier: Judged[]): Judged {
  const integration = workspace.integrations?.[rule.integration];
  const skip = (reason: SkipReason): Judged => ({ rule, outcome: "skipped", reason, missing: [] });
  if (integration === undefined) return { rule, outcome: "invalid", missing: [] };
  if (!integration.enabled) return skip("integrationDisabled");
  if (!integration.active) return skip("integrationInactive");
  if (!rule.active) return skip("ruleInactive");
  if (earlier.some((other) => stops(other) && other.rule.integration === rule.integration))
    return skip("stopped");

  const { verdict, missing } = judgeRoot(workspace, event, rule);
  if (verdict === "unknown") return { rule, outcome: "indeterminate", missing };
  if (!verdict) return { rule, outcome: "notFired", missing: [] };
  if (event.cause?.rules?.includes(rule.id)) return skip("loop");
  if ((event.cause?.depth ?? 0) >= LONGEST_CHAIN) return skip("depth");
  return { rule, outcome: "fired", missing: [] };
}

function stops({ rule, outcome }: Judged): boolean {
  return outcome === "fired" && rule.stop === true;
}

/** The trigger and the conditions under the rule's operator. */
function judgeRoot(workspace: Workspace, event: TicketEvent, rule: Rule): Finding {
  const isTrigger = isOfType(event, rule.trigger);
  const after = snapshotAfter(workspace, event);
  switch (rule.operator) {
    case "and":
      return all([known(isTrigger), ...rule.conditions.map((condition) => judge(condition, after))]);
    case "not":
      return all([known(isTrigger), none(rule.conditions.map((condition) => judge(condition, after)))]);
    case "or":
      if (isTrigger) return known(true);
      return any(rule.conditions.map((condition) => judgeMadeTrue(condition, workspace, event)));
  }
}

/** Whether the event makes an alternative true: it touches it, it is true now, and was not true before. */
function judgeMadeTrue(alternative: Condition, workspace: Workspace, event: TicketEvent): Finding {
  if (!touches(event, alternative)) return known(false);
  const before = judge(alternative, snapshotBefore(workspace, event));
  return before.verdict === true ? known(false) : judge(alternative, snapshotAfter(workspace, event));
}

/** Whether the event touches a fact that a condition, or one below it, reads. */
function touches(event: TicketEvent, condition: Condition): boolean {
  switch (condition.type) {
    case "group":
      return condition.conditions.some((child) => touches(event, child));
    case "classification":
      return isOfType(event, "ticket.classified") && changesField(event, condition.field);
    case "messageContains":
    case "messageMatches":
      return isOfType(event, "message.received");
    default:
      return false;
  }
}
