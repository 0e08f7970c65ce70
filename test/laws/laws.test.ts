/** What must hold of any rules and any event, whatever they say. */
import * as fc from "fast-check";
import {
  type Condition,
  compile,
  evaluate,
  eventsFor,
  explain,
  type Rule,
  TicketEvent,
  Workspace,
} from "ticket-rules";
import { arbitraryEvent, arbitraryWorkspace, ticketEvent } from "ticket-rules/testing";
import { describe, expect, test } from "vitest";

const RUNS = process.env.LONG === undefined ? 250 : 12_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`laws: ${RUNS} runs each, SEED=${SEED}`);

/** A workspace, an event that it has something to say about, and a number to choose by. */
const cases = () =>
  arbitraryWorkspace().chain((workspace) =>
    fc.record({ workspace: fc.constant(workspace), event: arbitraryEvent(workspace), choice: fc.nat() }),
  );

type Case = { workspace: Workspace; event: TicketEvent; choice: number };

function law(title: string, holds: (drawn: Case) => void): void {
  test(title, () => fc.assert(fc.property(cases(), holds), { seed: SEED, numRuns: RUNS }));
}

describe("order", () => {
  law("of conditions does not matter", ({ workspace, event, choice }) => {
    const turned = withConditions(workspace, (conditions) => turn(conditions, choice));
    expect(fates(turned, event)).toEqual(fates(workspace, event));
  });

  law("of the events evaluated before does not matter", ({ workspace, event }) => {
    const used = compile(workspace);
    evaluate(used, ticketEvent());
    evaluate(used, ticketEvent({ at: "2011-12-30T10:00:00Z", message: { text: "n".repeat(999) } }));
    expect(evaluate(used, event)).toEqual(evaluate(compile(workspace), event));
  });
});

describe("logic", () => {
  law("not of not is the same", ({ workspace, event }) => {
    const doubled = withConditions(
      workspace,
      each(1, (condition) => not(not(condition))),
    );
    expect(fates(doubled, event)).toEqual(fates(workspace, event));
  });

  law("De Morgan: none of them is all of their negations", ({ workspace, event }) => {
    const rewritten = withConditions(
      workspace,
      each(2, (condition) => rewrite(condition, "not", (conditions) => group("and", conditions.map(not)))),
    );
    expect(fates(rewritten, event)).toEqual(fates(workspace, event));
  });

  law("De Morgan: all of them is none of their negations", ({ workspace, event }) => {
    const rewritten = withConditions(
      workspace,
      each(2, (condition) => rewrite(condition, "and", (conditions) => group("not", conditions.map(not)))),
    );
    expect(fates(rewritten, event)).toEqual(fates(workspace, event));
  });

  law("De Morgan: any of them is not none of them", ({ workspace, event }) => {
    const rewritten = withConditions(
      workspace,
      each(2, (condition) => rewrite(condition, "or", (conditions) => not(group("not", conditions)))),
    );
    expect(fates(rewritten, event)).toEqual(fates(workspace, event));
  });

  law("a rule's own and, or, not are those of a group", ({ workspace, event }) => {
    const grouped = withRules(workspace, (rule) => {
      const fits = rule.conditions.length > 0 && rule.conditions.every((condition) => depth(condition) < 5);
      if (!fits || rule.operator === "or") return rule;
      return { ...rule, operator: "and", conditions: [group(rule.operator, rule.conditions)] };
    });
    expect(fates(grouped, event)).toEqual(fates(workspace, event));
  });
});

describe("independence", () => {
  law("evaluating twice is equal and leaves the inputs as they were", ({ workspace, event }) => {
    const copies = structuredClone({ workspace, event });
    const ruleSet = compile(deepFreeze(workspace));
    const decision = evaluate(ruleSet, deepFreeze(event));
    expect(evaluate(ruleSet, event)).toEqual(decision);
    explain(ruleSet, event);
    expect({ workspace, event }).toEqual(copies);
  });

  law("one more rule changes no other rule's outcome", ({ workspace, event, choice }) => {
    const copied = workspace.rules[choice % Math.max(1, workspace.rules.length)];
    if (copied === undefined) return;
    const added = { ...copied, id: "added", stop: false };
    const rules = workspace.rules.toSpliced(choice % (workspace.rules.length + 1), 0, added);
    const others = fates({ ...workspace, rules }, event).filter(({ rule }) => rule !== "added");
    expect(others).toEqual(fates(workspace, event));
  });

  law("a rule that is invalid changes nothing", ({ workspace, event, choice }) => {
    const broken = { ...workspace.rules[0], id: "broken", conditions: [{ type: "no such type" }] };
    const rules: unknown[] = [...workspace.rules];
    rules.splice(choice % (rules.length + 1), 0, broken);
    const ruleSet = compile({ ...workspace, rules });
    expect(ruleSet.invalid).toHaveLength(1);
    expect(evaluate(ruleSet, event)).toEqual(evaluate(compile(workspace), event));
  });
});

describe("agreement", () => {
  law("explain and evaluate say the same", ({ workspace, event }) => {
    const ruleSet = compile(workspace);
    const decision = evaluate(ruleSet, event);
    const traces = explain(ruleSet, event);
    expect(traces.map(({ rule, index }) => [rule, index])).toEqual(
      workspace.rules.map(({ id }, index) => [id, index]),
    );
    expect(traces.flatMap(({ rule, outcome }) => (outcome === "fired" ? [rule] : []))).toEqual(
      decision.fired,
    );
    expect(
      traces.flatMap((trace) =>
        trace.outcome === "indeterminate" ? [{ rule: trace.rule, missing: trace.missing }] : [],
      ),
    ).toEqual(decision.indeterminate);
    expect(
      traces.flatMap((trace) => {
        const isGuarded =
          trace.outcome === "skipped" && (trace.reason === "loop" || trace.reason === "depth");
        return isGuarded ? [{ rule: trace.rule, reason: trace.reason }] : [];
      }),
    ).toEqual(decision.skipped);
    for (const { outcome, tree } of traces)
      if (outcome !== "skipped") expect(VERDICTS[outcome]).toBe(tree?.verdict);
  });

  law("each action of a fired rule led to an effect or was suppressed, and no key is used twice", (drawn) => {
    const { fired, effects, suppressed } = evaluate(compile(drawn.workspace), drawn.event);
    const actions = drawn.workspace.rules
      .filter(({ id }) => fired.includes(id))
      .flatMap((rule) => rule.actions.length);
    const accounted = effects.flatMap(({ rules }) => rules).length + suppressed.length;
    expect(accounted).toBe(actions.reduce((sum, count) => sum + count, 0));
    expect(new Set(effects.map(({ key }) => key)).size).toBe(effects.length);
  });

  law("eventsFor names the type of every event for which a rule can fire", ({ workspace, event }) => {
    const ruleSet = compile(workspace);
    const { fired, indeterminate, skipped } = evaluate(ruleSet, event);
    if (fired.length + indeterminate.length + skipped.length > 0)
      expect([...eventsFor(ruleSet)]).toContain(event.type);
  });

  law("a parsed document parses to itself, also when printed", ({ workspace }) => {
    const parsed = Workspace.parse(workspace);
    expect(parsed).toEqual(workspace);
    expect(Workspace.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(workspace);
  });

  test("the event made for tests is valid, and parses to itself", () => {
    const events = [
      ticketEvent(),
      ticketEvent({ type: "ticket.closed", ticket: { customer: null } }),
      ticketEvent({ message: { text: "adiós" } }),
      ticketEvent({ message: null, ticket: { assignee: undefined } }),
    ];
    for (const event of events) expect(TicketEvent.parse(event)).toEqual(event);
    expect(ticketEvent({ type: "ticket.closed" }).message).toBeUndefined();
    expect(ticketEvent({ message: { text: "adiós" } }).message?.author).toBe("customer");
  });
});

const VERDICTS = { fired: true, notFired: false, indeterminate: "unknown", invalid: undefined } as const;

/** What became of each rule, and which facts it missed, in no order. */
function fates(workspace: Workspace, event: TicketEvent) {
  return explain(compile(workspace), event).map((trace) => ({
    rule: trace.rule,
    outcome: trace.outcome,
    reason: trace.outcome === "skipped" ? trace.reason : undefined,
    missing: trace.outcome === "indeterminate" ? trace.missing.toSorted() : undefined,
  }));
}

function withRules(workspace: Workspace, change: (rule: Rule) => Rule): Workspace {
  return { ...workspace, rules: workspace.rules.map(change) };
}

function withConditions(workspace: Workspace, change: (conditions: Condition[]) => Condition[]): Workspace {
  return withRules(workspace, (rule) => ({ ...rule, conditions: change(rule.conditions) }));
}

/** The conditions and those below them from another one on, and every other time from the last to the first. */
function turn(conditions: Condition[], choice: number): Condition[] {
  const first = choice % Math.max(1, conditions.length);
  const turned = [...conditions.slice(first), ...conditions.slice(0, first)].map((condition) =>
    condition.type === "group"
      ? { ...condition, conditions: turn(condition.conditions, choice + 1) }
      : condition,
  );
  return choice % 2 === 0 ? turned : turned.reverse();
}

/** Changes each condition that has room for so many more levels. */
function each(levels: number, change: (condition: Condition) => Condition) {
  return (conditions: Condition[]) =>
    conditions.map((condition) => (depth(condition) + levels <= 4 ? change(condition) : condition));
}

function rewrite(
  condition: Condition,
  operator: "and" | "or" | "not",
  change: (conditions: Condition[]) => Condition,
): Condition {
  return condition.type === "group" && condition.operator === operator
    ? change(condition.conditions)
    : condition;
}

function depth(condition: Condition): number {
  return condition.type === "group" ? 1 + Math.max(...condition.conditions.map(depth)) : 0;
}

function group(operator: "and" | "or" | "not", conditions: Condition[]): Condition {
  return { type: "group", operator, conditions };
}

function not(condition: Condition): Condition {
  return group("not", [condition]);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
