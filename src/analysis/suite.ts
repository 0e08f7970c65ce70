import type { Condition, Path } from "../conditions/tree.ts";
import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import type { Scenario } from "../testing/scenarios/scenario.ts";
import type { Answer } from "./answer.ts";
import { decidingAt } from "./deciding.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import { conditionAt, fixed, pathsOf, replaced } from "./variants.ts";

/** That a test shows a condition to matter: it holds, or does not, and the rule would fare otherwise if not so. */
export interface Obligation {
  path: Path;
  holds: boolean;
}

/** One test: a scenario of the testing kit (`ScenarioFile`), with the event as it was found. */
export interface SuiteScenario extends Scenario {
  recorded: TicketEvent;
  expect: { outcomes: Record<string, "fired" | "notFired" | "indeterminate"> };
}

/**
 * Tests that show of every condition that it matters (masking MC/DC): whoever negates, drops or fixes one condition
 * breaks one of them. No test can be left out: there is one, at least.
 */
export interface Suite {
  /** A scenario file: `runScenarios(workspace, suite.file)`. */
  file: { schemaVersion: 1; scenarios: SuiteScenario[] };
  /** What each scenario shows, in the order of the file. */
  covers: Obligation[][];
  /** What none shows: proved to be impossible, or not found. */
  unmet: { obligation: Obligation; answer: Answer }[];
}

interface Mutant {
  /** What a test shows that fails of it; nothing of a mutant that only shows that something matters. */
  readonly shows: Obligation | undefined;
  readonly path: Path;
  /** The rule, changed in the condition. */
  readonly subject: Subject;
  /** An event on which the rule and the mutant differ. */
  find(): Answer;
  /** Whether a test on an event shows what it shows, if they differ. */
  isShownOn(event: TicketEvent): boolean;
}

interface Test {
  readonly event: TicketEvent;
  readonly kills: Set<Mutant>;
}

/** Builds the suite of a rule. */
export function suiteOf(prover: Prover, rule: Rule, subject: Subject): Suite {
  const paths = pathsOf(rule).filter((path) => conditionAt(rule, path)?.type !== "group");
  const decided = paths.flatMap((path) =>
    [true, false].map((holds): Mutant => {
      const { contrary, example, isSo } = decidingAt(prover, rule, subject, path, holds);
      return { shows: { path, holds }, path, subject: contrary, find: example, isShownOn: isSo };
    }),
  );
  // Most of these fail a test that shows that a condition decides. Not all: what cannot be told is not false, of two
  // alternatives that say the same neither matters, while the contrary of one does. And what is true before an event, too,
  // is not what is made true by it.
  const edits: ((each: Condition) => Condition[])[] = [
    (each) => [negated(each)],
    () => [],
    ...(rule.operator === "or" ? [true, false] : []).map((verdict) => (each: Condition): Condition[] => [
      fixed(each, verdict),
    ]),
  ];
  const edited = paths.flatMap((path) =>
    edits.map((by): Mutant => {
      const other = prover.subject(replaced(rule, path, by));
      const find = () => whereDiffer(prover, subject, other);
      return { shows: undefined, path, subject: other, find, isShownOn: () => true };
    }),
  );
  const mutants = [...decided, ...edited];
  const isKilledBy = (mutant: Mutant, event: TicketEvent) =>
    mutant.subject.fires(event) !== subject.fires(event);
  const tests: Test[] = [];
  const unmet: Suite["unmet"] = [];
  for (const mutant of mutants) {
    if (tests.some(({ kills }) => kills.has(mutant))) continue;
    const answer = mutant.find();
    if (answer.kind === "yes") {
      // Where nothing shows it, a test will do on which the condition is unknown.
      const killer = mutant.isShownOn(answer.event)
        ? undefined
        : tests.find((test) => isKilledBy(mutant, test.event));
      const { event, kills } = killer ?? { event: answer.event, kills: new Set<Mutant>() };
      for (const each of [mutant, ...mutants.filter((other) => other.isShownOn(event))]) {
        if (isKilledBy(each, event)) kills.add(each);
      }
      if (killer === undefined) tests.push({ event, kills });
    } else if (mutant.shows !== undefined) unmet.push({ obligation: mutant.shows, answer });
    else if (answer.kind === "unknown")
      unmet.push({ obligation: { path: mutant.path, holds: true }, answer });
  }
  const found = withoutNeedless(tests);
  const needed = found.length > 0 ? found : exampleOf(prover, subject);
  return {
    file: {
      schemaVersion: 1,
      scenarios: needed.map(({ event }, at) => scenarioOf(rule, subject, event, at + 1)),
    },
    covers: needed.map(({ kills }) => [...kills].flatMap(({ shows }) => shows ?? [])),
    unmet,
  };
}

/** Of a rule of which nothing is to be shown: an event on which it fires, or else one on which it does not. */
function exampleOf(prover: Prover, subject: Subject): Test[] {
  for (const fires of [true, false]) {
    const answer = prover.exists([{ subject, fires }], subject.types);
    if (answer.kind === "yes") return [{ event: answer.event, kills: new Set() }];
  }
  return [];
}

function negated(condition: Condition): Condition {
  return { type: "group", operator: "not", conditions: [condition] };
}

function whereDiffer(prover: Prover, subject: Subject, mutant: Subject): Answer {
  const differ = (fires: boolean) =>
    prover.exists(
      [
        { subject, fires },
        { subject: mutant, fires: !fires },
      ],
      subject.types,
    );
  const fired = differ(true);
  if (fired.kind === "yes") return fired;
  const missed = differ(false);
  return missed.kind === "yes" || fired.kind === "no" ? missed : fired;
}

/** Without tests all of whose mutants others kill. The earliest were found with the least in mind: they go first. */
function withoutNeedless(tests: readonly Test[]): readonly Test[] {
  let left = tests;
  for (const test of tests) {
    const others = left.filter((other) => other !== test);
    if ([...test.kills].every((mutant) => others.some(({ kills }) => kills.has(mutant)))) left = others;
  }
  return left;
}

function scenarioOf(rule: Rule, subject: Subject, event: TicketEvent, number: number): SuiteScenario {
  const verdict = subject.verdict(event);
  const outcome = verdict === true ? "fired" : verdict === false ? "notFired" : "indeterminate";
  const said = { fired: "fires", notFired: "does not fire", indeterminate: "cannot be decided" }[outcome];
  return {
    name: `${rule.id}, ${number}: ${said}`,
    recorded: event,
    expect: { outcomes: Object.fromEntries([[rule.id, outcome]]) },
  };
}
