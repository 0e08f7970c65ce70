/** The facts of an event as a record keeps them, and an event made of such facts. */
import type { FactName, Json, RecordedFact } from "../decisionRecord.ts";
import type { EventHead, TicketEvent } from "../event.ts";
import { isRecord, member } from "../schema.ts";
import { hashOf, keyedHashOf } from "../text/hash.ts";
import { parseInstant } from "../time/instant.ts";
import type { Needs } from "./content.ts";

/** A fact without its value. */
export type FactKey = Pick<RecordedFact, "fact" | "field">;

/** The facts that are needed, each field by itself, in the order of their names. */
export function keysOf({ facts, fields }: Needs): FactKey[] {
  return [...facts].sort().flatMap((fact): FactKey[] => {
    const byField = fact === "ticket.classification" || fact === "changes.classification";
    return byField ? [...fields].sort().map((field) => ({ fact, field })) : [{ fact }];
  });
}

/** A fact of an event. Total: what a getter keeps to itself was not supplied. */
export function readFact({ fact, field }: FactKey, event: object): RecordedFact {
  const value = asJson(FINDERS[fact](event, field ?? ""));
  const key: FactKey = field === undefined ? { fact } : { fact, field };
  return value === undefined ? { ...key, state: "notSupplied" } : { ...key, state: "known", value };
}

/** The same fact without its value. One that is known to be empty has nothing to hide. */
export function redacted(fact: RecordedFact, key: string | undefined): RecordedFact {
  if (fact.state !== "known" || fact.value === null) return fact;
  const { value, state, ...rest } = fact;
  const length = (typeof value === "string" ? value : JSON.stringify(value)).length;
  return { ...rest, state: "redacted", hash: redactionOf(value, key), length };
}

/** What stands for a value that is kept out of a record. */
export function redactionOf(value: Json, key: string | undefined): string {
  return key === undefined ? hashOf(value) : keyedHashOf(value, key);
}

/** An event with these facts and no others, on which the same is decided. Redacted facts are left out. */
export function eventOf(
  head: { id: string; type: string; at: string; ticket: string },
  facts: readonly RecordedFact[],
): TicketEvent {
  const { ticket, ...rest } = head;
  const event: Nested = { ...rest, ticket: { id: ticket } };
  for (const recorded of facts) {
    if (recorded.state !== "known") continue;
    const [place, name] = recorded.fact.split(".");
    if (place === undefined) continue;
    if (name === undefined) put(event, place, recorded.value);
    else if (recorded.field === undefined) put(within(event, place), name, recorded.value);
    else put(within(within(event, place), name), recorded.field, recorded.value);
  }
  // As a host without types may send it: its facts may be of any type.
  return event as unknown as TicketEvent;
}

interface Nested {
  [key: string]: unknown;
}

function within(parent: Nested, key: string): Nested {
  const known = member(parent, key);
  if (isRecord(known)) return known;
  const made: Nested = {};
  put(parent, key, made);
  return made;
}

/** As a member of its own, also under a name such as `__proto__`. */
function put(parent: Nested, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
}

const ofTicket = (name: string) => (event: object) => member(member(event, "ticket"), name);

const ofMessage = (name: string) => (event: object) => member(member(event, "message"), name);

/** Where each fact stands. What the library takes for known and empty is null here. */
const FINDERS: { readonly [Fact in FactName]: (event: object, field: string) => unknown } = {
  "ticket.account": ofTicket("account"),
  "ticket.customer": ofTicket("customer"),
  "ticket.assignee": ofTicket("assignee"),
  "ticket.attended": ofTicket("attended"),
  "ticket.activeBot": ofTicket("activeBot"),
  "ticket.classification": (event, field) => {
    const classification = ofTicket("classification")(event);
    return classification === undefined ? undefined : (member(classification, field) ?? null);
  },
  "changes.classification": (event, field) => {
    const change = member(member(member(event, "changes"), "classification"), field);
    // What it was before is all that is asked.
    return isRecord(change) ? { before: member(change, "before") } : change;
  },
  "message.text": (event) => (member(event, "message") === null ? null : ofMessage("text")(event)),
  "message.direction": ofMessage("direction"),
  "message.author": ofMessage("author"),
  surveys: (event) => {
    const surveys = member(event, "surveys");
    return Array.isArray(surveys) ? itemsOf(surveys).map(writtenSurvey) : surveys;
  },
  cause: (event) => {
    const cause = member(event, "cause");
    return isRecord(cause) ? { rules: member(cause, "rules"), depth: member(cause, "depth") } : cause;
  },
};

function writtenSurvey(survey: unknown): unknown {
  if (!isRecord(survey)) return survey;
  const at = member(survey, "at");
  const instant = parseInstant(at);
  return {
    ...{ customer: member(survey, "customer"), status: member(survey, "status"), key: member(survey, "key") },
    at: instant === undefined ? at : new Date(instant).toISOString(),
  };
}

/**
 * A copy as JSON has it, on which the same is decided. What JSON cannot say, and what is nested deeper than any fact,
 * is an empty object: known, and equal to nothing.
 */
function asJson(value: unknown, level = 0): Json | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number")
    return Number.isNaN(value) ? {} : Math.max(-Number.MAX_VALUE, Math.min(value, Number.MAX_VALUE));
  if (typeof value !== "object" || level > 3) return {};
  if (Array.isArray(value)) return itemsOf(value).map((item) => asJson(item, level + 1) ?? null);
  return Object.fromEntries(
    Object.keys(value).flatMap((key): [string, Json][] => {
      const inner = asJson(member(value, key), level + 1);
      return inner === undefined ? [] : [[key, inner]];
    }),
  );
}

/** A copy of a list; none of one with a getter that throws. */
function itemsOf(list: readonly unknown[]): unknown[] {
  try {
    return [...list];
  } catch {
    return [];
  }
}

/** The instant and the ids of an event, as records write them. */
export function headOf({ id, type, at, ticket }: EventHead): {
  id: string;
  type: string;
  at: string;
  ticket: string;
} {
  return { id, type, at: new Date(at).toISOString(), ticket: ticket.id };
}
