/** What happened, with the ticket as it was right after (spec §3). */
import * as z from "zod";
import type { Extensions } from "./extensions.ts";
import { EXPECTED_INSTANT } from "./issues/en.ts";
import { telling, told } from "./issues/tell.ts";
import { dictionary, exact, expecting, flag, Id, isRecord, list, nonEmpty, oneOf, whole } from "./schema.ts";
import { type Instant, parseInstant } from "./time/instant.ts";
import { writeInstant } from "./time/writeInstant.ts";

/** The id of a field of the workspace. */
export type FieldId = string;

/** What a classification field holds. A `date` field holds `YYYY-MM-DD`, a `multi` field a list of option ids. */
export type FieldValue = string | string[] | boolean | number | null;

/** The ticket right after the event, and before any automatic assignment by the host. */
export interface Ticket extends Extensions {
  id: string;
  /** The id of the account the ticket came in by. */
  account?: string | null | undefined;
  customer?: string | null | undefined;
  /** Null: nobody. A bot counts as an assignee. */
  assignee?: null | undefined | ({ type: "human" | "bot"; id: string } & Extensions);
  /** Whether a human has sent a first reply. */
  attended?: boolean | undefined;
  classification?: Record<FieldId, FieldValue> | undefined;
  /** The id of the bot that runs on the ticket. Null: none. */
  activeBot?: string | null | undefined;
  status?: "open" | "ignored" | "closed" | undefined;
}

/** A message, on message events. */
export interface Message extends Extensions {
  id?: string | undefined;
  /** Null or empty: a message without text, as a picture. */
  text?: string | null | undefined;
  direction?: "inbound" | "outbound" | undefined;
  author?: "customer" | "human" | "bot" | "system" | undefined;
}

/** A survey that was sent to a customer, or is planned to be. */
export interface Survey extends Extensions {
  customer: string;
  /** When it was sent, or is to be. */
  at: Instant;
  status: "sent" | "pending";
  /** The key of the effect that planned it, if the host knows it. `recheck` leaves out the effect's own entry by it. */
  key?: string | undefined;
}

/** The chain of rules that led to something. */
export interface Cause extends Extensions {
  /** Ids of the rules that stand in the chain. */
  rules: string[];
  /** How many effects the chain is long. */
  depth: number;
}

/** A classification before and after the event. An absent `before` means it is not known. */
export interface FieldChange extends Extensions {
  before?: FieldValue | undefined;
  after?: FieldValue | undefined;
}

/** One thing that happened to a ticket. A key that is absent was not supplied, and is unknown; null is known. */
export interface TicketEvent extends Extensions {
  id: string;
  /** `message.received`, `ticket.closed`, `ticket.classified`, or any other the host has. */
  type: string;
  /** When it happened: the only clock the library reads. */
  at: Instant;
  ticket: Ticket;
  message?: Message | null | undefined;
  /** On `ticket.classified`: what changed. */
  changes?: ({ classification?: Record<FieldId, FieldChange> | undefined } & Extensions) | undefined;
  /** The recent surveys of the ticket's customer, pending ones included. */
  surveys?: Survey[] | undefined;
  /** Set by the host, from the effect, when an effect of ours led to the event. */
  cause?: Cause | undefined;
}

const Instants: z.ZodType<Instant, Instant> = z.custom<Instant>(
  (value) => parseInstant(value) !== undefined,
  {
    error: telling(({ input }) =>
      input === undefined ? told("missing", { expected: "instant" }) : told("notAnInstant", {}),
    ),
  },
);

const Text = z.string({ error: expecting("text") });

/** @see FieldValue */
export const FieldValue: z.ZodType<FieldValue, FieldValue> = z.union(
  [z.string(), z.array(z.string()), z.boolean(), z.number(), z.null()],
  { error: expecting("fieldValue") },
);

const Classification = dictionary("valuesByField", z.string(), FieldValue);

/** @see Ticket */
export const Ticket: z.ZodType<Ticket, Ticket> = exact({
  id: Id,
  account: Id.nullable().optional(),
  customer: Text.nullable().optional(),
  assignee: exact({ type: oneOf("assigneeType", ["human", "bot"]), id: Id })
    .nullable()
    .optional(),
  attended: flag().optional(),
  classification: Classification.optional(),
  activeBot: Text.nullable().optional(),
  status: oneOf("status", ["open", "ignored", "closed"]).optional(),
});

/** @see Message */
export const Message: z.ZodType<Message, Message> = exact({
  id: Text.optional(),
  text: Text.nullable().optional(),
  direction: oneOf("direction", ["inbound", "outbound"]).optional(),
  author: oneOf("author", ["customer", "human", "bot", "system"]).optional(),
});

const FieldChange = exact({ before: FieldValue.optional(), after: FieldValue.optional() });

/** @see TicketEvent */
export const TicketEvent: z.ZodType<TicketEvent, TicketEvent> = exact({
  id: Id,
  type: nonEmpty("eventType"),
  at: Instants,
  ticket: Ticket,
  message: Message.nullable().optional(),
  changes: exact({
    classification: dictionary("changesByField", z.string(), FieldChange).optional(),
  }).optional(),
  surveys: list(
    "surveys",
    exact({
      customer: Text,
      at: Instants,
      status: oneOf("surveyStatus", ["sent", "pending"]),
      key: Text.optional(),
    }),
  ).optional(),
  cause: exact({
    rules: list("ruleIds", Text),
    depth: whole("depth", 0, Number.MAX_SAFE_INTEGER),
  }).optional(),
});

/** The facts without which an event cannot be evaluated, as `requireEvent` found them. */
export interface EventHead {
  readonly id: string;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The same in ISO 8601, UTC. */
  readonly written: string;
  readonly ticket: { readonly id: string } & Readonly<Record<string, unknown>>;
}

/** The head of an event. @throws TypeError naming the first field that is not there or not valid. */
export function requireEvent(event: unknown): EventHead {
  if (!isRecord(event)) throw new TypeError("the event is not an object: expected id, type, at and ticket");
  const id = read(event, "id");
  const type = read(event, "type");
  const ticket = read(event, "ticket");
  if (!isId(id)) throw new TypeError("event.id is not valid: expected text that is not empty");
  if (!isId(type)) throw new TypeError("event.type is not valid: expected text that is not empty");
  const at = parseInstant(read(event, "at"));
  if (at === undefined) throw new TypeError(`event.at is not valid: expected ${EXPECTED_INSTANT}`);
  if (!isRecord(ticket)) throw new TypeError("event.ticket is not valid: expected an object");
  if (!hasId(ticket)) throw new TypeError("event.ticket.id is not valid: expected text that is not empty");
  return { id, type, at, written: writeInstant(at), ticket };
}

/** A member, inherited ones too, as events may be instances of a class of the host's. One that throws is not there. */
function read(event: Record<string, unknown>, key: string): unknown {
  try {
    return event[key];
  } catch {
    return undefined;
  }
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function hasId(ticket: Record<string, unknown>): ticket is { id: string } & Record<string, unknown> {
  return isId(read(ticket, "id"));
}
