/** Proofs about time against every quarter of an hour of three weeks in which the clocks of ten zones change. */
import { type Condition, compile, evaluate, type Rule, type TicketEvent, type Workspace } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { expect, test } from "vitest";
import { type Random, randomFrom } from "./worlds.ts";

const RULES = process.env.LONG ? 600 : 60;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const QUARTER = 15 * 60_000;
const DAY = 96 * QUARTER;

/** A zone, and a day near which its clocks change: by an hour, by half of one, at midnight, or by a whole day. */
const CHANGES: readonly (readonly [zone: string, day: string])[] = [
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Africa/Cairo", "2026-04-24"],
  ["Pacific/Apia", "2011-12-30"],
  ["Asia/Kathmandu", "2026-01-01"],
  ["Africa/Casablanca", "2026-02-15"],
  ["America/Asuncion", "2024-10-06"],
];

test.each(CHANGES)(`${RULES} rules in %s around %s (seed ${SEED})`, (timeZone, day) => {
  const random = randomFrom(SEED);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const date = (days: number) => new Date(noon + days * DAY).toISOString().slice(0, 10);
  const rules = Array.from({ length: RULES }, (_, at) => timeRule(random, `r${at}`, date));
  const workspace = workspaceIn(timeZone, day, random.pick(CHANGES)[0], rules);
  const analyzer = createAnalyzer(workspace, { horizon: { from: date(-10), to: date(10) }, start: date(0) });
  const ruleSet = compile(workspace);
  const fired = new Map(rules.map(({ id }) => [id, { fired: 0, missed: 0 }]));
  for (let ms = noon - 8 * DAY; ms < noon + 8 * DAY; ms += QUARTER) {
    for (const account of ["here", "none"]) {
      const at = new Date(ms).toISOString();
      const event: TicketEvent = { id: "e", type: "message.received", at, ticket: { id: "t", account } };
      const ids = new Set(evaluate(ruleSet, event).fired);
      for (const [id, count] of fired) count[ids.has(id) ? "fired" : "missed"]++;
    }
  }
  for (const own of rules) {
    const { yes, no } = analyzer.fires(own.id);
    const count = fired.get(own.id)!;
    const told = JSON.stringify({ conditions: own.conditions, operator: own.operator, count, timeZone });
    expect([yes.kind, no.kind], told).not.toContain("unknown");
    if (yes.kind === "no") expect(count.fired, told).toBe(0);
    if (no.kind === "no") expect(count.missed, told).toBe(0);
  }
});

function workspaceIn(timeZone: string, day: string, other: string, rules: Rule[]): Workspace {
  return {
    schemaVersion: 1,
    timeZone: "UTC",
    accounts: [
      { id: "here", name: "Here", calendar: "own" },
      { id: "none", name: "None" },
    ],
    calendars: [
      {
        id: "own",
        name: "Own",
        timeZone,
        weekly: { mon: [["09:00", "18:00"]], sat: [["22:00", "04:00"]], sun: [["23:30", "00:30"]] },
        exceptions: { [day]: [["00:00", "02:00"]], [day.slice(5)]: [["03:00", "04:00"]] },
      },
      {
        id: "other",
        name: "Other",
        timeZone: other,
        weekly: { sun: [["00:00", "03:30"]], wed: [["08:15", "24:00"]] },
      },
    ],
    integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
    rules,
  };
}

function timeRule(random: Random, id: string, date: (days: number) => string): Rule {
  const leaf = (): Condition => {
    const [first, length] = [random.below(7) - 3, random.below(3)];
    return random.pick<Condition>([
      { type: "weekday", is: random.pick(["sat", "sun", "mon", "fri", "wed", "thu"] as const) },
      {
        type: "timeRange",
        from: random.pick(["00:00", "01:00", "02:00", "23:30"]),
        to: random.pick(["00:30", "02:30", "03:00", "24:00"]),
      },
      { type: "dateRange", from: date(first), to: date(first + length) },
      { type: "withinBusinessHours" },
      { type: "outsideBusinessHours" },
      { type: "withinBusinessHours", calendar: "other" },
      { type: "withinBusinessHours", calendar: "own" },
      { type: "account", is: "here" },
    ]);
  };
  const condition = (): Condition =>
    random.below(3) === 0 ? { type: "group", operator: "not", conditions: [leaf()] } : leaf();
  return {
    id,
    name: "Rule",
    active: true,
    integration: "webhook",
    trigger: "message.received",
    operator: "and",
    conditions: Array.from({ length: 2 + random.below(4) }, condition),
    actions: [{ type: "notify" }],
  };
}
