import { type Compiled, compiledOf, type RuleSet, type RunnableRule } from "./compile.ts";
import { missingOf } from "./conditions/root.ts";
import type { Decision } from "./decision.ts";
import type { TicketEvent } from "./event.ts";
import { type Planned, type Request, writtenHead } from "./integrations/define.ts";
import type { Action, IntegrationName } from "./integrations/index.ts";
import { type Hearing, hear, judgeConcerned } from "./judge.ts";

/**
 * What must be done because of an event: which rules fired, what is planned, what is not, and why (spec §5, §6).
 * Pure and total: equal inputs give equal decisions, and inputs are never changed.
 * @throws TypeError naming the field when the event has no valid `id`, `type`, `at` or `ticket`; for nothing else.
 */
export function evaluate(ruleSet: RuleSet, event: TicketEvent): Decision {
  const compiled = compiledOf(ruleSet);
  const hearing = hear(compiled, event);
  const decision: Decision = {
    event: writtenHead(hearing.head),
    fired: [],
    effects: [],
    suppressed: [],
    indeterminate: [],
    skipped: [],
  };
  const fired: RunnableRule[] = [];
  judgeConcerned(compiled, hearing, (rule, judgement) => {
    if (judgement === "fired") fired.push(rule);
    else if (judgement === "indeterminate") {
      decision.indeterminate.push({ rule: rule.id, missing: missingOf(rule.root, hearing.facts) });
    } else if (judgement === "loop" || judgement === "depth") {
      decision.skipped.push({ rule: rule.id, reason: judgement });
    }
  });
  if (fired.length === 0) return decision;
  for (const { id } of fired) decision.fired.push(id);
  for (const planned of plan(compiled, fired, hearing)) {
    if ("effect" in planned) decision.effects.push(planned.effect);
    else {
      const { rule, action, reason } = planned;
      decision.suppressed.push({ rule, action, reason });
    }
  }
  return decision;
}

/** The actions of the fired rules, each integration's by itself, in the order of rules and actions. */
function plan(
  { planners }: Compiled,
  fired: readonly RunnableRule[],
  { head, event, cause }: Hearing,
): Planned[] {
  const requests = new Map<IntegrationName, Request<Action>[]>();
  let order = 0;
  for (const { id, integration, actions } of fired) {
    const own = requests.get(integration) ?? [];
    requests.set(integration, own);
    for (let position = 0; position < actions.length; position++) {
      const action = actions[position];
      if (action !== undefined) own.push({ rule: id, action, position, order: order++ });
    }
  }
  const planned = [...requests].flatMap(
    ([integration, own]) => planners[integration]?.plan(own, { head, event, cause }) ?? [],
  );
  return requests.size === 1 ? planned : planned.sort((a, b) => a.order - b.order);
}
