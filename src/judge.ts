/** How each rule fares on one event. Both `evaluate` and `explain` ask here, so they cannot disagree. */
import type { Compiled, CompiledRule, RunnableRule } from "./compile.ts";
import { type Cause, type EventHead, requireEvent, type TicketEvent } from "./event.ts";
import { type Facts, member, readFacts } from "./facts.ts";
import type { IntegrationName } from "./integrations/index.ts";
import type { Outcome, SkipReason } from "./trace.ts";

/** One event on its way through the rules. */
export interface Hearing {
  readonly head: EventHead;
  readonly event: TicketEvent;
  readonly facts: Facts;
  readonly cause: Cause;
}

/** What became of one rule. */
export interface Judgement {
  readonly rule: CompiledRule;
  readonly outcome: Outcome;
  readonly reason?: SkipReason;
}

/** How long a chain of effects may grow. */
const MAX_DEPTH = 10;

/** Reads an event. @throws TypeError naming `id`, `type`, `at` or `ticket` when that is not valid; for nothing else. */
export function hear({ model }: Compiled, event: TicketEvent): Hearing {
  const head = requireEvent(event);
  return { head, event, facts: readFacts(model, head, event), cause: readCause(event) };
}

/** Every rule of the document, in order, with its outcome. */
export function* judge({ rules }: Compiled, { facts, cause }: Hearing): Generator<Judgement> {
  const stopped = new Set<IntegrationName>();
  for (const rule of rules) {
    if (rule.root === undefined) {
      yield { rule, outcome: "invalid" };
      continue;
    }
    const judgement = judgeOne(rule, facts, cause, stopped);
    if (judgement.outcome === "fired" && rule.stop) stopped.add(rule.integration);
    yield judgement;
  }
}

function judgeOne(
  rule: RunnableRule,
  facts: Facts,
  cause: Cause,
  stopped: ReadonlySet<IntegrationName>,
): Judgement {
  if (rule.off !== undefined) return { rule, outcome: "skipped", reason: rule.off };
  if (stopped.has(rule.integration)) return { rule, outcome: "skipped", reason: "stopped" };
  const verdict = rule.root.test(facts);
  if (verdict === false) return { rule, outcome: "notFired" };
  if (verdict === "unknown") return { rule, outcome: "indeterminate" };
  if (cause.rules.includes(rule.id)) return { rule, outcome: "skipped", reason: "loop" };
  if (cause.depth >= MAX_DEPTH) return { rule, outcome: "skipped", reason: "depth" };
  return { rule, outcome: "fired" };
}

/** What can be read of a cause; an event without one stands at the start of its chain. */
function readCause(event: TicketEvent): Cause {
  const cause = member(event, "cause");
  const rules = member(cause, "rules");
  const depth = member(cause, "depth");
  return {
    rules: Array.isArray(rules) ? rules.filter((rule) => typeof rule === "string") : [],
    depth: typeof depth === "number" && depth > 0 ? depth : 0,
  };
}
