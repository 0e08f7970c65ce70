/** Questions that a person can answer: the analysis must, too. */
import type { Condition, Rule } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { runScenarios } from "ticket-rules/testing";
import { describe, expect, test } from "vitest";
import {
  account,
  any,
  bot,
  both,
  clock,
  dates,
  FIRING,
  field,
  free,
  fresh,
  like,
  none,
  office,
  on,
  PAIRS,
  PARTS,
  PLAIN,
  rule,
  survey,
  words,
} from "./knownAnswers.ts";

const analyzer = createAnalyzer(office());

describe("whether a rule fires", () => {
  const asked = FIRING.map(([what, verdict, ...conditions]) => ({ what, verdict, conditions }));
  test.each(asked)("$what: $verdict", ({ verdict, conditions }) => {
    expect(analyzer.fires(rule("r", conditions)).verdict).toBe(verdict);
  });
});

describe("whether a rule of another trigger fires", () => {
  const hola = words("hola");
  test.each<["never" | "always" | "sometimes", string, ...Condition[]]>([
    ["always", "a word or none, of a close: its message is supplied", any(hola, none(hola))],
    ["sometimes", "the same and more", any(hola, none(hola)), free],
    ["never", "a word and not", hola, none(hola)],
    ["sometimes", "a word", hola],
  ])("%s: %s", (verdict, _, ...conditions) => {
    const { verdict: told, yes } = analyzer.fires(rule("r", conditions, { trigger: "ticket.closed" }));
    expect(told).toBe(verdict);
    if (yes.kind === "yes") expect(yes.event.message).toBeDefined();
  });
});

describe("how two rules compare", () => {
  test.each(PAIRS)("%s: %s", (_, relation, first, second) => {
    expect(analyzer.compare(first, second).relation).toBe(relation);
    const turned = { implies: "impliedBy", firstNever: "secondNever" }[relation as string] ?? relation;
    expect(analyzer.compare(second, first).relation).toBe(turned);
  });
});

describe("what conditions do", () => {
  const asked = PARTS.map(([what, verdicts, ...conditions]) => ({ what, verdicts, conditions }));
  test.each(asked)("$what: $verdicts", ({ verdicts, conditions }) => {
    expect(analyzer.conditions(rule("r", conditions)).map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

describe("what is left of a rule", () => {
  test.each(PLAIN)("%s", (_, before, after) => {
    expect(analyzer.simplify(rule("r", before)).rule.conditions).toEqual(after);
  });
});

describe("what edges fire an `or` rule", () => {
  const edges = (trigger: Rule["trigger"], ...conditions: Condition[]) =>
    analyzer
      .fires(rule("r", conditions, { trigger, operator: "or" }))
      .edges.map(({ type, yes }) => `${type}: ${yes.kind}`);

  test.each<[string, string[], Rule["trigger"], ...Condition[]]>([
    ["a word", ["message.received: yes"], "ticket.closed", words("hola")],
    ["a field", ["ticket.classified: yes"], "ticket.closed", field("motivo", "venta")],
    ["an option that is gone", ["ticket.classified: no"], "ticket.closed", field("motivo", "gone")],
    ["what nothing touches", [], "ticket.closed", free, account("wsp"), on("mon")],
    ["the trigger's own", [], "message.received", words("hola")],
    [
      "two values at once",
      ["ticket.classified: no"],
      "ticket.closed",
      both(field("vip", true), field("vip", false)),
    ],
    [
      "a field, or not: what was before may not be said",
      ["ticket.classified: yes"],
      "ticket.closed",
      any(field("vip", true), none(field("vip", true))),
    ],
  ])("%s: %j", (_, told, trigger, ...conditions) => {
    expect(edges(trigger, ...conditions)).toEqual(told);
  });
});

describe("how many tests a rule needs", () => {
  test.each<[string, number, number, ...Condition[]]>([
    ["nothing to test: one that shows it", 1, 0],
    ["one condition", 2, 0, free],
    ["three that all must hold", 4, 0, free, fresh, words("hola")],
    ["three of which one must", 4, 0, any(free, fresh, words("hola"))],
    ["one of which nothing can be shown", 2, 1, free, none(account("gone"))],
    ["one twice: neither can be shown not to hold", 1, 2, free, free],
    ["touching hours", 4, 0, any(clock("09:00", "12:00"), clock("15:00", "18:00")), free],
  ])("%s: %i", (_, tests, unmet, ...conditions) => {
    const own = rule("r", conditions);
    const suite = analyzer.tests(own);
    expect(suite.file.scenarios).toHaveLength(tests);
    expect(suite.unmet).toHaveLength(unmet);
    expect(runScenarios(office([own]), suite.file).passed).toBe(true);
  });
});

describe("what a set of rules shows", () => {
  const inspect = (...rules: Rule[]) => {
    const { fights, unknown, possibleLoops: _, ...found } = createAnalyzer(office(rules)).inspect();
    expect(unknown).toEqual([]);
    const told = { ...found, fights: fights.map(({ kind, rules: ids }) => [kind, ...ids]) };
    return Object.fromEntries(
      Object.entries(told).filter(([, list]) => Array.isArray(list) && list.length > 0),
    );
  };
  const wsp = account("wsp");

  test.each<[string, Rule[], object]>([
    ["two bots", [bot("a", "one", [free]), bot("b", "two", [wsp])], { fights: [["twoBots", "a", "b"]] }],
    ["two bots, apart", [bot("a", "one", [account("mad")]), bot("b", "two", [wsp])], {}],
    [
      "two bots, by day and by night",
      [bot("a", "one", [clock("08:00", "20:00")]), bot("b", "two", [clock("20:00", "08:00")])],
      {},
    ],
    [
      "two bots, by words that go together",
      [bot("a", "one", [words("hola")]), bot("b", "two", [words("chao")])],
      { fights: [["twoBots", "a", "b"]] },
    ],
    [
      "two bots, by patterns that do not",
      [bot("a", "one", [like("^\\d+$")]), bot("b", "two", [like("^[a-z ]+$")])],
      {},
    ],
    [
      "two bots, of which the first stops the rest",
      [bot("a", "one", [wsp, free], { stop: true }), bot("b", "two", [wsp])],
      {},
    ],
    [
      "two bots, and a rule before them that stops wherever both fire",
      [bot("s", undefined, [wsp], { stop: true }), bot("a", "one", [free, wsp]), bot("b", "two", [free])],
      { stopped: [{ rule: "a", by: ["s"] }] },
    ],
    [
      "two bots, and a rule between them that stops on most of it",
      [bot("a", "one", [free]), bot("s", "one", [wsp], { stop: true }), bot("b", "two", [fresh])],
      { fights: [["twoBots", "a", "b"]] },
    ],
    ["two bots, one of them off", [bot("a", "off", [free]), bot("b", "two", [wsp])], {}],
    ["one bot twice", [bot("a", "one", [free]), bot("b", "one", [wsp])], {}],
    [
      "start and end",
      [bot("a", "one", [free]), bot("b", undefined, [words("humano")])],
      { fights: [["activateAndTerminate", "a", "b"]] },
    ],
    [
      "two surveys",
      [survey("a", 1, [wsp]), survey("b", 2, [field("vip", true)])],
      { fights: [["twoSurveys", "a", "b"]] },
    ],
    [
      "two surveys, of two reasons",
      [survey("a", 1, [field("motivo", "venta")]), survey("b", 2, [field("motivo", "soporte")])],
      {},
    ],
    [
      "two surveys, of two tags",
      [survey("a", 1, [field("tags", "a")]), survey("b", 2, [field("tags", "b")])],
      { fights: [["twoSurveys", "a", "b"]] },
    ],
    ["one rule twice", [rule("a", [free, fresh]), rule("b", [fresh, free])], { duplicates: [["a", "b"]] }],
    [
      "one that another holds",
      [rule("a", [wsp]), rule("b", [wsp, free])],
      { subsumed: [{ rule: "b", by: "a" }] },
    ],
    ["one that two others hold together", [rule("a", [free]), rule("b", [none(free)]), rule("c", [wsp])], {}],
    [
      "one that is stopped",
      [rule("a", [wsp], { stop: true }), bot("b", "one", [wsp]), rule("c", [wsp, free])],
      { subsumed: [{ rule: "c", by: "a" }], stopped: [{ rule: "c", by: ["a"] }] },
    ],
    [
      "one that two others stop together",
      [rule("a", [free, wsp], { stop: true }), rule("b", [none(free)], { stop: true }), rule("c", [wsp])],
      { stopped: [{ rule: "c", by: ["a", "b"] }] },
    ],
    [
      "a bot that two others together leave no event",
      [bot("a", "one", [free]), bot("b", "two", [none(free)]), bot("c", "two", [wsp])],
      { outdone: [{ rule: "c", by: ["a", "b"] }], fights: [["twoBots", "a", "c"]] },
    ],
    [
      "a bot that one starts and another stops",
      [bot("a", "one", [free]), bot("b", undefined, [none(free)], { stop: true }), bot("c", "one", [wsp])],
      { outdone: [{ rule: "c", by: ["a", "b"] }] },
    ],
    [
      "a bot that is off leaves the event to the next",
      [bot("a", "off", [free]), bot("b", "one", [none(free)]), bot("c", "two", [wsp])],
      { fights: [["twoBots", "b", "c"]] },
    ],
    [
      "one that is stopped on most days",
      [rule("a", [on("mon", "tue")], { stop: true }), rule("b", [on("tue", "wed")])],
      {},
    ],
    [
      "never and always",
      [rule("a", [free, none(free)]), rule("b", [any(free, none(free))])],
      { never: ["a"], always: ["b"] },
    ],
  ])("%s", (_, rules, found) => {
    expect(inspect(...rules)).toMatchObject(found);
    expect(Object.keys(inspect(...rules)).sort()).toEqual(Object.keys(found).sort());
  });
});

describe("what a change of rules changes", () => {
  const diff = (before: Rule[], after: Rule[]) => {
    const { effects, unknown, rules } = createAnalyzer(office(before)).diff(after);
    expect(unknown).toEqual([]);
    const compared = rules.map(({ rule: id, change, comparison }) =>
      [id, comparison?.relation ?? change].join(" "),
    );
    return [...compared, ...effects.map(({ change, rule: id }) => `${change} by ${id}`)];
  };

  test.each<[string, Rule[], Rule[], string[]]>([
    ["nothing", [rule("a", [free])], [rule("a", [free])], []],
    ["an order of conditions", [rule("a", [free, fresh])], [rule("a", [fresh, free])], ["a equivalent"]],
    [
      "a word more",
      [rule("a", [words("hola")])],
      [rule("a", [words("hola", "chao")])],
      ["a implies", "gained by a"],
    ],
    [
      "a needless word more",
      [rule("a", [words("baja")])],
      [rule("a", [words("baja", "dar de baja")])],
      ["a equivalent"],
    ],
    ["a condition more", [rule("a", [free])], [rule("a", [free, fresh])], ["a impliedBy", "lost by a"]],
    [
      "another day",
      [rule("a", [on("mon")])],
      [rule("a", [on("tue")])],
      ["a disjoint", "gained by a", "lost by a"],
    ],
    [
      "a rule in two",
      [rule("a", [any(free, fresh)])],
      [rule("a", [free]), rule("b", [fresh])],
      ["a impliedBy", "b added"],
    ],
    [
      "two rules in one",
      [rule("a", [free]), rule("b", [fresh])],
      [rule("a", [any(free, fresh)])],
      ["a implies", "b removed"],
    ],
    ["a rule that never fired", [rule("a", [free, none(free)])], [], ["a removed"]],
    [
      "a rule that another holds",
      [rule("a", [free]), rule("b", [free, fresh])],
      [rule("a", [free])],
      ["b removed"],
    ],
    [
      "another bot",
      [bot("a", "one", [free])],
      [bot("a", "two", [free])],
      ["a equivalent", "gained by a", "lost by a"],
    ],
    [
      "a rule for a day that has no such hour",
      [],
      [rule("a", [account("mad"), dates("2026-03-29", "2026-03-29"), clock("02:00", "03:00")])],
      ["a added"],
    ],
  ])("%s", (_, before, after, told) => {
    expect(diff(before, after).sort()).toEqual([...told].sort());
  });
});
