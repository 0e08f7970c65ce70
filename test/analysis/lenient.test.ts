/** What `lint` says of documents that do not load whole. */
import { describe, expect, test } from "vitest";
import { applySuggestion, createAnalyzer, lint } from "../../src/analysis.ts";
import { compile, Workspace } from "../../src/index.ts";
import { small } from "./examples.ts";

const hook = (name: string, conditions: unknown[]) => ({
  ...{ id: name, name, active: true, operator: "and", integration: "webhook", trigger: "message.received" },
  ...{ conditions, actions: [{ type: "notify" }] },
});
const late = hook("late", [{ type: "timeRange", from: "20:00", to: "23:59" }]);
const never = hook("never", [
  { type: "account", is: "wsp" },
  { type: "account", is: "ig" },
]);
const broken = hook("broken", [{ type: "mood" }]);
const onField = hook("onField", [{ type: "classification", field: "motivo", is: "ventas" }]);
const onHours = hook("onHours", [{ type: "withinBusinessHours" }]);
const bot = {
  ...hook("bot", [{ type: "unassigned" }]),
  integration: "botcenter",
  actions: [{ type: "activateBot", bot: "lead" }],
};

const document = (rules: unknown[], changes: object = {}) => ({ ...small([]), ...changes, rules });
const told = (written: unknown) => lint(written).map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a document that does not load whole", () => {
  test("the other rules are looked at, and every path is that of the document", () => {
    const written = document([broken, late, "no rule", never]);
    expect(told(written)).toEqual([
      "notLoaded rules.0.conditions.0.type",
      "endsAt2359 rules.1.conditions.0.to",
      "notLoaded rules.2",
      "neverFires rules.3",
    ]);
  });

  test("an edit is made where the rule stands", () => {
    const written = document([broken, late]);
    const finding = lint(written).find(({ code }) => code === "endsAt2359")!;
    const mended = applySuggestion(written, finding);
    expect(mended.rules[1]).toMatchObject({ conditions: [{ from: "20:00", to: "24:00" }] });
    expect(mended.rules[0]).toEqual(broken);
  });

  test("sentences say what is wrong, in both languages, as the issues of the rule set do", () => {
    const written = document([broken]);
    const [finding] = lint(written);
    const [issue] = compile(written).invalid[0]!.issues;
    expect(finding?.texts.en).toBe(
      `Rule “broken” was not looked at. In \`conditions.0.type\`: ${issue!.message}.`,
    );
    expect(finding?.texts.es).toMatch(
      /^No se revisó la regla “broken”. En `conditions.0.type`: condición desconocida .*\.$/u,
    );
  });

  test.each<[string, unknown, string[]]>([
    [
      "a field: rules on it are named, the others looked at",
      document([onField, never], { fields: [{ id: "motivo", name: "Motivo", type: "mood" }] }),
      ["notLoaded fields.0.type", "notLoaded rules.0", "neverFires rules.1"],
    ],
    [
      "a calendar: rules on time are named",
      document([onHours, never], {
        calendars: [{ id: "cal", name: "C", timeZone: "Chile/Santigo", weekly: {} }],
      }),
      ["notLoaded calendars.0.timeZone", "notLoaded rules.0", "neverFires rules.1"],
    ],
    [
      "the time zone",
      document([late, never], { timeZone: "Chile/Santigo" }),
      ["notLoaded rules.0", "neverFires rules.1", "notLoaded timeZone"],
    ],
    [
      "an account's name: it is an account all the same",
      document([never], {
        accounts: [
          { id: "ig", name: "" },
          { id: "wsp", name: "W" },
        ],
      }),
      ["notLoaded accounts.0.name", "neverFires rules.0"],
    ],
    [
      "the accounts",
      document([never, hook("all", [])], { accounts: "all" }),
      ["notLoaded accounts", "notLoaded rules.0"],
    ],
    [
      "a bot: rules that start it are named, and not called wrong",
      document([bot], {
        integrations: {
          botcenter: {
            enabled: true,
            active: true,
            apiToken: "token",
            bots: [{ id: "lead", name: "Lead", active: "yes" }],
          },
        },
      }),
      ["notLoaded integrations.botcenter.bots.0.active", "notLoaded rules.0"],
    ],
    ["another version", document([never, late], { schemaVersion: 2 }), ["notLoaded schemaVersion"]],
    [
      "a calendar before one that is looked at",
      document([], {
        accounts: [],
        calendars: [null, { id: "b", name: "B", timeZone: "UTC", weekly: {} }],
      }),
      ["notLoaded calendars.0", "emptyCalendar calendars.1.weekly"],
    ],
  ])("%s", (_, written, findings) => {
    expect(told(written)).toEqual(findings);
  });

  test("what is no workspace document at all is refused", () => {
    for (const written of [undefined, null, 7, "{}", [], {}, { rules: {} }, compile({ rules: [] })]) {
      expect(() => lint(written)).toThrow(
        new TypeError("not a workspace document: expected an object with a list of rules"),
      );
    }
  });

  test("a document that loads is as it was", () => {
    const written = small([late]);
    expect(Workspace.safeParse(written).success).toBe(true);
    expect(told(written)).toEqual(["endsAt2359 rules.0.conditions.0.to"]);
  });

  test("no secret is told of settings that are not valid", () => {
    const integrations = {
      webhook: { enabled: "yes", active: true, url: "https://user:hunter2@example.com", secret: 9 },
    };
    expect(JSON.stringify(lint(document([late], { integrations })))).not.toContain("hunter2");
  });
});

describe("an analyzer of a document that does not load whole", () => {
  const bots = (value: unknown) => ({
    integrations: {
      botcenter: { enabled: true, active: true, apiToken: "t", bots: value },
      webhook: { enabled: true, active: true, url: "https://example.com/hook" },
    },
  });
  test.each<[string, object]>([
    ["fields that are nothing", { fields: [null, 7, {}] }],
    ["options that are no list", { fields: [{ id: "f", name: "F", type: "select", options: "a" }] }],
    ["options without an id", { fields: [{ id: "f", name: "F", type: "select", options: [{}, { id: 7 }] }] }],
    ["a list of fields that is none", { fields: "all" }],
    ["bots that are no list", bots({})],
    ["bots that are nothing", bots([null])],
    ["integrations, accounts and calendars that are none", { integrations: 1, accounts: 2, calendars: 3 }],
    ["no time zone", { timeZone: null }],
  ])("%s", (_, changes) => {
    const [good, spoiled] = [document([never, late, bot]), document([never, late, bot], changes)].map(
      // What a host reads from its store without looking.
      (written) => written as unknown as Workspace,
    );
    const found = createAnalyzer(spoiled!).inspect();
    expect(found.never.every((id) => id === "never")).toBe(true);
    expect(() => createAnalyzer(good!).diff(spoiled!)).not.toThrow();
    expect(() => createAnalyzer(spoiled!).diff(good!)).not.toThrow();
  });
});
