/** What differs between two workspaces: in which rules fire, and in what is planned. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Changes, createAnalyzer } from "../../src/analysis.ts";
import {
  compile,
  type Effect,
  evaluate,
  type Rule,
  type TicketEvent,
  type Workspace,
} from "../../src/index.ts";
import { arbitraryEvent, arbitraryWorkspace } from "../../src/testing.ts";
import { small } from "./examples.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const RUNS = process.env.LONG === undefined ? 100 : 3000;
console.log(`diff: ${RUNS} pairs of workspaces, SEED=${SEED}`);

const hook = (id: string, conditions: unknown[], more: object = {}) => ({
  ...{ id, name: id, active: true, operator: "and", integration: "webhook", trigger: "message.received" },
  ...{ conditions, actions: [{ type: "notify" }] },
  ...more,
});
const bot = (id: string, conditions: unknown[], name = "lead", more: object = {}) =>
  hook(id, conditions, { integration: "botcenter", actions: [{ type: "activateBot", bot: name }], ...more });
const survey = (id: string, conditions: unknown[], action: object = {}, more: object = {}) =>
  hook(id, conditions, {
    ...{ integration: "timepoints", trigger: "ticket.closed" },
    actions: [{ type: "sendSurvey", survey: 1, ...action }],
    ...more,
  });
const inHours = { type: "withinBusinessHours" };
const accountIs = (...is: string[]) => ({ type: "account", is });
const weekday = (is: string) => ({ type: "weekday", is });

/** What an effect is, whichever rule asks for it. */
const contentOf = ({ rules: _, key: _key, cause: _cause, ...content }: Effect) => JSON.stringify(content);
const contents = (workspace: Workspace, event: TicketEvent) =>
  evaluate(compile(workspace), event).effects.map(contentOf);
/** To let an executive send a survey twice is to let them. */
const planned = (workspace: Workspace, event: TicketEvent) => {
  const all = contents(workspace, event);
  return JSON.stringify(
    all.filter((each, at) => !each.includes("enableManual") || all.indexOf(each) === at).sort(),
  );
};
const firesAlone = (rule: Rule, workspace: Workspace, event: TicketEvent) =>
  evaluate(compile({ ...workspace, rules: [{ ...rule, active: true }] }), event).fired.includes(rule.id);

/** Each event that is told shows what it is told to show. */
function expectConfirmed({ rules, effects }: Changes, before: Workspace, after: Workspace): void {
  const ruleOf = (workspace: Workspace, id: string) => workspace.rules.find((rule) => rule.id === id)!;
  for (const { rule, comparison } of rules) {
    for (const [region, inFirst, inSecond] of [
      ["both", true, true],
      ["onlyFirst", true, false],
      ["onlySecond", false, true],
    ] as const) {
      const answer = comparison?.[region];
      if (answer?.kind !== "yes") continue;
      expect(firesAlone(ruleOf(before, rule), before, answer.event)).toBe(inFirst);
      expect(firesAlone(ruleOf(after, rule), after, answer.event)).toBe(inSecond);
    }
  }
  for (const { change, effect, instead, event } of effects) {
    const [has, lacks] = change === "gained" ? [after, before] : [before, after];
    const count = (workspace: Workspace) =>
      contents(workspace, event).filter((each) => each === contentOf(effect)).length;
    expect(count(has)).toBeGreaterThan(count(lacks));
    expect(contents(lacks, event)).toEqual(instead.map(contentOf));
  }
}

function differ(before: Workspace, after: Workspace): Changes {
  const changes = createAnalyzer(before).diff(after);
  expectConfirmed(changes, before, after);
  return changes;
}

const day = (event: TicketEvent) => String(event.at).slice(0, 10);

describe("workspaces that differ outside their rules", () => {
  const rules = [
    hook("open", [inHours]),
    hook("tuesdays", [weekday("tue")]),
    hook("wsp", [accountIs("wsp")]),
  ];
  const base = small(rules);
  const [office] = base.calendars!;
  const withOffice = (changes: object) => small(rules, { calendars: [{ ...office, ...changes }] });

  test("a holiday is added: the rule on business hours is changed on that day, the others are not", () => {
    const after = withOffice({ exceptions: { "2026-05-18": [] } });
    const { rules: found, effects, unknown } = differ(base, after);
    expect(found).toMatchObject([
      { rule: "open", change: "changed", edited: false, comparison: { relation: "impliedBy" } },
    ]);
    const only = found[0]?.comparison?.onlyFirst;
    expect(only?.kind === "yes" && day(only.event)).toBe("2026-05-18");
    expect(effects).toMatchObject([{ rule: "open", change: "lost", effect: { type: "notify" } }]);
    expect(effects.map(({ event }) => day(event))).toEqual(["2026-05-18"]);
    expect(unknown).toEqual([]);
  });

  test("a calendar opens an hour earlier", () => {
    const { rules: found, effects } = differ(base, withOffice({ weekly: { mon: [["08:00", "18:00"]] } }));
    expect(found).toMatchObject([{ rule: "open", edited: false, comparison: { relation: "implies" } }]);
    expect(effects).toMatchObject([{ rule: "open", change: "gained" }]);
  });

  test("a calendar moves to another zone: its hours and its accounts' weekdays are others", () => {
    const { rules: found } = differ(base, withOffice({ timeZone: "Europe/Madrid" }));
    expect(found.map(({ rule }) => rule)).toEqual(["open", "tuesdays"]);
  });

  test("the zone of accounts without a calendar is another", () => {
    const { rules: found } = differ(base, { ...base, timeZone: "Asia/Tokyo" });
    expect(found).toMatchObject([{ rule: "tuesdays", edited: false }]);
    const only = found[0]?.comparison?.onlyFirst;
    expect(only?.kind === "yes" && ["tel", "another-account"].includes(only.event.ticket.account!)).toBe(
      true,
    );
  });

  test.each([
    ["UTC", "Asia/Tokyo"],
    ["America/Santiago", "America/Bogota"],
    ["Pacific/Kiritimati", "Pacific/Niue"],
  ])("dates far from the first that is looked at, and the zone goes from %s to %s", (from, to) => {
    const dates = [{ type: "dateRange", from: "2026-11-01", to: "2026-12-31" }];
    const inZone = (timeZone: string, name: string) => small([bot("r", dates, name)], { timeZone });
    const { effects, unknown } = differ(inZone(from, "lead"), inZone(to, "noche"));
    expect(effects.map(({ change }) => change)).toEqual(["gained", "lost"]);
    expect(unknown).toEqual([]);
    const { rules: found } = differ(small([hook("h", dates)]), small([hook("h", dates)], { timeZone: to }));
    expect(found).toMatchObject([{ rule: "h", edited: false, comparison: { relation: "overlap" } }]);
  });

  test("an account gets another calendar, is added, or is removed", () => {
    const other = (accounts: unknown[]) => small(rules, { accounts });
    const [wsp, ig, tel] = base.accounts!;
    const without = differ(base, other([{ id: "wsp", name: "W" }, ig, tel]));
    expect(without.rules.map(({ rule }) => rule)).toEqual(["open"]);
    const more = differ(base, other([wsp, ig, tel, { id: "web", name: "Web", calendar: "cal" }]));
    expect(more.rules).toMatchObject([{ rule: "open", comparison: { relation: "implies" } }]);
    const fewer = differ(base, other([ig, tel]));
    expect(fewer.rules.find(({ rule }) => rule === "wsp")).toMatchObject({
      comparison: { relation: "secondNever" },
    });
  });

  test("a calendar that is renamed, and an account's name, are no difference", () => {
    const { rules: found, effects } = differ(base, withOffice({ name: "Otra" }));
    expect([found, effects]).toEqual([[], []]);
  });

  test("an option is taken away, a field changes its type", () => {
    const field = (type: string, ...options: string[]) => ({
      fields: [
        {
          id: "motivo",
          name: "M",
          type,
          ...(type === "text" ? {} : { options: options.map((id) => ({ id, name: id })) }),
        },
      ],
    });
    const asked = [hook("ventas", [{ type: "classification", field: "motivo", is: ["ventas", "otro"] }])];
    const before = small(asked, field("select", "ventas", "soporte"));
    expect(differ(before, small(asked, field("select", "soporte"))).rules).toMatchObject([
      { rule: "ventas", edited: false, comparison: { relation: "secondNever" } },
    ]);
    expect(differ(before, small(asked, field("text"))).rules).toMatchObject([
      { rule: "ventas", comparison: { relation: "implies" } },
    ]);
    const listed = differ(before, small(asked, field("multi", "ventas")));
    expect(listed.rules.length + listed.unknown.length).toBeGreaterThan(0);
  });

  test("equal workspaces differ in nothing, and it says what that rests on", () => {
    const analyzer = createAnalyzer(base);
    const { rules: found, effects, unknown, horizon, assumptions } = analyzer.diff(structuredClone(base));
    expect([found, effects, unknown]).toEqual([[], [], []]);
    expect(horizon).toEqual({ from: "2010-01-01", to: "2049-12-31" });
    expect(assumptions).toEqual(expect.arrayContaining([...analyzer.assumptions]));
    expect(assumptions.length).toBeGreaterThan(analyzer.assumptions.length);
  });
});

describe("plans that differ", () => {
  const changesOf = (before: object[], after: object[]) => differ(small(before), small(after));
  const told = ({ effects }: Changes) =>
    effects.map(({ rule, change, effect }) => [rule, change, effect.type]);

  test("an integration is switched off", () => {
    const rules = [hook("a", []), survey("b", [])];
    const before = small(rules);
    const webhook = { ...before.integrations!.webhook!, active: false };
    const changes = differ(before, { ...before, integrations: { ...before.integrations, webhook } });
    expect(changes.rules).toEqual([{ rule: "a", change: "removed" }]);
    expect(changes.effects).toMatchObject([
      { rule: "a", change: "lost", effect: { type: "notify" }, instead: [] },
    ]);
  });

  test("a bot is switched off: the rule fires as before, and starts nothing", () => {
    const before = small([bot("a", [accountIs("wsp")])]);
    const { botcenter } = before.integrations!;
    const bots = botcenter!.bots.map((each) => ({ ...each, active: false }));
    const changes = differ(before, {
      ...before,
      integrations: { ...before.integrations, botcenter: { ...botcenter!, bots } },
    });
    expect(changes.rules).toEqual([]);
    expect(told(changes)).toEqual([["a", "lost", "activateBot"]]);
  });

  test("another bot, another delay, another threshold", () => {
    expect(told(changesOf([bot("a", [])], [bot("a", [], "noche")]))).toEqual([
      ["a", "gained", "activateBot"],
      ["a", "lost", "activateBot"],
    ]);
    for (const action of [{ delayMinutes: 30 }, { spamThresholdDays: 7 }, { survey: 2 }]) {
      expect(told(changesOf([survey("a", [])], [survey("a", [], action)]))).toEqual([
        ["a", "gained", "sendSurvey"],
        ["a", "lost", "sendSurvey"],
      ]);
    }
  });

  test("a rule stops those behind it", () => {
    const first = (stop: boolean) => survey("first", [accountIs("wsp")], {}, stop ? { stop } : {});
    const later = survey("later", [], { survey: 2 });
    expect(told(changesOf([first(false), later], [first(true), later]))).toEqual([
      ["first", "lost", "sendSurvey"],
    ]);
    expect(told(changesOf([first(true), later], [first(false), later]))).toEqual([
      ["first", "gained", "sendSurvey"],
    ]);
    const again = (spamThresholdDays: number) => survey("later", [], { spamThresholdDays });
    expect(told(changesOf([first(false), again(0)], [first(true), again(0)]))).toEqual([
      ["first", "lost", "sendSurvey"],
    ]);
    expect(told(changesOf([first(false), again(1)], [first(true), again(1)]))).toEqual([]);
  });

  test("a stop among notifications changes nothing: they are one", () => {
    const changes = changesOf([hook("a", []), hook("b", [])], [hook("a", [], { stop: true }), hook("b", [])]);
    expect([changes.effects, changes.unknown]).toEqual([[], []]);
  });

  test("bots change places: the first in the list has the one effect", () => {
    const [a, b] = [bot("a", [accountIs("wsp")]), bot("b", [], "noche")];
    const changes = changesOf([a, b], [b, a]);
    expect(changes.rules).toEqual([]);
    expect(changes.effects.length).toBeGreaterThan(0);
    expect(changes.effects[0]?.event.ticket.account).toBe("wsp");
    expect(
      told(
        changesOf(
          [bot("a", [accountIs("wsp")]), bot("b", [accountIs("ig")], "noche")],
          [bot("b", [accountIs("ig")], "noche"), bot("a", [accountIs("wsp")])],
        ),
      ),
    ).toEqual([]);
  });

  test("a new rule takes the effect of another", () => {
    const old = bot("old", [], "noche");
    const { effects } = changesOf([old], [bot("new", [accountIs("wsp")]), old]);
    expect(effects).toMatchObject([
      { rule: "new", change: "gained", effect: { bot: "lead" }, instead: [{ bot: "noche" }] },
    ]);
  });

  test("what another rule makes up for is no difference", () => {
    const changes = changesOf([hook("a", [weekday("mon")]), hook("b", [])], [hook("b", [])]);
    expect(changes.rules).toEqual([{ rule: "a", change: "removed" }]);
    expect([changes.effects, changes.unknown]).toEqual([[], []]);
  });

  test("a rule that never had its turn is not missed", () => {
    const gate = survey("gate", [accountIs("wsp")], {}, { stop: true });
    const behind = survey("behind", [accountIs("wsp")], { survey: 2 });
    const changes = changesOf([gate, behind], [gate]);
    expect(changes.rules).toEqual([{ rule: "behind", change: "removed" }]);
    expect([changes.effects, changes.unknown]).toEqual([[], []]);
  });

  test("a rule in other words", () => {
    const changes = changesOf(
      [hook("a", [weekday("mon")])],
      [hook("a", [{ type: "group", operator: "and", conditions: [weekday("mon")] }])],
    );
    expect(changes.rules).toMatchObject([{ edited: true, comparison: { relation: "equivalent" } }]);
    expect([changes.effects, changes.unknown]).toEqual([[], []]);
  });

  test("rules that are not valid count as not there", () => {
    const before = small([hook("a", [])]);
    const broken = { ...before, rules: [{ ...before.rules[0], trigger: "nothing" }] } as unknown as Workspace;
    expect(createAnalyzer(before).diff(broken).rules).toEqual([{ rule: "a", change: "removed" }]);
  });
});

/** Edits of a workspace as administrators make them. */
const EDITS: readonly ((workspace: Workspace, at: number) => Workspace)[] = [
  (workspace) => ({
    ...workspace,
    calendars: workspace.calendars?.map((calendar) => ({
      ...calendar,
      exceptions: { ...calendar.exceptions, "2026-05-18": [] },
    })),
  }),
  (workspace) => ({
    ...workspace,
    calendars: workspace.calendars?.map((calendar) => ({ ...calendar, timeZone: "Asia/Tokyo" })),
  }),
  (workspace) => ({ ...workspace, timeZone: "Pacific/Auckland" }),
  (workspace) => ({ ...workspace, accounts: workspace.accounts?.slice(1) }),
  (workspace) => ({ ...workspace, accounts: workspace.accounts?.map(({ calendar: _, ...rest }) => rest) }),
  (workspace) => ({ ...workspace, fields: workspace.fields?.slice(1) }),
  (workspace) => ({
    ...workspace,
    fields: workspace.fields?.map((field) => ({
      ...field,
      ...(field.options && { options: field.options.slice(0, 1) }),
    })),
  }),
  (workspace, at) => ({ ...workspace, rules: workspace.rules.filter((_, place) => place !== at) }),
  (workspace, at) => edited(workspace, at, (rule) => ({ ...rule, stop: rule.stop !== true })),
  (workspace, at) => edited(workspace, at, (rule) => ({ ...rule, active: !rule.active })),
  (workspace, at) => edited(workspace, at, (rule) => ({ ...rule, conditions: rule.conditions.slice(1) })),
  (workspace, at) =>
    edited(workspace, at, (rule) => ({ ...rule, operator: rule.operator === "not" ? "and" : "not" })),
  (workspace) => ({ ...workspace, rules: [...workspace.rules].reverse() }),
  (workspace, at) => ({
    ...workspace,
    rules: [...workspace.rules.slice(at), ...workspace.rules.slice(0, at)],
  }),
  (workspace) => {
    const { botcenter } = workspace.integrations ?? {};
    if (botcenter === undefined) return workspace;
    const bots = botcenter.bots.map((each, place) =>
      place === 0 ? { ...each, active: !each.active } : each,
    );
    return { ...workspace, integrations: { ...workspace.integrations, botcenter: { ...botcenter, bots } } };
  },
  (workspace) => {
    const { timepoints } = workspace.integrations ?? {};
    if (timepoints === undefined) return workspace;
    const off = { ...timepoints, active: !timepoints.active };
    return { ...workspace, integrations: { ...workspace.integrations, timepoints: off } };
  },
  (workspace, at) =>
    edited(workspace, at, (rule) => ({
      ...rule,
      actions: rule.actions.map((action) =>
        action.type === "sendSurvey" ? { ...action, survey: 77 } : action,
      ),
    })),
];

function edited(workspace: Workspace, at: number, edit: (rule: Rule) => object): Workspace {
  return {
    ...workspace,
    rules: workspace.rules.map((rule, place) => (place === at ? edit(rule) : rule) as Rule),
  };
}

/** The event with every fact supplied, as the analysis takes events to be. */
function completed(event: TicketEvent, activeBot: string | null): TicketEvent {
  const { cause: _, ticket, message, ...rest } = event;
  const { account = null, assignee = null, attended = false, classification = {} } = ticket;
  return {
    ...rest,
    ticket: {
      ...ticket,
      account: account as string,
      assignee,
      attended,
      classification,
      activeBot,
      customer: "customer-1",
    },
    message: { ...message, text: message?.text ?? null },
    surveys: [],
  };
}

describe("of any two workspaces of which one is an edit of the other", () => {
  const drawn = arbitraryWorkspace().chain((before) =>
    fc.record({
      before: fc.constant(before),
      edit: fc.nat(EDITS.length - 1),
      at: fc.nat(Math.max(0, before.rules.length - 1)),
      events: fc.array(arbitraryEvent(before), { minLength: 12, maxLength: 12 }),
    }),
  );

  test("what is told shows on its events, and no difference goes untold", () => {
    let [told, seen, undecided] = [0, 0, 0];
    fc.assert(
      fc.property(drawn, ({ before, edit, at, events }) => {
        const after = EDITS[edit]!(before, at);
        const changes = differ(before, after);
        told += changes.effects.length;
        if (changes.unknown.length > 0) undecided++;
        for (const drawnEvent of events) {
          for (const running of [null, "bot-1"]) {
            const event = completed(drawnEvent, running);
            const { from, to } = changes.horizon;
            const date = new Date(event.at).toISOString().slice(0, 10);
            if (date < from || date > to || planned(before, event) === planned(after, event)) continue;
            seen++;
            expect(changes.effects.length + changes.unknown.length).toBeGreaterThan(0);
          }
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    console.log(
      `diff: ${told} effects told, ${seen} differences seen on drawn events, unknown in ${undecided} of ${RUNS}`,
    );
    expect(told).toBeGreaterThan(0);
    expect(seen).toBeGreaterThan(0);
  });
});
