import type { TicketEvent } from "../../event.ts";
import { isRecord } from "../../schema.ts";
import { type TicketEventOverrides, ticketEvent } from "../ticketEvent.ts";

/** Facts that `ticketEvent` supplies and a host may leave out. */
export const ABSENT_FACTS = [
  "ticket.account",
  "ticket.customer",
  "ticket.assignee",
  "ticket.attended",
  "ticket.classification",
  "ticket.activeBot",
  "ticket.status",
  "message",
  "message.text",
  "surveys",
] as const;

/** @see ABSENT_FACTS */
export type AbsentFact = (typeof ABSENT_FACTS)[number];

/**
 * What a scenario says of its event, completed as `ticketEvent` does, without the facts that are absent. What is no
 * object is left for the schema of events to refuse.
 */
export function completed(overrides: TicketEventOverrides, absent: readonly AbsentFact[]): TicketEvent {
  const { ticket, message } = overrides;
  const event: TicketEvent = {
    ...ticketEvent({ ...overrides, ...(isRecord(ticket) ? {} : { ticket: {} }) }),
    ...(ticket === undefined || isRecord(ticket) ? {} : { ticket }),
    ...(message === undefined || message === null || isRecord(message) ? {} : { message }),
  };
  return absent.reduce(without, event);
}

/** Whether a scenario says something of a fact, or of a part of it. */
export function isGiven(overrides: TicketEventOverrides, fact: AbsentFact): boolean {
  const [whole, part] = keysOf(fact);
  const value: unknown = overrides[whole];
  if (part === undefined) return value !== undefined;
  return isRecord(value) && value[part] !== undefined;
}

function without(event: TicketEvent, fact: AbsentFact): TicketEvent {
  const [whole, part] = keysOf(fact);
  const { [whole]: value, ...rest } = event;
  if (part === undefined) return rest as TicketEvent;
  if (!isRecord(value)) return event;
  const { [part]: _, ...others } = value;
  return { ...rest, [whole]: others } as unknown as TicketEvent;
}

/** `ticket.account` as its keys. */
function keysOf(fact: AbsentFact): [whole: "ticket" | "message" | "surveys", part?: string] {
  const [whole, part] = fact.split(".");
  const key = whole === "ticket" || whole === "message" ? whole : "surveys";
  return part === undefined ? [key] : [key, part];
}
