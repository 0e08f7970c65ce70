/** How rules fare on one event. Both `evaluate` and `explain` ask here, so they cannot disagree. */
import type { Compiled, RunnableRule } from "./compile.ts";
import { testRoot } from "./conditions/root.ts";
import { type Cause, type EventHead, requireEvent, type TicketEvent } from "./event.ts";
import type { Facts } from "./facts.ts";
import type { IntegrationName } from "./integrations/index.ts";
import { readFacts } from "./readFacts.ts";
import { member } from "./schema.ts";
import type { Outcome, SkipReason } from "./trace.ts";
import type { Verdict } from "./verdict.ts";

/** One event on its way through the rules. */
export interface Hearing {
  readonly head: EventHead;
  readonly event: TicketEvent;
  readonly facts: Facts;
  readonly cause: Cause;
  /** The integrations of which a rule that fired stops the rest. */
  readonly stopped: IntegrationName[];
}

/** What became of one rule: its outcome or, when it was skipped, why. */
export type Judgement = Exclude<Outcome, "skipped" | "invalid"> | SkipReason;

/** How long a chain of effects may grow. */
const MAX_DEPTH = 10;

/** Reads an event. @throws TypeError naming `id`, `type`, `at` or `ticket` when that is not valid; for nothing else. */
export function hear({ model }: Compiled, event: TicketEvent): Hearing {
  const head = requireEvent(event);
  return { head, event, facts: readFacts(model, head, event), cause: readCause(event), stopped: [] };
}

/** The rules that the event can concern, in order: those that are left out did not fire, and miss no fact. */
export function judgeConcerned(
  { rules, index, rows }: Compiled,
  hearing: Hearing,
  take: (rule: RunnableRule, judgement: Judgement) => void,
): void {
  const { facts } = hearing;
  const trigger = rows.triggerOf(facts);
  index.candidates(facts, (place) => {
    const verdict = rows.verdict(place, trigger, facts);
    if (verdict === false) return;
    const rule = rules[place];
    if (rule?.root !== undefined) take(rule, judgeBy(verdict, rule, hearing));
  });
}

/** What becomes of one rule, when all before it have been judged. */
export function judge(rule: RunnableRule, hearing: Hearing): Judgement {
  return judgeBy(testRoot(rule.root, hearing.facts), rule, hearing);
}

function judgeBy(verdict: Verdict, rule: RunnableRule, { cause, stopped }: Hearing): Judgement {
  if (rule.off !== undefined) return rule.off;
  if (stopped.includes(rule.integration)) return "stopped";
  if (verdict === false) return "notFired";
  if (verdict === "unknown") return "indeterminate";
  if (cause.rules.includes(rule.id)) return "loop";
  if (cause.depth >= MAX_DEPTH) return "depth";
  if (rule.stop) stopped.push(rule.integration);
  return "fired";
}

const NO_CAUSE: Cause = { rules: [], depth: 0 };

/** What can be read of a cause; an event without one stands at the start of its chain. */
function readCause(event: TicketEvent): Cause {
  const cause = member(event, "cause");
  if (cause === undefined) return NO_CAUSE;
  const rules = member(cause, "rules");
  const depth = member(cause, "depth");
  return {
    rules: Array.isArray(rules) ? rules.filter((rule) => typeof rule === "string") : [],
    depth: typeof depth === "number" && depth > 0 ? depth : 0,
  };
}
