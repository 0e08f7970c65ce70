/** Reads the facts of an event. */
import type { EventHead } from "./event.ts";
import { type Facts, isMissing, type Missing, missingCalendar } from "./facts.ts";
import type { Model } from "./model.ts";
import { member } from "./schema.ts";
import { fold } from "./text/fold.ts";
import { localTime } from "./time/local.ts";
import type { OpeningHours } from "./time/openingHours.ts";
import type { Zone } from "./time/zone.ts";

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
  const foldings = new Map<string, string>();
  const folded = (written: string): string => {
    const known = foldings.get(written) ?? fold(written);
    foldings.set(written, known);
    return known;
  };
  const now: Facts = {
    epoch: model.memo.nextEpoch(),
    at,
    trigger,
    account,
    assignee: member(ticket, "assignee"),
    attended: member(ticket, "attended"),
    text,
    wordsFound: lazy(() =>
      typeof text === "string" ? model.words.findIn(text) : text === null ? NONE : text,
    ),
    normalText: lazy(() => (typeof text === "string" ? text.normalize("NFC") : text)),
    folded,
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
