import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import {
  compile,
  type Decision,
  evaluate,
  explain,
  type Rule,
  type TicketEvent,
  Workspace,
} from "ticket-rules";
import {
  arbitraryEvent,
  arbitraryWorkspace,
  type ReplayDifference,
  type ReplayOptions,
  referenceEvaluate,
  replay,
} from "ticket-rules/testing";
import { describe, expect, it, test } from "vitest";
import {
  closed,
  leadBot,
  message,
  notifyOnClose,
  workspace as office,
  survey,
} from "./support/workspaces.ts";

const RUNS = process.env.LONG === undefined ? 150 : 10_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`replay: ${RUNS} runs each, SEED=${SEED}`);

/** A workspace, the same after an edit or two, and events that either has something to say about. */
const cases = () =>
  fc
    .tuple(arbitraryWorkspace(), arbitraryWorkspace(), fc.array(fc.nat(), { minLength: 1, maxLength: 2 }))
    .map(([before, other, edits]) => ({
      before,
      after: edits.reduce((w, edit) => edited(w, other, edit), before),
    }))
    .chain(({ before, after }) =>
      fc.record({
        before: fc.constant(before),
        after: fc.constant(after),
        events: fc.array(fc.oneof(...[before, after].filter(isValid).map(arbitraryEvent)), {
          minLength: 1,
          maxLength: 8,
        }),
      }),
    );

const isValid = (workspace: Workspace) => Workspace.safeParse(workspace).success;

/** What administrators do to a workspace. Parts come from another one. */
function edited(workspace: Workspace, other: Workspace, choice: number): Workspace {
  const at = Math.trunc(choice / EDITS.length) % Math.max(1, workspace.rules.length);
  const rule = workspace.rules[at];
  const borrowed = other.rules.find((each) => each.integration === rule?.integration);
  const changed = (changes: object): Workspace =>
    rule === undefined
      ? workspace
      : { ...workspace, rules: workspace.rules.with(at, { ...rule, ...changes } as Rule) };
  return EDITS[choice % EDITS.length]!({ workspace, other, rule, borrowed, at, changed });
}

interface Edit {
  workspace: Workspace;
  other: Workspace;
  rule: Rule | undefined;
  borrowed: Rule | undefined;
  at: number;
  changed: (changes: object) => Workspace;
}

const EDITS: ((edit: Edit) => Workspace)[] = [
  ({ workspace, at }) => ({ ...workspace, rules: workspace.rules.toSpliced(at, 1) }),
  ({ workspace, at, borrowed }) =>
    borrowed === undefined
      ? workspace
      : { ...workspace, rules: workspace.rules.toSpliced(at, 0, { ...borrowed, id: "borrowed" }) },
  ({ workspace }) => ({ ...workspace, rules: workspace.rules.toReversed() }),
  ({ rule, changed }) => changed({ active: rule?.active !== true }),
  ({ rule, changed }) => changed({ stop: rule?.stop !== true }),
  ({ rule, changed }) => changed({ operator: rule?.operator === "and" ? "not" : "and" }),
  ({ borrowed, changed }) => changed(borrowed === undefined ? {} : { conditions: borrowed.conditions }),
  ({ borrowed, changed }) => changed(borrowed === undefined ? {} : { actions: borrowed.actions }),
  ({ changed }) => changed({ id: "renamed" }),
  ({ changed }) => changed({ conditions: "none" }),
  ({ workspace, other }) => ({ ...workspace, timeZone: other.timeZone }),
  ({ workspace, other }) => ({ ...workspace, calendars: other.calendars }),
  ({ workspace, other }) => ({ ...workspace, accounts: other.accounts }),
  ({ workspace, other }) => ({ ...workspace, fields: other.fields }),
  ({ workspace, other }) => ({ ...workspace, integrations: other.integrations }),
  ({ workspace }) => ({ ...workspace, accounts: "none" }) as unknown as Workspace,
];

async function differencesOf(
  before: unknown,
  after: unknown,
  events: Iterable<TicketEvent>,
  options?: ReplayOptions,
) {
  const replayed = replay(before, after, events, options);
  const differences: ReplayDifference[] = [];
  for await (const difference of replayed) differences.push(difference);
  return { differences, summary: replayed.summary() };
}

describe("a replay", () => {
  test("of a workspace against itself, or against one that only reads otherwise, finds nothing", () =>
    fc.assert(
      fc.asyncProperty(cases(), async ({ before, events }) => {
        const rules = before.rules.map((rule) => ({ ...rule, name: "Renamed", "x-note": 1 }));
        for (const same of [before, structuredClone(before), { ...before, rules }]) {
          const { differences, summary } = await differencesOf(before, same, events);
          expect(differences).toEqual([]);
          expect(summary).toMatchObject({ finished: true, events: events.length, differing: 0, rules: [] });
        }
      }),
      { seed: SEED, numRuns: RUNS },
    ));

  test("finds the differences that the reference evaluator finds, and no others", () =>
    fc.assert(
      fc.asyncProperty(cases(), async ({ before, after, events }) => {
        // The reference is for valid workspaces.
        const decide = (workspace: Workspace, event: TicketEvent): Decision =>
          isValid(workspace) ? referenceEvaluate(workspace, event) : evaluate(compile(workspace), event);
        const { differences } = await differencesOf(before, after, events);
        const expected = events.flatMap((event, index) => {
          const [one, other] = [decide(before, event), decide(after, event)];
          return isDeepStrictEqual(ordered(one), ordered(other))
            ? []
            : [{ index, before: one, after: other }];
        });
        expect(
          differences.map(({ index, before: one, after: other }) => ({ index, before: one, after: other })),
        ).toEqual(expected);
      }),
      { seed: SEED, numRuns: RUNS },
    ));

  test("tells how rules fared as `explain` does, and at least one cause for each", () =>
    fc.assert(
      fc.asyncProperty(cases(), async ({ before, after, events }) => {
        const { differences } = await differencesOf(before, after, events);
        const [earlier, later] = [compile(before), compile(after)];
        for (const { event, reasons, ...difference } of differences) {
          const traces = [explain(earlier, event), explain(later, event)];
          expect(reasons.length).toBeGreaterThan(0);
          for (const reason of reasons) {
            for (const [trace, outcome] of [
              [traces[0], reason.before],
              [traces[1], reason.after],
            ] as const) {
              const found = trace?.find(({ rule }) => rule === reason.rule);
              const why = outcome.outcome === "skipped" ? outcome.reason : undefined;
              expect([outcome.outcome, why]).toEqual([
                found?.outcome ?? "absent",
                found?.outcome === "skipped" ? found.reason : undefined,
              ]);
            }
            // No pattern of these is long in the deciding.
            expect(reason.because.map(({ type }) => type)).not.toContain("patternBudget");
            expect(reason.because.length).toBeGreaterThan(0);
          }
          const named = reasons.map(({ rule }) => rule);
          const concerned = [...(difference.fired?.added ?? []), ...(difference.fired?.removed ?? [])];
          expect(named).toEqual(expect.arrayContaining(concerned));
        }
      }),
      { seed: SEED, numRuns: RUNS },
    ));

  it.each<[string, object[], object[], object, TicketEvent]>([
    [
      "a rule that was added",
      [],
      [leadBot],
      {
        rule: "lead-bot",
        before: { outcome: "absent" },
        after: { outcome: "fired" },
        because: [{ type: "ruleAdded" }],
      },
      message(),
    ],
    [
      "a condition that was edited",
      [{ ...leadBot, conditions: [{ type: "messageContains", words: ["adiós"] }] }],
      [{ ...leadBot, conditions: [{ type: "messageContains", words: ["hola"] }] }],
      {
        rule: "lead-bot",
        before: { outcome: "notFired" },
        after: { outcome: "fired" },
        because: [{ type: "ruleChanged", paths: [["conditions", 0, "words", 0]] }],
      },
      message(),
    ],
    [
      "a rule that another one stops now",
      [leadBot, { ...leadBot, id: "second", actions: [{ type: "terminateBot" }] }],
      [
        { ...leadBot, stop: true },
        { ...leadBot, id: "second", actions: [{ type: "terminateBot" }] },
      ],
      {
        rule: "second",
        before: { outcome: "fired" },
        after: { outcome: "skipped", reason: "stopped", by: "lead-bot" },
        because: [{ type: "otherRule", rule: "lead-bot", how: "stop" }],
      },
      message(),
    ],
    [
      "a bot that another rule starts first",
      [
        { ...leadBot, active: false },
        { ...leadBot, id: "second" },
      ],
      [leadBot, { ...leadBot, id: "second" }],
      {
        rule: "second",
        before: { outcome: "fired" },
        after: { outcome: "fired" },
        because: [{ type: "otherRule", rule: "lead-bot", how: "bot" }],
      },
      message(),
    ],
    [
      "a survey that is later",
      [survey("s", {})],
      [survey("s", { delayMinutes: 5 })],
      {
        rule: "s",
        before: { outcome: "fired" },
        after: { outcome: "fired" },
        because: [{ type: "ruleChanged", paths: [["actions", 0, "delayMinutes"]] }],
      },
      closed(),
    ],
  ])("names %s", async (_, before, after, reason, event) => {
    const { differences } = await differencesOf(office(before), office(after), [event]);
    expect(differences[0]?.reasons).toContainEqual(reason);
  });

  it("names the calendar that changed, and the rule that stands before another now", async () => {
    const night = { ...notifyOnClose, conditions: [{ type: "outsideBusinessHours" }] };
    const [before, after] = [office([night]), office([night])];
    after.calendars![0]!.weekly = {};
    const { differences } = await differencesOf(before, after, [
      closed(),
      closed({ at: "2026-11-22T12:00:00Z" }),
    ]);
    expect(differences.map(({ index, fired, reasons }) => [index, fired, reasons[0]?.because])).toEqual([
      [
        0,
        { added: ["notify"], removed: [] },
        [{ type: "partChanged", part: "calendar", id: "cal-office", change: "changed" }],
      ],
    ]);
    const two = [survey("one", {}), survey("two", {})];
    const turned = await differencesOf(office(two), office(two.toReversed()), [closed()]);
    expect(turned.differences[0]).toMatchObject({ reordered: ["fired", "effects"] });
    expect(turned.differences[0]?.reasons.map(({ rule, because }) => [rule, because])).toEqual([
      ["one", [{ type: "rulesMoved" }]],
      ["two", [{ type: "rulesMoved" }]],
    ]);
  });

  it("passes over events that are none, and tells which", async () => {
    const events = [message(), null, { ...message(), at: "yesterday" }, 5, message()] as TicketEvent[];
    const { differences, summary } = await differencesOf(office([]), office([leadBot]), events);
    expect(differences.map(({ index }) => index)).toEqual([0, 4]);
    expect(summary).toMatchObject({
      finished: true,
      events: 5,
      differing: 2,
      bad: {
        count: 3,
        examples: [
          { index: 1, issue: "the event is not an object: expected id, type, at and ticket" },
          { index: 2, issue: expect.stringMatching(/^event.at is not valid/) },
          { index: 3, issue: expect.any(String) },
        ],
      },
      rules: [{ rule: "lead-bot", events: 2, firesNow: 2, firesNoMore: 0, because: { ruleAdded: 2 } }],
    });
  });

  it("tells how far it is, waits for who is told, and stops when asked", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    let closedAt = -1;
    function* endless() {
      let count = 0;
      try {
        for (;;) {
          yield message({ id: `e${count}` });
          count += 1;
        }
      } finally {
        closedAt = count;
      }
    }
    const { differences, summary } = await differencesOf(office([]), office([leadBot]), endless(), {
      progressEvery: 10,
      maxExamples: 2,
      signal: controller.signal,
      progress: async ({ events, differing }) => {
        await new Promise((resolve) => setTimeout(resolve, 0));
        told.push(events, differing);
        if (events === 30) controller.abort();
      },
    });
    expect(told).toEqual([10, 10, 20, 20, 30, 30]);
    expect(differences).toHaveLength(30);
    expect(closedAt).toBe(30);
    expect(summary).toMatchObject({
      finished: false,
      events: 30,
      rules: [{ examples: [{ index: 0 }, { index: 1 }] }],
    });
  });

  it("ends the source when nobody asks for more, and passes on what the source throws", async () => {
    let ended = false;
    async function* source() {
      try {
        yield message();
        yield message();
        throw new Error("line 3 is no JSON");
      } finally {
        ended = true;
      }
    }
    for await (const { index } of replay(office([]), office([leadBot]), source())) if (index === 0) break;
    expect(ended).toBe(true);
    const all = async () => {
      for await (const _ of replay(office([]), office([leadBot]), source()));
    };
    await expect(all()).rejects.toThrow("line 3 is no JSON");
  });

  it("reads one event at a time", async () => {
    let made = 0;
    function* events() {
      for (; made < 50; made += 1) yield message({ id: `e${made}` });
    }
    for await (const { index } of replay(office([]), office([leadBot]), events())) expect(made).toBe(index);
    expect(made).toBe(50);
  });

  const COUNT = process.env.LONG === undefined ? 20_000 : 100_000;

  it(`of ${COUNT} events holds no more memory at the end than at the start`, () => {
    const script = fileURLToPath(new URL("support/replayMemory.ts", import.meta.url));
    // All of the events together would not fit.
    const flags = ["--expose-gc", "--max-old-space-size=96", "--import", "tsx"];
    const printed = execFileSync(process.execPath, [...flags, script, String(COUNT)], { encoding: "utf8" });
    const { heldMegabytes, ...told } = JSON.parse(printed);
    expect(told).toEqual({ events: COUNT, finished: true, differences: COUNT });
    expect(heldMegabytes).toHaveLength(4);
    expect(heldMegabytes.at(-1) - heldMegabytes[0]).toBeLessThan(5);
  });
});

/** The order of the facts that are missing says nothing. */
function ordered(decision: Decision): Decision {
  return {
    ...decision,
    indeterminate: decision.indeterminate.map(({ rule, missing }) => ({ rule, missing: missing.toSorted() })),
  };
}
