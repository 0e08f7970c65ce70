import { type CompiledRule, compiledOf, type RuleSet } from "./compile.ts";
import type { TicketEvent } from "./event.ts";
import { type Hearing, hear, type Judgement, judgeAll } from "./judge.ts";
import type { Issue } from "./schema.ts";
import type { Outcome, RuleTrace } from "./trace.ts";

/**
 * How every rule of the document fares on an event, in order, inactive and invalid ones too: outcome, verdicts of
 * every condition with the values it looked at, and what kept the rule from firing (spec §7).
 * Holds the message text; holds no secret.
 * @throws TypeError as `evaluate` does.
 */
export function explain(ruleSet: RuleSet, event: TicketEvent): RuleTrace[] {
  const compiled = compiledOf(ruleSet);
  const hearing = hear(compiled, event);
  return judgeAll(compiled, hearing).map(({ rule, judgement }) => traceOf(rule, judgement, hearing));
}

function traceOf(rule: CompiledRule, judgement: Judgement, { facts, head }: Hearing): RuleTrace {
  const { index } = rule;
  const outcome = isOutcome(judgement) ? judgement : "skipped";
  if (rule.root === undefined) {
    return {
      rule: rule.rule ?? null,
      index,
      outcome,
      issues: rule.issues.map(copyOf),
      tree: null,
      blame: [],
    };
  }
  const { root, id } = rule;
  return {
    rule: id,
    index,
    outcome,
    ...(isOutcome(judgement) ? {} : { reason: judgement }),
    ...(outcome === "indeterminate" ? { missing: root.missing(facts) } : {}),
    tree: {
      operator: root.operator,
      verdict: root.test(facts),
      trigger: { expected: root.trigger, actual: head.type, verdict: facts.trigger === root.trigger },
      conditions: root.trace(facts),
    },
    blame:
      outcome === "notFired" || outcome === "indeterminate" ? root.blame(facts).map((path) => [...path]) : [],
  };
}

const OUTCOMES: ReadonlySet<string> = new Set(["fired", "notFired", "indeterminate", "invalid"]);

function isOutcome(judgement: Judgement): judgement is Exclude<Outcome, "skipped"> {
  return OUTCOMES.has(judgement);
}

/** Traces are the caller's to change; the rule set is not. */
function copyOf({ path, message }: Issue): Issue {
  return { path: [...path], message };
}
