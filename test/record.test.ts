import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import {
  compile,
  DecisionRecord,
  evaluate,
  type FactName,
  record,
  ruleSetHash,
  type TicketEvent,
  verify,
  type Workspace,
} from "ticket-rules";
import { arbitraryEvent, arbitraryWorkspace } from "ticket-rules/testing";
import { describe, expect, it, test } from "vitest";
import { VERSION } from "../src/version.ts";
import {
  closed,
  leadBot,
  message,
  notifyOnClose,
  workspace as office,
  SECRET_TOKENS,
  survey,
} from "./support/workspaces.ts";

const RUNS = process.env.LONG === undefined ? 250 : 10_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`records: ${RUNS} runs each, SEED=${SEED}`);

const cases = () =>
  arbitraryWorkspace().chain((drawn) =>
    fc.record({ workspace: fc.constant(drawn), event: arbitraryEvent(drawn), choice: fc.nat() }),
  );

function law(
  title: string,
  holds: (drawn: { workspace: Workspace; event: TicketEvent; choice: number }) => void,
) {
  test(title, () => fc.assert(fc.property(cases(), holds), { seed: SEED, numRuns: RUNS }));
}

const wordRule = {
  ...leadBot,
  id: "words",
  conditions: [
    { type: "messageContains", words: ["baja"] },
    { type: "classification", field: "motivo", is: "soporte" },
  ],
};

describe("a record", () => {
  law("holds, from its own facts and from the event", ({ workspace, event }) => {
    const recorded = record(compile(workspace), event);
    expect(recorded.decision).toEqual(evaluate(compile(workspace), event));
    expect(verify(recorded, workspace)).toEqual({ status: "holds", changed: [] });
    expect(verify(recorded, workspace, { event })).toEqual({ status: "holds", changed: [] });
  });

  law("is plain JSON that its schema takes, and holds after a round trip", ({ workspace, event }) => {
    const recorded = record(compile(workspace), event, { zoneData: "2026a" });
    const stored: unknown = JSON.parse(JSON.stringify(recorded));
    expect(stored).toEqual(recorded);
    expect(DecisionRecord.parse(stored)).toEqual(recorded);
    expect(verify(stored, workspace).status).toBe("holds");
  });

  law("with any facts redacted holds for the event, and for no other", ({ workspace, event, choice }) => {
    const redact = FACTS.filter((_, at) => (choice >> at) % 2 === 1);
    const ruleSet = compile(workspace);
    const recorded = record(ruleSet, event, { redact, redactionKey: "k" });
    expect(DecisionRecord.parse(recorded)).toEqual(recorded);
    expect(verify(recorded, workspace, { event, redactionKey: "k" })).toEqual({
      status: "holds",
      changed: [],
    });
    const hidden = recorded.facts.filter(({ state }) => state === "redacted");
    const blind = verify(recorded, workspace);
    expect(blind.status).toBe(hidden.length === 0 ? "holds" : "unknown");
    if (hidden.length > 0) {
      const otherKey = verify(recorded, workspace, { event, redactionKey: "other" });
      expect(otherKey).toMatchObject({ status: "unknown", reason: "otherEvent" });
    }
  });

  test("is read leniently by nobody: what was spoiled is malformed or does not hold, and nothing throws", () => {
    fc.assert(
      fc.property(cases(), fc.jsonValue(), ({ workspace, event, choice }, junk) => {
        const recorded = structuredClone(record(compile(workspace), event)) as unknown as Record<
          string,
          unknown
        >;
        const keys = Object.keys(recorded);
        recorded[keys[choice % keys.length]!] = junk;
        expect(["holds", "differs", "unknown"]).toContain(verify(recorded, workspace).status);
        expect(verify(junk, workspace)).toMatchObject({ status: "unknown", reason: "malformed" });
        expect(["holds", "differs", "unknown"]).toContain(
          verify(record(compile(workspace), event), junk).status,
        );
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("of a message keeps out what is redacted, and tells its length", () => {
    const text = "quiero la BAJA, mi RUT es 12.345.678-5";
    const ticket = { ...message().ticket, classification: { motivo: "soporte" } };
    const event = message({ message: { text }, ticket });
    const document = office([wordRule]);
    const recorded = record(compile(document), event, { redact: ["message.text", "ticket.classification"] });
    expect(recorded.decision.fired).toEqual(["words"]);
    expect(JSON.stringify(recorded)).not.toMatch(/quiero|12\.345|"soporte"/);
    expect(recorded.facts.find(({ fact }) => fact === "message.text")).toMatchObject({
      state: "redacted",
      length: text.length,
    });
    expect(verify(recorded, document)).toEqual({
      status: "unknown",
      reason: "factsMissing",
      facts: ["message.text", "ticket.classification.motivo"],
    });
    expect(verify(recorded, document, { event }).status).toBe("holds");
    expect(verify(recorded, document, { event: { ...event, message: { text: "baja" } } })).toEqual({
      status: "unknown",
      reason: "otherEvent",
      facts: ["message.text"],
    });
  });

  it("without the customer names it nowhere, neither in effects nor in surveys", () => {
    const event = closed({
      surveys: [{ customer: "cus-1", at: new Date("2026-11-01T00:00:00Z"), status: "sent" }],
    });
    const document = office([survey("s", { spamThresholdDays: 1 })]);
    const recorded = record(compile(document), event, {
      redact: ["ticket.customer"],
      redactionKey: "of the host",
    });
    expect(recorded.decision.effects).toHaveLength(1);
    expect(JSON.stringify(recorded)).not.toContain("cus-1");
    expect(verify(recorded, document, { event, redactionKey: "of the host" })).toEqual({
      status: "holds",
      changed: [],
    });
  });

  it("refuses a fact that is none, which would stay in the record", () => {
    const redact = ["message.txt" as FactName];
    expect(() => record(compile(office([])), message(), { redact })).toThrow(
      /^unknown fact `message.txt`: expected/,
    );
  });

  it("holds the facts that rules ask for, and no others", () => {
    const named = (rules: object[]) =>
      record(compile(office(rules)), message()).facts.map(({ fact }) => fact);
    expect(named([{ ...leadBot, active: false }])).toEqual(["cause", "message.author", "message.direction"]);
    expect(named([notifyOnClose])).not.toContain("message.text");
    expect(named([wordRule])).toEqual(
      expect.arrayContaining(["message.text", "ticket.classification", "ticket.activeBot"]),
    );
  });

  it("holds no secret, and is made by a rule set that holds none", () => {
    const document = office([leadBot, notifyOnClose, survey("s", { spamThresholdDays: 2 })]);
    const text = JSON.stringify([
      record(compile(document), closed()),
      verify(record(compile(document), closed()), {}),
    ]);
    for (const secret of SECRET_TOKENS) expect(text).not.toContain(secret);
  });

  it("tells apart rules that changed, zone data that changed, another library, and an altered record", () => {
    const document = office([leadBot]);
    const recorded = record(compile(document), message());
    const assigned = office([{ ...leadBot, operator: "not" }]);
    expect(verify(recorded, assigned)).toMatchObject({
      status: "differs",
      changed: ["rules"],
      difference: { fired: { added: [], removed: ["lead-bot"] } },
    });
    expect(verify(recorded, office([{ ...leadBot, name: "Renamed" }]))).toEqual({
      status: "holds",
      changed: ["rules"],
    });
    expect(verify({ ...recorded, library: "0.0.1" }, document)).toEqual({
      status: "holds",
      changed: ["library"],
    });
    const moved = { ...recorded, zones: { "America/Santiago": -240 } };
    expect(verify(moved, document)).toEqual({ status: "holds", changed: ["zones"] });
    const altered = { ...recorded, decision: { ...recorded.decision, fired: [] } };
    expect(verify(altered, document)).toMatchObject({ status: "differs", changed: [] });
  });

  it("says which facts the rules of today would need besides", () => {
    const recorded = record(compile(office([leadBot])), message());
    expect(verify(recorded, office([wordRule]))).toEqual({
      status: "unknown",
      reason: "factsMissing",
      facts: ["changes.classification.motivo", "message.text", "ticket.classification.motivo"],
    });
    expect(verify(recorded, office([wordRule]), { event: message() })).toMatchObject({
      status: "differs",
    });
  });

  it("is asked about an event that is none, or whose getters throw", () => {
    const document = office([wordRule]);
    const recorded = record(compile(document), message());
    expect(verify(recorded, document, { event: {} as TicketEvent })).toMatchObject({ reason: "otherEvent" });
    const hostile = {
      get formatVersion() {
        throw new Error("no");
      },
    };
    expect(verify(hostile, document)).toMatchObject({ reason: "malformed" });
    const event = {
      ...message(),
      get message(): never {
        throw new Error("no");
      },
    };
    expect(record(compile(document), event).facts).toContainEqual({
      fact: "message.text",
      state: "notSupplied",
    });
  });

  it("names the version of the package", () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(VERSION).toBe(version);
  });
});

const FACTS: readonly FactName[] = [
  ...(["message.text", "ticket.classification", "changes.classification", "ticket.customer"] as const),
  ...([
    "ticket.account",
    "ticket.assignee",
    "surveys",
    "cause",
    "ticket.activeBot",
    "ticket.attended",
  ] as const),
];

describe("the hash of a rule set", () => {
  law(
    "does not depend on the order of keys, on secrets, or on what authors keep in x- keys",
    ({ workspace }) => {
      const { integrations, ...rest } = workspace;
      const other = { ...integrations?.timepoints, apiToken: "another" };
      const document = {
        ...rest,
        "x-note": 1,
        integrations:
          integrations?.timepoints === undefined ? integrations : { ...integrations, timepoints: other },
      };
      expect(ruleSetHash(compile(backwards(document)))).toBe(ruleSetHash(compile(workspace)));
    },
  );

  law("is another one when the meaning of a rule is", ({ workspace, choice }) => {
    const at = choice % Math.max(1, workspace.rules.length);
    const rule = workspace.rules[at];
    if (rule === undefined) return;
    const operators = ["and", "or", "not"] as const;
    const edits: object[] = [
      { ...rule, operator: operators[(operators.indexOf(rule.operator) + 1 + (choice % 2)) % 3] },
      { ...rule, active: !rule.active },
      { ...rule, stop: rule.stop !== true },
      { ...rule, conditions: [...rule.conditions, { type: "account", is: `added-${choice}` }] },
      { ...rule, conditions: "none" },
    ];
    const hash = ruleSetHash(compile(workspace));
    for (const edited of edits) {
      const rules: unknown[] = workspace.rules.with(at, edited as never);
      expect(ruleSetHash(compile({ ...workspace, rules }))).not.toBe(hash);
    }
    if (workspace.rules.length > 1)
      expect(ruleSetHash(compile({ ...workspace, rules: workspace.rules.toReversed() }))).not.toBe(hash);
  });

  it("is SHA-256 over canonical JSON", () => {
    expect(ruleSetHash(compile({}))).toBe(
      // {"accounts":[],"calendars":[],"fields":[],"integrations":{},"rules":[],"spoiled":[]}
      "sha256:1208e655005829fa1dea4c38dfefaa4713e38356f4ccdff1dadf9046c4146550",
    );
  });

  it("is not moved by later changes of the document", () => {
    const document = office([structuredClone(leadBot)]);
    const ruleSet = compile(document);
    const expected = ruleSetHash(compile(office([leadBot])));
    document.rules.length = 0;
    document.calendars![0]!.weekly = {};
    expect(ruleSetHash(ruleSet)).toBe(expected);
  });
});

/** The same with the keys of every object the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, backwards(member)]),
  );
}

test("a record that tells one fact twice is malformed: one of the two is false", () => {
  const ruleSet = compile(office([leadBot]));
  const told = record(ruleSet, message());
  const [first] = told.facts;
  const forged = { ...told, facts: [...told.facts, first] };
  expect(verify(forged, office([leadBot]))).toMatchObject({
    status: "unknown",
    reason: "malformed",
    issues: [{ path: ["facts", told.facts.length] }],
  });
});

test("a bot, a cause and what a field held before are kept out of all of a record", () => {
  const rule = { ...leadBot, conditions: [], actions: [{ type: "terminateBot" as const }] };
  const event = message({
    cause: { rules: ["HIDDEN-RULE"], depth: 2 },
    ticket: { id: "t", activeBot: "HIDDEN-BOT", classification: {} },
  });
  const document = office([rule]);
  const told = record(compile(document), event, { redact: ["ticket.activeBot", "cause"] });
  expect(JSON.stringify(told)).not.toMatch(/HIDDEN/);
  expect(verify(told, document, { event })).toMatchObject({ status: "holds" });
});

test("a record of twenty thousand facts is read once through", () => {
  const document = office([leadBot]);
  const told = record(compile(document), message());
  const facts = Array.from({ length: 20_000 }, (_, at) => ({
    fact: "ticket.classification" as const,
    field: `f${at}`,
    state: "notSupplied" as const,
  }));
  // Looking each up among those before it took seconds.
  expect(verify({ ...told, facts }, document)).toMatchObject({ status: "unknown", reason: "factsMissing" });
  expect(verify({ ...told, facts: [...facts.slice(1), facts[5]] }, document)).toMatchObject({
    reason: "malformed",
    issues: [{ path: ["facts", 19_999] }],
  });
});
