/** What is expected of answers, as README.md says it: decisions in part, issues by their place, no secret anywhere. */
import { expect } from "vitest";
import {
  compile,
  type Decision,
  evaluate,
  explain,
  type Outcome,
  type TicketEvent,
  Workspace,
} from "../../src/index.ts";
import { referenceEvaluate, referenceOutcomes } from "../../src/testing.ts";
import type { JsonObject, Path } from "./format.ts";

/** What a case says of a decision. What it does not name may be anything. */
export interface ExpectedDecision {
  event?: JsonObject;
  fired?: string[];
  effects?: JsonObject[];
  suppressed?: JsonObject[];
  indeterminate?: { rule: string; missing: string[] }[];
  skipped?: JsonObject[];
}

/** Two ways to evaluate, one truth. The second takes valid workspaces only. */
export const evaluators = [
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

/** A case that does not mean to test the schemas must not be wrong in them. */
export function expectValid(document: unknown): void {
  expect(Workspace.safeParse(document).error?.issues ?? [], "the case's workspace is valid").toEqual([]);
}

export function expectDecision(
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
    expect(types(found.effects), `${who}: effects`).toEqual(types(wanted.effects));
    wanted.effects.forEach((effect, at) => {
      expect(found.effects[at], `${who}: effect ${at}`).toMatchObject(instantsRead(effect) as object);
    });
  }
}

/** What holds of every decision. */
export function expectSound(decision: Decision, document: unknown): void {
  const keys = decision.effects.map(({ key }) => key);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_~:-]+$/);
  expect(new Set(keys).size, "keys are different").toBe(keys.length);
  expect(decision.event.at).toMatch(/Z$/);
  for (const effect of decision.effects)
    if (effect.type === "sendSurvey") expect(effect.executeAt).toMatch(/Z$/);
  expectNoSecret(decision, document);
}

/** `evaluate`, twice, and `explain` tell the same. Decisions have the same order in both evaluators. */
export function expectAgreement(
  document: unknown,
  event: TicketEvent,
  reasons: Record<string, string>,
): void {
  const ruleSet = compile(document);
  const decision = evaluate(ruleSet, event);
  expect(evaluate(ruleSet, event)).toEqual(decision);
  const traces = explain(ruleSet, event);
  expectNoSecret(traces, document);
  const told = traces.map((trace) => ({
    rule: trace.rule,
    outcome: trace.outcome,
    ...("missing" in trace ? { missing: trace.missing } : {}),
    ...("reason" in trace ? { reason: trace.reason } : {}),
  }));
  const having = (outcome: Outcome) => told.filter((trace) => trace.outcome === outcome);
  expect(having("fired").map(({ rule }) => rule)).toEqual(decision.fired);
  expect(having("indeterminate").map(({ rule, missing }) => ({ rule, missing }))).toEqual(
    decision.indeterminate,
  );
  const held = having("skipped").filter(({ reason }) => reason === "loop" || reason === "depth");
  expect(held.map(({ rule, reason }) => ({ rule, reason }))).toEqual(decision.skipped);
  for (const [id, reason] of Object.entries(reasons)) {
    expect(told.find(({ rule }) => rule === id)?.reason, `reason of ${id}`).toBe(reason);
  }
}

/** Every place named has an issue, and no issue is anywhere else. A last `*` means the place or anywhere within it. */
export function expectIssues(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  wanted: readonly Path[],
  document: unknown,
): void {
  const found = issues.map(({ path }) => path.map((key) => (typeof key === "symbol" ? String(key) : key)));
  const told = JSON.stringify(issues.map(({ path, message }) => [path, message]));
  const within = (path: Path, place: Path) =>
    place.at(-1) === "*"
      ? place.slice(0, -1).every((key, index) => path[index] === key)
      : JSON.stringify(path) === JSON.stringify(place);
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
export function expectNoSecret(output: unknown, document: unknown): void {
  const { integrations } = (document ?? {}) as {
    integrations?: Record<string, { apiToken?: unknown; secret?: unknown }>;
  };
  const secrets = Object.values(integrations ?? {}).flatMap((each) => [each?.apiToken, each?.secret]);
  const said = JSON.stringify(output) ?? "";
  for (const secret of secrets) {
    if (typeof secret === "string" && secret !== "") expect(said).not.toContain(secret);
  }
}

/** Instants are compared as instants: what stands under `at` and `executeAt`, as epoch milliseconds. */
function instantsRead(value: unknown, key = ""): unknown {
  if (typeof value === "string" && (key === "at" || key === "executeAt")) return Date.parse(value);
  if (Array.isArray(value)) return value.map((item) => instantsRead(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, instantsRead(item, inner)]));
}
