/** When within a week rules that look at the clock would fire, exactly. */
import {
  type Calendar,
  type Condition,
  evaluate,
  type LeafCondition,
  type OpenInterval,
  type Rule,
  type RuleSet,
  type TicketEvent,
  type Workspace,
} from "ticket-rules";
import { type Clock, openHours, type Stretch } from "./week.ts";

/** A rule that looks at the clock, and when it would fire on the event, had that happened at another time. */
export interface Firing {
  readonly rule: string;
  readonly stretches: readonly (Stretch & { readonly how: "fires" | "unknown" })[];
}

/**
 * Every instant of a stretch at which a condition on time may change its verdict. Verdicts are functions of what the
 * local clock shows and of calendars; both are asked of the library, as calendars of their own: one that is open from
 * `from` to `to` each day changes when the condition on that range does, skipped and repeated hours included.
 */
export function momentsOf(
  workspace: Workspace,
  clock: Clock,
  leaves: readonly LeafCondition[],
  week: Stretch,
): number[] {
  const calendars = new Map<string, Calendar>();
  const add = (key: string, calendar: Calendar | undefined) => {
    if (calendar !== undefined && !calendars.has(key)) calendars.set(key, calendar);
  };
  for (const leaf of leaves) {
    if (leaf.type === "timeRange")
      add(`range ${leaf.from} ${leaf.to}`, daily(clock.zone, [leaf.from, leaf.to]));
    if (leaf.type === "weekday" || leaf.type === "dateRange") {
      for (const day of WEEKDAYS) add(`day ${day}`, onlyOn(clock.zone, day));
    }
    if (leaf.type === "withinBusinessHours" || leaf.type === "outsideBusinessHours") {
      const { calendar } = leaf;
      if (calendar === undefined) add("the account's", clock.calendar);
      else
        add(
          `calendar ${calendar}`,
          workspace.calendars?.find(({ id }) => id === calendar),
        );
    }
  }
  const instants = [...calendars.values()].flatMap((calendar) =>
    openHours(calendar, week).map(({ from }) => from),
  );
  return [...new Set([week.from, ...instants])].sort((a, b) => a - b);
}

/** When each rule that looks at the clock fires, or cannot be decided, within a stretch: all else as in the event. */
export function firingsIn(
  workspace: Workspace,
  ruleSet: RuleSet,
  clock: Clock,
  event: TicketEvent,
  week: Stretch,
): Firing[] {
  const rules = workspace.rules.filter((rule) => isTimed(rule));
  const leaves = workspace.rules.flatMap(({ conditions }) => leavesOf(conditions));
  const moments = momentsOf(workspace, clock, leaves, week);
  const found = new Map(rules.map(({ id }) => [id, [] as (Stretch & { how: "fires" | "unknown" })[]]));
  for (const [index, from] of moments.entries()) {
    const to = moments[index + 1] ?? week.to;
    const { fired, indeterminate } = evaluate(ruleSet, { ...event, at: new Date(from) });
    for (const id of fired) extend(found.get(id), { from, to, how: "fires" });
    for (const { rule } of indeterminate) extend(found.get(rule), { from, to, how: "unknown" });
  }
  return [...found].map(([rule, stretches]) => ({ rule, stretches }));
}

/** Whether what a rule says depends on the time of the event. */
export function isTimed({ conditions }: Rule): boolean {
  return leavesOf(conditions).some(({ type }) => TIMED.has(type));
}

/** The conditions of a rule without their groups. */
export function leavesOf(conditions: readonly Condition[]): LeafCondition[] {
  return conditions.flatMap((condition) =>
    condition.type === "group" ? leavesOf(condition.conditions) : [condition],
  );
}

const TIMED: ReadonlySet<string> = new Set([
  "timeRange",
  "weekday",
  "dateRange",
  "withinBusinessHours",
  "outsideBusinessHours",
]);

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function extend<Kind>(
  stretches: (Stretch & { how: Kind })[] | undefined,
  next: Stretch & { how: Kind },
): void {
  const last = stretches?.at(-1);
  if (stretches === undefined) return;
  if (last?.to === next.from && last.how === next.how)
    stretches[stretches.length - 1] = { ...last, to: next.to };
  else stretches.push(next);
}

function daily(timeZone: string, interval: OpenInterval): Calendar {
  return calendarOf(timeZone, Object.fromEntries(WEEKDAYS.map((day) => [day, [interval]])));
}

function onlyOn(timeZone: string, day: (typeof WEEKDAYS)[number]): Calendar {
  return calendarOf(timeZone, { [day]: [["00:00", "24:00"]] });
}

function calendarOf(timeZone: string, weekly: Calendar["weekly"]): Calendar {
  return { id: "moments", name: "moments", timeZone, weekly };
}
