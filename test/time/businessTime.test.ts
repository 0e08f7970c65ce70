import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessTime, Calendar } from "../../src/index.ts";
import { wallClock } from "../support/wallClock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Membership of the wall clock, said as plainly as can be, over what Intl prints. */
function isOpen({ timeZone, weekly, exceptions = {} }: Calendar, ms: number): boolean {
  const { day, minuteOfDay } = wallClock(timeZone, ms);
  const hoursOf = (each: number) => {
    const date = new Date(each * DAY).toISOString().slice(0, 10);
    return (
      exceptions[date] ?? exceptions[date.slice(5)] ?? weekly[WEEKDAYS[(((each + 3) % 7) + 7) % 7]!] ?? []
    );
  };
  const today = hoursOf(day).some(([from, to]) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return minuteOfDay >= start && (end <= start || minuteOfDay < end);
  });
  const tail = hoursOf(day - 1).some(([from, to]) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return end < start && minuteOfDay < end;
  });
  return today || tail;
}

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});
const interval = fc.tuple(time, fc.oneof(time, fc.constant("24:00"))).filter(([start, end]) => start !== end);
const hours = fc.array(interval, { maxLength: 3 });
const date = fc.oneof(
  fc.integer({ min: 20_550, max: 20_730 }).map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
  fc.constantFrom("01-01", "02-29", "04-04", "09-06", "12-25"),
);

const calendar = fc
  .record({
    id: fc.constant("cal"),
    name: fc.constant("Cal"),
    timeZone: fc.constantFrom(
      "America/Santiago",
      "Australia/Lord_Howe",
      "Africa/Cairo",
      "America/St_Johns",
      "UTC",
    ),
    weekly: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, hours])), { requiredKeys: [] }),
    exceptions: fc.dictionary(date, hours, { maxKeys: 4 }),
  })
  .map((each) => each as unknown as Calendar)
  // Overlaps are refused; what is left is what can be stored.
  .filter((each) => Calendar.safeParse(each).success);

/** 2026, with the clock changes of the zones. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 3, 3), max: Date.UTC(2026, 9, 1) }),
  fc.integer({ min: Date.UTC(2026, 3, 4), max: Date.UTC(2026, 3, 6) }),
  fc.integer({ min: Date.UTC(2026, 8, 5), max: Date.UTC(2026, 8, 7) }),
);

const runs = process.env.QUICK ? 100 : process.env.LONG ? 5000 : 500;

describe("business time", () => {
  it("is open when the wall clock of the zone stands within the hours", () => {
    fc.assert(
      fc.property(calendar, fc.array(instant, { minLength: 20, maxLength: 20 }), (each, instants) => {
        const { isOpen: answer } = businessTime(each);
        for (const ms of instants) expect(answer(new Date(ms))).toBe(isOpen(each, ms));
      }),
      { numRuns: runs },
    );
  });

  it("changes next at the first instant at which it is otherwise, and at no earlier one", () => {
    fc.assert(
      fc.property(calendar, instant, (each, ms) => {
        const change = businessTime(each).nextChange(new Date(ms));
        const until = change === null ? ms + 30 * DAY : Math.min(change.getTime(), ms + 30 * DAY);
        for (let at = ms; at < until; at += 5 * MINUTE) expect(isOpen(each, at)).toBe(isOpen(each, ms));
        if (change !== null) {
          expect(isOpen(each, change.getTime())).toBe(!isOpen(each, ms));
          expect(isOpen(each, change.getTime() - 1)).toBe(isOpen(each, ms));
        }
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it("counts the minutes that a minute-by-minute walk counts", () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 0, max: 3 * 1440 }), (each, ms, length) => {
        const from = Math.floor(ms / MINUTE) * MINUTE;
        let walked = 0;
        for (let at = from; at < from + length * MINUTE; at += MINUTE) if (isOpen(each, at)) walked++;
        expect(businessTime(each).openMinutes(new Date(from), new Date(from + length * MINUTE))).toBe(walked);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it("adds up: from a to c is from a to b and from b to c", () => {
    fc.assert(
      fc.property(calendar, fc.array(instant, { minLength: 3, maxLength: 3 }), (each, instants) => {
        const [a, b, c] = instants.toSorted((x, y) => x - y).map((ms) => new Date(ms));
        const { openMinutes } = businessTime(each);
        expect(openMinutes(a!, b!) + openMinutes(b!, c!)).toBeCloseTo(openMinutes(a!, c!), 6);
      }),
      { numRuns: runs },
    );
  });

  it("adds open minutes as the inverse of counting them, at the earliest instant", () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 5000 }), (each, ms, minutes) => {
        const { addOpenMinutes, openMinutes } = businessTime(each);
        const end = addOpenMinutes(new Date(ms), minutes);
        if (end === null) {
          expect(openMinutes(new Date(ms), new Date(ms + 4000 * DAY))).toBeLessThan(minutes);
        } else {
          expect(openMinutes(new Date(ms), end)).toBeCloseTo(minutes, 6);
          expect(openMinutes(new Date(ms), new Date(end.getTime() - 1))).toBeLessThan(minutes);
        }
      }),
      { numRuns: runs },
    );
  });

  const never: Calendar = { id: "c", name: "C", timeZone: "America/Santiago", weekly: {} };

  it("never changes where nothing ever opens, and finds the one day that does, however far", () => {
    expect(businessTime(never).nextChange("2026-01-01T00:00:00Z")).toBeNull();
    expect(businessTime(never).addOpenMinutes("2026-01-01T00:00:00Z", 1)).toBeNull();
    const once: Calendar = { ...never, exceptions: { "9998-07-01": [["09:00", "10:00"]] } };
    expect(businessTime(once).nextChange("2026-01-01T00:00:00Z")?.toISOString()).toMatch(
      /^9998-07-01T1[23]:00/,
    );
    const leap: Calendar = { ...never, timeZone: "UTC", exceptions: { "02-29": [["09:00", "10:00"]] } };
    expect(businessTime(leap).nextChange("2096-03-01T00:00:00Z")?.toISOString()).toBe(
      "2104-02-29T09:00:00.000Z",
    );
  });

  it("closes an open week at its one holiday only, with all day open as 00:00 to 24:00", () => {
    const allDay = Object.fromEntries(WEEKDAYS.map((day) => [day, [["00:00", "24:00"]]]));
    const open = { ...never, weekly: allDay, exceptions: { "12-25": [] } } as Calendar;
    const { nextChange } = businessTime(open);
    expect(nextChange("2026-06-01T00:00:00Z")?.toISOString()).toBe("2026-12-25T03:00:00.000Z");
    expect(nextChange("2026-12-25T03:00:00Z")?.toISOString()).toBe("2026-12-26T03:00:00.000Z");
    expect(businessTime({ ...open, exceptions: {} }).nextChange("2026-06-01T00:00:00Z")).toBeNull();
  });

  it("refuses what is no instant, a span that runs backwards, and minutes that are no number", () => {
    const { isOpen: answer, openMinutes, addOpenMinutes } = businessTime(never);
    expect(() => answer("2026-01-01T00:00:00")).toThrow(TypeError);
    expect(() => answer(new Date(Number.NaN))).toThrow(TypeError);
    expect(() => openMinutes("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z")).toThrow(RangeError);
    expect(() => addOpenMinutes("2026-01-02T00:00:00Z", -1)).toThrow(RangeError);
    expect(() => addOpenMinutes("2026-01-02T00:00:00Z", Number.NaN)).toThrow(RangeError);
    expect(() => businessTime({ ...never, timeZone: "EST" })).toThrow(/time zone/);
  });

  it("gives back the instant itself for zero minutes", () => {
    expect(businessTime(never).addOpenMinutes("2026-01-01T00:00:00Z", 0)?.toISOString()).toBe(
      "2026-01-01T00:00:00.000Z",
    );
  });
});
