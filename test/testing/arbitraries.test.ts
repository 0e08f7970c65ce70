/** What drawn events reach. Seeds are fixed: these are facts of what is drawn, not of luck. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { compile, evaluate, explain, type NodeTrace, type TicketEvent, Workspace } from "ticket-rules";
import { arbitraryEvent, arbitraryWorkspace } from "ticket-rules/testing";
import { describe, expect, it } from "vitest";
import { clockChanges } from "../../src/testing/arbitraries/zones.ts";

const EVENTS = 300;

const demo = Workspace.parse(
  JSON.parse(readFileSync(new URL("../../examples/support-inbox/workspace.json", import.meta.url), "utf8")),
);

/** Nothing in it is of the library's own making: another zone, other words, dates, hours and patterns. */
const madrid = Workspace.parse({
  schemaVersion: 1,
  timeZone: "Europe/Madrid",
  accounts: [
    { id: "tienda", name: "Tienda", calendar: "horas" },
    { id: "web", name: "Web", calendar: "horas" },
    { id: "correo", name: "Correo" },
  ],
  calendars: [
    {
      id: "horas",
      name: "Horas",
      timeZone: "Europe/Madrid",
      weekly: { tue: [["10:17", "13:43"]], sat: [["22:00", "03:30"]] },
      exceptions: { "2026-11-09": [] },
    },
  ],
  fields: [
    {
      id: "tema",
      name: "Tema",
      type: "select",
      options: [
        { id: "averia", name: "Avería" },
        { id: "pago", name: "Pago" },
      ],
    },
  ],
  integrations: {
    botcenter: {
      enabled: true,
      active: true,
      apiToken: "…",
      bots: [{ id: "ayuda", name: "Ayuda", active: true }],
    },
    timepoints: { enabled: true, active: true, apiToken: "…" },
    webhook: { enabled: true, active: true, url: "https://example.com/hook" },
  },
  rules: [
    onMessage("pedido", [
      { type: "messageMatches", pattern: "\\bpedido n[ºo°]? ?\\d{5,7}\\b" },
      { type: "account", is: "web" },
    ]),
    onMessage("factura", [
      { type: "messageMatches", pattern: "[A-Z]{2}-\\d{4}", flags: "" },
      { type: "withinBusinessHours" },
    ]),
    onMessage("black-friday", [
      { type: "dateRange", from: "2026-11-27", to: "2026-11-30" },
      { type: "messageContains", words: ["chollo", "rebaja del día"] },
      { type: "timeRange", from: "08:05", to: "08:20" },
    ]),
    onMessage("noche", [
      { type: "withinBusinessHours" },
      { type: "weekday", is: "sun" },
      { type: "unassigned" },
    ]),
    onMessage("averias", [
      { type: "classification", field: "tema", is: "averia" },
      { type: "outsideBusinessHours" },
      { type: "unattended" },
    ]),
    {
      ...{
        id: "encuesta",
        name: "Encuesta",
        active: true,
        integration: "timepoints",
        trigger: "ticket.closed",
      },
      ...{ operator: "and", conditions: [{ type: "account", is: ["tienda", "correo"] }] },
      actions: [{ type: "sendSurvey", survey: 7, delayMinutes: 90, spamThresholdDays: 2 }],
    },
  ],
});

describe("drawn events", () => {
  it.each([
    ["the demo", demo],
    ["a workspace of its own kind", madrid],
  ])(`of ${EVENTS}, show each condition of %s true and false`, (_, workspace) => {
    const seen = verdictsSeen(workspace);
    const poor = [...seen].filter(([, verdicts]) => !(verdicts.has(true) && verdicts.has(false)));
    expect(poor.map(([place]) => place)).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });

  it.each([
    ["the demo", demo],
    ["a workspace of its own kind", madrid],
  ])(
    `of ${EVENTS}, make each rule of %s fire that is switched on, and leave each unfired`,
    (_, workspace) => {
      const ruleSet = compile(workspace);
      const times = new Map(workspace.rules.filter(({ active }) => active).map(({ id }) => [id, 0]));
      for (const event of draw(workspace))
        for (const id of evaluate(ruleSet, event).fired) times.set(id, (times.get(id) ?? 0) + 1);
      expect([...times].filter(([, count]) => count === 0 || count === EVENTS)).toEqual([]);
    },
  );

  it("show nine in ten of the conditions of arbitrary workspaces true and false that can be both", () => {
    const counts = { both: 0, able: 0 };
    for (const workspace of fc.sample(arbitraryWorkspace(), { numRuns: 25, seed: 5 })) {
      for (const verdicts of verdictsSeen(workspace, true).values()) {
        counts.able += 1;
        if (verdicts.has(true) && verdicts.has(false)) counts.both += 1;
      }
    }
    expect(counts.able).toBeGreaterThan(60);
    expect(counts.both / counts.able).toBeGreaterThan(0.9);
  });

  it("come at opening and closing, and a minute, a second and a millisecond to either side", () => {
    const events = draw(madrid, 2_000);
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Madrid", timeStyle: "medium" });
    const wall = events.map(({ at }) => clock.format(new Date(at)));
    expect(wall).toEqual(
      expect.arrayContaining([
        "10:16:00",
        "10:16:59",
        "10:17:00",
        "10:18:00",
        "13:42:59",
        "13:43:00",
        "03:30:00",
        "03:29:00",
      ]),
    );
    expect(events.map(({ at }) => Math.abs(new Date(at).getTime() % 1_000))).toEqual(
      expect.arrayContaining([0, 1, 999]),
    );
  });

  it("come in the night in which the clocks go forward, and in the one in which they go back", () => {
    const instants = draw(madrid, 1_000).map(({ at }) => new Date(at).getTime());
    for (const change of ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"]) {
      const near = instants.filter((at) => Math.abs(at - Date.parse(change)) <= 3_600_000);
      expect(near.length).toBeGreaterThan(0);
    }
  });

  it("have surveys exactly at the threshold and a millisecond nearer, and causes one effect short of too long", () => {
    const events = draw(madrid, 1_500);
    const apart = events.flatMap(({ at, surveys }) =>
      (Array.isArray(surveys) ? surveys : []).map(
        (survey) => new Date(at).getTime() + 90 * 60_000 - new Date(survey?.at).getTime(),
      ),
    );
    const threshold = 2 * 86_400_000;
    expect(apart).toEqual(expect.arrayContaining([threshold, threshold - 1, threshold + 1, 0]));
    expect(events.map(({ cause }) => cause?.depth)).toEqual(expect.arrayContaining([9, 10]));
    expect(events.map(({ ticket }) => ticket.activeBot)).toEqual(expect.arrayContaining(["ayuda", null]));
  });

  it("shrink to the least that still makes a rule fire", () => {
    const ruleSet = compile(madrid);
    const property = fc.property(
      arbitraryEvent(madrid),
      (drawn) => !evaluate(ruleSet, drawn).fired.includes("pedido"),
    );
    const { counterexample } = fc.check(property, { seed: 1, numRuns: 2_000 });
    const [event] = counterexample ?? [];
    expect(event?.ticket.account).toBe("web");
    expect(event?.message?.text?.length).toBeLessThan(20);
    expect(event?.cause?.rules ?? []).toEqual([]);
  });
});

describe("the instants at which clocks change", () => {
  it.each([
    ["Europe/Madrid", ["2026-03-29T01:00", "2026-10-25T01:00", "2027-03-28T01:00", "2027-10-31T01:00"]],
    ["UTC", []],
    ["No/Such", []],
  ])("are found for %s", (timeZone, expected) => {
    expect(clockChanges(timeZone).map((ms) => new Date(ms).toISOString().slice(0, 16))).toEqual(expected);
  });
});

function draw(workspace: Workspace, numRuns = EVENTS): TicketEvent[] {
  return fc.sample(arbitraryEvent(workspace), { numRuns, seed: 20261122 });
}

/** The verdicts of each condition, by its place. Those that can only have one, as a reference to nothing, may be left out. */
function verdictsSeen(workspace: Workspace, isAbleOnly = false): Map<string, Set<unknown>> {
  const ruleSet = compile(workspace);
  const seen = new Map<string, Set<unknown>>();
  const walk = (place: number, nodes: readonly NodeTrace[]) => {
    for (const node of nodes) {
      if (node.type === "group") walk(place, node.conditions);
      else if (!isAbleOnly || isAble(node.condition, workspace)) {
        const key = `${place} ${node.path.join(".")}`;
        seen.set(key, (seen.get(key) ?? new Set()).add(node.verdict));
      }
    }
  };
  for (const event of draw(workspace))
    for (const { index, tree } of explain(ruleSet, event)) walk(index, tree?.conditions ?? []);
  return seen;
}

type Leaf = Extract<NodeTrace, { condition: unknown }>["condition"];

/** Whether what a condition refers to is in the workspace. */
function isAble(condition: Leaf, { accounts = [], calendars = [], fields = [] }: Workspace): boolean {
  const has = (items: readonly { id: string }[], ids: readonly unknown[]) =>
    items.some(({ id }) => ids.includes(id));
  const withHours = accounts.filter(({ calendar }) => calendars.some(({ id }) => id === calendar));
  switch (condition.type) {
    case "account":
      return has(accounts, [condition.is].flat());
    case "classification": {
      const field = fields.find(({ id }) => id === condition.field);
      const wanted = [condition.is].flat();
      if (field === undefined) return false;
      if (field.type === "select" || field.type === "multi") return has(field.options ?? [], wanted);
      return field.type === "text" || field.type === "date"
        ? wanted.some((value) => typeof value === "string" && value.trim() !== "" && value !== "\u200b")
        : wanted.some((value) => typeof value === field.type);
    }
    case "withinBusinessHours":
    case "outsideBusinessHours": {
      const ids =
        condition.calendar === undefined ? withHours.map(({ calendar }) => calendar) : [condition.calendar];
      return calendars.some(({ id, weekly }) => ids.includes(id) && Object.values(weekly).flat().length > 0);
    }
    default:
      return true;
  }
}

function onMessage(id: string, conditions: object[]) {
  return {
    ...{ id, name: id, active: true, integration: "webhook", trigger: "message.received", operator: "and" },
    ...{ conditions, actions: [{ type: "notify" }] },
  };
}
