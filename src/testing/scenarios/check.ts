/** Compares what a scenario expects with what came. */
import { compiledOf, type RuleSet } from "../../compile.ts";
import type { Path } from "../../conditions/tree.ts";
import type { Decision } from "../../decision.ts";
import { evaluate } from "../../evaluate.ts";
import type { TicketEvent } from "../../event.ts";
import { explainSome } from "../../explain.ts";
import type { RuleTrace } from "../../trace.ts";
import { aligned, differing } from "./compare.ts";
import type { Expectation, ExpectedEffect, ExpectedOutcome, ExpectedSuppression } from "./expectation.ts";
import { type Failure, failure } from "./failure.ts";

/** What came of a scenario's event, and where that is not what was expected. */
export interface Checked {
  readonly decision: Decision;
  readonly failures: readonly Failure[];
}

/** The places of the rules of a rule set by their ids. */
export type Places = Pick<ReadonlyMap<string, number>, "get" | "has">;

/** @see Places */
export function placesOf(ruleSet: RuleSet): Places {
  const places = new Map<string, number>();
  for (const rule of compiledOf(ruleSet).rules) {
    const id = rule.root === undefined ? rule.rule : rule.id;
    if (id !== undefined && !places.has(id)) places.set(id, rule.index);
  }
  return places;
}

/** Evaluates an event and compares the decision with an expectation. */
export function check(
  ruleSet: RuleSet,
  places: Places,
  event: TicketEvent,
  expectation: Expectation,
): Checked {
  const decision = evaluate(ruleSet, event);
  return { decision, failures: [...failuresOf(ruleSet, places, event, expectation, () => decision)] };
}

/** Whether a decision is what is expected: no more is worked out than that takes. */
export function meets(
  ruleSet: RuleSet,
  places: Places,
  event: TicketEvent,
  expectation: Expectation,
): boolean {
  return failuresOf(ruleSet, places, event, expectation, () => evaluate(ruleSet, event)).next().done === true;
}

function* failuresOf(
  ruleSet: RuleSet,
  places: Places,
  event: TicketEvent,
  { fired, outcomes, effects, suppressed }: Expectation,
  decide: () => Decision,
): Generator<Failure> {
  if (fired ?? effects ?? suppressed) {
    const decision = decide();
    if (fired !== undefined) yield* firedFailures(fired, decision.fired, places);
    if (effects !== undefined) yield* effectFailures(effects, decision);
    if (suppressed !== undefined) yield* suppressedFailures(suppressed, decision);
  }
  if (outcomes !== undefined) yield* outcomeFailures(outcomes, places, ruleSet, event);
}

function firedFailures(expected: readonly string[], actual: readonly string[], places: Places): Failure[] {
  const path = ["expect", "fired"];
  const [wanted, got] = [new Set(expected), new Set(actual)];
  const missing = expected.flatMap((rule, at) => {
    if (got.has(rule)) return [];
    const code = places.has(rule) ? "notFired" : "unknownRule";
    return [
      failure(code, { subject: rule, path: [...path, at], expected: rule, actual: null, rules: [rule] }),
    ];
  });
  const surplus = actual.flatMap((rule) =>
    wanted.has(rule)
      ? []
      : [failure("firedUnexpectedly", { subject: rule, path, expected: null, actual: rule, rules: [rule] })],
  );
  const differences = [...missing, ...surplus];
  if (differences.length > 0 || expected.join("\n") === actual.join("\n")) return differences;
  return [
    failure("firedOrder", { subject: "", path, expected: [...expected], actual: [...actual], rules: [] }),
  ];
}

function outcomeFailures(
  outcomes: Readonly<Record<string, ExpectedOutcome>>,
  places: Places,
  ruleSet: RuleSet,
  event: TicketEvent,
): Failure[] {
  const wanted = new Set(Object.keys(outcomes).map((rule) => places.get(rule)));
  const traces = new Map(
    explainSome(ruleSet, event, (index) => wanted.has(index)).map((trace) => [trace.index, trace]),
  );
  return Object.entries(outcomes).flatMap(([rule, expected]) => {
    const place = places.get(rule);
    const trace = place === undefined ? undefined : traces.get(place);
    const at = { subject: rule, path: ["expect", "outcomes", rule], rules: [rule] };
    if (trace === undefined) return [failure("unknownRule", { ...at, expected, actual: null })];
    return outcomeFailure(expected, trace, at);
  });
}

function outcomeFailure(
  expected: ExpectedOutcome,
  trace: RuleTrace,
  at: { subject: string; path: Path; rules: string[] },
): Failure[] {
  const { outcome, reason, missing } =
    typeof expected === "string" ? { outcome: expected, reason: undefined, missing: undefined } : expected;
  const actual =
    trace.outcome === "skipped" ? { outcome: trace.outcome, reason: trace.reason } : trace.outcome;
  const isOther =
    outcome !== trace.outcome ||
    (reason !== undefined && trace.outcome === "skipped" && reason !== trace.reason);
  if (isOther) return [failure("outcome", { ...at, expected, actual })];
  if (missing === undefined || trace.outcome !== "indeterminate") return [];
  return sorted(missing) === sorted(trace.missing)
    ? []
    : [failure("missingFacts", { ...at, expected: missing, actual: trace.missing })];
}

function sorted(facts: readonly string[]): string {
  return [...new Set(facts)].sort().join("\n");
}

function effectFailures(expected: readonly ExpectedEffect[], { effects }: Decision): Failure[] {
  return aligned(expected, effects, (wanted, effect) => differing(wanted, effect).length === 0).flatMap(
    ({ at, wanted, got }) => {
      const path = ["expect", "effects", at];
      const rules = [...(wanted?.rules ?? []), ...(got?.rules ?? [])];
      const missing = () =>
        failure("effectMissing", {
          subject: wanted?.type ?? "",
          path,
          expected: wanted,
          actual: null,
          rules,
        });
      const surplus = () =>
        failure("effectUnexpected", {
          subject: got?.type ?? "",
          path: ["expect", "effects"],
          expected: null,
          actual: got,
          rules: got?.rules ?? [],
        });
      if (got === undefined) return [missing()];
      if (wanted === undefined) return [surplus()];
      if (wanted.type !== got.type) return [missing(), surplus()];
      return differing(wanted, got).map(({ keys, expected: value, actual }) =>
        failure("effectDiffers", {
          subject: got.type,
          path: [...path, ...keys],
          expected: value,
          actual,
          rules,
        }),
      );
    },
  );
}

function suppressedFailures(expected: readonly ExpectedSuppression[], { suppressed }: Decision): Failure[] {
  const path = ["expect", "suppressed"];
  return aligned(expected, suppressed, (wanted, got) => differing(wanted, got).length === 0).flatMap(
    ({ at, wanted, got }) => {
      const own = { subject: wanted?.rule ?? "", path: [...path, at], rules: [wanted?.rule ?? ""] };
      const missing = () => failure("suppressionMissing", { ...own, expected: wanted, actual: null });
      const surplus = (rule: string) =>
        failure("suppressionUnexpected", { subject: rule, path, expected: null, actual: got, rules: [rule] });
      if (got === undefined) return [missing()];
      if (wanted === undefined) return [surplus(got.rule)];
      if (wanted.rule !== got.rule) return [missing(), surplus(got.rule)];
      return differing(wanted, got).map(({ keys, expected: value, actual }) =>
        failure("suppressionDiffers", { ...own, path: [...own.path, ...keys], expected: value, actual }),
      );
    },
  );
}
