/** What the analyzer says of rules whose answers are known. */
import { compile, evaluate, type Rule, TicketEvent } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { describe, expect, test } from "vitest";
import { bruteForce, firstOf } from "./brute.ts";
import { DOMAINS, randomFrom, randomRule, worldOf } from "./worlds.ts";

const BASE = { name: "Rule", active: true, integration: "webhook", trigger: "message.received" } as const;

function rule(
  id: string,
  operator: Rule["operator"],
  conditions: Rule["conditions"],
  rest: object = {},
): Rule {
  return { ...BASE, id, operator, conditions, actions: [{ type: "notify" }], ...rest } as Rule;
}

const not = (...conditions: Rule["conditions"]): Rule["conditions"][number] => ({
  type: "group",
  operator: "not",
  conditions,
});

const analyzer = createAnalyzer(worldOf([]));

describe("whether a rule fires", () => {
  const cases: [
    string,
    ReturnType<typeof analyzer.fires>["verdict"],
    Rule["operator"],
    Rule["conditions"],
  ][] = [
    ["no conditions", "always", "and", []],
    [
      "two accounts at once",
      "never",
      "and",
      [
        { type: "account", is: "wsp" },
        { type: "account", is: "mad" },
      ],
    ],
    ["an account that is not in the workspace", "never", "and", [{ type: "account", is: "nobody" }]],
    ["none of nothing that is ever true", "always", "not", [{ type: "account", is: "nobody" }]],
    ["open and closed", "never", "and", [{ type: "withinBusinessHours" }, { type: "outsideBusinessHours" }]],
    [
      "not open is not closed where there is no calendar",
      "sometimes",
      "not",
      [{ type: "withinBusinessHours" }],
    ],
    [
      "open or closed, where some accounts have no calendar",
      "sometimes",
      "and",
      [
        {
          type: "group",
          operator: "or",
          conditions: [{ type: "withinBusinessHours" }, { type: "outsideBusinessHours" }],
        },
      ],
    ],
    [
      "the hour that Madrid skips",
      "never",
      "and",
      [
        { type: "account", is: "mad" },
        { type: "dateRange", from: "2026-03-29", to: "2026-03-29" },
        { type: "timeRange", from: "02:00", to: "03:00" },
      ],
    ],
    [
      "the hour that Santiago skips, where the zone is Madrid's or Santiago's",
      "sometimes",
      "and",
      [
        { type: "dateRange", from: "2026-09-06", to: "2026-09-06" },
        { type: "timeRange", from: "00:00", to: "01:00" },
      ],
    ],
    [
      "a holiday that is no working day",
      "never",
      "and",
      [
        { type: "account", is: "wsp" },
        { type: "dateRange", from: "2026-12-25", to: "2026-12-25" },
        { type: "timeRange", from: "08:00", to: "18:00" },
        { type: "withinBusinessHours" },
      ],
    ],
    [
      "two options of a select field",
      "never",
      "and",
      [
        { type: "classification", field: "motivo", is: "soporte" },
        { type: "classification", field: "motivo", is: "venta" },
      ],
    ],
    [
      "two options of a multi field",
      "sometimes",
      "and",
      [
        { type: "classification", field: "tags", is: "a" },
        { type: "classification", field: "tags", is: "b" },
      ],
    ],
    [
      "a phrase without its word",
      "never",
      "and",
      [
        { type: "messageContains", words: ["dar de baja"] },
        not({ type: "messageContains", words: ["baja"] }),
      ],
    ],
    [
      "a part of a word without the word",
      "sometimes",
      "and",
      [
        { type: "messageContains", words: ["baja"], mode: "substring" },
        not({ type: "messageContains", words: ["baja"] }),
      ],
    ],
    [
      "all digits, and a word",
      "never",
      "and",
      [
        { type: "messageMatches", pattern: "^\\d+$" },
        { type: "messageContains", words: ["baja"] },
      ],
    ],
    ["no text at all matches nothing", "sometimes", "not", [{ type: "messageMatches", pattern: "[^]*" }]],
    [
      "an n with a tilde behind a character that is not seen",
      "sometimes",
      "and",
      [
        { type: "messageMatches", pattern: "n" },
        not({ type: "messageContains", words: ["n"], mode: "substring" }),
      ],
    ],
  ];

  test.each(cases)("%s: %s", (_, verdict, operator, conditions) => {
    expect(analyzer.fires(rule("r", operator, conditions))).toMatchObject({ verdict });
  });

  test("an or rule fires on its trigger, and on what makes an alternative true", () => {
    const { verdict, edges } = analyzer.fires(
      rule("r", "or", [{ type: "classification", field: "motivo", is: "soporte" }], {
        trigger: "ticket.closed",
      }),
    );
    expect(verdict).toBe("always");
    expect(edges).toMatchObject([{ type: "ticket.classified", yes: { kind: "yes" } }]);
  });

  test("an or rule whose alternative no event makes true", () => {
    const { edges } = analyzer.fires(rule("r", "or", [{ type: "unassigned" }], { trigger: "ticket.closed" }));
    expect(edges).toEqual([]);
  });

  test("every event is a whole one, and the evaluator fires on it", () => {
    const own = rule("r", "and", [{ type: "weekday", is: "sun" }, { type: "withinBusinessHours" }]);
    const { yes } = analyzer.fires(own);
    if (yes.kind !== "yes") return expect.fail("no event");
    expect(TicketEvent.safeParse(yes.event).success).toBe(true);
    expect(evaluate(compile(worldOf([own])), yes.event).fired).toEqual(["r"]);
  });

  test("what is assumed of all events counts", () => {
    const assuming = createAnalyzer(worldOf([]), { assume: [{ type: "account", is: "wsp" }] });
    expect(assuming.fires(rule("r", "and", [{ type: "account", is: ["wsp", "mad"] }])).verdict).toBe(
      "always",
    );
  });

  test("a rule that is not there or not valid is refused", () => {
    expect(() => analyzer.fires("nothing")).toThrow("no valid rule `nothing` in the workspace");
    expect(() => analyzer.fires({ ...rule("r", "and", []), operator: "xor" } as never)).toThrow(TypeError);
  });
});

describe("how two rules compare", () => {
  const monday = rule("a", "and", [{ type: "weekday", is: "mon" }]);
  const cases: [string, string, Rule, Rule][] = [
    ["a day and a week", "implies", monday, rule("b", "and", [{ type: "weekday", is: ["mon", "tue"] }])],
    [
      "a day and all others denied",
      "equivalent",
      monday,
      rule("b", "not", [{ type: "weekday", is: ["tue", "wed", "thu", "fri", "sat", "sun"] }]),
    ],
    ["two days", "disjoint", monday, rule("b", "and", [{ type: "weekday", is: "tue" }])],
    [
      "a day and a time",
      "overlap",
      monday,
      rule("b", "and", [{ type: "timeRange", from: "09:00", to: "10:00" }]),
    ],
    ["rules of different triggers", "disjoint", monday, rule("b", "and", [], { trigger: "ticket.closed" })],
    [
      "an or rule that also fires on edges",
      "impliedBy",
      rule("a", "or", [{ type: "classification", field: "motivo", is: "venta" }]),
      rule("b", "and", []),
    ],
  ];
  test.each(cases)("%s: %s", (_, relation, first, second) => {
    expect(analyzer.compare(first, second).relation).toBe(relation);
  });
});

describe("which conditions matter", () => {
  test("one that another contains is always true there; simplifying leaves it out", () => {
    const own = rule("r", "and", [
      { type: "weekday", is: "tue" },
      { type: "weekday", is: ["mon", "tue"] },
      { type: "unassigned" },
    ]);
    expect(analyzer.conditions(own).map(({ verdict }) => verdict)).toEqual([
      "matters",
      "alwaysTrue",
      "matters",
    ]);
    expect(analyzer.simplify(own)).toMatchObject({
      rule: { conditions: [{ type: "weekday", is: "tue" }, { type: "unassigned" }] },
      removed: [["conditions", 1]],
    });
  });

  test("a word that another word makes useless is left out", () => {
    const own = rule("r", "and", [{ type: "messageContains", words: ["dar de baja", "baja"] }]);
    expect(analyzer.simplify(own).rule.conditions).toEqual([{ type: "messageContains", words: ["baja"] }]);
  });

  test("of two equal conditions one stays", () => {
    const own = rule("r", "and", [{ type: "unassigned" }, { type: "unassigned" }]);
    expect(analyzer.simplify(own).rule.conditions).toEqual([{ type: "unassigned" }]);
  });

  test("a rule that never fires is not simplified", () => {
    const own = rule("r", "and", [
      { type: "account", is: "wsp" },
      { type: "account", is: "mad" },
    ]);
    expect(analyzer.simplify(own)).toEqual({ rule: own, removed: [] });
  });
});

test("suites tell each rule from the rule with one condition negated, dropped or fixed, if any event does", () => {
  const random = randomFrom(7);
  const brutes = DOMAINS.map((domain) => bruteForce(worldOf([]), domain));
  let told = 0;
  for (let at = 0; at < 60; at++) {
    const own = randomRule(random, `r${at}`);
    const { file, unmet } = analyzer.tests(own);
    const ruleSet = compile(worldOf([own]));
    for (const { recorded, expect: wanted } of file.scenarios) {
      expect(evaluate(ruleSet, recorded).fired).toEqual(wanted.outcomes[own.id] === "fired" ? [own.id] : []);
    }
    if (unmet.some(({ answer }) => answer.kind === "unknown")) continue;
    for (const mutant of mutantsOf(own)) {
      const differs = brutes.some((brute) => {
        const [a, b] = [brute.fires(own), brute.fires(mutant)];
        return (
          firstOf(
            a.map((word, index) => word ^ b[index]!),
            brute.size,
          ) !== -1
        );
      });
      if (!differs) continue;
      const mutated = compile(worldOf([mutant]));
      const killed = file.scenarios.some(
        ({ recorded, expect: wanted }) =>
          evaluate(mutated, recorded).fired.length > 0 !== (wanted.outcomes[own.id] === "fired"),
      );
      expect(killed, JSON.stringify([own, mutant])).toBe(true);
      told++;
    }
  }
  expect(told).toBeGreaterThan(300);
});

/** The rule with each leaf negated, and made never and always true. */
function mutantsOf(own: Rule): Rule[] {
  const never: Rule["conditions"][number] = { type: "account", is: "no-account" };
  const forms = (leaf: Rule["conditions"][number]) => [not(leaf), never, not(never)];
  const inside = (conditions: Rule["conditions"]): Rule["conditions"][] =>
    conditions.flatMap((condition, at) => {
      const variants =
        condition.type === "group"
          ? inside(condition.conditions).map((deeper) => ({ ...condition, conditions: deeper }))
          : forms(condition);
      return variants.map((variant) => conditions.map((each, index) => (index === at ? variant : each)));
    });
  return inside(own.conditions).map((conditions) => ({ ...own, conditions }) as Rule);
}

describe("a whole set", () => {
  const bot = (id: string, conditions: Rule["conditions"], action: object, rest: object = {}) =>
    rule(id, "and", conditions, { integration: "botcenter", actions: [action], ...rest });
  const start = (name: string) => ({ type: "activateBot", bot: name });
  const withBots = (rules: Rule[]) => ({
    ...worldOf(rules),
    integrations: {
      ...worldOf([]).integrations,
      botcenter: {
        ...{ enabled: true, active: true, apiToken: "t" },
        bots: ["x", "y"].map((id) => ({ id, name: id, active: true })),
      },
    },
  });

  test("defects are found, sound rules are not named", () => {
    const found = createAnalyzer(
      withBots([
        bot("wide", [{ type: "unassigned" }], start("x")),
        bot("narrow", [{ type: "unassigned" }, { type: "weekday", is: "mon" }], start("x")),
        bot("twin", [{ type: "weekday", is: "mon" }, { type: "unassigned" }], start("x")),
        bot(
          "never",
          [
            { type: "account", is: "wsp" },
            { type: "account", is: "mad" },
          ],
          start("x"),
        ),
        bot(
          "always",
          [
            {
              type: "group",
              operator: "or",
              conditions: [{ type: "unassigned" }, not({ type: "unassigned" })],
            },
          ],
          start("x"),
        ),
        bot("gate", [{ type: "account", is: "wsp" }], start("x"), { stop: true }),
        bot("blocked", [{ type: "account", is: "wsp" }, { type: "unattended" }], start("y")),
        bot(
          "ending",
          [
            { type: "account", is: "mad" },
            { type: "messageContains", words: ["baja"] },
          ],
          { type: "terminateBot" },
        ),
      ]),
    ).inspect();
    expect(found.never).toEqual(["never"]);
    expect(found.always).toEqual(["always"]);
    expect(found.duplicates).toEqual([["narrow", "twin"]]);
    expect(found.subsumed).toContainEqual({ rule: "narrow", by: "wide" });
    expect(found.stopped).toEqual([{ rule: "blocked", by: ["gate"] }]);
    // It never runs.
    expect(found.fights.flatMap(({ rules }) => rules)).not.toContain("blocked");
    expect(found.fights).toContainEqual({
      kind: "activateAndTerminate",
      rules: ["wide", "ending"],
      event: expect.anything(),
    });
    expect(found.unknown).toEqual([]);
  });

  test("of 300 rules it finds what going through all pairs finds", () => {
    const random = randomFrom(11);
    const rules = Array.from({ length: 300 }, (_, at) => randomRule(random, `r${at}`));
    const all = createAnalyzer(worldOf(rules));
    const { duplicates, subsumed, never, unknown } = all.inspect();
    const dead = new Set([...never, ...unknown]);
    const relation = (a: Rule, b: Rule) => all.compare(a.id, b.id).relation;
    const doubled = new Set(duplicates.flatMap(([, ...others]) => others));
    const covered = new Set(subsumed.map(({ rule: id }) => id));
    const alive = rules.filter(({ id }) => !dead.has(id));
    for (const [at, one] of alive.entries()) {
      const relations = alive.filter((other) => other !== one).map((other) => relation(one, other));
      const isDouble = alive.some((other, place) => place < at && relation(one, other) === "equivalent");
      if (isDouble) expect(doubled).toContain(one.id);
      else expect(covered.has(one.id)).toBe(relations.includes("implies"));
    }
  }, 600_000);

  test("progress is told for each stage, to its end", () => {
    const stages = new Map<string, string>();
    createAnalyzer(worldOf([rule("r", "and", [])])).inspect({
      onProgress: ({ stage, done, total }) => stages.set(stage, `${done} of ${total}`),
    });
    expect([...stages]).toEqual([
      ["firing", "1 of 1"],
      ["coverings", "1 of 1"],
      ["stops", "1 of 1"],
      ["fights", "1 of 1"],
      ["loops", "1 of 1"],
    ]);
  });
});

describe("two versions of a list of rules", () => {
  const monday = rule("a", "and", [{ type: "weekday", is: "mon" }]);
  const whole = rule("b", "and", [{ type: "weekday", is: ["mon", "tue"] }], { integration: "webhook" });

  test("a rule that another makes up for changes no action", () => {
    const { rules, effects, unknown } = createAnalyzer(worldOf([monday, whole])).diff([whole]);
    expect(rules).toEqual([{ rule: "a", change: "removed" }]);
    expect(effects).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test("a rule that is widened asks for its action on more events", () => {
    const wider = { ...monday, conditions: [{ type: "weekday", is: ["mon", "sun"] }] } as Rule;
    const { rules, effects } = createAnalyzer(worldOf([monday])).diff([wider]);
    expect(rules).toMatchObject([{ rule: "a", change: "changed", comparison: { relation: "implies" } }]);
    expect(effects).toMatchObject([{ change: "gained", rule: "a", effect: { type: "notify" }, instead: [] }]);
  });

  test("the same rules in other words are the same", () => {
    const same = {
      ...monday,
      conditions: [not({ type: "weekday", is: ["tue", "wed", "thu", "fri", "sat", "sun"] })],
    } as Rule;
    const { rules, effects } = createAnalyzer(worldOf([monday])).diff([same]);
    expect(rules).toMatchObject([{ change: "changed", comparison: { relation: "equivalent" } }]);
    expect(effects).toEqual([]);
  });
});
