import { compile, evaluate, type Rule, type TicketEvent, type Workspace } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { firingsIn } from "../../src/try/moments.ts";
import { clockOf, weekAround } from "../../src/try/week.ts";

const rule = (id: string, conditions: Rule["conditions"], rest: Partial<Rule> = {}): Rule =>
  ({
    id,
    name: id,
    active: true,
    integration: "webhook",
    trigger: "message.received",
    operator: "and",
    conditions,
    actions: [{ type: "notify" }],
    ...rest,
  }) as Rule;

const workspaceIn = (timeZone: string): Workspace => ({
  schemaVersion: 1,
  timeZone,
  accounts: [{ id: "a", name: "A", calendar: "office" }],
  calendars: [
    {
      id: "office",
      name: "Office",
      timeZone,
      weekly: { mon: [["09:00", "18:00"]], sat: [["21:30", "03:15"]] },
    },
    { id: "guard", name: "Guard", timeZone: "Asia/Kathmandu", weekly: { sun: [["00:00", "24:00"]] } },
  ],
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
  rules: [
    rule("hours", [{ type: "withinBusinessHours" }]),
    rule("guard", [{ type: "outsideBusinessHours", calendar: "guard" }]),
    rule("night", [{ type: "timeRange", from: "23:30", to: "00:45" }]),
    rule("gap", [{ type: "timeRange", from: "02:10", to: "02:50" }]),
    rule("weekend", [{ type: "weekday", is: ["sat", "sun"] }], { operator: "not" }),
    rule("dates", [{ type: "dateRange", from: "2026-03-29", to: "2026-04-04" }]),
    rule("nowhere", [{ type: "withinBusinessHours", calendar: "gone" }]),
    rule("untimed", [{ type: "unassigned" }]),
    rule("stopper", [{ type: "group", operator: "or", conditions: [{ type: "weekday", is: "wed" }] }], {
      stop: true,
    }),
    rule("stopped", [{ type: "timeRange", from: "10:00", to: "11:00" }]),
  ],
});

const event: TicketEvent = {
  id: "e",
  type: "message.received",
  at: "2026-04-01T12:00:00Z",
  ticket: { id: "t", account: "a", assignee: null },
  message: { text: "hola" },
};

describe("when rules fire within a week", () => {
  const weeks: [string, string][] = [
    ["America/Santiago", "2026-04-04T12:00:00Z"],
    ["America/Santiago", "2026-09-05T12:00:00Z"],
    ["Europe/Madrid", "2026-03-28T12:00:00Z"],
    ["Europe/Madrid", "2026-10-24T12:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T12:00:00Z"],
  ];
  test.each(weeks)(
    "is right at every minute of the week in %s around %s, and at both sides of each bound",
    (zone, at) => {
      const workspace = workspaceIn(zone);
      const ruleSet = compile(workspace);
      const clock = clockOf(workspace, "a");
      const days = weekAround(clock.zone, Date.parse(at));
      const week = { from: days[0]?.from ?? 0, to: days[6]?.to ?? 0 };
      const firings = firingsIn(workspace, ruleSet, clock, event, week);
      expect(firings.map(({ rule: id }) => id)).not.toContain("untimed");
      const stretches = firings.flatMap((each) => each.stretches);
      const instants = stretches
        .flatMap(({ from, to }) => [from - 1, from, to - 1, to])
        .filter((ms) => ms >= week.from && ms < week.to);
      for (let ms = week.from; ms < week.to; ms += 60_000) instants.push(ms);
      for (const ms of instants) {
        const decision = evaluate(ruleSet, { ...event, at: new Date(ms) });
        const told = (how: string) =>
          firings
            .filter((each) => each.stretches.some((one) => one.how === how && one.from <= ms && ms < one.to))
            .map(({ rule: id }) => id);
        expect(told("fires")).toEqual(decision.fired.filter((id) => id !== "untimed"));
        expect(told("unknown")).toEqual(decision.indeterminate.map((each) => each.rule));
      }
    },
  );

  test("stretches that touch are one", () => {
    const workspace = workspaceIn("UTC");
    const clock = clockOf(workspace, "a");
    const days = weekAround("UTC", Date.parse("2026-04-01T00:00:00Z"));
    const week = { from: days[0]?.from ?? 0, to: days[6]?.to ?? 0 };
    const [, , , , weekend] = firingsIn(workspace, compile(workspace), clock, event, week);
    expect(weekend?.stretches).toEqual([{ from: week.from, to: days[5]?.from, how: "fires" }]);
  });
});
