/** What stands in the lanes of a strip of time, as data. */
import type { Calendar, Workspace } from "ticket-rules";
import { type Firing, isTimed, leavesOf } from "./moments.ts";
import { type Clock, type Day, openHours, type Stretch } from "./week.ts";
import { clockText, HOUR, wallTime } from "./zoneTime.ts";

/** A block of a lane. */
export interface Block extends Stretch {
  readonly look: "open" | "fires" | "unknown";
}

/** A lane: a calendar or a rule. */
export interface Lane {
  readonly key: string;
  readonly kind: "calendar" | "rule";
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** The lanes of the calendars that matter: the account's, and those that rules name. */
export function calendarLanes(workspace: Workspace, clock: Clock, span: Stretch): Lane[] {
  const calendars = new Map<string, Calendar>();
  if (clock.calendar !== undefined) calendars.set(clock.calendar.id, clock.calendar);
  for (const { conditions } of workspace.rules) {
    for (const leaf of leavesOf(conditions)) {
      if (leaf.type !== "withinBusinessHours" && leaf.type !== "outsideBusinessHours") continue;
      const named = workspace.calendars?.find(({ id }) => id === leaf.calendar);
      if (named !== undefined) calendars.set(named.id, named);
    }
  }
  return [...calendars.values()].map((calendar) => ({
    key: `calendar ${calendar.id}`,
    kind: "calendar",
    name: calendar.name,
    blocks: openHours(calendar, span).flatMap(({ open, from, to }) =>
      open ? [{ from, to, look: "open" }] : [],
    ),
  }));
}

/** The lanes of the rules that would fire at some time of the week, and how many look at the clock in vain. */
export function ruleLanes(
  workspace: Workspace,
  firings: readonly Firing[],
): { lanes: Lane[]; quiet: number } {
  const names = new Map(workspace.rules.filter(isTimed).map(({ id, name }) => [id, name]));
  const lanes = firings.flatMap(({ rule, stretches }): Lane[] =>
    stretches.length === 0
      ? []
      : [
          {
            key: `rule ${rule}`,
            kind: "rule",
            name: names.get(rule) ?? rule,
            blocks: stretches.map(({ from, to, how }) => ({ from, to, look: how })),
          },
        ],
  );
  return { lanes, quiet: firings.length - lanes.length };
}

/** The block of a lane that holds an instant. */
export function blockAt(lane: Lane, instant: number): Block | undefined {
  return lane.blocks.find(({ from, to }) => from <= instant && instant < to);
}

/** The part of the blocks that lies within a span. */
export function within(blocks: readonly Block[], span: Stretch): Block[] {
  return blocks.flatMap((block) => {
    const from = Math.max(block.from, span.from);
    const to = Math.min(block.to, span.to);
    return from < to ? [{ ...block, from, to }] : [];
  });
}

/** A mark of the clock on the axis of a day. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The full hours of a day as the clock shows them: one that is skipped is not there, one that is repeated is there twice. */
export function hoursOf(zone: string, day: Day): Tick[] {
  const ticks: Tick[] = [];
  // Clocks show full hours at full quarters of an hour everywhere.
  for (let at = Math.ceil(day.from / QUARTER) * QUARTER; at < day.to; at += QUARTER) {
    const { minuteOfDay } = wallTime(zone, at);
    if (minuteOfDay % 60 === 0) ticks.push({ at, label: clockText(minuteOfDay).slice(0, 2) });
  }
  return ticks;
}

const QUARTER = HOUR / 4;
