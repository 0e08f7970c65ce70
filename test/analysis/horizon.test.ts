/** The ends of the horizon, which are dates of the account: elsewhere it is a day sooner or later. */
import type { Condition, OpenInterval, Rule, Workspace } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { expect, test } from "vitest";

const rule = (conditions: Condition[]): Rule => ({
  ...{ id: "r", name: "Rule", active: true, integration: "webhook", trigger: "message.received" },
  ...{ operator: "and", conditions, actions: [{ type: "notify" }] },
});

function workspace(timeZone: string, exceptions: { [date: string]: OpenInterval[] }): Workspace {
  const always: OpenInterval[] = [["00:00", "24:00"]];
  const calendar = { id: "mad", name: "Madrid", timeZone: "Europe/Madrid", exceptions };
  return {
    ...{ schemaVersion: 1, timeZone, rules: [] },
    calendars: [
      { ...calendar, weekly: { sat: always } },
      { ...calendar, id: "night", weekly: { thu: [["22:00", "06:00"]] } },
    ],
    integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
  };
}

test("a holiday of the year after the last counts where it has begun", () => {
  const analyzer = createAnalyzer(workspace("America/Santiago", { "01-01": [] }));
  const last: Condition = { type: "dateRange", from: "2049-12-31" };
  const late: Condition = { type: "timeRange", from: "22:00", to: "23:00" };
  const ask = (type: "withinBusinessHours" | "outsideBusinessHours") =>
    analyzer.fires(rule([last, late, { type, calendar: "mad" }])).verdict;
  expect([ask("withinBusinessHours"), ask("outsideBusinessHours")]).toEqual(["never", "sometimes"]);
});

test("a holiday of the year before the first takes its night with it", () => {
  const analyzer = createAnalyzer(workspace("Europe/Madrid", { "12-31": [] }));
  const first: Condition = { type: "dateRange", to: "2010-01-01" };
  const early: Condition = { type: "timeRange", from: "03:00", to: "04:00" };
  const ask = (type: "withinBusinessHours" | "outsideBusinessHours") =>
    analyzer.fires(rule([first, early, { type, calendar: "night" }])).verdict;
  expect([ask("withinBusinessHours"), ask("outsideBusinessHours")]).toEqual(["never", "sometimes"]);
});

test("while it is Saturday on Kiritimati, it may be Thursday on Niue", () => {
  const calendar = { id: "far", name: "Kiritimati", timeZone: "Pacific/Kiritimati", weekly: {} };
  const analyzer = createAnalyzer({
    ...workspace("Pacific/Niue", {}),
    calendars: [{ ...calendar, exceptions: { "2026-05-16": [["00:00", "00:30"]] } }],
  });
  const open: Condition = { type: "withinBusinessHours", calendar: "far" };
  const on = (is: "wed" | "thu" | "fri") => analyzer.fires(rule([open, { type: "weekday", is }])).verdict;
  expect([on("wed"), on("thu"), on("fri")]).toEqual(["never", "sometimes", "never"]);
});

test("dates of stored rules put the end of it off, but not for those that mean for ever", () => {
  const until = (...dates: Condition[]) =>
    createAnalyzer({
      ...workspace("UTC", {}),
      rules: dates.map((date, at) => ({ ...rule([date]), id: `${at}` })),
    });
  const [late, forEver]: Condition[] = [
    { type: "group", operator: "not", conditions: [{ type: "dateRange", from: "2060-03-01" }] },
    { type: "dateRange", to: "9999-12-31" },
  ] satisfies Condition[];
  expect(until(late!, forEver!).horizon).toEqual({ from: "2010-01-01", to: "2060-12-31" });
  expect(until(late!).fires("0").verdict).toBe("sometimes");
  expect(until(forEver!).horizon.to).toBe("2049-12-31");
  expect(until(forEver!).fires("0").verdict).toBe("always");
  const later = { ...rule([{ type: "dateRange", from: "2070-01-01" }]), id: "0" };
  expect(until(late!).diff([later]).horizon.to).toBe("2070-12-31");
});
