/** Rules that may set each other off without end. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer, type PossibleLoop } from "../../src/analysis.ts";
import { type Condition, compile, evaluate, type Rule, type Workspace } from "../../src/index.ts";
import { arbitraryWorkspace } from "../../src/testing.ts";
import { small } from "./examples.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const RUNS = process.env.LONG === undefined ? 60 : 2000;
console.log(`loops: ${RUNS} workspaces, SEED=${SEED}`);

const rule = (id: string, conditions: readonly Condition[], action: object, more: object = {}) => ({
  ...{ id, name: id, active: true, operator: "and", integration: "botcenter", trigger: "message.received" },
  conditions,
  actions: [action],
  ...more,
});
const start = (id: string, ...conditions: Condition[]) =>
  rule(id, conditions, { type: "activateBot", bot: "lead" });
const end = (id: string, ...conditions: Condition[]) => rule(id, conditions, { type: "terminateBot" });
const survey = (id: string, more: object = {}, ...conditions: Condition[]) =>
  rule(
    id,
    conditions,
    { type: "sendSurvey", survey: 1, ...more },
    {
      integration: "timepoints",
      trigger: "ticket.closed",
    },
  );
const words = (...list: string[]): Condition => ({ type: "messageContains", words: list });
const none = (...conditions: Condition[]): Condition => ({ type: "group", operator: "not", conditions });
const account = (is: string): Condition => ({ type: "account", is });
const unassigned: Condition = { type: "unassigned" };

const loopsIn = (...rules: object[]): PossibleLoop[] => createAnalyzer(small(rules)).inspect().possibleLoops;
const pathsIn = (...rules: object[]) => loopsIn(...rules).map(({ steps }) => steps.map((step) => step.rule));

/** Every step was planned by the evaluator on its event, which is as the step before leaves the ticket. */
function expectConfirmed({ steps }: PossibleLoop, workspace: Workspace): void {
  const ruleSet = compile(workspace);
  for (const [at, { rule: id, effect, event }] of steps.entries()) {
    const { effects } = evaluate(ruleSet, event);
    expect(effects.filter(({ type, rules }) => type === effect && rules.includes(id))).toHaveLength(1);
    const before = steps.at(at - 1);
    if (before?.effect === "activateBot" && before.lead !== "botCloses") {
      expect(event.ticket.activeBot).toBe(
        evaluate(ruleSet, before.event).effects.flatMap((each) =>
          each.type === "activateBot" ? [each.bot] : [],
        )[0],
      );
      expect(event.ticket.assignee).toEqual({ type: "bot", id: event.ticket.activeBot });
    } else expect(event.ticket.activeBot).toBeNull();
  }
  const [first, ...others] = steps;
  for (const { event } of others) {
    expect(event.at).toBe(first?.event.at);
    expect(event.ticket.account).toBe(first?.event.ticket.account);
    expect(event.ticket.classification).toEqual(first?.event.ticket.classification);
  }
}

describe("possible loops", () => {
  test("a bot that is ended is started by the next message of a ticket that nobody has", () => {
    const rules = [start("greet", unassigned), end("human", words("humano"))];
    const [loop, ...others] = loopsIn(...rules);
    expect(others).toEqual([]);
    expect(loop).toMatchObject({
      anyAnswer: false,
      steps: [
        { rule: "greet", effect: "activateBot", lead: "customerAnswers" },
        { rule: "human", effect: "terminateBot", lead: "customerAnswers" },
      ],
    });
    expect(loop?.steps.map(({ event }) => event.message?.text)).toEqual(["humano", "humano"]);
    expectConfirmed(loop!, small(rules));
  });

  test("the answer to a survey starts the bot that closes the ticket", () => {
    const rules = [start("greet", unassigned), survey("ask")];
    const [loop] = loopsIn(...rules);
    expect(loop).toMatchObject({
      anyAnswer: true,
      steps: [
        { rule: "greet", lead: "botCloses" },
        { rule: "ask", effect: "sendSurvey", lead: "customerAnswers" },
      ],
    });
    expect(loop?.steps[1]?.event.type).toBe("ticket.closed");
    expectConfirmed(loop!, small(rules));
  });

  test("a bot that classifies the ticket makes an or rule end it", () => {
    const soporte: Condition = { type: "classification", field: "motivo", is: "soporte" };
    const rules = [start("greet", account("wsp")), { ...end("handOver", soporte), operator: "or" }];
    expect(loopsIn(...rules).every(({ anyAnswer }) => anyAnswer)).toBe(true);
    expect(pathsIn(...rules)).toEqual([["greet", "handOver"]]);
  });

  test("one rule that does both goes round by itself", () => {
    const both = {
      ...start("both"),
      actions: [{ type: "terminateBot" }, { type: "activateBot", bot: "lead" }],
    };
    expect(pathsIn(both)).toEqual([["both", "both"]]);
  });

  test.each<[string, object[]]>([
    ["a bot alone: it runs when the customer answers", [start("greet")]],
    [
      "two bots: one runs, the other is not started",
      [start("a"), rule("b", [], { type: "activateBot", bot: "noche" })],
    ],
    ["the ending rule wants a ticket that nobody has: the bot has it", [start("a"), end("b", unassigned)]],
    ["words that the starting rule excludes", [start("a", none(words("humano"))), end("b", words("humano"))]],
    ["other accounts", [start("a", account("wsp")), end("b", account("ig"))]],
    ["a survey with a threshold", [start("a"), survey("b", { spamThresholdDays: 1 })]],
    ["a bot that is not in the list", [rule("a", [], { type: "activateBot", bot: "gone" }), end("b")]],
    ["a bot that is switched off", [rule("a", [], { type: "activateBot", bot: "off" }), end("b")]],
    ["the starting rule stops those behind it", [{ ...start("a"), stop: true }, end("b")]],
    ["notifications", [rule("a", [], { type: "notify" }, { integration: "webhook" })]],
  ])("none: %s", (_, rules) => {
    const { possibleLoops, unknown } = createAnalyzer(small(rules)).inspect();
    expect(possibleLoops).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test("a rule whose effect another has first goes round only where that other does not fire", () => {
    const rules = [end("first", account("wsp")), end("second"), start("greet")];
    const loops = loopsIn(...rules);
    for (const loop of loops) expectConfirmed(loop, small(rules));
    expect(pathsIn(...rules)).toEqual([
      ["greet", "first"],
      ["greet", "second"],
    ]);
    expect(loops[1]?.steps[1]?.event.ticket.account).not.toBe("wsp");
  });

  test("no more are listed than asked for", () => {
    const rules = [start("greet"), ...["a", "b", "c"].map((id) => end(id, words(id)))];
    const analyzer = createAnalyzer(small(rules));
    expect(analyzer.inspect().possibleLoops).toHaveLength(3);
    expect(analyzer.inspect({ maxLoops: 2 }).possibleLoops).toHaveLength(2);
    expect(analyzer.inspect({ maxLoops: 0 }).possibleLoops).toEqual([]);
  });

  test("of any workspace each step of a loop is planned on its event", () => {
    let found = 0;
    const bots = fc.array(fc.constantFrom("activateBot", "terminateBot", "sendSurvey"), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(arbitraryWorkspace(), bots, (drawn, kinds) => {
        const workspace = withBots(drawn, kinds);
        for (const loop of createAnalyzer(workspace).inspect({ maxLoops: 20 }).possibleLoops) {
          expectConfirmed(loop, workspace);
          found++;
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(found).toBeGreaterThan(0);
  });
});

/** The workspace with its rules' conditions on rules that start and end bots and send surveys. */
function withBots(workspace: Workspace, kinds: readonly string[]): Workspace {
  const office = small([]);
  const pool = workspace.rules.length === 0 ? [start("x") as unknown as Rule] : workspace.rules;
  const rules = kinds.map((kind, at) => {
    const { operator, conditions, stop } = pool[at % pool.length]!;
    const isSurvey = kind === "sendSurvey";
    return {
      ...{ id: `made-${at}`, name: "Made", active: true, operator: isSurvey ? "and" : operator },
      ...(stop === undefined ? {} : { stop }),
      integration: isSurvey ? "timepoints" : "botcenter",
      trigger: isSurvey ? "ticket.closed" : "message.received",
      conditions: isSurvey ? [] : conditions,
      actions: [
        isSurvey
          ? { type: kind, survey: 1 }
          : kind === "activateBot"
            ? { type: kind, bot: "lead" }
            : { type: kind },
      ],
    } as Rule;
  });
  return { ...workspace, integrations: office.integrations!, rules };
}
