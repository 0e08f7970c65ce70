import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSchedule } from "../../src/time/calendar.ts";
import { localTime } from "../../src/time/local.ts";
import { isOpenAt, openingHours, stretchAt } from "../../src/time/openingHours.ts";
import { zoneWithId } from "../../src/time/zone.ts";
import { calendar, instant } from "../support/calendars.ts";
import { HOST_ZONES, inHostZone } from "../support/hostZones.ts";

const runs = process.env.QUICK ? 50 : process.env.LONG ? 5000 : 200;

describe("opening hours", () => {
  it.each(HOST_ZONES)(
    "give the answer of the wall clock, in whatever order they are asked, on a host in %s",
    (host) => {
      fc.assert(
        fc.property(
          calendar,
          fc.array(fc.tuple(instant, fc.boolean()), { minLength: 1, maxLength: 40 }),
          (each, asked) => {
            const schedule = readSchedule(each);
            const hours = openingHours(each.id, zoneWithId(each.timeZone), schedule);
            inHostZone(host, () => {
              for (const [ms, isNearBoundary] of asked) {
                // At the edges of what is kept, and one off, an answer that is kept too long shows.
                const { from, until } = stretchAt(schedule, zoneWithId(each.timeZone), ms);
                for (const at of isNearBoundary ? [until, from, until - 1, from - 1, ms] : [ms]) {
                  expect(hours.isOpen(at)).toBe(isOpenAt(schedule, localTime(zoneWithId(each.timeZone), at)));
                }
              }
            });
          },
        ),
        { numRuns: runs },
      );
    },
  );
});
