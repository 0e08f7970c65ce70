/** Calendars with overnight, touching and exceptional hours, in zones whose clocks change at awkward hours. */
import type { Arbitrary } from "fast-check";
import type { Calendar, OpenInterval } from "../../time/calendar.ts";
import { fc } from "../fastCheck/fc.ts";

/** Zones, and local dates on which, or next to which, their clocks change. */
export const CHANGE_DATES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "America/Santiago": ["2026-04-04", "2026-04-05", "2026-09-05", "2026-09-06"],
  "america/santiago": ["2026-04-04", "2026-09-06"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  "Africa/Cairo": ["2026-04-23", "2026-04-24", "2026-10-29", "2026-10-30"],
  "Pacific/Apia": ["2011-12-29", "2011-12-30", "2011-12-31"],
  "America/St_Johns": ["2005-04-03", "2005-10-29", "2005-10-30"],
  "Antarctica/Troll": ["2026-03-29", "2026-10-25"],
  "Asia/Kathmandu": ["2024-02-28", "2024-02-29"],
  UTC: ["2026-12-25", "2026-12-31", "2027-01-01"],
};

/** A zone by its name; Chile's more often than others. */
export const zoneName = (): Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant("America/Santiago") },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(CHANGE_DATES)) },
  );

/** A date `YYYY-MM-DD` on which something may happen. */
export const dateNear = (timeZone: string): Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(CHANGE_DATES[timeZone] ?? (["2026-12-25"] as const))) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(CHANGE_DATES).flat()) },
  );

/** A time of day `HH:MM`, often one at which hours change: of opening, of the day, of the clock. */
export const timeOfDay = (): Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom("00:00", "00:01", "01:00", "02:00", "09:00", "18:00", "23:00", "23:59"),
    },
    { weight: 1, arbitrary: fc.nat({ max: 1439 }).map(timeText) },
  );

/** A valid calendar. */
export const calendar = (id: string): Arbitrary<Calendar> =>
  zoneName().chain((timeZone) =>
    fc.record(
      {
        id: fc.constant(id),
        name: fc.constant(`Calendar ${id}`),
        timeZone: fc.constant(timeZone),
        weekly: weekly(),
        exceptions: exceptions(timeZone),
      },
      { requiredKeys: ["id", "name", "timeZone", "weekly"] },
    ),
  );

const weekly = (): Arbitrary<Calendar["weekly"]> => {
  const day = fc.oneof(
    { weight: 3, arbitrary: intervals() },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  return fc.tuple(day, day, day, day, day, day, day).map(([mon, tue, wed, thu, fri, sat, sun]) => {
    const days = { mon, tue, wed, thu, fri, sat, sun };
    const following = [tue, wed, thu, fri, sat, sun, mon];
    const open = Object.entries(days).map(
      ([name, hours], index) =>
        [name, hours?.map((interval) => endingBefore(following[index], interval))] as const,
    );
    return Object.fromEntries(open.filter(([, hours]) => hours !== undefined));
  });
};

const exceptions = (timeZone: string): Arbitrary<Record<string, OpenInterval[]>> => {
  const key = fc
    .tuple(dateNear(timeZone), fc.boolean())
    .map(([date, yearly]) => (yearly ? date.slice(5) : date));
  return fc.array(fc.tuple(key, intervals()), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
};

/** The intervals that start on one day, in any order: cut at times that differ, so that none overlap. */
const intervals = (): Arbitrary<OpenInterval[]> =>
  fc
    .record({
      cuts: fc.uniqueArray(timeOfDay(), { maxLength: 5 }).map((times) => times.sort()),
      overnight: fc.boolean(),
      touching: fc.boolean(),
      midnight: fc.constantFrom("24:00", "00:00"),
    })
    .map(({ cuts, overnight, touching, midnight }) => {
      const found: OpenInterval[] = [];
      for (let index = 0; index < cuts.length; index += touching ? 1 : 2) {
        const [start, end] = [cuts[index], cuts[index + 1]];
        if (start !== undefined && end !== undefined) found.push([start, end]);
        else if (start !== undefined)
          found.push([start, lastEnd(start, overnight ? cuts[0] : undefined, midnight)]);
      }
      return found;
    })
    .chain((found) => fc.shuffledSubarray(found, { minLength: found.length }));

/** The end of a day's last interval: in the next day, or else midnight. */
function lastEnd(start: string, nextDay: string | undefined, midnight: string): string {
  if (nextDay !== undefined && nextDay < start) return nextDay;
  return start === "00:00" ? "24:00" : midnight;
}

/** An interval that runs into the next day ends, at the latest, when that day's first one starts. */
function endingBefore(nextDay: OpenInterval[] | undefined, [start, end]: OpenInterval): OpenInterval {
  const first = (nextDay ?? []).map(([from]) => from).sort()[0];
  return end > start || first === undefined || end <= first ? [start, end] : [start, first];
}

function timeText(minuteOfDay: number): string {
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${digits(Math.floor(minuteOfDay / 60))}:${digits(minuteOfDay % 60)}`;
}
