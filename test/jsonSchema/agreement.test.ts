/** The JSON Schemas and the zod schemas refuse the same documents, but for what JSON Schema cannot say. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Issue, type IssueCode, issuesOf, TicketEvent, Workspace } from "../../src/index.ts";
import { eventJsonSchema } from "../../src/jsonSchema/event.ts";
import { workspaceJsonSchema } from "../../src/jsonSchema/workspace.ts";
import { arbitraryEvent, arbitraryWorkspace } from "../../src/testing.ts";
import { changed, documentOf, eventOf, readFiles } from "../conformance/format.ts";
import { examples } from "../issues/examples.ts";
import { leadBot, message, notifyOnClose, survey, workspace } from "../support/workspaces.ts";
import { mutated } from "./mutations.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 100_000 : 1_500));

/**
 * What JSON Schema cannot say, or not all of it, by the code of the issue; where it can say a part, which issues are
 * left. Everything else must be refused by both.
 */
const ZOD_ONLY: { readonly [Code in IssueCode]?: (issue: Issue, document: unknown) => boolean } = {
  // Equality between parts of a document.
  duplicateId: () => true,
  sameTimes: () => true,
  // Order, and sums.
  overlappingIntervals: () => true,
  reversedRange: () => true,
  // Leaves in groups add up; in one list JSON Schema counts them.
  tooMany: ({ params }) => "of" in params && params.of === "conditions",
  // Leap years, and the ends of time.
  notAnExceptionDate: ({ path }) => /^....-02-29$/.test(String(path.at(-1))),
  notADate: ({ path }, document) => /-02-29$/.test(String(valueAt(document, path))),
  notAnInstant: ({ path }, document) =>
    /^....-02-29T|^0000-01-01T|^9999-12-31T/.test(String(valueAt(document, path))),
  // What only programs know: zones of the runtime, folding, patterns, what a URL means.
  unknownTimeZone: ({ path }, document) => /^[\w+-]+(?:\/[\w+-]+)+$/.test(String(valueAt(document, path))),
  noWordsLeft: () => true,
  "regex/syntax": () => true,
  "regex/tooLong": () => true,
  "regex/tooLarge": () => true,
  notAUrl: () => true,
  urlCredentials: () => true,
  urlLocalhost: () => true,
  urlPrivate: () => true,
};

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
}

const ajv = new Ajv2020({ strict: true, allErrors: false });
const sides = {
  workspace: { schema: Workspace, validate: ajv.compile(workspaceJsonSchema()) },
  event: { schema: TicketEvent, validate: ajv.compile(eventJsonSchema()) },
};

/** The codes that zod alone refuses a document for. */
function expectAgreement(kind: keyof typeof sides, written: unknown): Issue[] {
  const document = asJson(written);
  const { schema, validate } = sides[kind];
  const parsed = schema.safeParse(document);
  const valid = validate(document);
  if (parsed.success) {
    expect(valid, `refused by the JSON Schema alone: ${ajv.errorsText(validate.errors)}`).toBe(true);
    return [];
  }
  if (!valid) return [];
  const issues = issuesOf(parsed.error);
  const surprising = issues.filter((issue) => ZOD_ONLY[issue.code]?.(issue, document) !== true);
  expect(surprising, "refused by the zod schema alone").toEqual([]);
  return issues;
}

describe("the JSON Schemas", () => {
  it("are valid by the draft's own schema, and every node that a user meets is explained", () => {
    for (const schema of [workspaceJsonSchema(), eventJsonSchema()]) {
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
      for (const [place, node] of explainable(schema)) {
        expect(node, place).toMatchObject({ title: expect.any(String), description: expect.any(String) });
      }
    }
  });

  it("are plain JSON, and refer to nothing that is not in them", () => {
    for (const schema of [workspaceJsonSchema(), eventJsonSchema()]) {
      const text = JSON.stringify(schema);
      expect(JSON.parse(text)).toEqual(schema);
      const defined = Object.keys(schema.$defs as object).sort();
      const referred = [...text.matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name]) => name!);
      expect([...new Set(referred)].sort()).toEqual(defined);
    }
  });

  it("know five levels of groups, and refuse the sixth", () => {
    const deep = (levels: number): unknown =>
      levels === 0
        ? leadBot.conditions[1]
        : { type: "group", operator: "or", conditions: [deep(levels - 1)] };
    for (const integration of [leadBot, survey("s", {})]) {
      const of = (levels: number) =>
        sides.workspace.validate(workspace([{ ...integration, conditions: [deep(levels)] }]));
      expect([of(5), of(6)]).toEqual([true, false]);
    }
  });
});

describe("zod and ajv agree", () => {
  const files = readFiles();

  it("on every workspace of the conformance suite", () => {
    let seen = 0;
    for (const file of files) {
      if (file.kind === "event") continue;
      for (const testCase of file.cases) {
        expectAgreement("workspace", documentOf(file, testCase));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });

  it("on every event of the conformance suite", () => {
    for (const file of files) {
      for (const testCase of file.cases) {
        expectAgreement(
          "event",
          file.kind === "event" ? changed(file.event ?? {}, testCase) : eventOf(file, testCase),
        );
      }
    }
  });

  it("on the example's workspace", () => {
    const text = readFileSync(
      new URL("../../examples/support-inbox/workspace.json", import.meta.url),
      "utf8",
    );
    const document: unknown = JSON.parse(text);
    expect(Workspace.safeParse(document).success).toBe(true);
    expect(expectAgreement("workspace", document)).toEqual([]);
  });

  it("on generated workspaces and events, which are valid", () => {
    const both = arbitraryWorkspace().chain((document) =>
      arbitraryEvent(document).map((event) => ({ document, event })),
    );
    fc.assert(
      fc.property(both, ({ document, event }) => {
        expect(expectAgreement("workspace", document)).toEqual([]);
        expectAgreement("event", event);
      }),
      { seed: SEED, numRuns: RUNS / 10 },
    );
  });

  it(`on workspaces changed at random (SEED=${SEED})`, () => {
    const varied = workspace([leadBot, notifyOnClose, survey("s", { delayMinutes: 5 }), everyCondition]);
    const documents = fc.oneof(fc.constant(varied), arbitraryWorkspace()).map((document) => asJson(document));
    const outcomes = { both: 0, neither: 0, zodOnly: 0 };
    fc.assert(
      fc.property(mutated(documents), (document) => {
        const zodOnly = expectAgreement("workspace", document).length > 0;
        const outcome = zodOnly ? "zodOnly" : Workspace.safeParse(document).success ? "neither" : "both";
        outcomes[outcome] += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // A change that is always refused, or never, would show nothing.
    expect(outcomes.both).toBeGreaterThan(RUNS / 4);
    expect(outcomes.neither).toBeGreaterThan(RUNS / 50);
  });

  it("on events changed at random", () => {
    const event = message({
      at: "2024-02-29T12:00:00.5-03:00",
      ticket: { id: "t", assignee: { type: "bot", id: "b" }, classification: { f: ["a"], g: 3, h: null } },
      changes: { classification: { f: { before: null, after: ["a"] } } },
      surveys: [{ customer: "c", at: "2026-01-01T00:00:00Z", status: "sent" }],
      cause: { rules: ["r"], depth: 1 },
    });
    fc.assert(
      fc.property(mutated(fc.constant(asJson(event))), (changedEvent) => {
        expectAgreement("event", changedEvent);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("what JSON Schema cannot say", () => {
  // Each is the one thing wrong with a document that ajv accepts.
  const documents: { readonly [Code in keyof typeof ZOD_ONLY]: unknown } = {
    duplicateId: workspace([notifyOnClose, notifyOnClose]),
    sameTimes: withCondition({ type: "timeRange", from: "09:00", to: "09:00" }),
    overlappingIntervals: workspace([], { calendars: [overlapping()] }),
    reversedRange: withCondition({ type: "dateRange", from: "2026-12-31", to: "2026-01-01" }),
    tooMany: workspace([{ ...leadBot, conditions: [manyLeaves(), manyLeaves()] }]),
    notAnExceptionDate: workspace([], {
      calendars: [{ ...overlapping(), weekly: {}, exceptions: { "2026-02-29": [] } }],
    }),
    notADate: withCondition({ type: "dateRange", from: "2026-02-29" }),
    unknownTimeZone: workspace([], { timeZone: "Chile/Santigo" }),
    noWordsLeft: withCondition({ type: "messageContains", words: [" "] }),
    "regex/syntax": withCondition({ type: "messageMatches", pattern: "(" }),
    "regex/tooLong": withCondition({ type: "messageMatches", pattern: "\u0958".repeat(1500) }),
    "regex/tooLarge": withCondition({ type: "messageMatches", pattern: "((a{1,100}){1,100}){1,100}" }),
    notAUrl: withUrl("https://"),
    urlCredentials: withUrl("https://ana:clave@example.com"),
    urlLocalhost: withUrl("https://localhost"),
    urlPrivate: withUrl("https://10.0.0.1"),
  };

  it.each(Object.entries(documents))("%s", (code, document) => {
    const codes = expectAgreement("workspace", document).map((issue) => issue.code);
    expect(new Set(codes)).toEqual(new Set([code]));
  });

  it("notAnInstant, of an event", () => {
    expect(expectAgreement("event", message({ at: "2026-02-29T12:00:00Z" }))).toMatchObject([
      { code: "notAnInstant" },
    ]);
  });

  it("is what docs/json-schema.md lists", () => {
    const page = readFileSync(new URL("../../docs/json-schema.md", import.meta.url), "utf8");
    const [, table = ""] = page.split("## What it says, and what it cannot");
    const rows = [...table.matchAll(/^\| (`.+?) \| .+ \|$/gm)].map(([, codes]) => codes!);
    const listed = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
    expect(listed.sort()).toEqual(Object.keys(ZOD_ONLY).sort());
  });

  it("is listed with a document each, and the rest of the codes is refused by ajv too", () => {
    expect([...Object.keys(documents), "notAnInstant"].sort()).toEqual(Object.keys(ZOD_ONLY).sort());
    expect(Object.keys(examples)).toEqual(expect.arrayContaining(Object.keys(ZOD_ONLY)));
  });
});

const everyCondition = {
  ...leadBot,
  id: "every-condition",
  conditions: [
    { type: "account", is: ["acc-wsp"] },
    { type: "classification", field: "motivo", is: ["soporte", 3, true] },
    { type: "messageContains", words: ["hola", "👍"], mode: "substring", match: "all" },
    { type: "messageMatches", pattern: "h.la", flags: "im" },
    { type: "withinBusinessHours", calendar: "cal-office" },
    { type: "outsideBusinessHours" },
    { type: "weekday", is: ["mon", "sun"] },
    { type: "dateRange", from: "2024-02-29", to: "2026-12-31" },
    { type: "timeRange", from: "22:00", to: "24:00" },
    { type: "group", operator: "not", conditions: [{ type: "unattended" }, { type: "unassigned" }] },
  ],
};

function withCondition(condition: object): unknown {
  return workspace([{ ...leadBot, conditions: [condition] }]);
}

function withUrl(url: string): unknown {
  return workspace([], { integrations: { webhook: { enabled: true, active: true, url } } });
}

function overlapping() {
  const weekly = {
    mon: [["22:00", "06:00"] as [string, string]],
    tue: [["05:00", "09:00"] as [string, string]],
  };
  return { id: "c", name: "C", timeZone: "UTC", weekly };
}

function manyLeaves() {
  return { type: "group", operator: "or", conditions: Array(51).fill({ type: "unassigned" }) };
}

/** As a file would hold it. What is nested too deep to be written is JSON already. */
function asJson(value: unknown) {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch (error) {
    if (error instanceof RangeError) return value;
    throw error;
  }
}

/** What an editor tells about: definitions, keys, and the words to choose from. */
function* explainable(node: unknown, place = "#"): Generator<[string, object]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, inner] of Object.entries(node)) {
    const named = key === "$defs" || key === "patternProperties" || (key === "properties" && "type" in node);
    if (named)
      for (const [name, value] of Object.entries(inner as object)) yield [`${place}/${key}/${name}`, value];
    if (key === "anyOf")
      for (const choice of inner) if ("const" in choice) yield [`${place}/${choice.const}`, choice];
    // What only decides is shown to nobody.
    if (!["examples", "if", "then", "else"].includes(key)) yield* explainable(inner, `${place}/${key}`);
  }
}
