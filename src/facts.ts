/** One event as conditions see it. */
import type { EventHead } from "./event.ts";
import type { Model, OpeningHours } from "./model.ts";
import { isRecord } from "./schema.ts";
import { fold } from "./text/fold.ts";
import { type LocalTime, localTime } from "./time/local.ts";
import type { Zone } from "./time/zone.ts";

/** A fact that was not supplied, by name. The names are listed in `docs/semantics.md`. */
export interface Missing {
  readonly missing: string;
}

/** The fact is missing. */
export function isMissing(fact: object): fact is Missing {
  return "missing" in fact;
}

/**
 * The facts of one event. A plain fact that was not supplied is `undefined`; one of an unexpected type is kept as
 * it is, and equal to nothing. What costs time is worked out on the first question and kept.
 */
export interface Facts {
  /** The memo's number for these facts. */
  readonly epoch: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The type of the event, or null for a `message.received` that did not come from the customer. */
  readonly trigger: string | null;
  readonly account: unknown;
  readonly assignee: unknown;
  readonly attended: unknown;
  /** The text of the message; null when it is known that there is none. */
  readonly text: string | null | undefined;
  /** The keys of the words that the text has; none when it is known that there is no text. */
  wordsFound(): ReadonlySet<number> | undefined;
  /** The text in NFC. */
  normalText(): string | null | undefined;
  /** What a field holds. Null when the classification was supplied without it. */
  field(id: string): unknown;
  /** The wall clock of the ticket's account. */
  local(): LocalTime | Missing;
  /** The calendar of the ticket's account. */
  hours(): OpeningHours | Missing;
  /** Whether the event touches a message. */
  readonly touchesMessage: boolean;
  /** Whether the event touches a field. */
  touchesField(id: string): boolean;
  /** The facts as they were before the event. */
  before(): Facts;
}

/** The facts of an event, read without trusting it. */
export function readFacts(model: Model, { at, type, ticket }: EventHead, event: object): Facts {
  const message = member(event, "message");
  const trigger = type === "message.received" && !isFromCustomer(message) ? null : type;
  const changed = member(member(event, "changes"), "classification");
  const touched = type === "ticket.classified" ? changed : undefined;
  const classification = member(ticket, "classification");
  const text = textOf(message);
  const account = member(ticket, "account");
  const local = lazy(() => {
    const zone = zoneOfAccount(model, account);
    return isMissing(zone) ? zone : localTime(zone, at);
  });
  const hours = lazy(() => hoursOfAccount(model, account));
  const now: Facts = {
    epoch: model.memo.nextEpoch(),
    at,
    trigger,
    account,
    assignee: member(ticket, "assignee"),
    attended: member(ticket, "attended"),
    text,
    wordsFound: lazy(() =>
      typeof text === "string" ? model.words.find(fold(text)) : text === null ? NONE : text,
    ),
    normalText: lazy(() => (typeof text === "string" ? text.normalize("NFC") : text)),
    field: (id) => (classification === undefined ? undefined : (member(classification, id) ?? null)),
    local,
    hours,
    touchesMessage: trigger === "message.received",
    touchesField: (id) => member(touched, id) !== undefined,
    before: lazy(() => ({
      ...now,
      epoch: model.memo.nextEpoch(),
      text: undefined,
      wordsFound: () => undefined,
      normalText: () => undefined,
      field: (id) => {
        const change = member(changed, id);
        return change === undefined ? now.field(id) : member(change, "before");
      },
    })),
  };
  return now;
}

/** An own member of whatever this is: ids such as `constructor` are data. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function lazy<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** Unless the message says otherwise: a host that says nothing sends only what customers wrote. */
function isFromCustomer(message: unknown): boolean {
  const direction = member(message, "direction");
  const author = member(message, "author");
  return (
    (typeof direction !== "string" || direction === "inbound") &&
    (typeof author !== "string" || author === "customer")
  );
}

function textOf(message: unknown): string | null | undefined {
  if (message === null) return null;
  const text = member(message, "text");
  return text === undefined || typeof text === "string" ? text : null;
}

function zoneOfAccount(model: Model, account: unknown): Zone | Missing {
  if (account === undefined) return model.commonZone ?? TICKET_ACCOUNT;
  const calendar = typeof account === "string" ? model.accounts.get(account)?.calendar : undefined;
  if (calendar === undefined) return model.zone ?? WORKSPACE_ZONE;
  return model.calendars.get(calendar)?.zone ?? missingCalendar(calendar);
}

function hoursOfAccount(model: Model, account: unknown): OpeningHours | Missing {
  if (account === undefined) return TICKET_ACCOUNT;
  const calendar = typeof account === "string" ? model.accounts.get(account)?.calendar : undefined;
  return calendar === undefined
    ? ACCOUNT_CALENDAR
    : (model.calendars.get(calendar) ?? missingCalendar(calendar));
}

const NONE: ReadonlySet<number> = new Set();
const TICKET_ACCOUNT: Missing = { missing: "ticket.account" };
const ACCOUNT_CALENDAR: Missing = { missing: "account.calendar" };
const WORKSPACE_ZONE: Missing = { missing: "workspace.timeZone" };

/** A calendar that is not in the workspace. */
export function missingCalendar(id: string): Missing {
  return { missing: `calendar ${id}` };
}
