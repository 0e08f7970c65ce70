import type { Arbitrary } from "fast-check";
import type { Calendar } from "../../time/calendar.ts";
import { MS_PER_DAY, MS_PER_MINUTE, WEEKDAYS } from "../../time/date.ts";
import type { Workspace } from "../../workspace.ts";
import { fc } from "../fastCheck/fc.ts";
import { dateNear, timeOfDay } from "./calendar.ts";
import { leavesIn } from "./parts.ts";
import { clockChanges, offsetAt } from "./zones.ts";

const SECOND = 1_000;
const HOUR = 60 * MS_PER_MINUTE;

/** Epoch milliseconds at, just before and just after what the workspace's calendars and conditions name. */
export function arbitraryInstant(workspace: Workspace): Arbitrary<number> {
  const { calendars = [] } = workspace;
  const timeZones = [...new Set([workspace.timeZone, ...calendars.map(({ timeZone }) => timeZone)])];
  const openings = calendars.flatMap(openingsOf);
  const changes = timeZones.flatMap(clockChanges);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(...timeZones).chain((timeZone) => namedWallTime(timeZone, workspace)),
    },
    ...(openings.length === 0
      ? []
      : [{ weight: 3, arbitrary: fc.constantFrom(...openings).chain(atOpening) }]),
    ...(changes.length === 0 ? [] : [{ weight: 1, arbitrary: nearTo(fc.constantFrom(...changes)) }]),
  );
}

/** An instant or one shortly before or after it. */
const nearTo = (instant: Arbitrary<number>): Arbitrary<number> =>
  fc
    .tuple(
      instant,
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(0, 0, -1, 1) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            -SECOND,
            SECOND,
            -MS_PER_MINUTE,
            MS_PER_MINUTE,
            -HOUR / 2,
            HOUR / 2,
            -HOUR,
            HOUR,
          ),
        },
      ),
    )
    .map(([ms, difference]) => ms + difference);

/** A date and a time that something names, each for itself. */
const namedWallTime = (timeZone: string, workspace: Workspace): Arbitrary<number> =>
  nearTo(
    fc
      .record({
        date: fc.oneof(dateNear(timeZone), ...named(datesIn(workspace))),
        time: fc.oneof(timeOfDay(), ...named(timesIn(workspace))),
        days: fc.constantFrom(0, 0, 0, -1, -1, 1, 2, 3, 4),
      })
      .map(({ date, time, days }) => instantOf(timeZone, Date.parse(date) + days * MS_PER_DAY + msOf(time))),
  );

const named = (values: readonly string[]) =>
  values.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...values) }];

/** When a calendar opens on a weekday, and for how long. */
interface Opening {
  readonly timeZone: string;
  /** As `Date.getUTCDay` counts, from Sunday. */
  readonly weekday: number;
  readonly start: number;
  readonly length: number;
}

function openingsOf({ timeZone, weekly }: Calendar): Opening[] {
  return WEEKDAYS.flatMap((day, at) =>
    (weekly[day] ?? []).map(([from, to]) => {
      const [start, end] = [msOf(from), msOf(to)];
      return {
        timeZone,
        weekday: (at + 1) % 7,
        start,
        length: end > start ? end - start : end + MS_PER_DAY - start,
      };
    }),
  );
}

/** The start, the middle or the end of one opening, in the week of a date on which something may happen. */
const atOpening = ({ timeZone, weekday, start, length }: Opening): Arbitrary<number> =>
  nearTo(
    fc.tuple(dateNear(timeZone), fc.constantFrom(0, length / 2, length)).map(([date, since]) => {
      const day = Date.parse(date);
      const days = (weekday - new Date(day).getUTCDay() + 7) % 7;
      return instantOf(timeZone, day + days * MS_PER_DAY + start + since);
    }),
  );

/** An instant at which the clock on the wall may well show this. */
function instantOf(timeZone: string, wall: number): number {
  return wall - offsetAt(timeZone, wall);
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * HOUR + minutes * MS_PER_MINUTE;
}

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
