/** Worlds of places and times, around a change of the clocks. */
import { Calendar, type Workspace } from "ticket-rules";
import type { Random } from "../worlds.ts";
import type { Leaf, Parts } from "./crowd.ts";
import { BLANK, leavesBy, ONE, type World } from "./world.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A zone, and a day near which its clocks change. */
const CHANGES: readonly (readonly [zone: string, day: string])[] = [
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Australia/Lord_Howe", "2027-04-04"],
  ["Africa/Cairo", "2026-04-24"],
  ["Pacific/Apia", "2011-12-30"],
  ["Africa/Casablanca", "2026-02-15"],
  ["America/Asuncion", "2024-10-06"],
  ["Asia/Beirut", "2026-03-29"],
  ["Asia/Kathmandu", "2026-01-01"],
  ["Pacific/Kiritimati", "2027-01-01"],
  ["America/Havana", "2026-03-08"],
  ["Europe/Madrid", "2028-02-29"],
  ["Pacific/Chatham", "2026-09-27"],
];

/** Times of day at which hours begin and end. */
const TIMES = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "09:00", "23:00", "23:30"];

/** The days around a change of the clocks of a zone. */
interface Around {
  readonly zone: string;
  /** Epoch milliseconds, on the day of the change. */
  readonly noon: number;
  /** How many days before and after matter. */
  readonly reach: number;
  /** The date so many days later. */
  near(days: number): string;
}

/** Accounts with calendars of their own in several zones, within days around a clock change: every boundary and what is beside it. */
export function timeWorld(random: Random): World {
  const around = aroundChange(random);
  const { reach, near } = around;
  const workspace = workspaceAround(around, random);
  const horizon = { from: near(-reach), to: near(reach) };
  return {
    workspace,
    horizon,
    leaves: leavesBy(() => leafAround(around, random), 24, random),
    parts: [{ ...ONE, type: "message.received", places: placesWithin(horizon, workspace, around) }],
    triggers: ["message.received"],
  };
}

function aroundChange(random: Random): Around {
  const [zone, day] = random.pick(CHANGES);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const reach = 2 + random.below(6);
  const near = (days: number) => new Date(noon + days * DAY).toISOString().slice(0, 10);
  return { zone, noon, reach, near };
}

function workspaceAround(around: Around, random: Random): Workspace {
  const { zone } = around;
  return {
    ...BLANK,
    timeZone: random.pick(["UTC", zone]),
    calendars: [
      ...["a", "b"].map((id) => calendarAround(id, around, random)),
      { id: "empty", name: "E", timeZone: zone, weekly: {} },
    ],
    accounts: [
      { id: "a", name: "A", calendar: "a" },
      { id: "b", name: "B", calendar: "b" },
      { id: "none", name: "N" },
      ...(random.below(2) === 0 ? [{ id: "empty", name: "E", calendar: "empty" }] : []),
      ...(random.below(3) === 0 ? [{ id: "gone", name: "G", calendar: "lost" }] : []),
    ],
  };
}

/** The first calendar drawn that is valid. */
function calendarAround(id: string, around: Around, random: Random): Calendar {
  for (;;) {
    const found = drawnCalendar(id, around, random);
    if (Calendar.safeParse(found).success) return found;
  }
}

function drawnCalendar(id: string, { zone, reach, near }: Around, random: Random): Calendar {
  const interval = (): [string, string] => {
    const from = random.pick(TIMES);
    const to = random.pick([...TIMES, "24:00"].filter((each) => each !== from));
    return [from, to];
  };
  const hours = () => (random.below(4) === 0 ? [] : [interval()]);
  return {
    ...{ id, name: id, timeZone: random.pick([zone, zone, "UTC", random.pick(CHANGES)[0]]) },
    weekly: Object.fromEntries(
      (["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const)
        .filter(() => random.below(2) === 0)
        .map((weekday) => [weekday, hours()]),
    ),
    exceptions: Object.fromEntries(
      Array.from({ length: random.below(4) }, () => {
        const date = near(random.below(2 * reach + 3) - reach - 1);
        return [random.below(2) === 0 ? date : date.slice(5), hours()];
      }),
    ),
  };
}

function leafAround({ reach, near }: Around, random: Random): Leaf {
  const time = () => random.pick(TIMES);
  const is = () => random.pick(["a", "b", "none", "empty", "gone", "nobody"]);
  return random.pick<() => Leaf>([
    () => ({ type: "account", is: random.below(2) === 0 ? is() : [is(), is()] }),
    () => ({ type: "withinBusinessHours" }),
    () => ({ type: "outsideBusinessHours" }),
    () => ({ type: "withinBusinessHours", calendar: random.pick(["a", "b", "empty", "lost"]) }),
    () => ({ type: "outsideBusinessHours", calendar: random.pick(["a", "b", "empty"]) }),
    () => ({
      type: "weekday",
      is: random.pick(["mon", "fri", "sat", "sun", ["sat", "sun"], ["tue"]] as const) as "mon",
    }),
    () => ({ type: "timeRange", from: time(), to: random.pick([...TIMES.slice(1), "24:00"]) }),
    () => {
      const first = random.below(2 * reach + 1) - reach;
      const to = { to: near(first + random.below(4)) };
      return { type: "dateRange", from: near(first), ...(random.below(4) === 0 ? {} : to) };
    },
  ])();
}

/** Every account, one that is not there and none, at every half hour within the horizon and a minute before it. */
function placesWithin(
  horizon: { readonly from: string; readonly to: string },
  workspace: Workspace,
  { noon, reach }: Around,
): Parts["places"] {
  const instants: number[] = [];
  for (let ms = noon - (reach + 2) * DAY; ms <= noon + (reach + 2) * DAY; ms += 30 * MINUTE) {
    instants.push(ms - MINUTE, ms);
  }
  const accounts = [...(workspace.accounts ?? []).map(({ id }) => id), "stranger", null];
  return accounts.flatMap((account) =>
    instants
      .filter((ms) => {
        const local = localDate(workspace, account, ms);
        return horizon.from <= local && local <= horizon.to;
      })
      .map((ms) => ({ account, at: new Date(ms).toISOString() })),
  );
}

/** The date on the wall clock of an account. */
function localDate({ accounts, calendars, timeZone }: Workspace, account: string | null, ms: number): string {
  const id = accounts?.find((each) => each.id === account)?.calendar;
  const zone = calendars?.find((each) => each.id === id)?.timeZone ?? (id === undefined ? timeZone : "UTC");
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(ms);
}
