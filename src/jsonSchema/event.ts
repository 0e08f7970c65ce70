/** The JSON Schema of events, for hosts that send or keep them as JSON: in JSON, instants are text. */
import type * as z from "zod";
import {
  type Cause,
  type FieldChange,
  FieldValue,
  Message,
  type Survey,
  Ticket,
  TicketEvent,
} from "../event.ts";
import { Id } from "../schema.ts";
import { about, type ObjectText, type Text } from "./about.ts";
import { generate, type JsonSchema } from "./generate.ts";
import { INSTANT } from "./patterns.ts";

/** The JSON Schema of `TicketEvent`. */
export function eventJsonSchema(): JsonSchema {
  const unionAt = (): never => {
    throw new Error("an event has no unions of tagged objects");
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ticket-rules:ticket-event:1",
    ...generate(TicketEvent, "event", { names, unionAt, optionAt: unionAt, objects, values, said }),
  };
}

const names = new Map<z.core.$ZodType, string>([
  [Id, "id"],
  [Ticket, "ticket"],
  [Message, "message"],
  [FieldValue, "fieldValue"],
]);

const INSTANT_TEXT = { type: "string", pattern: INSTANT, examples: ["2026-03-14T09:30:00-03:00"] };

const said = { "event.at": INSTANT_TEXT, "event.surveys[].at": INSTANT_TEXT };

const values: { readonly [name: string]: Text } = {
  fieldValue: ["Value of a field", "What a field holds. Null and empty text are known to be empty."],
};

const objects: { readonly [name: string]: ObjectText } = {
  event: about<TicketEvent>()(
    "ticket-rules event",
    "One thing that happened to a ticket. A key that is absent was not supplied, and is unknown; null is known.",
    {
      id: ["Id", "The same whenever the event is delivered again: the keys of effects are made of it."],
      type: ["Type", "`message.received`, `ticket.closed`, `ticket.classified`, or any other the host has."],
      at: ["At", "When it happened, in ISO 8601 with `Z` or an offset."],
      ticket: ["Ticket", "The ticket right after the event, before any automatic assignment by the host."],
      message: ["Message", "The message, on message events."],
      changes: ["Changes", "What changed, on `ticket.classified`."],
      surveys: ["Surveys", "The recent surveys of the ticket's customer, pending ones included."],
      cause: ["Cause", "The chain of rules that led to the event, taken from the effect that did."],
    },
  ),
  ticket: about<Ticket>()("Ticket", "The ticket right after the event.", {
    id: ["Id", "The ticket's id."],
    account: ["Account", "The id of the account the ticket came in by."],
    customer: ["Customer", "The customer's id, as surveys name it."],
    assignee: ["Assignee", "Who has the ticket; a bot counts. Null: nobody."],
    attended: ["Attended", "Whether a human has sent a first reply."],
    classification: ["Classification", "The values of the ticket's fields, by field id."],
    activeBot: ["Active bot", "The id of the bot that runs on the ticket. Null: none."],
    status: ["Status", "Whether the ticket is open, ignored or closed."],
  }),
  "ticket.assignee": about<NonNullable<Ticket["assignee"]>>()("Assignee", "Who has the ticket.", {
    type: ["Type", "A human or a bot."],
    id: ["Id", "The id of the human or bot."],
  }),
  message: about<Message>()("Message", "A message of the ticket.", {
    id: ["Id", "The message's id."],
    text: ["Text", "Null or empty: a message without text, as a picture."],
    direction: ["Direction", "Whether the customer sent it, or the host."],
    author: ["Author", "Who wrote it."],
  }),
  "event.changes": about<NonNullable<TicketEvent["changes"]>>()("Changes", "What the event changed.", {
    classification: ["Classification", "Values before and after, by the id of the field."],
  }),
  "event.changes.classification{}": about<FieldChange>()("Change", "A value before and after the event.", {
    before: ["Before", "The value before. Absent: not known."],
    after: ["After", "The value after."],
  }),
  "event.surveys[]": about<Survey>()("Survey", "A survey that was sent to a customer, or is planned to be.", {
    customer: ["Customer", "The id of the customer."],
    at: ["At", "When it was sent, or is to be."],
    status: ["Status", "`sent`, or `pending`."],
    key: ["Key", "The key of the effect that planned it, if the host knows it."],
  }),
  "event.cause": about<Cause>()("Cause", "The chain of rules that led to the event.", {
    rules: ["Rules", "The ids of the rules in the chain."],
    depth: ["Depth", "How many effects the chain is long."],
  }),
};
