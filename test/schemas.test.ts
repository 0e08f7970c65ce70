import { describe, expect, it, vi } from "vitest";
import {
  Account,
  Action,
  Calendar,
  Condition,
  compile,
  evaluate,
  explain,
  Field,
  Integrations,
  Message,
  Rule,
  Ticket,
  TicketEvent,
  Workspace,
} from "../src/index.ts";
import { leadBot, message, notifyOnClose, workspace } from "./support/workspaces.ts";

const problems = (document: unknown) =>
  Workspace.safeParse(document).error?.issues.map(
    ({ path, message: text }) => `${path.join(".")}: ${text}`,
  ) ?? [];

const deep = (levels: number): unknown => {
  let condition: unknown = { type: "unassigned" };
  for (let level = 0; level < levels; level++)
    condition = { type: "group", operator: "and", conditions: [condition] };
  return condition;
};

describe("the schemas", () => {
  it.each(
    Object.entries({
      Account,
      Action,
      Calendar,
      Condition,
      Field,
      Integrations,
      Message,
      Rule,
      Ticket,
      TicketEvent,
      Workspace,
    }),
  )(
    "%s is a zod schema and a Standard Schema, and says something about every kind of nonsense",
    (_, schema) => {
      expect(schema["~standard"]).toMatchObject({ vendor: "zod", version: 1 });
      for (const nonsense of [
        undefined,
        null,
        0,
        Number.NaN,
        "",
        "x",
        true,
        [],
        [[]],
        () => 1,
        Symbol("s"),
        10n,
      ]) {
        const { success, error } = schema.safeParse(nonsense);
        expect(success).toBe(false);
        for (const issue of error!.issues) expect(issue.message).toMatch(/^[^A-Z].*[^.]$/);
      }
    },
  );

  it("neither default, coerce nor transform, and keep x- keys as they are", () => {
    const document = workspace([{ ...leadBot, "x-note": { nested: [1, { "x-y": null }] } }], {
      "x-owner": "ana",
    });
    expect(Workspace.parse(document)).toEqual(document);
    expect(Workspace.parse(Workspace.parse(document))).toEqual(document);
  });

  it("tell everything that is wrong at once, each with its path", () => {
    const document = {
      ...workspace([
        { ...leadBot, name: "  ", conditions: [{ type: "weekday", is: ["mon", "lunes"] }] },
        { ...notifyOnClose, trigger: "ticket.reopened", colour: "red" },
        { ...leadBot, actions: [] },
      ]),
      timeZone: "Chile/Santigo",
      calendars: [
        {
          id: "c",
          name: "C",
          timeZone: "UTC",
          weekly: {
            mon: [
              ["9:00", "24:01"],
              ["10:00", "10:00"],
            ],
          },
        },
      ],
    };
    expect(problems(document)).toEqual([
      "timeZone: unknown time zone `Chile/Santigo`",
      "calendars.0.weekly.mon.0.0: `9:00` is not a time: expected HH:MM",
      "calendars.0.weekly.mon.0.1: `24:01` is not a time: expected HH:MM",
      "calendars.0.weekly.mon.1: starts and ends at the same time: a whole day is 00:00 to 24:00",
      "rules.0.name: blank: expected a name",
      "rules.0.conditions.0.is.1: unknown weekday `lunes`: expected mon, tue, wed, thu, fri, sat or sun",
      "rules.1.trigger: trigger `ticket.reopened` is not available for webhook: expected ticket.closed or message.received",
      "rules.1: unknown key `colour`: expected id, name, active, integration, trigger, operator, conditions, actions or stop",
      "rules.2.actions: no action: expected at least one",
      "rules.2.id: the id is used twice: expected ids that differ",
    ]);
  });

  it("tell what else is wrong with a rule of no known integration, and with a pattern beside its flags", () => {
    const rule = {
      integration: "Webhooks",
      name: "",
      conditions: [{ type: "messageMatches", pattern: "(", flags: "g" }],
    };
    expect(Rule.safeParse(rule).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "integration",
      "id",
      "name",
      "active",
      "operator",
      "conditions.0.flags",
      "conditions.0.pattern",
      "actions",
    ]);
  });

  it("see an own key called __proto__, which copying loses", () => {
    const text = JSON.stringify(workspace([leadBot]));
    const hostile = JSON.parse(
      text.replace('"schemaVersion"', '"__proto__":{"rules":[]},"schemaVersion"'),
    ) as unknown;
    expect(problems(hostile)).toEqual([expect.stringMatching(/^: unknown key `__proto__`/)]);
    const rule = JSON.parse(`{"__proto__":{"active":true},${JSON.stringify(leadBot).slice(1)}`) as unknown;
    expect(problems(workspace([rule]))).toEqual([
      expect.stringMatching(/^rules\.0: unknown key `__proto__`/),
    ]);
    const event = JSON.parse(
      '{"id":"e","type":"t","at":"2026-01-01T00:00:00Z","ticket":{"id":"t","classification":{"__proto__":"x"}}}',
    ) as unknown;
    expect(JSON.stringify(TicketEvent.parse(event))).toContain('"__proto__":"x"');
  });

  it("read no inherited member", () => {
    const rule = Object.assign(Object.create({ active: true }), leadBot) as Record<string, unknown>;
    rule.active = undefined;
    expect(problems(workspace([rule]))).toEqual(["rules.0.active: missing: expected true or false"]);
  });

  it("end at the sixth level of nesting, whether there are seven or a hundred thousand", () => {
    expect(problems(workspace([{ ...leadBot, conditions: [deep(5)] }]))).toEqual([]);
    for (const levels of [6, 7, 1000, 100_000]) {
      const document = workspace([{ ...leadBot, conditions: [deep(levels)] }, notifyOnClose]);
      expect(problems(document)).toEqual([
        "rules.0.conditions.0.conditions.0.conditions.0.conditions.0.conditions.0.conditions.0: nested too deep: expected at most 5 groups in one another",
      ]);
      expect(compile(document).invalid.map(({ rule }) => rule)).toEqual(["lead-bot"]);
    }
  });

  it("survive a document that contains itself", () => {
    const rule: Record<string, unknown> = { ...leadBot };
    const group: Record<string, unknown> = { type: "group", operator: "or" };
    group.conditions = [group];
    rule.conditions = [group];
    expect(problems(workspace([rule]))).toHaveLength(1);
    const document: Record<string, unknown> = workspace([leadBot]) as never;
    document["x-self"] = document;
    expect(compile(document).invalid).toEqual([]);
  });
});

describe("a hostile document", () => {
  const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);

  it.each([
    ["a tag nested without end", { ...leadBot, conditions: [{ type: nested(50_000) }] }],
    ["an integration nested without end", { ...leadBot, integration: nested(50_000) }],
    ["a trigger that cannot be written", { ...leadBot, trigger: 10n }],
    [
      "a hundred thousand nulls for ids",
      { ...leadBot, conditions: [{ type: "account", is: Array(300_000).fill(null) }] },
    ],
    [
      "three hundred thousand nulls in a group",
      { ...leadBot, conditions: [{ type: "group", operator: "and", conditions: Array(300_000).fill(null) }] },
    ],
    [
      "fifteen thousand nulls in each of fifteen groups",
      {
        ...leadBot,
        conditions: Array(15).fill({ type: "group", operator: "and", conditions: Array(15_000).fill(null) }),
      },
    ],
    [
      "a pattern too large to run",
      { ...leadBot, conditions: [{ type: "messageMatches", pattern: "((a{1,100}){1,100}){1,100}" }] },
    ],
  ])("with %s is refused, and costs its rule only", (_, rule) => {
    const document = workspace([rule, notifyOnClose]);
    expect(Workspace.safeParse(document).success).toBe(false);
    expect(compile(document).invalid.map(({ index }) => index)).toEqual([0]);
  });

  it("with a list of accounts that is none leaves conditions on accounts unknown", () => {
    const rule = { ...leadBot, operator: "not", conditions: [{ type: "account", is: "acc-wsp" }] };
    const { indeterminate } = evaluate(compile({ ...workspace([rule]), accounts: {} }), message());
    expect(indeterminate).toEqual([{ rule: "lead-bot", missing: ["workspace.accounts"] }]);
  });
});

describe("a hostile event", () => {
  const throwing = new Proxy(
    {},
    { get: thrower, getOwnPropertyDescriptor: thrower, ownKeys: thrower, has: thrower },
  );
  function thrower(): never {
    throw new Error("boom");
  }
  const rules = [leadBot, { ...leadBot, id: "m", conditions: [{ type: "messageContains", words: ["x"] }] }];

  it.each(["message", "cause", "changes", "surveys"])("with a %s that throws makes nothing throw", (key) => {
    const event = { ...message(), [key]: throwing } as TicketEvent;
    const ruleSet = compile(workspace(rules));
    expect(() => evaluate(ruleSet, event)).not.toThrow();
    expect(() => explain(ruleSet, event)).not.toThrow();
  });

  it("with a book in a field has it folded once, however many conditions ask", () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      ...leadBot,
      id: `r${at}`,
      operator: at % 2 === 0 ? "not" : "and",
      conditions: [{ type: "classification", field: "notas", is: `v${at}` }],
    }));
    const ruleSet = compile(workspace(many, { fields: [{ id: "notas", name: "Notas", type: "text" }] }));
    const normalize = vi.spyOn(String.prototype, "normalize");
    const ticket = { id: "t", classification: { notas: "ñá".repeat(10_000) } };
    const { fired } = evaluate(ruleSet, message({ ticket }));
    const calls = normalize.mock.calls.length;
    normalize.mockRestore();
    expect(fired).toHaveLength(100);
    expect(calls).toBeLessThan(10);
  });

  it("with a ticket that throws is told to have none", () => {
    const event = { ...message(), ticket: throwing } as TicketEvent;
    expect(() => evaluate(compile(workspace(rules)), event)).toThrow(/^event\.ticket/);
  });
});

describe("lenient loading", () => {
  it("never throws and loses nothing, whatever the document is", () => {
    for (const nonsense of [
      undefined,
      null,
      0,
      "x",
      [],
      {},
      { rules: 3 },
      { rules: [null, 3, [], {}] },
      { schemaVersion: 2, rules: [leadBot] },
    ]) {
      const ruleSet = compile(nonsense);
      expect(evaluate(ruleSet, message()).fired).toEqual([]);
      const rules = (nonsense as { rules?: unknown } | null | undefined)?.rules;
      expect(ruleSet.invalid).toHaveLength(Array.isArray(rules) ? rules.length : 0);
      expect(explain(ruleSet, message())).toHaveLength(ruleSet.invalid.length);
      expect(ruleSet.issues.length).toBeGreaterThan(0);
    }
  });

  it("has nothing to say of a document that a strict parse accepts, however short", () => {
    const short = { schemaVersion: 1, timeZone: "UTC", rules: [] };
    for (const document of [short, workspace([leadBot, notifyOnClose])]) {
      expect(Workspace.safeParse(document).success).toBe(true);
      expect(compile(document)).toMatchObject({ invalid: [], issues: [] });
    }
  });

  it("runs the other rules beside a bad one, a bad calendar, a bad bot and a bad integration", () => {
    const good = workspace([
      leadBot,
      { ...leadBot, id: "bad", trigger: "ticket.closed" },
      { ...notifyOnClose, trigger: "message.received" },
    ]);
    const document = {
      ...good,
      calendars: [{ id: "broken" }, ...good.calendars!],
      accounts: [...good.accounts!, { id: 3 }],
      integrations: {
        ...good.integrations,
        botcenter: {
          ...good.integrations!.botcenter,
          bots: [{ id: "bot-lead", name: "Lead", active: true }, { id: "nameless" }],
        },
        webhook: { ...good.integrations!.webhook, url: "http://localhost" },
      },
    };
    const ruleSet = compile(document);
    expect(evaluate(ruleSet, message()).effects.map(({ key }) => key)).toEqual(["evt-1:lead-bot:0"]);
    expect(ruleSet.invalid.map(({ rule }) => rule)).toEqual(["bad", "notify"]);
    expect(ruleSet.issues.map(({ path }) => path.join("."))).toEqual([
      "accounts.1.id",
      "accounts.1.name",
      "calendars.0.name",
      "calendars.0.timeZone",
      "calendars.0.weekly",
      "integrations.botcenter.bots.1.name",
      "integrations.botcenter.bots.1.active",
      "integrations.webhook.url",
    ]);
  });

  it("does not widen a rule by what it could not load: an account is its id, a spoiled field is unknown", () => {
    const not = (condition: object) => ({ ...leadBot, operator: "not", conditions: [condition] });
    const document = {
      ...workspace([
        { ...not({ type: "account", is: "acc-wsp" }), id: "account" },
        { ...not({ type: "classification", field: "motivo", is: "soporte" }), id: "field" },
      ]),
      accounts: [{ id: "acc-wsp", name: "" }],
      fields: [{ id: "motivo", name: "Motivo", type: "selct" }],
    };
    const event = message({ ticket: { id: "t", account: "acc-wsp", classification: { motivo: "soporte" } } });
    const { fired, indeterminate } = evaluate(compile(document), event);
    expect([fired, indeterminate]).toEqual([[], [{ rule: "field", missing: ["field motivo"] }]]);
  });

  it("runs the first 10,000 rules, or as many as it is told", () => {
    const rules = Array.from({ length: 10_001 }, (_, index) => ({ ...notifyOnClose, id: `n-${index}` }));
    expect(compile(workspace(rules)).invalid).toMatchObject([
      { index: 10_000, issues: [{ message: "more than 10000 rules" }] },
    ]);
    expect(compile(workspace(rules), { maxRules: 20_000 }).invalid).toEqual([]);
    expect(problems(workspace(rules))).toEqual(["rules: more than 10000 rules"]);
  });

  it("does not run rules of a format it does not know", () => {
    const ruleSet = compile({ ...workspace([leadBot]), schemaVersion: 2 });
    expect(ruleSet.invalid).toMatchObject([{ index: 0, rule: "lead-bot" }]);
    expect(ruleSet.issues).toMatchObject([{ path: ["schemaVersion"] }]);
  });
});

describe("a host's own regex engine", () => {
  const rule = { ...leadBot, conditions: [{ type: "messageMatches", pattern: "hola" }] };
  const engine = (test: () => boolean | "undecided") => ({
    regexEngine: { id: "mine", compile: () => ({ test }) },
  });

  it("decides, and is asked once for each pattern", () => {
    expect(
      evaluate(
        compile(
          workspace([rule]),
          engine(() => true),
        ),
        message({ message: { text: "x" } }),
      ).fired,
    ).toEqual(["lead-bot"]);
    const asked: string[] = [];
    const counting = {
      id: "c",
      compile(pattern: string, flags: string) {
        asked.push(`${pattern}/${flags}`);
        return { test: () => true };
      },
    };
    compile(
      workspace([
        rule,
        { ...rule, id: "2" },
        { ...rule, id: "3", conditions: [{ type: "messageMatches", pattern: "hola", flags: "" }] },
      ]),
      { regexEngine: counting },
    );
    expect(asked).toEqual(["hola/i", "hola/"]);
  });

  it("that gives up or throws leaves the verdict unknown", () => {
    for (const test of [
      () => "undecided" as const,
      () => {
        throw new Error("boom");
      },
    ]) {
      expect(evaluate(compile(workspace([rule]), engine(test)), message()).indeterminate).toEqual([
        { rule: "lead-bot", missing: ["message.text: pattern undecided"] },
      ]);
    }
  });

  it("that refuses a pattern costs its rule and no other", () => {
    const refusing = {
      regexEngine: {
        id: "no",
        compile: () => {
          throw new Error("look-behind");
        },
      },
    };
    const ruleSet = compile(workspace([rule, { ...leadBot, id: "other" }]), refusing);
    expect(ruleSet.invalid).toEqual([
      {
        index: 0,
        rule: "lead-bot",
        issues: [
          {
            code: "patternRefused",
            params: { reason: "look-behind" },
            path: ["conditions", 0],
            message: "refused by the regex engine: look-behind",
          },
        ],
      },
    ]);
    expect(evaluate(ruleSet, message()).fired).toEqual(["other"]);
  });
});
