/** All that the analysis says of random rules, held against every event of their world. */
import type { Condition, Rule, TicketEvent } from "ticket-rules";
import { type Answer, createAnalyzer } from "ticket-rules/analysis";
import { referenceOutcomes } from "ticket-rules/testing";
import type { Random } from "../worlds.ts";
import { type Crowd, crowdOf, firesOn, firstOf } from "./crowd.ts";
import { ruleOf, type World } from "./world.ts";

export interface Tally {
  rules: number;
  asked: number;
  yes: number;
  no: number;
  mutants: number;
  findings: number;
  unknown: { [reason: string]: number };
}

type Bits = Uint32Array;
interface Claim {
  readonly rule: Rule;
  readonly fires: boolean;
}

export function attack(
  world: World,
  random: Random,
  count: number,
  tally: Tally,
  fail: (what: string, told: unknown) => void,
): void {
  const crowds = world.parts.map((parts) => crowdOf(world.workspace, parts));
  const rules = Array.from({ length: count }, (_, at) => ruleOf(world, random, `r${at}`));
  const options = world.horizon === undefined ? {} : { horizon: world.horizon, start: world.horizon.from };
  const analyzer = createAnalyzer({ ...world.workspace, rules }, options);
  const context = { workspace: world.workspace };
  for (const [at, rule] of rules.entries()) {
    tally.rules++;
    try {
      attackFiring(rule);
      attackPair(rule, random.pick(rules));
      if (at % 4 === 0) attackConditions(rule);
      if (at % 4 === 1) attackSimple(rule);
      if (at % 4 === 2) attackSuite(rule);
    } catch (error) {
      fail("thrown", { rule, error: String(error), ...context });
    }
  }

  function attackFiring(rule: Rule): void {
    const { verdict, yes, no, edges } = analyzer.fires(rule);
    hold("fires", yes, [{ rule, fires: true }], [rule.trigger]);
    hold("misses", no, [{ rule, fires: false }], [rule.trigger]);
    for (const { type, yes: edge } of edges) hold("edge", edge, [{ rule, fires: true }], [type]);
    const types = [rule.trigger, ...edges.map(({ type }) => type)];
    for (const crowd of crowds) {
      if (!types.includes(crowd.type) && firstOf(crowd.fires(rule), crowd.size) !== -1) {
        fail("a type that is not told", { rule, type: crowd.type, verdict });
      }
    }
  }

  function attackPair(rule: Rule, other: Rule): void {
    const { relation, both, onlyFirst, onlySecond } = analyzer.compare(rule, other);
    const claims = (first: boolean, second: boolean): Claim[] => [
      { rule, fires: first },
      { rule: other, fires: second },
    ];
    hold(`both: ${relation}`, both, claims(true, true));
    hold(`onlyFirst: ${relation}`, onlyFirst, claims(true, false));
    hold(`onlySecond: ${relation}`, onlySecond, claims(false, true));
  }

  function attackConditions(rule: Rule): void {
    for (const { path, whenTrue, whenFalse, verdict } of analyzer.conditions(rule)) {
      for (const [answer, value] of [
        [whenTrue, false],
        [whenFalse, true],
      ] as const) {
        // What a condition decides it decides by what it says after the event.
        const changed = {
          ...changedAt(rule, path, (condition) => constantly(condition, value)),
          before: rule.conditions,
        };
        for (const crowd of crowds) {
          const differ = crowd.fires(rule).map((word, index) => word ^ crowd.fires(changed)[index]!);
          const at = firstOf(differ, crowd.size);
          if (answer.kind === "no" && at !== -1) {
            fail(`condition ${verdict}`, { rule, path, value, event: crowd.event(at), ...context });
          }
        }
        count1(answer);
        if (
          answer.kind === "yes" &&
          fires(rule, answer.event) === firesOn(world.workspace, changed, answer.event)
        ) {
          fail("condition refused", { rule, path, value, event: answer.event, ...context });
        }
      }
    }
  }

  function attackSimple(rule: Rule): void {
    const { rule: simple } = analyzer.simplify(rule);
    for (const crowd of crowds) {
      const at = firstOf(
        crowd.fires(rule).map((word, index) => word ^ crowd.fires(simple)[index]!),
        crowd.size,
      );
      if (at !== -1) fail("simplified wrongly", { rule, simple, event: crowd.event(at), ...context });
    }
  }

  function attackSuite(rule: Rule): void {
    const { file, unmet } = analyzer.tests(rule);
    for (const { answer } of unmet) count1(answer);
    const events = file.scenarios.map(({ recorded }) => recorded);
    for (const [at, { expect }] of file.scenarios.entries()) {
      const [told] = Object.values(expect.outcomes);
      const [is] = referenceOutcomes({ ...world.workspace, rules: [rule] }, events[at]!);
      if (told !== is?.outcome) fail("suite refused", { rule, event: events[at], told, is, ...context });
    }
    const own = events.map((event) => fires(rule, event));
    for (const { kind, mutant } of mutantsOf(rule)) {
      tally.mutants++;
      if (events.some((event, at) => fires(mutant, event) !== own[at])) continue;
      if (unmet.some(({ answer }) => answer.kind === "unknown")) continue;
      for (const crowd of crowds) {
        const at = firstOf(
          crowd.fires(rule).map((word, index) => word ^ crowd.fires(mutant)[index]!),
          crowd.size,
        );
        if (at !== -1)
          fail(`mutant lives: ${kind}`, { rule, mutant, event: crowd.event(at), unmet, ...context });
      }
    }
  }

  function fires(rule: Rule, event: TicketEvent): boolean {
    return referenceOutcomes({ ...world.workspace, rules: [rule] }, event)[0]?.outcome === "fired";
  }

  function count1(answer: Answer): void {
    tally.asked++;
    if (answer.kind === "unknown") tally.unknown[answer.reason] = (tally.unknown[answer.reason] ?? 0) + 1;
    else tally[answer.kind]++;
  }

  function hold(what: string, answer: Answer, claims: readonly Claim[], types?: readonly string[]): void {
    count1(answer);
    if (answer.kind === "unknown" && answer.reason === "unconfirmed")
      fail("unconfirmed", { what, claims, ...context });
    if (answer.kind === "yes" && claims.some(({ rule, fires: is }) => fires(rule, answer.event) !== is)) {
      fail("refused", { what, claims, event: answer.event, ...context });
    }
    if (answer.kind !== "no") return;
    for (const crowd of crowds) {
      if (types !== undefined && !types.includes(crowd.type)) continue;
      const at = firstOf(meeting(crowd, claims), crowd.size);
      if (at !== -1) fail("a wrong no", { what, claims, event: crowd.event(at), ...context });
    }
  }
}

function meeting(crowd: Crowd, claims: readonly Claim[]): Bits {
  return claims
    .map(({ rule, fires }) => (fires ? crowd.fires(rule) : crowd.fires(rule).map((word) => ~word)))
    .reduce((one, other) => one.map((word, at) => word & other[at]!));
}

export type Path = readonly (string | number)[];

export function changedAt(
  rule: Rule,
  path: Path,
  change: (condition: Condition) => Condition | undefined,
): Rule {
  const copy = structuredClone(rule);
  let list: Condition[] = copy.conditions;
  for (const step of path.slice(1, -1)) {
    if (typeof step !== "number") continue;
    const group = list[step]!;
    if (group.type === "group") list = group.conditions;
  }
  const at = Number(path.at(-1));
  const changed = change(list[at]!);
  list.splice(at, 1, ...(changed === undefined ? [] : [changed]));
  return copy;
}

/** What is touched as the condition is, and always holds, or never. */
function constantly(condition: Condition, value: boolean): Condition {
  const never: Condition = {
    ...{ type: "group", operator: "and" },
    conditions: [
      { type: "unassigned" },
      { type: "group", operator: "not", conditions: [{ type: "unassigned" }] },
    ],
  };
  const always: Condition = { type: "group", operator: "not", conditions: [never] };
  return value
    ? { type: "group", operator: "or", conditions: [always, condition] }
    : { type: "group", operator: "and", conditions: [never, condition] };
}

function* mutantsOf(rule: Rule): Generator<{ kind: string; mutant: Rule }> {
  for (const path of leafPaths(rule.conditions, ["conditions"])) {
    yield { kind: "true", mutant: changedAt(rule, path, (each) => constantly(each, true)) };
    yield { kind: "false", mutant: changedAt(rule, path, (each) => constantly(each, false)) };
    yield {
      kind: "negated",
      mutant: changedAt(rule, path, (each) => ({ type: "group", operator: "not", conditions: [each] })),
    };
    const dropped = changedAt(rule, path, () => undefined);
    if (!JSON.stringify(dropped.conditions).includes('"conditions":[]'))
      yield { kind: "dropped", mutant: dropped };
  }
}

function leafPaths(conditions: readonly Condition[], path: Path): Path[] {
  return conditions.flatMap((condition, at) =>
    condition.type === "group"
      ? leafPaths(condition.conditions, [...path, at, "conditions"])
      : [[...path, at]],
  );
}
