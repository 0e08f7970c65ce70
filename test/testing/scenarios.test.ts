import * as fc from "fast-check";
import { compile, evaluate, explain, TicketEvent } from "ticket-rules";
import {
  arbitraryEvent,
  arbitraryWorkspace,
  type Expectation,
  runScenarios,
  Scenario,
  ScenarioFile,
  scenarioTests,
} from "ticket-rules/testing";
import { describe, expect, it, test } from "vitest";
import { expectationOf, recorded } from "../support/scenarios.ts";
import { closed, deepFreeze, leadBot, notifyOnClose, survey, workspace } from "../support/workspaces.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

const document = workspace([
  leadBot,
  { ...leadBot, id: "second-bot", actions: [{ type: "terminateBot" }] },
  survey("survey", { delayMinutes: 60, spamThresholdDays: 2 }),
  { ...notifyOnClose, id: "off", active: false },
]);

const onClose = { type: "ticket.closed", at: "2026-03-16T12:00:00Z" };

/** A scenario without its name. */
type Said = Omit<Scenario, "name">;

const failuresOf = (said: unknown) => runScenarios(document, [said]).results[0]?.failures ?? [];

const passing: [string, Said][] = [
  ["a rule fires", { expect: { outcomes: { "lead-bot": "fired" } } }],
  ["several fire, in order", { expect: { fired: ["lead-bot", "second-bot"] } }],
  [
    "another event does not start a rule",
    { event: onClose, expect: { outcomes: { "lead-bot": "notFired" } } },
  ],
  [
    "nothing comes of it",
    { event: { ticket: { account: null } }, expect: { fired: [], effects: [], suppressed: [] } },
  ],
  [
    "a fact that the host left out is missing",
    {
      absent: ["ticket.assignee"],
      expect: { outcomes: { "lead-bot": { outcome: "indeterminate", missing: ["ticket.assignee"] } } },
    },
  ],
  [
    "a rule is switched off, and that is why",
    { event: onClose, expect: { outcomes: { off: { outcome: "skipped", reason: "ruleInactive" } } } },
  ],
  [
    "an effect is what the test says of it",
    { event: onClose, expect: { effects: [{ type: "sendSurvey", survey: 4 }] } },
  ],
  [
    "a delayed effect is due at an instant, in whatever offset the test writes it",
    { event: onClose, expect: { effects: [{ type: "sendSurvey", executeAt: "2026-03-16T10:00:00-03:00" }] } },
  ],
  [
    "a second bot is a conflict",
    { expect: { suppressed: [{ rule: "second-bot", action: "terminateBot", reason: "conflict" }] } },
  ],
  [
    "a recorded event has no more facts than were recorded",
    { recorded: closed(), expect: { fired: ["survey"] } },
  ],
];

const failing: [string, Said, { code: string; path: string; rules: string[] }[]][] = [
  [
    "a rule that was to fire did not",
    { event: { ticket: { assignee: { type: "human", id: "h" } } }, expect: { fired: ["lead-bot"] } },
    [{ code: "notFired", path: "expect.fired.0", rules: ["lead-bot"] }],
  ],
  [
    "a rule fired that was not to",
    { expect: { fired: ["lead-bot"] } },
    [{ code: "firedUnexpectedly", path: "expect.fired", rules: ["second-bot"] }],
  ],
  [
    "the rules fired in another order",
    { expect: { fired: ["second-bot", "lead-bot"] } },
    [{ code: "firedOrder", path: "expect.fired", rules: [] }],
  ],
  [
    "the test names a rule that is not there",
    { expect: { fired: ["lead-bot", "second-bot", "third"], outcomes: { third: "fired" } } },
    [
      { code: "unknownRule", path: "expect.fired.2", rules: ["third"] },
      { code: "unknownRule", path: "expect.outcomes.third", rules: ["third"] },
    ],
  ],
  [
    "a rule fared otherwise",
    { expect: { outcomes: { survey: "fired" } } },
    [{ code: "outcome", path: "expect.outcomes.survey", rules: ["survey"] }],
  ],
  [
    "a rule was skipped for another reason",
    { expect: { outcomes: { off: { outcome: "skipped", reason: "stopped" } } } },
    [{ code: "outcome", path: "expect.outcomes.off", rules: ["off"] }],
  ],
  [
    "a rule misses another fact",
    {
      absent: ["ticket.assignee"],
      expect: { outcomes: { "lead-bot": { outcome: "indeterminate", missing: ["ticket.account"] } } },
    },
    [{ code: "missingFacts", path: "expect.outcomes.lead-bot", rules: ["lead-bot"] }],
  ],
  [
    "an effect differs in one thing",
    {
      event: onClose,
      expect: { effects: [{ type: "sendSurvey", survey: 5, executeAt: "2026-03-16T12:00:00Z" }] },
    },
    [
      { code: "effectDiffers", path: "expect.effects.0.survey", rules: ["survey"] },
      { code: "effectDiffers", path: "expect.effects.0.executeAt", rules: ["survey"] },
    ],
  ],
  [
    "an effect is missing: the rule that came nearest is told",
    {
      event: { ticket: { assignee: { type: "bot", id: "b" } } },
      expect: { effects: [{ type: "activateBot" }] },
    },
    [{ code: "effectMissing", path: "expect.effects.0", rules: ["lead-bot"] }],
  ],
  [
    "an effect is missing since its action was suppressed",
    {
      event: { ticket: { activeBot: "bot-lead" } },
      expect: { effects: [{ type: "activateBot" }, { type: "terminateBot" }] },
    },
    [{ code: "effectMissing", path: "expect.effects.0", rules: ["lead-bot"] }],
  ],
  [
    "an effect is one too many",
    { expect: { effects: [] } },
    [{ code: "effectUnexpected", path: "expect.effects", rules: ["lead-bot"] }],
  ],
  [
    "an effect is of another type",
    { expect: { effects: [{ type: "notify", rules: ["off"] }] } },
    [
      { code: "effectMissing", path: "expect.effects.0", rules: ["off", "lead-bot"] },
      { code: "effectUnexpected", path: "expect.effects", rules: ["lead-bot"] },
    ],
  ],
  [
    "an action was suppressed for another reason",
    { expect: { suppressed: [{ rule: "second-bot", reason: "noActiveBot" }] } },
    [{ code: "suppressionDiffers", path: "expect.suppressed.0.reason", rules: ["second-bot"] }],
  ],
  [
    "an action was not suppressed",
    { event: onClose, expect: { suppressed: [{ rule: "survey" }] } },
    [{ code: "suppressionMissing", path: "expect.suppressed.0", rules: ["survey"] }],
  ],
  [
    "an action was suppressed",
    { expect: { suppressed: [] } },
    [{ code: "suppressionUnexpected", path: "expect.suppressed", rules: ["second-bot"] }],
  ],
];

describe("a scenario passes", () => {
  it.each(passing)("when %s", (_, said) => expect(failuresOf({ name: "s", ...said })).toEqual([]));
});

describe("a scenario fails", () => {
  it.each(failing)("when %s", (_, said, expected) => {
    const failures = failuresOf({ name: "s", ...said });
    expect(failures.map(({ code, path, rules }) => ({ code, path: path.join("."), rules }))).toEqual(
      expected,
    );
    expect(failures.every(({ message }) => message.length > 10)).toBe(true);
  });
});

describe("a scenario is refused", () => {
  it.each<[string, unknown, string]>([
    ["without expectations", { name: "s", expect: {} }, "expect"],
    ["with a misspelt expectation", { name: "s", expect: { fire: [], fired: [] } }, "expect"],
    [
      "with a misspelt fact",
      { name: "s", event: { ticket: { asignee: null } }, expect: { fired: [] } },
      "event.ticket",
    ],
    [
      "with a ticket that is none",
      { name: "s", event: { ticket: "t" }, expect: { fired: [] } },
      "event.ticket",
    ],
    [
      "with a message that is none",
      { name: "s", event: { message: "hola" }, expect: { fired: [] } },
      "event.message",
    ],
    [
      "at a time without an offset",
      { name: "s", event: { at: "2026-03-16T12:00" }, expect: { fired: [] } },
      "event.at",
    ],
    [
      "with a fact both given and absent",
      { name: "s", event: { ticket: { account: "a" } }, absent: ["ticket.account"], expect: { fired: [] } },
      "absent.0",
    ],
    [
      "with a fact that cannot be absent",
      { name: "s", absent: ["ticket.id"], expect: { fired: [] } },
      "absent.0",
    ],
    [
      "with a part of an event beside a recorded one",
      { name: "s", event: {}, recorded: closed(), expect: { fired: [] } },
      "event",
    ],
    ["with an unknown outcome", { name: "s", expect: { outcomes: { r: "fire" } } }, "expect.outcomes.r"],
    [
      "with a reason of what was not skipped",
      { name: "s", expect: { outcomes: { r: { outcome: "fired", reason: "loop" } } } },
      "expect.outcomes.r.reason",
    ],
    [
      "with an unknown effect",
      { name: "s", expect: { effects: [{ type: "call" }] } },
      "expect.effects.0.type",
    ],
    [
      "with what an effect of that type has not",
      { name: "s", expect: { effects: [{ type: "notify", bot: "b" }] } },
      "expect.effects.0",
    ],
    ["without a name", { expect: { fired: [] } }, "name"],
    ["when it is text", "lead-bot fires", ""],
  ])("%s", (_, said, path) => {
    expect(Scenario.safeParse(said).error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
    // In a run it fails alone.
    const { results } = runScenarios(document, [
      said,
      { name: "good", expect: { outcomes: { off: "skipped" } } },
    ]);
    expect(results.map(({ passed }) => passed)).toEqual([false, true]);
    expect(results[0]?.failures.map(({ code }) => code)).toEqual(["malformed"]);
  });

  it("in a file with an error of the workspace, or of another scenario's name", () => {
    const one = { name: "s", expect: { fired: [] } };
    const file = { schemaVersion: 1, workspace: { ...document, timeZone: "Chile" }, scenarios: [one, one] };
    expect(ScenarioFile.safeParse(file).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "workspace.timeZone",
      "scenarios.1.name",
    ]);
    expect(
      ScenarioFile.safeParse({ ...file, workspace: document }).error?.issues.map(({ path }) =>
        path.join("."),
      ),
    ).toEqual(["scenarios.1.name"]);
  });
});

describe("a run", () => {
  it("takes a list or a file, and fails when it is neither", () => {
    const scenarios = [{ name: "s", expect: { outcomes: { off: "skipped" } } }];
    expect(runScenarios(document, scenarios)).toEqual(
      runScenarios(document, { schemaVersion: 1, scenarios }),
    );
    for (const nothing of [undefined, null, {}, { scenario: [] }, "s", 5]) {
      expect(runScenarios(document, nothing).totals).toEqual({ scenarios: 1, passed: 0, failed: 1 });
    }
    expect(runScenarios(document, []).passed).toBe(true);
  });

  it("throws for no data: getters that throw, documents that are none", () => {
    const hostile = {
      get name(): string {
        throw new Error("no");
      },
    };
    expect(runScenarios(null, [hostile, { name: "s", expect: { fired: [] } }]).totals).toEqual({
      scenarios: 2,
      passed: 1,
      failed: 1,
    });
  });

  it("names a test for each scenario, which throws what went wrong", () => {
    const tests = scenarioTests(document, [
      { name: "good", expect: { outcomes: { off: "skipped" } } },
      { name: "bad", expect: { outcomes: { survey: "fired" } } },
    ]);
    expect(tests.map(({ name }) => name)).toEqual(["good", "bad"]);
    expect(tests[0]?.check()).toBe(undefined);
    expect(() => tests[1]?.check()).toThrow("expected fired, was not fired");
  });
});

const cases = () =>
  arbitraryWorkspace().chain((drawn) =>
    arbitraryEvent(drawn).map((event) => ({ drawn, event, isEvent: TicketEvent.safeParse(event).success })),
  );

test("what the library decides is a scenario that passes, and prints and parses to itself", () => {
  fc.assert(
    fc.property(cases(), ({ drawn, event, isEvent }) => {
      fc.pre(isEvent);
      const ruleSet = compile(drawn);
      const scenario = recorded("s", event, expectationOf(ruleSet, event, evaluate(ruleSet, event)));
      const written = JSON.parse(
        JSON.stringify({ schemaVersion: 1, workspace: drawn, scenarios: [scenario] }),
      );
      expect(ScenarioFile.parse(written)).toEqual(written);
      for (const file of [deepFreeze({ scenarios: [scenario] }), written]) {
        expect(runScenarios(drawn, file).results[0]?.failures).toEqual([]);
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test("a scenario of another outcome fails at the very rule, and brings its trace", () => {
  const OTHER: Record<string, string> = { fired: "notFired", notFired: "fired" };
  fc.assert(
    fc.property(cases(), fc.nat(), ({ drawn, event, isEvent }, chosen) => {
      fc.pre(isEvent);
      const traces = explain(compile(drawn), event).filter((_, at) => ((chosen >> at) & 1) === 0);
      const outcomes = traces.map(({ rule, outcome }) => [rule, OTHER[outcome] ?? "fired"]);
      fc.pre(traces.length > 0);
      const expectation = { outcomes: Object.fromEntries(outcomes) } as Expectation;
      const result = runScenarios(drawn, [recorded("s", event, expectation)]).results[0]!;
      expect(new Set(result.failures.map(({ subject }) => subject))).toEqual(
        new Set(traces.map(({ rule }) => rule)),
      );
      expect(result.traces).toEqual(traces);
    }),
    { seed: SEED, numRuns: 100 },
  );
});

describe("a file that is not right as a whole", () => {
  const scenarios = [{ name: "lunes", expect: { fired: ["lead-bot"] } }];
  it.each([
    ["is of another version", { schemaVersion: 2, scenarios }, ["schemaVersion"]],
    ["has no scenario", { schemaVersion: 1, scenarios: [] }, ["scenarios"]],
    [
      "has two of one name",
      { schemaVersion: 1, scenarios: [...scenarios, ...scenarios] },
      ["scenarios", 1, "name"],
    ],
    ["has a key that is not known", { schemaVersion: 1, scenarios, escenarios: [] }, []],
  ])("%s: one result more, that fails", (_, file, path) => {
    const { results } = runScenarios(workspace([leadBot]), file);
    expect(results).toHaveLength(file.scenarios.length + 1);
    expect(results.at(-1)).toMatchObject({ passed: false, failures: [{ code: "malformed", path }] });
  });
});
