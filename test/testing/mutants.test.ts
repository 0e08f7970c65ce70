import * as fc from "fast-check";
import { type Condition, compile, evaluate, type Rule, TicketEvent, Workspace } from "ticket-rules";
import {
  arbitraryEvent,
  arbitraryWorkspace,
  type Mutant,
  mutantReport,
  mutate,
  runScenarios,
  type Scenario,
  testMutants,
} from "ticket-rules/testing";
import { describe, expect, it, test } from "vitest";
import { expectationOf, recorded } from "../support/scenarios.ts";
import { leadBot, notifyOnClose, survey, workspace } from "../support/workspaces.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

const rule = (parts: object) => ({ ...notifyOnClose, trigger: "message.received", id: "r", ...parts });

/** The changes of one condition, in words, without those that every condition has. */
function changesOf(condition: Condition): string[] {
  const document = workspace([rule({ conditions: [condition, { type: "unattended" }] })], {
    accounts: [
      { id: "a", name: "A" },
      { id: "b", name: "B" },
    ],
    fields: [
      {
        id: "motivo",
        name: "Motivo",
        type: "select",
        options: [
          { id: "soporte", name: "Soporte" },
          { id: "ventas", name: "Ventas" },
        ],
      },
      { id: "vip", name: "VIP", type: "boolean" },
      { id: "monto", name: "Monto", type: "number" },
      { id: "vence", name: "Vence", type: "date" },
    ],
    calendars: [
      { id: "day", name: "Day", timeZone: "UTC", weekly: {} },
      { id: "night", name: "Night", timeZone: "UTC", weekly: {} },
    ],
  });
  return [...mutate(document)]
    .filter(({ path }) => path[1] === 0 && path.length > 2 - Number(condition.type.endsWith("Hours")))
    .filter(({ kind }) => kind !== "negateCondition" && kind !== "dropCondition")
    .map(({ description }) => description.en);
}

describe("the slips in a condition", () => {
  it.each<[string, Condition, string[]]>([
    ["on one account", { type: "account", is: "a" }, ["`b` too", "`b` instead of `a`"]],
    ["on all accounts", { type: "account", is: ["a", "b"] }, ["without `a`", "without `b`"]],
    ["on an account that is not there", { type: "account", is: "gone" }, ["`a` too"]],
    [
      "on an option",
      { type: "classification", field: "motivo", is: "Soporte" },
      ["`ventas` too", "`ventas` instead of `Soporte`"],
    ],
    [
      "on a switch",
      { type: "classification", field: "vip", is: true },
      ["`false` instead of `true`", "`false` too"],
    ],
    [
      "on a number",
      { type: "classification", field: "monto", is: 5 },
      ["`6` instead of `5`", "`4` instead of `5`"],
    ],
    [
      "on a date field, at the end of a month",
      { type: "classification", field: "vence", is: "2026-02-28" },
      ["2026-02-27 instead of 2026-02-28", "2026-03-01 instead of 2026-02-28"],
    ],
    ["on a field that is not there", { type: "classification", field: "gone", is: "x" }, []],
    ["on a word", { type: "messageContains", words: ["baja"] }, ["anywhere in the text"]],
    [
      "on words, one of which says what another says already",
      { type: "messageContains", words: ["baja", "dar de baja", "fin"], mode: "substring" },
      ["without `baja`", "without `fin`", "as whole words", "all of the words"],
    ],
    [
      "on a pattern that is anchored",
      { type: "messageMatches", pattern: "^hola$" },
      [
        "pattern `/^hola$/` instead of `/^hola$/i`",
        "pattern `/hola$/` instead of `/^hola$/`",
        "pattern `/^hola/` instead of `/^hola$/`",
      ],
    ],
    [
      "on a pattern that ends in a dollar sign",
      { type: "messageMatches", pattern: "5\\$", flags: "" },
      ["pattern `/5\\$/i` instead of `/5\\$/`"],
    ],
    [
      "on opening hours",
      { type: "withinBusinessHours", calendar: "day" },
      ["outside business hours", "calendar `night` instead of `day`"],
    ],
    [
      "on the weekend",
      { type: "weekday", is: ["sat", "sun"] },
      ["without `sat`", "without `sun`", "`mon` too", "`tue` too", "`wed` too", "`thu` too", "`fri` too"],
    ],
    [
      "on a range of dates",
      { type: "dateRange", from: "2026-12-31", to: "2026-12-31" },
      [
        "2026-12-30 instead of 2026-12-31",
        "without the bound 2026-12-31",
        "2027-01-01 instead of 2026-12-31",
        "without the bound 2026-12-31",
      ],
    ],
    [
      "on a time of day that ends with the day",
      { type: "timeRange", from: "00:00", to: "24:00" },
      ["00:01 instead of 00:00", "23:59 instead of 24:00"],
    ],
    [
      "on a night",
      { type: "timeRange", from: "22:00", to: "06:00" },
      [
        "21:59 instead of 22:00",
        "22:01 instead of 22:00",
        "05:59 instead of 06:00",
        "06:01 instead of 06:00",
      ],
    ],
  ])("%s", (_, condition, expected) => expect(changesOf(condition)).toEqual(expected));
});

const kindsOf = (document: Workspace) => [...mutate(document)].map(({ id }) => id);

describe("the slips in a rule", () => {
  it("of BotCenter: its switch, operator, conditions, bots", () => {
    expect(kindsOf(workspace([leadBot]))).toEqual([
      "lead-bot toggleRule active off",
      "lead-bot changeOperator operator and or",
      "lead-bot changeOperator operator and not",
      "lead-bot negateCondition conditions 0",
      "lead-bot dropCondition conditions 0",
      "lead-bot negateCondition conditions 1",
      "lead-bot dropCondition conditions 1",
      "lead-bot changeValue actions 0 bot bot-lead bot-off",
      "lead-bot changeAction actions 0 type activateBot terminateBot",
    ]);
  });

  it("of TimePoints: numbers, within what they may be", () => {
    expect(kindsOf(workspace([survey("s", { survey: 1, delayMinutes: 5 })]))).toEqual([
      "s toggleRule active off",
      "s shiftNumber actions 0 survey 1 2",
      "s shiftNumber actions 0 delayMinutes 5 4",
      "s shiftNumber actions 0 delayMinutes 5 6",
      "s shiftNumber actions 0 spamThresholdDays 0 1",
      "s changeAction actions 0 type sendSurvey enableManualSurvey",
    ]);
  });

  it("of the webhook: its trigger, and what a later rule makes matter", () => {
    expect(
      kindsOf(workspace([rule({}), rule({ id: "off", active: false }), rule({ id: "q", stop: true })])),
    ).toEqual([
      "r toggleRule active off",
      "r changeTrigger trigger message.received ticket.closed",
      "r toggleStop stop on",
      "r swapRules q",
      "off toggleRule active on",
      "q toggleRule active off",
      "q changeTrigger trigger message.received ticket.closed",
      "q toggleStop stop off",
    ]);
  });

  it("has none where nothing can run", () => {
    const { webhook } = workspace([]).integrations!;
    const integrations = { webhook: { ...webhook!, active: false } };
    expect(kindsOf(workspace([rule({})], { integrations }))).toEqual([]);
    expect(kindsOf(workspace([rule({ trigger: "gone" })]))).toEqual([]);
    expect(kindsOf({} as Workspace)).toEqual([]);
  });

  it("never nests too deep, nor negates what is negated already", () => {
    const nested = (depth: number): Condition =>
      depth === 0
        ? { type: "unassigned" }
        : { type: "group", operator: "and", conditions: [nested(depth - 1), { type: "unattended" }] };
    const deep = workspace([rule({ conditions: [nested(5)] })]);
    for (const mutant of mutate(deep)) expect(Workspace.safeParse(mutant.workspace).success).toBe(true);
    const not: Condition = { type: "group", operator: "not", conditions: [{ type: "unassigned" }] };
    const [negated] = [...mutate(workspace([rule({ conditions: [not, { type: "unattended" }] })]))].filter(
      ({ kind }) => kind === "negateCondition",
    );
    expect(negated?.workspace.rules[0]?.conditions[0]).toEqual({ type: "unassigned" });
  });
});

test("every mutant of a valid workspace is valid, differs, and no two are equal", () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), (drawn) => {
      const before = JSON.stringify(drawn);
      const mutants = [...mutate(drawn)];
      for (const mutant of mutants) {
        expect(Workspace.safeParse(mutant.workspace).error).toBe(undefined);
        expect(compile(mutant.workspace).invalid).toEqual([]);
      }
      const documents = new Set([before, ...mutants.map((mutant) => JSON.stringify(mutant.workspace))]);
      expect(documents.size).toBe(mutants.length + 1);
      expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
      expect(mutants.map(({ id }) => id)).toEqual([...mutate(structuredClone(drawn))].map(({ id }) => id));
      expect(JSON.stringify(drawn)).toBe(before);
    }),
    { seed: SEED, numRuns: 40 },
  );
});

/** A workspace, and scenarios that say all, or the effects only, of what it decides on events near its edges. */
const suites = () =>
  arbitraryWorkspace().chain((drawn) =>
    fc.record({
      drawn: fc.constant(drawn),
      events: fc.array(arbitraryEvent(drawn), { minLength: 1, maxLength: 5 }),
      parts: fc.subarray(["fired", "outcomes", "effects", "suppressed"] as const, { minLength: 1 }),
    }),
  );

function scenariosOf(drawn: Workspace, events: TicketEvent[], parts: readonly string[]): Scenario[] {
  const ruleSet = compile(drawn);
  return events
    .filter((event) => TicketEvent.safeParse(event).success)
    .map((event, at) => {
      const all = expectationOf(ruleSet, event, evaluate(ruleSet, event));
      const said = Object.fromEntries(Object.entries(all).filter(([part]) => parts.includes(part)));
      return recorded(`s${at}`, event, said);
    });
}

test("the mutants that survive are those on which every scenario passes, compiled and run whole", () => {
  fc.assert(
    fc.property(suites(), ({ drawn, events, parts }) => {
      const scenarios = scenariosOf(drawn, events, parts);
      const mutants: Mutant[] = [...mutate(drawn)];
      const passing = mutants.filter((mutant) => runScenarios(mutant.workspace, scenarios).passed);
      const { survivors, ...run } = testMutants(drawn, scenarios);
      expect(survivors.map(({ id }) => id)).toEqual(passing.map(({ id }) => id));
      expect([run.mutants, run.tested, run.failing]).toEqual([mutants.length, mutants.length, []]);
    }),
    { seed: SEED, numRuns: 25 },
  );
});

test("a scenario that says all of a decision notices each mutant that decides otherwise", () => {
  fc.assert(
    fc.property(suites(), ({ drawn, events }) => {
      const scenarios = scenariosOf(drawn, events, ["fired", "effects", "suppressed"]);
      const surviving = new Set(testMutants(drawn, scenarios).survivors.map(({ id }) => id));
      const decide = (document: Workspace) =>
        scenarios.map(({ recorded: event }) => {
          const { fired, effects, suppressed } = evaluate(compile(document), event!);
          return { fired, effects, suppressed };
        });
      const decided = JSON.stringify(decide(drawn));
      for (const { id, workspace: mutant } of mutate(drawn)) {
        expect([id, surviving.has(id)]).toEqual([id, JSON.stringify(decide(mutant)) === decided]);
      }
    }),
    { seed: SEED, numRuns: 25 },
  );
});

describe("a run", () => {
  const document = workspace([
    leadBot,
    rule({ id: "words", conditions: [{ type: "messageContains", words: ["baja"] }] }),
  ]);
  const HUMAN = { type: "human" as const, id: "h" };
  const scenarios: Scenario[] = [
    {
      name: "unassigned",
      expect: { fired: ["lead-bot"], effects: [{ type: "activateBot", bot: "bot-lead" }] },
    },
    { name: "assigned", event: { ticket: { assignee: HUMAN } }, expect: { fired: [] } },
    { name: "another account", event: { ticket: { account: "acc-ig" } }, expect: { fired: [] } },
    { name: "the word", event: { message: { text: "de baja" } }, expect: { fired: ["lead-bot", "words"] } },
    { name: "neither holds", event: { ticket: { assignee: HUMAN, account: null } }, expect: { fired: [] } },
  ];

  it("tells what no scenario notices, and what would", () => {
    const run = testMutants(document, scenarios);
    expect(run.survivors.map(({ id, description, hint }) => [id, description.en, hint.en])).toEqual([
      [
        "words changeMode conditions 0 mode substring",
        "anywhere in the text",
        "add a scenario with the word inside another one",
      ],
    ]);
    expect(run.score).toBe(run.noticed / run.tested);
    const inside: Scenario = {
      name: "inside",
      event: { message: { text: "trabaja" } },
      expect: { fired: ["lead-bot"] },
    };
    expect(testMutants(document, [...scenarios, inside])).toMatchObject({ survivors: [], score: 1 });
    expect(mutantReport(run, { locale: "es", workspace: document })).toContain(
      "en cualquier parte del texto",
    );
  });

  it("leaves out scenarios that fail anyhow, and names them", () => {
    const failing: Scenario = { name: "wrong", expect: { fired: ["words"] } };
    expect(testMutants(document, [failing, { name: 5 }])).toMatchObject({
      noticed: 0,
      failing: ["wrong", "scenario 2"],
      passed: true,
    });
    expect(testMutants(document, [failing], { threshold: 0.1 }).passed).toBe(false);
  });

  it("tests a sample when there are more than the cap, the same one each time", () => {
    const all = testMutants(document, []);
    const few = testMutants(document, [], { cap: 5 });
    expect([few.mutants, few.tested, few.survivors.length]).toEqual([all.tested, 5, 5]);
    expect(testMutants(document, [], { cap: 5 })).toEqual(few);
    expect(testMutants(document, [], { cap: 5, seed: 1 }).survivors).not.toEqual(few.survivors);
    const ids = (cap: number) => testMutants(document, [], { cap }).survivors.map(({ id }) => id);
    expect(ids(8)).toEqual(expect.arrayContaining(ids(5)));
    expect(testMutants(document, [], { cap: 0 })).toMatchObject({ tested: 0, score: 1 });
  });

  it("tells how far it is", () => {
    const told: number[] = [];
    const { tested } = testMutants(document, scenarios, {
      onProgress: ({ tested: done, toTest }) => told.push(done, toTest),
    });
    expect(told.slice(0, 2)).toEqual([1, tested]);
    expect(told.slice(-2)).toEqual([tested, tested]);
  });

  it("throws for no data", () => {
    expect(testMutants(null, undefined)).toMatchObject({ mutants: 0, failing: ["scenarios"] });
  });
});

test("rules under ids that are prototype members are mutated like any other", () => {
  const document = workspace([rule({ id: "__proto__" }) as Rule, rule({ id: "constructor" }) as Rule]);
  const outcomes = JSON.parse('{"__proto__":"fired","constructor":"fired"}');
  expect(testMutants(document, [{ name: "s", expect: { outcomes } }]).survivors.map(({ id }) => id)).toEqual([
    "__proto__ swapRules constructor",
  ]);
});
