import type { Calendar, Workspace } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { clockOf, exceptionOn, openHours, weekAround } from "../../src/try/week.ts";
import {
  clockChanges,
  instantOf,
  nextClockChange,
  offsetAt,
  wallTime,
  writeLocal,
} from "../../src/try/zoneTime.ts";

const SANTIAGO = "America/Santiago";
const utc = (text: string) => Date.parse(text);

describe("weeks across clock changes", () => {
  test("Sunday 6 September 2026 begins at 01:00 in Santiago, and has 23 hours", () => {
    const sunday = weekAround(SANTIAGO, utc("2026-09-06T12:00:00Z"))[6];
    expect(sunday).toEqual({
      date: "2026-09-06",
      weekday: 6,
      from: utc("2026-09-06T04:00:00Z"),
      to: utc("2026-09-07T03:00:00Z"),
      hours: 23,
      changes: [{ at: utc("2026-09-06T04:00:00Z"), jump: 60 }],
    });
    expect(wallTime(SANTIAGO, sunday?.from ?? 0)).toEqual({ date: "2026-09-06", minuteOfDay: 60 });
  });

  test("Saturday 4 April 2026 has the hour from 23:00 twice in Santiago, and 25 hours", () => {
    const week = weekAround(SANTIAGO, utc("2026-04-04T12:00:00Z"));
    expect(week.map(({ hours }) => hours)).toEqual([24, 24, 24, 24, 24, 25, 24]);
    expect(week[5]?.changes).toEqual([{ at: utc("2026-04-05T03:00:00Z"), jump: -60 }]);
    expect(week[6]?.changes).toEqual([]);
  });

  test("on the Lord Howe Island the clock jumps by half an hour", () => {
    const week = weekAround("Australia/Lord_Howe", utc("2026-10-04T00:00:00Z"));
    expect(week[6]?.hours).toBe(23.5);
  });

  test("Samoa had no 30 December 2011", () => {
    const week = weekAround("Pacific/Apia", utc("2011-12-28T12:00:00Z"));
    expect(week[4]).toMatchObject({ date: "2011-12-30", hours: 0 });
    expect(week[5]).toMatchObject({ date: "2011-12-31", hours: 24 });
  });

  test("a skipped time is the instant at which it is skipped; a repeated one the first of the two", () => {
    expect(instantOf("Europe/Madrid", { date: "2026-03-29", minuteOfDay: 150 })).toBe(
      utc("2026-03-29T01:00:00Z"),
    );
    expect(instantOf(SANTIAGO, { date: "2026-04-04", minuteOfDay: 23 * 60 + 30 })).toBe(
      utc("2026-04-05T02:30:00Z"),
    );
  });

  test("every few hours of a year are written as they are read, in zones that change and one that does not", () => {
    for (const zone of [SANTIAGO, "Europe/Madrid", "Africa/Casablanca", "Pacific/Chatham", "UTC"]) {
      for (let at = utc("2026-01-01T00:00:00Z"); at < utc("2027-01-01T00:00:00Z"); at += 5 * 3_600_000) {
        expect(Date.parse(writeLocal(zone, at))).toBe(at);
        const wall = wallTime(zone, at);
        expect([at, at - 3_600_000]).toContain(instantOf(zone, wall));
      }
    }
  });

  test("the next clock change is the first, and follows the instant", () => {
    const change = nextClockChange(SANTIAGO, utc("2026-04-05T03:00:00Z"));
    expect(change).toEqual({ at: utc("2026-09-06T04:00:00Z"), jump: 60 });
    expect(nextClockChange("UTC", 0)).toBeUndefined();
    expect(nextClockChange("Africa/Casablanca", utc("2026-01-01T00:00:00Z"))?.jump).toBe(-60);
  });

  test("before the first change the offset is another", () => {
    const [change] = clockChanges(SANTIAGO, utc("2026-09-05T00:00:00Z"), utc("2026-09-07T00:00:00Z"));
    expect(offsetAt(SANTIAGO, (change?.at ?? 0) - 1) - offsetAt(SANTIAGO, change?.at ?? 0)).toBe(-3_600_000);
  });
});

describe("open hours", () => {
  const calendar: Calendar = {
    id: "__proto__",
    name: "Noche",
    timeZone: SANTIAGO,
    weekly: { sat: [["22:00", "02:00"]] },
    exceptions: { "12-25": [], "2026-09-12": [["10:00", "11:00"]] },
  };

  test("a night across the 25-hour Saturday is five hours long", () => {
    const week = weekAround(SANTIAGO, utc("2026-04-04T12:00:00Z"));
    const hours = openHours(calendar, { from: week[0]?.from ?? 0, to: week[6]?.to ?? 0 });
    const open = hours.filter((each) => each.open);
    expect(open.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([5]);
    expect(hours.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(169 * 3_600_000);
  });

  test("holidays and days with other hours are told apart", () => {
    expect(exceptionOn(calendar, "2027-12-25")).toBe("closed");
    expect(exceptionOn(calendar, "2026-09-12")).toBe("otherHours");
    expect(exceptionOn(calendar, "2026-09-13")).toBeUndefined();
  });

  test("an account without a calendar goes by the zone of the workspace; ids are data", () => {
    const workspace: Workspace = {
      schemaVersion: 1,
      timeZone: "UTC",
      accounts: [{ id: "constructor", name: "A", calendar: "__proto__" }],
      calendars: [calendar],
      rules: [],
    };
    expect(clockOf(workspace, "constructor")).toEqual({ zone: SANTIAGO, calendar });
    expect(clockOf(workspace, "toString")).toEqual({ zone: "UTC", calendar: undefined });
    expect(clockOf(workspace, null)).toEqual({ zone: "UTC", calendar: undefined });
  });
});
