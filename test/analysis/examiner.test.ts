/** The examiner's questions. Whatever is said with an event is seen on it, by the evaluator and by the reference. */
import {
  type Condition,
  compile,
  evaluate,
  type Operator,
  type Rule,
  TicketEvent,
  type Workspace,
} from "ticket-rules";
import { type Answer, createAnalyzer } from "ticket-rules/analysis";
import { coverage, referenceEvaluate } from "ticket-rules/testing";
import { describe, expect, it } from "vitest";
import { compared, diffed, fires, hard, inspected, simplified, tested } from "./examinerQuestions.ts";
import {
  acc,
  and,
  cls,
  day,
  NOT,
  na,
  not,
  OR,
  on,
  open,
  or,
  R,
  re,
  tr,
  un,
  w,
  worldA,
} from "./examinerWorlds.ts";
import { randomFrom } from "./worlds.ts";

const SEED = Number(process.env.SEED ?? 1);

const titled = <Question extends readonly unknown[]>(questions: readonly Question[]) =>
  questions.map((question, at) => ({ question, title: `${at}: ${wordingOf(question)}` }));

describe("whether and when a rule fires", () => {
  it.each(titled(fires))("$title", ({ question: [world, rule, verdict, edges, options] }) => {
    const report = createAnalyzer(world, options).fires(rule);
    expect(report.verdict).toBe(verdict);
    expectShown(world, report.yes, [[rule, true]]);
    expectShown(world, report.no, [[rule, false]]);
    for (const { yes } of report.edges) expectShown(world, yes, [[rule, true]]);
    if (edges === undefined) return;
    expect(Object.fromEntries(report.edges.map(({ type, yes }) => [type, yes.kind]))).toEqual(edges);
  });

  it.each(titled(hard))("at worst not known, $title", ({ question: [world, rule, verdict] }) => {
    expect([verdict, "unknown"]).toContain(createAnalyzer(world).fires(rule).verdict);
  });
});

describe("which conditions matter", () => {
  it.each(titled(simplified))("$title", ({ question: [world, rule, verdicts, simple] }) => {
    const analyzer = createAnalyzer(world);
    const reports = analyzer.conditions(rule);
    if (verdicts !== null) expect(reports.map(({ verdict }) => verdict)).toEqual(verdicts);
    for (const { path, whenTrue, whenFalse } of reports) {
      const condition = conditionAt(rule, path);
      const alone = (operator: "and" | "not") => R([condition], { operator });
      // Neither is shown by the contrary.
      if (whenTrue.kind === "yes") expect(firesOn(world, alone("not"), received(whenTrue.event))).toBe(false);
      if (whenFalse.kind === "yes")
        expect(firesOn(world, alone("and"), received(whenFalse.event))).toBe(false);
    }
    expect(analyzer.simplify(rule).rule.conditions).toEqual(simple);
  });
});

describe("how two rules lie to each other", () => {
  it.each(titled(compared))("$title", ({ question: [world, one, other, relation] }) => {
    const second = { ...other, id: "other" };
    const found = createAnalyzer(world).compare(one, second);
    expect(found.relation).toBe(relation);
    expectShown(world, found.both, [
      [one, true],
      [second, true],
    ]);
    expectShown(world, found.onlyFirst, [
      [one, true],
      [second, false],
    ]);
    expectShown(world, found.onlySecond, [
      [one, false],
      [second, true],
    ]);
  });
});

describe("what a set of rules shows", () => {
  it.each(titled(inspected))("$title", ({ question: [world, rules, expected] }) => {
    const found = createAnalyzer({ ...world, rules }).inspect();
    const said = {
      ...found,
      fights: found.fights.map((fight) => [fight.kind, ...fight.rules]),
      stopped: found.stopped.map(({ rule, by }) => ({ rule, by: [...by].sort() })),
      loops: found.possibleLoops.map(({ steps }) =>
        steps
          .map(({ rule }) => rule)
          .sort()
          .join(),
      ),
      anyAnswer: found.possibleLoops.map(({ anyAnswer }) => anyAnswer),
    };
    expect(said).toMatchObject({ ...expected, unknown: [] });
  });
});

describe("what differs between two workspaces", () => {
  it.each(titled(diffed))("$title", ({ question: [before, after, expected] }) => {
    const found = createAnalyzer(before).diff(after);
    expect(found.unknown).toEqual([]);
    expect(
      found.rules
        .map(({ rule, change, comparison }) =>
          [rule, change, ...(comparison ? [comparison.relation] : [])].join(" "),
        )
        .sort(),
    ).toEqual([...(expected.rules ?? [])].sort());
    expect(
      found.effects.map(({ rule, change, effect }) => `${rule} ${change} ${effect.type}`).sort(),
    ).toEqual([...(expected.effects ?? [])].sort());
    for (const { change, effect, event } of found.effects) {
      const [has, lacks] = (change === "gained" ? [after, before] : [before, after]).map((each) =>
        plannedBy(each, event).filter((text) => text === contentOf(effect)),
      );
      expect(has?.length).toBeGreaterThan(lacks?.length ?? 0);
    }
    if (expected.dates === undefined) return;
    const dates = found.effects.map(({ event }) => localDateIn(before, event));
    expect(dates).toEqual(expected.dates);
  });
});

describe("tests of a rule", () => {
  it.each(titled(tested))("$title", ({ question: [world, rule, expected] }) => {
    const suite = createAnalyzer(world).tests(rule);
    const unmet = suite.unmet.map(
      ({ obligation: { path, holds } }) =>
        `${path.filter((step) => typeof step === "number").join(".")} ${holds}`,
    );
    expect(unmet.sort()).toEqual([...expected].sort());
    for (const { recorded, expect: said } of suite.file.scenarios) {
      expect(said.outcomes[rule.id] === "fired").toBe(firesOn(world, rule, recorded));
    }
    const events = suite.file.scenarios.map(({ recorded }) => recorded);
    const isKilled = (mutant: Rule) =>
      events.some((event) => firesOn(world, mutant, event) !== firesOn(world, rule, event));
    for (const { path, condition } of leavesOf(rule)) {
      for (const by of [
        not(condition),
        or(KNOWN, not(KNOWN), condition),
        and(KNOWN, not(KNOWN), condition),
      ]) {
        const mutant = withAt(rule, path, by);
        // One that lives is no other rule.
        if (isKilled(mutant)) continue;
        expect(createAnalyzer(world).compare(rule, { ...mutant, id: "mutant" }).relation).toMatch(
          /^(equivalent|bothNever)$/,
        );
      }
    }
    // What the suite does not show, coverage does not find; and what is unknown at best.
    const [covered] = coverage({ ...world, rules: [rule] }, suite.file).rules;
    for (const { path, shown, seen } of covered?.leaves ?? []) {
      const at = path.filter((step) => typeof step === "number").join(".");
      for (const holds of at === "" || seen.unknown > 0 ? [] : ([true, false] as const)) {
        expect([at, holds, shown[`${holds}`] !== null]).toEqual([
          at,
          holds,
          !expected.includes(`${at} ${holds}`),
        ]);
      }
    }
  });
});

it("of any rule the suite shows what coverage finds, and the conditions say the same", () => {
  const { below, pick } = randomFrom(SEED);
  const drawn = (depth: number): Condition => {
    const conditions = () => Array.from({ length: 1 + below(3) }, () => drawn(depth - 1));
    return depth === 0 || below(5) < 2 ? pick(KNOWN_LEAVES) : pick([and, or, not])(...conditions());
  };
  for (let count = 0; count < 60; count++) {
    const conditions = Array.from({ length: 1 + below(3) }, () => drawn(2));
    const rule = pick([OR, OR, R, NOT])(conditions);
    const analyzer = createAnalyzer(worldA);
    const suite = analyzer.tests(rule);
    const unmet = new Set(suite.unmet.map(({ obligation }) => JSON.stringify(obligation)));
    const isUnmet = (path: Path, holds: boolean) => unmet.has(JSON.stringify({ path, holds }));
    const [covered] = coverage({ ...worldA, rules: [rule] }, suite.file).rules;
    const leaves = (covered?.leaves ?? []).filter(({ type }) => type !== "trigger");
    const said = leaves.map(({ path }) => [path, isUnmet(path, true), isUnmet(path, false)]);
    expect(leaves.map(({ path, shown }) => [path, shown.true === null, shown.false === null])).toEqual(said);
    const reports = analyzer.conditions(rule).filter(({ path }) => conditionAt(rule, path).type !== "group");
    expect(
      reports.map(({ path, whenTrue, whenFalse }) => [path, whenTrue.kind === "no", whenFalse.kind === "no"]),
    ).toEqual(said);
  }
});

/** Conditions that are never unknown after an event. */
const KNOWN_LEAVES: Condition[] = [
  ...[day("mon"), on("2026-10-25"), tr("02:00", "03:00"), open("office"), un, na, acc("bare"), acc("wsp")],
  ...[w("x"), w("x y"), re("^\\d+$"), cls("motivo", "soporte"), cls("motivo", ["soporte", "ventas"])],
  ...[cls("motivo", "ghost"), cls("etiquetas", "vip"), cls("urgente", true)],
];

const KNOWN = acc("wsp");

/** The rules that are asked about. */
function wordingOf(question: readonly unknown[]): string {
  return question
    .flatMap(rulesIn)
    .map(({ operator, conditions }) => `${operator} ${JSON.stringify(conditions)}`)
    .join(" / ")
    .slice(0, 200);
}

function rulesIn(part: unknown): Pick<Rule, "operator" | "conditions">[] {
  if (Array.isArray(part)) return part.flatMap(rulesIn);
  if (typeof part !== "object" || part === null) return [];
  if ("rules" in part) return rulesIn(part.rules);
  return "operator" in part && "conditions" in part ? [part as Pick<Rule, "operator" | "conditions">] : [];
}

function firesOn(world: Workspace, rule: Rule, event: TicketEvent): boolean {
  const workspace = { ...world, rules: [rule] };
  const fired = evaluate(compile(workspace), event).fired.length > 0;
  expect(referenceEvaluate(workspace, event).fired.length > 0).toBe(fired);
  return fired;
}

function expectShown(world: Workspace, answer: Answer, claims: [Rule, boolean][]): void {
  expect(answer.kind).not.toBe("unknown");
  if (answer.kind !== "yes") return;
  expect(TicketEvent.safeParse(answer.event).success).toBe(true);
  for (const [rule, expected] of claims) expect(firesOn(world, rule, answer.event)).toBe(expected);
}

function received(event: TicketEvent): TicketEvent {
  return { ...event, type: "message.received" };
}

function plannedBy(workspace: Workspace, event: TicketEvent): string[] {
  return evaluate(compile(workspace), event).effects.map(contentOf);
}

function contentOf({
  rules: _rules,
  key: _key,
  cause: _cause,
  ...content
}: ReturnType<typeof evaluate>["effects"][number]) {
  return JSON.stringify(content);
}

function localDateIn(
  { accounts = [], calendars = [], timeZone }: Workspace,
  { ticket, at }: TicketEvent,
): string {
  const own = accounts.find(({ id }) => id === ticket.account)?.calendar;
  const zone = calendars.find(({ id }) => id === own)?.timeZone ?? timeZone;
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(at));
}

type Path = readonly (string | number)[];

interface Place {
  path: Path;
  condition: Condition;
}

function leavesOf({ conditions }: { conditions: readonly Condition[] }, above: Place["path"] = []): Place[] {
  return conditions.flatMap((condition, at): Place[] => {
    const path = [...above, "conditions", at];
    return condition.type === "group" ? leavesOf(condition, path) : [{ path, condition }];
  });
}

function conditionAt(
  rule: { conditions: readonly Condition[] },
  [, at, ...deeper]: Place["path"],
): Condition {
  const condition = rule.conditions[Number(at)];
  if (condition === undefined) throw new Error("no such condition");
  return deeper.length === 0 || condition.type !== "group" ? condition : conditionAt(condition, deeper);
}

function withAt<Owner extends { operator: Operator; conditions: Condition[] }>(
  owner: Owner,
  [, at, ...deeper]: Place["path"],
  by: Condition,
): Owner {
  const conditions = owner.conditions.map((condition, index) => {
    if (index !== at) return condition;
    return deeper.length === 0 || condition.type !== "group" ? by : withAt(condition, deeper, by);
  });
  return { ...owner, conditions };
}
