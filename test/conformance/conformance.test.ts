/** Runs the files of this folder against `ticket-rules` and against the reference evaluator. */
import { describe, expect, it } from "vitest";
import {
  businessTime,
  type Calendar,
  compile,
  type Decision,
  evaluate,
  eventsFor,
  explain,
  type Outcome,
  parseWords,
  TicketEvent,
  Workspace,
} from "../../src/index.ts";
import { referenceEvaluate, referenceOutcomes } from "../../src/testing.ts";
import {
  type Case,
  changed,
  documentOf,
  eventOf,
  expanded,
  type File,
  frozen,
  type Json,
  type JsonObject,
  named,
  type Path,
  readFiles,
} from "./format.ts";

type Verdict = "true" | "false" | "unknown";

interface ExpectedDecision {
  event?: JsonObject;
  fired?: string[];
  effects?: JsonObject[];
  suppressed?: JsonObject[];
  indeterminate?: { rule: string; missing: string[] }[];
  skipped?: JsonObject[];
}

interface ConditionCase extends Case {
  condition: Json;
  verdict: Verdict | Verdict[];
  missing?: string[];
  backtracks?: boolean;
}

interface EvaluateCase extends Case {
  outcomes?: Record<string, Outcome>;
  reasons?: Record<string, string>;
  decision?: ExpectedDecision;
}

interface LoadCase extends Case {
  invalid: { index: number; rule: string | null; issues: Path[] }[];
  outcomes: Outcome[];
  decision?: ExpectedDecision;
  events?: string[];
}

interface ParseCase extends Case {
  issues: Path[];
}

interface KeysCase extends Case {
  left: Omit<Case, "name">;
  right: Omit<Case, "name">;
  keys: "equal" | "different";
}

interface EventCase extends Case {
  evaluate: "decision" | { typeError: string | null };
  issues: Path[];
}

interface EventsForCase extends Case {
  events: string[];
}

interface WordsCase extends Case {
  text: string;
  words: string[];
}

interface LocalTimeCase extends Case {
  zone: string;
  at: Json;
  weekday: string;
  date: string;
  time: string;
}

interface CalendarCase extends Case {
  calendar: string;
  at: string;
  open?: boolean;
  nextChange?: string | null;
  from: string;
  to: string;
  openMinutes?: number | "error";
  add: number;
  reaches?: string | null | "error";
}

const files = readFiles();

const kinds: { [kind: string]: (file: File<never>, testCase: never) => void } = {
  condition: runCondition,
  evaluate: runEvaluate,
  load: runLoad,
  parse: runParse,
  keys: runKeys,
  event: runEvent,
  eventsFor: runEventsFor,
  words: runWords,
  localTime: runLocalTime,
  calendar: runCalendar,
};

describe("the files", () => {
  it("name every case once", () => {
    const names = files.flatMap(({ cases }) => cases.map(({ name }: Case) => name));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("are of kinds that are known", () => {
    expect(files.filter(({ kind }) => kinds[kind] === undefined).map(({ name }) => name)).toEqual([]);
  });
});

for (const file of files) {
  describe(`${file.name}: ${file.title}`, () => {
    it.each(file.cases.map((testCase: Case) => [testCase.name, testCase] as const))("%s", (_, testCase) => {
      kinds[file.kind]?.(file, testCase as never);
    });
  });
}

/** Two ways to evaluate, one truth. */
const evaluators = [
  {
    who: "compiled",
    outcomes: (document: unknown, event: TicketEvent) =>
      explain(compile(document), event).map(({ rule, outcome }) => [rule, outcome] as const),
    decide: (document: unknown, event: TicketEvent) => evaluate(compile(document), event),
  },
  {
    who: "reference",
    outcomes: (document: unknown, event: TicketEvent) =>
      referenceOutcomes(document as Workspace, event).map(({ rule, outcome }) => [rule, outcome] as const),
    decide: (document: unknown, event: TicketEvent) => referenceEvaluate(document as Workspace, event),
  },
];

// ---------------------------------------------------------------- condition

const plain = (verdict: Verdict): Outcome =>
  ({ true: "fired", false: "notFired", unknown: "indeterminate" })[verdict] as Outcome;
const negated = (verdict: Verdict): Outcome =>
  ({ true: "notFired", false: "fired", unknown: "indeterminate" })[verdict] as Outcome;

function runCondition(file: File<never>, testCase: ConditionCase): void {
  const condition = named([testCase.condition], file.named, "conditions");
  const [only] = condition as Json[];
  const event = eventOf(file, testCase) as TicketEvent;
  const group = (operator: string, inner: Json): Json => ({ type: "group", operator, conditions: [inner] });
  const ways = [
    { id: "plain", operator: "and", condition: only, outcome: plain, groups: 0 },
    { id: "not", operator: "not", condition: only, outcome: negated, groups: 0 },
    { id: "in-and", operator: "and", condition: group("and", only ?? null), outcome: plain, groups: 1 },
    { id: "in-or", operator: "and", condition: group("or", only ?? null), outcome: plain, groups: 1 },
    { id: "in-not", operator: "and", condition: group("not", only ?? null), outcome: negated, groups: 1 },
    { id: "not-in-or", operator: "not", condition: group("or", only ?? null), outcome: negated, groups: 1 },
    {
      id: "twice-not",
      operator: "and",
      condition: group("not", group("not", only ?? null)),
      outcome: plain,
      groups: 2,
    },
  ].filter(({ groups }) => groups + depth(only ?? null) <= 5);
  const rules = ways.map(({ id, operator, condition: inner }) => ({
    id,
    name: id,
    active: true,
    integration: "webhook",
    trigger: event.type,
    operator,
    conditions: [inner ?? null],
    actions: [{ type: "notify" }],
  }));
  const document = documentOf(file, { ...testCase, rules });
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
      const told = decision.indeterminate.find(({ rule }) => rule === "plain")?.missing;
      expect([...(told ?? [])].sort(), `${who}: missing`).toEqual([...testCase.missing].sort());
    }
  }
}

/** How many groups are nested in a condition. */
function depth(condition: Json): number {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return 0;
  const { type, conditions } = condition;
  return type === "group" && Array.isArray(conditions) ? 1 + Math.max(...conditions.map(depth)) : 0;
}

// ---------------------------------------------------------------- evaluate, load

function runEvaluate(file: File<never>, testCase: EvaluateCase): void {
  const document = documentOf(file, testCase);
  const event = eventOf(file, testCase) as TicketEvent;
  expectValid(document);
  for (const { who, outcomes, decide } of evaluators) {
    if (testCase.outcomes !== undefined) {
      const found = outcomes(document, event);
      const wanted = Object.entries(testCase.outcomes);
      expect([...found].sort(), `${who}: outcomes`).toEqual([...wanted].sort());
    }
    expectDecision(decide(document, event), testCase.decision, document, who);
  }
  expectAgreement(document, event, testCase.reasons ?? {});
}

function runLoad(file: File<never>, testCase: LoadCase): void {
  const document = documentOf(file, testCase);
  const event = eventOf(file, testCase) as TicketEvent;
  const ruleSet = compile(document);
  const found = ruleSet.invalid.map(({ index, rule }) => ({ index, rule: rule ?? null }));
  expect(found, "invalid").toEqual(testCase.invalid.map(({ index, rule }) => ({ index, rule })));
  testCase.invalid.forEach(({ issues }, at) => {
    expectIssues(ruleSet.invalid[at]?.issues ?? [], issues, document);
  });
  const traces = explain(ruleSet, event);
  expect(
    traces.map(({ outcome }) => outcome),
    "outcomes",
  ).toEqual(testCase.outcomes);
  for (const { index, rule } of testCase.invalid)
    expect(traces[index]).toMatchObject({ rule, index, tree: null });
  expectDecision(evaluate(ruleSet, event), testCase.decision, document, "compiled");
  if (testCase.events !== undefined)
    expect([...eventsFor(ruleSet)].sort()).toEqual([...testCase.events].sort());
}

/** Decisions are expected in part: what a case does not name may be anything. */
function expectDecision(
  decision: Decision,
  wanted: ExpectedDecision = {},
  document: unknown,
  who: string,
): void {
  const found = instantsRead(decision) as Decision;
  expectSound(decision, document);
  for (const key of ["fired", "suppressed", "skipped"] as const) {
    if (wanted[key] !== undefined) expect(found[key], `${who}: ${key}`).toEqual(wanted[key]);
  }
  if (wanted.event !== undefined) expect(found.event).toMatchObject(instantsRead(wanted.event) as object);
  if (wanted.indeterminate !== undefined) {
    const sorted = (list: { rule: string; missing: string[] }[]) =>
      list.map(({ rule, missing }) => ({ rule, missing: [...missing].sort() }));
    expect(sorted(found.indeterminate), `${who}: indeterminate`).toEqual(sorted(wanted.indeterminate));
  }
  if (wanted.effects !== undefined) {
    const types = (list: readonly { type?: unknown }[]) => list.map(({ type }) => type);
    expect(types(found.effects), `${who}: effects`).toEqual(
      types(instantsRead(wanted.effects) as JsonObject[]),
    );
    wanted.effects.forEach((effect, at) => {
      expect(found.effects[at], `${who}: effect ${at}`).toMatchObject(instantsRead(effect) as object);
    });
  }
}

/** What holds of every decision. */
function expectSound(decision: Decision, document: unknown): void {
  const keys = decision.effects.map(({ key }) => key);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_~:-]+$/);
  expect(new Set(keys).size, "keys are different").toBe(keys.length);
  expect(decision.event.at).toMatch(/Z$/);
  for (const effect of decision.effects)
    if (effect.type === "sendSurvey") expect(effect.executeAt).toMatch(/Z$/);
  expectNoSecret(decision, document);
}

/** `evaluate`, twice, and `explain` tell the same. */
function expectAgreement(document: unknown, event: TicketEvent, reasons: Record<string, string>): void {
  const ruleSet = compile(document);
  const decision = evaluate(ruleSet, event);
  expect(evaluate(ruleSet, event)).toEqual(decision);
  const traces = explain(ruleSet, event);
  expectNoSecret(traces, document);
  const having = (outcome: Outcome) => traces.filter((trace) => trace.outcome === outcome);
  expect(having("fired").map(({ rule }) => rule)).toEqual(decision.fired);
  expect(having("indeterminate").map(({ rule, missing }) => ({ rule, missing }))).toEqual(
    decision.indeterminate,
  );
  const held = having("skipped").filter(({ reason }) => reason === "loop" || reason === "depth");
  expect(held.map(({ rule, reason }) => ({ rule, reason }))).toEqual(decision.skipped);
  for (const [rule, reason] of Object.entries(reasons)) {
    expect(traces.find((trace) => trace.rule === rule)?.reason, `reason of ${rule}`).toBe(reason);
  }
}

/** Instants are compared as instants: what stands under `at` and `executeAt`, as epoch milliseconds. */
function instantsRead(value: unknown, key = ""): unknown {
  if (typeof value === "string" && (key === "at" || key === "executeAt")) return Date.parse(value);
  if (Array.isArray(value)) return value.map((item) => instantsRead(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, instantsRead(item, inner)]));
}

// ---------------------------------------------------------------- parse

function runParse(file: File<never>, testCase: ParseCase): void {
  const document = documentOf(file, testCase);
  const result = Workspace.safeParse(document);
  const ruleSet = compile(document);
  if (testCase.issues.length === 0) {
    expect(result.error?.issues ?? []).toEqual([]);
    expect(result.data, "kept as it was").toEqual(document);
    expect([...ruleSet.issues, ...ruleSet.invalid]).toEqual([]);
  } else {
    expectIssues(result.error?.issues ?? [], testCase.issues, document);
    expect(ruleSet.issues.length + ruleSet.invalid.length, "compile sees it too").toBeGreaterThan(0);
  }
}

function expectValid(document: unknown): void {
  expect(Workspace.safeParse(document).error?.issues ?? [], "the case's workspace is valid").toEqual([]);
}

/** Every place named is in the issues, at it or within it, and no issue is anywhere else. */
function expectIssues(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  wanted: Path[],
  document: unknown,
): void {
  const found = issues.map(({ path }) => path.map((key) => (typeof key === "symbol" ? String(key) : key)));
  const told = JSON.stringify(issues.map(({ path, message }) => [path, message]));
  const within = (path: Path, place: Path) => place.every((key, index) => path[index] === key);
  for (const place of wanted) {
    expect(
      found.some((path) => within(path, place)),
      `no issue at ${JSON.stringify(place)} in ${told}`,
    ).toBe(true);
  }
  for (const path of found) {
    expect(
      wanted.some((place) => within(path, place)),
      `an issue too many in ${told}`,
    ).toBe(true);
  }
  for (const { message } of issues) expect(message).not.toBe("");
  expectNoSecret(issues, document);
}

/** Tokens and secrets of the workspace stand nowhere in what the library says. */
function expectNoSecret(output: unknown, document: unknown): void {
  const { integrations } = (document ?? {}) as {
    integrations?: Record<string, { apiToken?: unknown; secret?: unknown }>;
  };
  const secrets = Object.values(integrations ?? {}).flatMap((each) => [each?.apiToken, each?.secret]);
  const said = JSON.stringify(output);
  for (const secret of secrets)
    if (typeof secret === "string" && secret !== "") expect(said).not.toContain(secret);
}

// ---------------------------------------------------------------- keys, events

function runKeys(file: File<never>, { left, right, keys }: KeysCase): void {
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

function runEvent(file: File<never>, testCase: EventCase): void {
  const event = changed(file.event ?? {}, testCase) as TicketEvent;
  const document = documentOf(file, {});
  const ruleSet = compile(document);
  for (const act of [() => evaluate(ruleSet, event), () => explain(ruleSet, event)]) {
    if (testCase.evaluate === "decision") {
      expect(act).not.toThrow();
    } else {
      const { typeError } = testCase.evaluate;
      expect(act).toThrow(TypeError);
      if (typeError !== null) expect(act).toThrow(new RegExp(`\\b${typeError}\\b`));
    }
  }
  const parsed = TicketEvent.safeParse(event);
  if (testCase.issues.length > 0) {
    expectIssues(parsed.error?.issues ?? [], testCase.issues, document);
    return;
  }
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data).toEqual(event);
  expect(referenceEvaluate(document as Workspace, event)).toEqual(evaluate(ruleSet, event));
}

function runEventsFor(file: File<never>, testCase: EventsForCase): void {
  const document = documentOf(file, testCase);
  expectValid(document);
  expect([...eventsFor(compile(document))].sort()).toEqual([...testCase.events].sort());
}

function runWords(_: File<never>, { text, words }: WordsCase): void {
  expect(parseWords(text)).toEqual(words);
}

// ---------------------------------------------------------------- time

function runLocalTime(_: File<never>, { zone, at, weekday, date, time }: LocalTimeCase): void {
  const day = Date.parse(`${date}T00:00:00Z`);
  const [before, after] = [day - 86_400_000, day + 86_400_000].map((ms) =>
    new Date(ms).toISOString().slice(0, 10),
  );
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const next = minute === 1439 ? "24:00" : clock(minute + 1);
  const others = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].filter((each) => each !== weekday);
  const conditions: [string, boolean, Json][] = [
    ["its weekday", true, { type: "weekday", is: weekday }],
    ["another weekday", false, { type: "weekday", is: others }],
    ["its date", true, { type: "dateRange", from: date, to: date }],
    ["up to the day before", false, { type: "dateRange", to: before ?? date }],
    ["from the day after", false, { type: "dateRange", from: after ?? date }],
    ["its minute", true, { type: "timeRange", from: time, to: next }],
    ["all other minutes", false, { type: "timeRange", from: next === "24:00" ? "00:00" : next, to: time }],
  ];
  const rules = conditions.map(([id, , condition]) => closingRule(id, condition));
  const document = frozen({ schemaVersion: 1, timeZone: zone, integrations: webhook, rules });
  const event = frozen({
    id: "evt-1",
    type: "ticket.closed",
    at: expanded(at),
    ticket: { id: "t-1" },
  }) as TicketEvent;
  expectValid(document);
  for (const { who, decide } of evaluators) {
    const wanted = conditions.filter(([, holds]) => holds).map(([id]) => id);
    expect(decide(document, event).fired, who).toEqual(wanted);
  }
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function runCalendar(file: File<never>, testCase: CalendarCase): void {
  const calendar = frozen(file.calendars?.find(({ id }) => id === testCase.calendar)) as unknown as Calendar;
  const time = businessTime(calendar);
  const { at, open, nextChange, from, to, openMinutes, add, reaches } = testCase;
  if (open !== undefined) {
    expect(time.isOpen(at)).toBe(open);
    expect(time.isOpen(new Date(at))).toBe(open);
    expectHours(calendar, at, open);
  }
  if (nextChange !== undefined)
    expect(iso(time.nextChange(at))).toBe(nextChange && iso(new Date(nextChange)));
  if (openMinutes === "error") expect(() => time.openMinutes(from, to)).toThrow();
  else if (openMinutes !== undefined) expect(time.openMinutes(from, to)).toBe(openMinutes);
  if (reaches === "error") expect(() => time.addOpenMinutes(at, add)).toThrow();
  else if (reaches !== undefined)
    expect(iso(time.addOpenMinutes(at, add))).toBe(reaches && iso(new Date(reaches)));
}

/** The calendar as rule conditions: named, and as the account's. */
function expectHours(calendar: Calendar, at: string, open: boolean): void {
  const ways: [string, boolean, Json][] = [
    ["within, named", open, { type: "withinBusinessHours", calendar: calendar.id }],
    ["outside, named", !open, { type: "outsideBusinessHours", calendar: calendar.id }],
    ["within, of the account", open, { type: "withinBusinessHours" }],
    ["outside, of the account", !open, { type: "outsideBusinessHours" }],
  ];
  const document = frozen({
    schemaVersion: 1,
    timeZone: "UTC",
    accounts: [{ id: "acc", name: "Account", calendar: calendar.id }],
    calendars: [calendar],
    integrations: webhook,
    rules: ways.map(([id, , condition]) => closingRule(id, condition)),
  });
  const event = frozen({ id: "evt-1", type: "ticket.closed", at, ticket: { id: "t-1", account: "acc" } });
  expectValid(document);
  for (const { who, decide } of evaluators) {
    const wanted = ways.filter(([, holds]) => holds).map(([id]) => id);
    expect(decide(document, event as TicketEvent).fired, who).toEqual(wanted);
  }
}

const webhook = { webhook: { enabled: true, active: true, url: "https://example.com/hook" } };

function closingRule(id: string, condition: Json): JsonObject {
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

const iso = (date: Date | null) => date?.toISOString() ?? null;
