import { compiledOf, type InvalidRule, type RuleSet, type RunnableRule } from "./compile.ts";
import { blameOf, missingOf, testRoot, traceRoot } from "./conditions/root.ts";
import type { TicketEvent } from "./event.ts";
import { copyOfIssue } from "./issues/tell.ts";
import { type Hearing, hear, type Judgement, judge } from "./judge.ts";
import type { RuleTrace, RuleTree } from "./trace.ts";

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
  const traces: RuleTrace[] = [];
  for (const rule of compiled.rules) {
    const wanted = isWanted(rule.index);
    if (rule.root === undefined) {
      if (wanted) traces.push(invalidTrace(rule));
    } else if (wanted || rule.stop) {
      const judgement = judge(rule, hearing);
      if (wanted) traces.push(traceOf(rule, judgement, hearing));
    }
  }
  return traces;
}

function invalidTrace({ index, rule, issues }: InvalidRule): RuleTrace {
  return {
    rule: rule ?? null,
    index,
    outcome: "invalid",
    issues: issues.map(copyOfIssue),
    tree: null,
    blame: [],
  };
}

function traceOf(
  { id, index, root }: RunnableRule,
  judgement: Judgement,
  { facts, head }: Hearing,
): RuleTrace {
  const tree: RuleTree = {
    operator: root.operator,
    verdict: testRoot(root, facts),
    trigger: { expected: root.trigger, actual: head.type, verdict: facts.trigger === root.trigger },
    conditions: traceRoot(root, facts),
  };
  if (judgement === "fired") return { rule: id, index, outcome: judgement, tree, blame: [] };
  if (judgement === "notFired") {
    return { rule: id, index, outcome: judgement, tree, blame: blameOf(root, facts) };
  }
  if (judgement === "indeterminate") {
    const missing = missingOf(root, facts);
    return { rule: id, index, outcome: judgement, missing, tree, blame: blameOf(root, facts) };
  }
  return { rule: id, index, outcome: "skipped", reason: judgement, tree, blame: [] };
}
