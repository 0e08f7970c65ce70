import type { Arbitrary } from "fast-check";
import { zoneOf } from "../../time/zone.ts";
import type { Workspace } from "../../workspace.ts";
import { fc } from "../fastCheck/fc.ts";
import { dateNear, timeOfDay } from "./calendar.ts";
import { leavesIn } from "./parts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Epoch milliseconds at, just before and just after what the workspace's calendars and conditions name. */
export function arbitraryInstant(workspace: Workspace): Arbitrary<number> {
  const calendars = workspace.calendars ?? [];
  const timeZones = [workspace.timeZone, ...calendars.map(({ timeZone }) => timeZone)];
  return fc.constantFrom(...timeZones).chain((timeZone) =>
    fc
      .record({
        date: fc.oneof(dateNear(timeZone), ...named(datesIn(workspace))),
        time: fc.oneof(timeOfDay(), ...named(timesIn(workspace))),
        days: fc.constantFrom(0, 0, 0, -1, 1, 2, 3, 4),
        difference: fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom(0, 0, -1, 1) },
          { weight: 1, arbitrary: fc.constantFrom(-MINUTE, MINUTE, -HOUR / 2, HOUR / 2, -HOUR, HOUR) },
        ),
      })
      .map(({ date, time, days, difference }) => {
        const [hours = 0, minutes = 0] = time.split(":").map(Number);
        const wall = Date.parse(date) + days * DAY + hours * HOUR + minutes * MINUTE;
        return wall - (zoneOf(timeZone)?.offsetAt(wall) ?? 0) + difference;
      }),
  );
}

const named = (values: readonly string[]) =>
  values.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...values) }];

/** A date of every year is taken in a leap year. */
function datesIn(workspace: Workspace): string[] {
  const exceptions = (workspace.calendars ?? []).flatMap((calendar) =>
    Object.keys(calendar.exceptions ?? {}),
  );
  const ends = leavesIn(workspace).flatMap((leaf) => (leaf.type === "dateRange" ? [leaf.from, leaf.to] : []));
  return [...exceptions, ...ends].flatMap((date) =>
    date === undefined ? [] : [date.length === 5 ? `2028-${date}` : date],
  );
}

function timesIn(workspace: Workspace): string[] {
  const hours = (workspace.calendars ?? []).flatMap(({ weekly, exceptions = {} }) =>
    [...Object.values(weekly), ...Object.values(exceptions)].flatMap((intervals) => (intervals ?? []).flat()),
  );
  const ends = leavesIn(workspace).flatMap((leaf) => (leaf.type === "timeRange" ? [leaf.from, leaf.to] : []));
  return [...hours, ...ends];
}
