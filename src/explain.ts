import { compiledOf, type InvalidRule, type RuleSet, type RunnableRule } from "./compile.ts";
import type { TicketEvent } from "./event.ts";
import { type Hearing, hear, type Judgement, judge } from "./judge.ts";
import type { Issue } from "./schema.ts";
import type { RuleTrace } from "./trace.ts";

/**
 * How every rule of the document fares on an event, in order, inactive and invalid ones too: outcome, verdicts of
 * every condition with the values it looked at, and what kept the rule from firing (spec §7).
 * Holds the message text; holds no secret.
 * @throws TypeError as `evaluate` does.
 */
export function explain(ruleSet: RuleSet, event: TicketEvent): RuleTrace[] {
  return explainSome(ruleSet, event, () => true);
}

/** The traces of the rules at some places: the others are judged only as far as they may stop these. @internal */
export function explainSome(
  ruleSet: RuleSet,
  event: TicketEvent,
  isWanted: (index: number) => boolean,
): RuleTrace[] {
  const compiled = compiledOf(ruleSet);
  const hearing = hear(compiled, event);
  return compiled.rules.flatMap((rule) => {
    const wanted = isWanted(rule.index);
    if (rule.root === undefined) return wanted ? [invalidTrace(rule)] : [];
    const judgement = wanted || rule.stop ? judge(rule, hearing) : "notFired";
    return wanted ? [traceOf(rule, judgement, hearing)] : [];
  });
}

function invalidTrace({ index, rule, issues }: InvalidRule): RuleTrace {
  return { rule: rule ?? null, index, outcome: "invalid", issues: issues.map(copyOf), tree: null, blame: [] };
}

function traceOf(
  { id, index, root }: RunnableRule,
  judgement: Judgement,
  { facts, head }: Hearing,
): RuleTrace {
  const isHeld = judgement === "notFired" || judgement === "indeterminate";
  const common = {
    rule: id,
    index,
    tree: {
      operator: root.operator,
      verdict: root.test(facts),
      trigger: { expected: root.trigger, actual: head.type, verdict: facts.trigger === root.trigger },
      conditions: root.trace(facts),
    },
    blame: isHeld ? root.blame(facts).map((path) => [...path]) : [],
  };
  if (judgement === "fired" || judgement === "notFired") return { ...common, outcome: judgement };
  if (judgement === "indeterminate") return { ...common, outcome: judgement, missing: root.missing(facts) };
  return { ...common, outcome: "skipped", reason: judgement };
}

/** Traces are the caller's to change; the rule set is not. */
function copyOf({ path, message }: Issue): Issue {
  return { path: [...path], message };
}
