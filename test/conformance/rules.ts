/** The kinds that evaluate rules: condition, evaluate, load, keys, eventsFor. */
import { expect } from "vitest";
import { compile, evaluate, eventsFor, explain, type Outcome, type TicketEvent } from "../../src/index.ts";
import {
  type ExpectedDecision,
  evaluators,
  expectAgreement,
  expectDecision,
  expectIssues,
  expectSound,
  expectValid,
} from "./checks.ts";
import {
  type Case,
  documentOf,
  eventOf,
  type File,
  type Json,
  type JsonObject,
  named,
  type Path,
} from "./format.ts";

/** As the library writes verdicts. */
type Verdict = boolean | "unknown";

export interface ConditionCase extends Case {
  condition: Json;
  verdict: Verdict | Verdict[];
  missing?: string[];
  backtracks?: boolean;
}

const plain = (verdict: Verdict): Outcome =>
  verdict === "unknown" ? "indeterminate" : verdict ? "fired" : "notFired";
const negated = (verdict: Verdict): Outcome => plain(verdict === "unknown" ? verdict : !verdict);

/** A condition in every place it can stand: plain, in groups, under `not` of the rule and of groups. */
export function runCondition(file: File, testCase: ConditionCase): void {
  const condition = named({ conditions: [testCase.condition] }, file.named) as { conditions: [Json] };
  const [only] = condition.conditions;
  const group = (operator: string, inner: Json): Json => ({ type: "group", operator, conditions: [inner] });
  const ways = [
    { id: "plain", operator: "and", inner: only, outcome: plain, groups: 0 },
    { id: "under not", operator: "not", inner: only, outcome: negated, groups: 0 },
    { id: "in and", operator: "and", inner: group("and", only), outcome: plain, groups: 1 },
    { id: "in or", operator: "and", inner: group("or", only), outcome: plain, groups: 1 },
    { id: "in not", operator: "and", inner: group("not", only), outcome: negated, groups: 1 },
    { id: "in or, under not", operator: "not", inner: group("or", only), outcome: negated, groups: 1 },
    {
      id: "in not, in not",
      operator: "and",
      inner: group("not", group("not", only)),
      outcome: plain,
      groups: 2,
    },
  ].filter(({ groups }) => groups + depth(only) <= 5);
  const event = eventOf(file, testCase) as TicketEvent;
  const rules = ways.map(({ id, operator, inner }) => ({
    ...closingRule(id, inner),
    trigger: event.type,
    operator,
  }));
  const document = documentOf({ ...file, rule: {} }, { ...testCase, rules });
  expectValid(document);
  const verdicts = [testCase.verdict].flat();
  for (const { who, outcomes, decide } of evaluators) {
    if (who === "reference" && testCase.backtracks) continue;
    const found = new Map(outcomes(document, event));
    for (const { id, outcome } of ways) {
      expect(verdicts.map(outcome), `${who}, ${id}: ${found.get(id)}`).toContain(found.get(id));
    }
    const decision = decide(document, event);
    expectSound(decision, document);
    if (testCase.missing !== undefined) {
      const told = decision.indeterminate.find(({ rule }) => rule === "plain")?.missing ?? [];
      expect([...told].sort(), `${who}: missing`).toEqual([...testCase.missing].sort());
    }
  }
}

/** How many groups are nested in a condition. */
function depth(condition: Json): number {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return 0;
  const { type, conditions } = condition;
  return type === "group" && Array.isArray(conditions) ? 1 + Math.max(...conditions.map(depth)) : 0;
}

/** A whole rule of the webhook, on closing, with one condition. */
export function closingRule(id: string, condition: Json): JsonObject {
  return {
    id,
    name: id,
    active: true,
    integration: "webhook",
    trigger: "ticket.closed",
    operator: "and",
    conditions: [condition],
    actions: [{ type: "notify" }],
  };
}

export interface EvaluateCase extends Case {
  outcomes?: Record<string, Outcome>;
  reasons?: Record<string, string>;
  decision?: ExpectedDecision;
  traces?: Record<string, JsonObject>;
}

export function runEvaluate(file: File, testCase: EvaluateCase): void {
  const document = documentOf(file, testCase);
  const event = eventOf(file, testCase) as TicketEvent;
  expectValid(document);
  for (const { who, outcomes, decide } of evaluators) {
    if (testCase.outcomes !== undefined) {
      const wanted = Object.entries(testCase.outcomes);
      expect([...outcomes(document, event)].sort(), `${who}: outcomes`).toEqual([...wanted].sort());
    }
    expectDecision(decide(document, event), testCase.decision, document, who);
  }
  expectAgreement(document, event, testCase.reasons ?? {});
  const traces = explain(compile(document), event);
  for (const [id, wanted] of Object.entries(testCase.traces ?? {})) {
    expect(traces.find(({ rule }) => rule === id)).toMatchObject(wanted);
  }
}

export interface LoadCase extends Case {
  invalid: { index: number; rule: string | null; issues: Path[] }[];
  outcomes?: Outcome[];
  decision?: ExpectedDecision;
  events?: string[];
}

export function runLoad(file: File, testCase: LoadCase): void {
  const document = documentOf(file, testCase);
  const event = eventOf(file, testCase) as TicketEvent;
  const ruleSet = compile(document);
  const found = ruleSet.invalid.map((each) => ({ index: each.index, rule: each.rule ?? null }));
  expect(found, "invalid").toEqual(testCase.invalid.map((each) => ({ index: each.index, rule: each.rule })));
  testCase.invalid.forEach(({ issues }, at) => {
    expectIssues(ruleSet.invalid[at]?.issues ?? [], issues, document);
  });
  const traces = explain(ruleSet, event);
  const outcomes = traces.map(({ outcome }) => outcome);
  if (testCase.outcomes !== undefined) expect(outcomes, "outcomes").toEqual(testCase.outcomes);
  for (const { index, rule } of testCase.invalid) {
    expect(traces[index]).toMatchObject({ rule, index, tree: null });
  }
  expectDecision(evaluate(ruleSet, event), testCase.decision, document, "compiled");
  if (testCase.events !== undefined)
    expect([...eventsFor(ruleSet)].sort()).toEqual([...testCase.events].sort());
}

export interface KeysCase extends Case {
  left: Omit<Case, "name">;
  right: Omit<Case, "name">;
  keys: "equal" | "different";
}

/** The keys of the first effects of two evaluations. */
export function runKeys(file: File, { left, right, keys }: KeysCase): void {
  for (const { who, decide } of evaluators) {
    const [one, other] = [left, right].map((run) => {
      const document = documentOf(file, run);
      expectValid(document);
      return decide(document, eventOf(file, run) as TicketEvent).effects[0]?.key;
    });
    expect(one).toBeTypeOf("string");
    expect(other).toBeTypeOf("string");
    if (keys === "equal") expect(one, who).toBe(other);
    else expect(one, who).not.toBe(other);
  }
}

export interface EventsForCase extends Case {
  events: string[];
}

export function runEventsFor(file: File, testCase: EventsForCase): void {
  const document = documentOf(file, testCase);
  expectValid(document);
  expect([...eventsFor(compile(document))].sort()).toEqual([...testCase.events].sort());
}
