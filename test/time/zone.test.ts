import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, zoneOf, zoneWithId } from "../../src/time/zone.ts";
import { HOST_ZONES, inHostZone } from "../support/hostZones.ts";
import { offsetMinutes } from "../support/wallClock.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const END_OF_TIME = Date.UTC(10_000, 0, 1);

const anyInstant = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2037, 0, 1) });
/** Around the clock changes of Santiago and of Europe, and where the year 2500 begins the calendar anew. */
const instantNearChange = fc
  .tuple(
    fc.constantFrom(
      Date.UTC(2026, 3, 5, 3),
      Date.UTC(2026, 8, 6, 4),
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2500, 0, 1),
    ),
    fc.integer({ min: -4 * DAY, max: 4 * DAY }),
  )
  .map(([change, distance]) => change + distance);

/** Zones with changes at midnight, by half an hour, at odd minutes, over the date line, in the other hemisphere. */
const ZONES = [
  "UTC",
  "America/Santiago",
  "America/Punta_Arenas",
  "Pacific/Easter",
  "America/New_York",
  "America/St_Johns",
  "America/Scoresbysund",
  "Europe/London",
  "Europe/Madrid",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Asia/Pyongyang",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Antarctica/Troll",
];

/** The hours around every change of offset of a zone between two years, and the instants between. */
function* instantsAround(zone: string, fromYear: number, toYear: number): Generator<number> {
  const end = Date.UTC(toYear, 0, 1);
  let before = offsetMinutes(zone, Date.UTC(fromYear, 0, 1));
  for (let ms = Date.UTC(fromYear, 0, 1); ms < end; ms += 12 * HOUR) {
    const offset = offsetMinutes(zone, ms);
    if (offset !== before) {
      for (let near = ms - 15 * HOUR; near < ms + 3 * HOUR; near += HOUR / 2) yield near;
      for (let minute = -3; minute <= 3; minute++) yield ms - 12 * HOUR + minute * 60_000;
    }
    before = offset;
    if (ms % (7 * 24 * HOUR) === 0) yield ms + 1;
  }
}

describe("the offset of a zone", () => {
  it.each(HOST_ZONES)("is that of Intl around every change from 2005 to 2029, on a host in %s", (host) => {
    let compared = 0;
    for (const name of ZONES) {
      const instants = [...instantsAround(name, 2005, 2030)].map(
        (ms) => [ms, offsetMinutes(name, ms)] as const,
      );
      const zone = zoneWithId(name);
      inHostZone(host, () => {
        for (const [ms, expected] of instants) {
          compared++;
          if (zone.offsetAt(ms) !== expected * 60_000) {
            expect.fail(
              `${name} at ${new Date(ms).toISOString()}: ${zone.offsetAt(ms) / 60_000}, not ${expected}`,
            );
          }
        }
      });
    }
    expect(compared).toBeGreaterThan(20_000);
  });

  it("does not depend on what was asked before", () => {
    const name = fc.constantFrom(...ZONES);
    const instants = fc.array(fc.oneof(instantNearChange, anyInstant), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(name, instants, (each, asked) => {
        const zone = zoneWithId(each);
        for (const ms of asked) {
          const { from, to, offset } = zone.runAt(ms);
          expect(from <= ms && ms < to).toBe(true);
          expect(offset).toBe(offsetMinutes(each, ms) * 60_000);
          expect(offsetMinutes(each, Math.max(from, ms - 400 * DAY))).toBe(offset / 60_000);
          expect(offsetMinutes(each, Math.min(to, ms + 400 * DAY) - 1)).toBe(offset / 60_000);
        }
      }),
      { numRuns: process.env.QUICK ? 50 : process.env.LONG ? 5000 : 200 },
    );
  });

  it.each(["America/Santiago", "Antarctica/Troll"])(
    "is that of Intl to the end of the year 9999 in %s",
    (each) => {
      const zone = zoneWithId(each);
      // First further apart than any gap that is closed, and more than are kept, then where the calendar has begun anew.
      const steps = [
        { from: Date.UTC(1972, 1, 1), to: Date.UTC(2500, 0, 1), days: 82.37 },
        { from: Date.UTC(1972, 1, 1), to: END_OF_TIME, days: 1371.37 },
      ];
      for (const { from, to, days } of steps) {
        for (let ms = from; ms < to; ms += Math.floor(days * DAY)) {
          expect(zone.offsetAt(ms)).toBe(offsetMinutes(each, ms) * 60_000);
        }
      }
    },
  );

  it("changes at the very second in Santiago: 2026-09-06T04:00:00Z", () => {
    const zone = zoneOf("America/Santiago")!;
    const change = Date.UTC(2026, 8, 6, 4);
    expect([zone.offsetAt(change - 1), zone.offsetAt(change)]).toEqual([-4 * HOUR, -3 * HOUR]);
    expect(zone.runAt(change - 1).to).toBe(change);
    expect(zone.runAt(change).from).toBe(change);
  });

  it("is exact to the second where zones had seconds: Monrovia until 1972, Santiago long ago", () => {
    const monrovia = zoneOf("Africa/Monrovia")!;
    const change = Date.UTC(1972, 0, 7, 0, 44, 30);
    expect([monrovia.offsetAt(change - 1), monrovia.offsetAt(change)]).toEqual([-2_670_000, 0]);
    expect(zoneOf("Asia/Kathmandu")?.offsetAt(Date.UTC(1985, 11, 31, 18, 30))).toBe(5.75 * HOUR);
    for (const ms of [Date.UTC(1900, 0, 1), Date.UTC(1930, 5, 1), Date.UTC(1960, 0, 1)]) {
      expect(Math.floor(zoneOf("America/Santiago")!.offsetAt(ms) / 60_000)).toBe(
        offsetMinutes("America/Santiago", ms),
      );
    }
  });

  it("is right at the epoch, where date libraries take 0 for an absent date", () => {
    expect(zoneOf("Europe/London")?.offsetAt(0)).toBe(HOUR);
  });
});

describe("the name of a zone", () => {
  it.each([
    "UTC",
    "utc",
    "America/Santiago",
    "america/santiago",
    "Etc/GMT+3",
    "America/Argentina/Buenos_Aires",
    "Asia/Kolkata",
  ])("may be %s", (name) => expect(isTimeZone(name)).toBe(true));

  it.each([
    "",
    " ",
    "EST",
    "CST",
    "GMT",
    "local",
    "system",
    "-03",
    "-03:00",
    "+05:30",
    "UTC+3",
    "Chile/Santigo",
    "America",
    "America/",
    "/Santiago",
    "America/Santiago ",
    "__proto__",
    "constructor",
    "Mars/Olympus",
    "Etc/GMT+25",
  ])("may not be %j: offsets freeze clock changes, abbreviations have two meanings", (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(zoneOf(name)).toBeUndefined();
  });

  it("is the same zone in any spelling", () => {
    expect(zoneOf("america/SANTIAGO")).toBe(zoneOf("America/Santiago"));
  });

  it("is found again after a thousand names that are none", () => {
    for (let number = 0; number < 1100; number++) expect(zoneOf(`Nowhere/City_${number}`)).toBeUndefined();
    expect(zoneOf("America/Santiago")?.id).toBe("America/Santiago");
  });
});
