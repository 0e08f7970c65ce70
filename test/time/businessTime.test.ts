import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessTime, type Calendar } from "../../src/index.ts";
import { readSchedule } from "../../src/time/calendar.ts";
import { stretchAt } from "../../src/time/openingHours.ts";
import { zoneOf } from "../../src/time/zone.ts";
import { calendar, instant, WEEKDAYS } from "../support/calendars.ts";
import { wallClock } from "../support/wallClock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

  /** From one change of the answer to the next: linear in the days between. */
  function* stretches(each: Calendar, from: number) {
    const schedule = readSchedule(each);
    const zone = zoneOf(each.timeZone)!;
    for (let ms = from; ; ) {
      const { open, until } = stretchAt(schedule, zone, ms);
      yield { open, ms, until };
      ms = until;
    }
  }

  it("counts what a walk from change to change counts, over years", () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 0, max: 2000 * DAY }), (each, end, length) => {
        let walked = 0;
        for (const { open, ms, until } of stretches(each, end - length)) {
          if (open) walked += Math.min(until, end) - ms;
          if (until >= end) break;
        }
        const { openMinutes } = businessTime(each);
        expect(openMinutes(new Date(end - length), new Date(end))).toBe(walked / MINUTE);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it("adds what a walk from change to change adds, to the millisecond, over years", () => {
    const minutes = fc.oneof(
      fc.integer({ max: 400_000, min: 1 }),
      fc.double({ min: 0.001, max: 300_000, noNaN: true }),
    );
    fc.assert(
      fc.property(calendar, instant, minutes, (each, from, wanted) => {
        let left = wanted * MINUTE;
        let end: number | undefined;
        for (const { open, ms, until } of stretches(each, from)) {
          if (open && left <= until - ms) end = ms + left;
          if (end !== undefined || until > from + 5000 * DAY) break;
          if (open) left -= until - ms;
        }
        const added = businessTime(each).addOpenMinutes(new Date(from), wanted);
        if (end === undefined)
          expect(added?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(from + 5000 * DAY);
        else expect(added).toEqual(new Date(end));
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it("counts ten thousand years, and adds the minutes of them", () => {
    const office: Calendar = {
      ...never,
      weekly: { mon: [["09:00", "17:00"]], fri: [["22:00", "06:00"]] },
      exceptions: { "12-25": [], "2026-03-02": [["10:00", "11:00"]] },
    };
    const { addOpenMinutes, openMinutes } = businessTime(office);
    const [from, to] = ["2000-01-01T00:00:00Z", "9999-12-31T00:00:00Z"];
    const all = openMinutes(from, to);
    const halves = ["2026-03-02T13:30:00Z", "5555-05-05T05:55:55.555Z"].map(
      (middle) => openMinutes(from, middle) + openMinutes(middle, to),
    );
    expect(halves.map((sum) => sum.toFixed(3))).toEqual([all.toFixed(3), all.toFixed(3)]);
    expect(openMinutes(from, addOpenMinutes(from, all)!)).toBe(all);
    expect(addOpenMinutes(from, all + 7 * 1440)).toBeNull();
    expect(addOpenMinutes(from, Number.MAX_VALUE)).toBeNull();
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
