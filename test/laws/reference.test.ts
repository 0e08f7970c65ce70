/** The fast path against the reference evaluator, on random workspaces and events (spec §8). */
import * as fc from "fast-check";
import {
  type Condition,
  compile,
  type Decision,
  evaluate,
  explain,
  type NodeTrace,
  type TicketEvent,
  type Verdict,
  Workspace,
} from "ticket-rules";
import {
  arbitraryEvent,
  arbitraryWorkspace,
  referenceEvaluate,
  referenceOutcomes,
  ticketEvent,
} from "ticket-rules/testing";
import { describe, expect, test } from "vitest";
import { disguise, messageText, WORDS } from "../../src/testing/arbitraries/text.ts";
import { judge } from "../../src/testing/reference/conditions.ts";
import { snapshotAfter } from "../../src/testing/reference/snapshot.ts";
import { fold } from "../../src/testing/reference/words.ts";

const EVENTS_PER_WORKSPACE = 4;
// `test:zones` repeats the run under five host zones with QUICK set.
const CASES = process.env.LONG ? 120_000 : process.env.QUICK ? 2_000 : 10_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

const cases = () =>
  arbitraryWorkspace().chain((workspace) =>
    fc.record({
      workspace: fc.constant(workspace),
      events: fc.array(arbitraryEvent(workspace), {
        minLength: EVENTS_PER_WORKSPACE,
        maxLength: EVENTS_PER_WORKSPACE,
      }),
    }),
  );

describe("the fast evaluator and the reference", () => {
  test(`agree on ${CASES} cases (SEED=${SEED})`, { timeout: 60 * 60_000 }, () => {
    console.log(`reference: ${CASES} cases, SEED=${SEED}`);
    fc.assert(
      fc.property(cases(), ({ workspace, events }) => {
        const ruleSet = compile(workspace);
        for (const event of events) {
          const traces = explain(ruleSet, event);
          expect(evaluate(ruleSet, event)).toEqual(referenceEvaluate(workspace, event));
          expect(traces.map(({ rule, outcome }) => ({ rule, outcome }))).toEqual(
            referenceOutcomes(workspace, event),
          );
          expect(traces.map(({ tree }) => tree?.conditions.map(verdicts))).toEqual(
            workspace.rules.map(({ conditions }) =>
              conditions.map((one) => referenceVerdicts(one, workspace, event)),
            ),
          );
        }
      }),
      { seed: SEED, numRuns: CASES / EVENTS_PER_WORKSPACE },
    );
  });

  test("agree on words, each in many guises", () => {
    fc.assert(
      fc.property(wordCases(), ({ condition, texts }) => {
        const workspace = { ...WORDS_WORKSPACE, rules: [{ ...WORDS_RULE, conditions: [condition] }] };
        const ruleSet = compile(workspace);
        for (const text of texts) {
          const event = ticketEvent({ message: { text } });
          expect(explain(ruleSet, event)[0]?.outcome).toBe(referenceOutcomes(workspace, event)[0]?.outcome);
        }
      }),
      { seed: SEED, numRuns: CASES / 4 },
    );
  });
});

describe("the arbitraries", () => {
  test("draw workspaces that a strict load accepts", () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), (workspace) => Workspace.parse(workspace) !== undefined),
      { seed: 1, numRuns: 300 },
    );
  });

  test("reach every outcome, reason, verdict of every condition and operator, and effect", () => {
    const counts = new Map<string, number>();
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    for (const { workspace, events } of fc.sample(cases(), {
      seed: 2,
      numRuns: 3_000 / EVENTS_PER_WORKSPACE,
    })) {
      for (const event of events) countParts(workspace, event, count);
    }
    const rare = expectedParts().filter((part) => (counts.get(part) ?? 0) < 3);
    expect(rare.map((part) => `${part}: ${counts.get(part) ?? 0}`)).toEqual([]);
  });
});

/** The verdict of every condition, also of those that decide nothing. */
interface Verdicts {
  verdict: Verdict;
  conditions: Verdicts[];
}

function verdicts(trace: NodeTrace): Verdicts {
  return { verdict: trace.verdict, conditions: "conditions" in trace ? trace.conditions.map(verdicts) : [] };
}

function referenceVerdicts(condition: Condition, workspace: Workspace, event: TicketEvent): Verdicts {
  const { verdict } = judge(condition, snapshotAfter(workspace, event));
  const conditions = condition.type === "group" ? condition.conditions : [];
  return { verdict, conditions: conditions.map((child) => referenceVerdicts(child, workspace, event)) };
}

const WORDS_WORKSPACE = {
  schemaVersion: 1 as const,
  timeZone: "UTC",
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
};

const WORDS_RULE = {
  ...{
    id: "r",
    name: "Rule",
    active: true,
    integration: "webhook" as const,
    trigger: "message.received" as const,
  },
  ...{ operator: "and" as const, actions: [{ type: "notify" as const }] },
};

/** Words of a condition, and texts in which they stand, whole, changed or cut. */
const wordCases = () => {
  const odd = fc.string({
    unit: fc.constantFrom(..."anN1- ñß\u0303\u0301\u200d\u200b\ufe0f👩💻❤🏽𐌰"),
    minLength: 1,
    maxLength: 5,
  });
  const word = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...WORDS), disguise()).map(([text, change]) => change(text)),
    },
    { weight: 1, arbitrary: odd },
  );
  return fc
    .record({
      type: fc.constant("messageContains" as const),
      words: fc.array(word, { minLength: 1, maxLength: 2 }),
      mode: fc.constantFrom("word" as const, "substring" as const),
      match: fc.constantFrom("any" as const, "all" as const),
    })
    .filter(({ words }) => words.some((text) => fold(text) !== ""))
    .chain((condition) => {
      const glued = fc.array(fc.oneof(fc.constantFrom(...condition.words), word), { maxLength: 4 });
      const text = fc.oneof(
        messageText(condition.words.map((each) => fc.constant(each))),
        glued.map((pieces) => pieces.join("")),
      );
      return fc.record({
        condition: fc.constant(condition),
        texts: fc.array(text, { minLength: 8, maxLength: 8 }),
      });
    });
};

/** What occurs in one case, by the reference. */
function countParts(workspace: Workspace, event: TicketEvent, count: (what: string) => void): void {
  const decision: Decision = referenceEvaluate(workspace, event);
  for (const { type } of decision.effects) count(type);
  for (const { rules } of decision.effects) if (rules.length > 1) count("merged");
  for (const { reason } of decision.suppressed) count(reason);
  for (const { reason } of decision.skipped) count(reason);
  const outcomes = referenceOutcomes(workspace, event);
  for (const [index, rule] of workspace.rules.entries()) {
    const outcome = outcomes[index]?.outcome ?? "invalid";
    count(outcome);
    const edge = rule.operator === "or" && event.type !== rule.trigger ? " on another event" : "";
    count(`${rule.operator}${edge} ${outcome}`);
    for (const condition of rule.conditions) countVerdicts(condition);
  }

  function countVerdicts(condition: Condition): void {
    const { verdict, missing } = judge(condition, snapshotAfter(workspace, event));
    for (const name of missing) count(`missing ${name.split(" ")[0]}`);
    const kind = condition.type === "group" ? `group ${condition.operator}` : condition.type;
    count(`${kind} ${verdict}`);
    if (condition.type === "group") for (const child of condition.conditions) countVerdicts(child);
  }
}

function expectedParts(): string[] {
  const kinds = [
    ...["account", "classification", "messageContains", "messageMatches", "withinBusinessHours"],
    ...["outsideBusinessHours", "weekday", "unassigned", "dateRange", "timeRange", "unattended"],
    ...["group and", "group or", "group not"],
  ];
  const operators = ["and", "not", "or", "or on another event"];
  return [
    ...["activateBot", "terminateBot", "sendSurvey", "enableManualSurvey", "notify", "merged"],
    ...["alreadyActive", "otherBotActive", "botInactive", "botUnknown", "noActiveBot", "conflict"],
    ...["spamThreshold", "customerUnknown", "loop", "depth"],
    ...["ticket.account", "ticket.assignee", "ticket.attended", "ticket.classification"].map(
      (name) => `missing ${name}`,
    ),
    ...["message.text", "message.text:", "account.calendar", "calendar"].map((name) => `missing ${name}`),
    ...kinds.flatMap((kind) => ["true", "false", "unknown"].map((verdict) => `${kind} ${verdict}`)),
    ...operators.flatMap((operator) =>
      ["fired", "notFired", "skipped"].map((outcome) => `${operator} ${outcome}`),
    ),
    ...["and", "not", "or on another event"].map((operator) => `${operator} indeterminate`),
  ];
}
