/** Scenarios made of what the library itself decides. */
import { type Decision, explain, type RuleSet, type TicketEvent } from "../../src/index.ts";
import type { Expectation, ExpectedOutcome, Scenario } from "../../src/testing.ts";

/** An expectation that says all that a decision says, and the outcome of every rule. */
export function expectationOf(ruleSet: RuleSet, event: TicketEvent, decision: Decision): Expectation {
  const outcomes = explain(ruleSet, event).flatMap((trace): [string, ExpectedOutcome][] => {
    const { rule, outcome } = trace;
    if (rule === null) return [];
    if (outcome === "indeterminate") return [[rule, { outcome, missing: trace.missing }]];
    return [[rule, outcome === "skipped" ? { outcome, reason: trace.reason } : outcome]];
  });
  return {
    fired: decision.fired,
    outcomes: Object.fromEntries(outcomes),
    effects: decision.effects.map(({ event: _, ...effect }) => {
      if (effect.type !== "sendSurvey") return effect;
      const { cancelOn: __, ...said } = effect;
      return said;
    }),
    suppressed: decision.suppressed,
  };
}

/** A scenario of an event as it is, whatever is in it. */
export function recorded(name: string, event: TicketEvent, expectation: Expectation): Scenario {
  return { name, recorded: event, expect: expectation };
}
