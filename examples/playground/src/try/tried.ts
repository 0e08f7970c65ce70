/** What comes of the event that is being tried: all follows from the state of the page. */
import { computed, signal } from "@preact/signals";
import {
  type Decision,
  evaluate,
  explain,
  type Issue,
  issuesOf,
  type RuleTrace,
  TicketEvent,
  type Workspace,
} from "ticket-rules";
import { put } from "../state/change.ts";
import { document } from "../state/document.ts";
import { event } from "../state/event.ts";
import { at, type JsonObject, listOf, member, textOf } from "../state/json.ts";
import { brokenIds, ruleSet, workspace } from "../state/loaded.ts";
import { instantOfEvent } from "./eventFacts.ts";
import { type Clock, clockOf, type Day, type Stretch, weekAround } from "./week.ts";
import { DAY, writeLocal } from "./zoneTime.ts";

/** An evaluation, or why there is none. */
export type Tried =
  | { readonly event: TicketEvent; readonly decision: Decision; readonly traces: readonly RuleTrace[] }
  | { readonly event: undefined; readonly reason: string };

/** What is wrong with the event, as the strict schema tells it. The evaluator takes more than that. */
export const eventIssues = computed((): readonly Issue[] => {
  const parsed = TicketEvent.safeParse(event.value);
  return parsed.success ? [] : issuesOf(parsed.error);
});

/** The evaluation of the event. */
export const tried = computed((): Tried => evaluationOf(event.value));

function evaluationOf(written: JsonObject): Tried {
  // The evaluator checks what it needs, and says what that is.
  const candidate = written as unknown as TicketEvent;
  try {
    return {
      event: candidate,
      decision: evaluate(ruleSet.value, candidate),
      traces: explain(ruleSet.value, candidate),
    };
  } catch (error) {
    return { event: undefined, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The rules of the document by the places that traces name, whatever is wrong with them. */
export const writtenRules = computed(() => listOf(document.value.rules));

const account = computed(() => {
  const id = at(event.value, ["ticket", "account"]);
  return typeof id === "string" ? id : undefined;
});

const frame = computed((): Pick<Workspace, "timeZone" | "accounts" | "calendars"> => workspace.value);

/** The clock that the event's account goes by. */
export const clock = computed(
  (): Clock => clockOf({ ...frame.value, schemaVersion: 1, rules: [] }, account.value),
);

/** Whether the hours of the event's account are in the document, and not valid. */
export const hasBrokenCalendar = computed(() => {
  const own = listOf(document.value.accounts).find((each) => member(each, "id") === account.value);
  return account.value !== undefined && brokenIds.value.has(textOf(member(own, "calendar")));
});

const zone = computed(() => clock.value.zone);

/** When the event happens. An event without a time is shown at the time it had last. */
export const instant = computed((): number => {
  const known = instantOfEvent(event.value);
  if (known !== undefined) lastInstant = known;
  return lastInstant;
});
let lastInstant = Date.parse("2026-11-23T13:15:00Z");

const weekStart = computed(() => weekAround(zone.value, instant.value)[0]?.date ?? "");

/** The seven days around the event; the same as long as it stays within them. */
export const days = computed((): readonly Day[] => {
  void weekStart.value;
  return weekAround(zone.value, instant.peek());
});

/** The whole week. */
export const week = computed(
  (): Stretch => ({
    from: days.value[0]?.from ?? 0,
    to: days.value[6]?.to ?? 7 * DAY,
  }),
);

/** The event without its time, as text: equal as long as only the clock moves. */
export const restOfEvent = computed(() => JSON.stringify(put(event.value, ["at"], undefined)));

/** Lets the event happen at another time. */
export function moveTo(ms: number): void {
  event.value = put(event.peek(), ["at"], writeLocal(zone.peek(), ms));
}

/** Changes the event at a path; `undefined` leaves the fact out. */
export function setFact(
  ...change: Parameters<typeof put<JsonObject>> extends [unknown, ...infer Rest] ? Rest : never
): void {
  event.value = put(event.peek(), ...change);
}

/** The rules that were opened or closed by hand, by their ids. */
export const opened = signal<ReadonlyMap<string, boolean>>(new Map());
