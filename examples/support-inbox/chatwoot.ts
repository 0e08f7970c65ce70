/**
 * From a webhook of Chatwoot to a `TicketEvent`. A pure function: what a payload does not say (which bot of ours
 * runs, which surveys were sent, what caused the event) the host adds in `main.ts`.
 *
 * The schemas below are all that is relied upon, as Chatwoot 4 sends it. Where the fields come from, in its source:
 * - `message_created`: `Message#webhook_data`. `message_type` is a word here (in `conversation.messages` it is a
 *   number), `created_at` is ISO 8601 (inside a conversation it is epoch seconds), `sender` is the contact without
 *   any `type`, or an agent (`user`) or bot (`agent_bot`), or null for templates.
 * - `conversation_*`: `Conversations::EventDataPresenter#push_data`, at the top level of the payload. `id` is the
 *   number that agents see, and there is no `account`.
 * - `changed_attributes`: `BaseListener#extract_changed_attributes`, a list of objects with one key each; null when
 *   nothing is known. A change of one custom attribute gives all of them, before and after.
 */
import { FieldValue, type TicketEvent } from "ticket-rules";
import * as z from "zod";

/** What became of a payload. */
export type Reading = { event: TicketEvent } | { ignored: string };

/** The event in a payload, or why there is none. `accounts` gives the account of each Chatwoot inbox. */
export function readChatwoot(payload: unknown, accounts: Readonly<Record<number, string>>): Reading {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return { ignored: unreadable(payload, parsed.error) };
  const data = parsed.data;
  switch (data.event) {
    case "message_created":
      return readMessage(data, accounts);
    case "conversation_created":
      return eventOf(data, "ticket.created", accounts);
    case "conversation_status_changed":
      return readStatus(data, accounts);
    case "conversation_updated":
      return readUpdate(data, accounts);
  }
}

const CustomAttributes = z.record(z.string(), z.unknown());

const Change = z.object({ previous_value: z.unknown(), current_value: z.unknown() });

const Conversation = z.object({
  id: z.number(),
  inbox_id: z.number(),
  status: z.enum(["open", "resolved", "pending", "snoozed"]),
  custom_attributes: CustomAttributes.optional(),
  /** ISO 8601. Set by the first public reply of an agent; replies of bots and automations do not count. */
  first_reply_created_at: z.string().nullish(),
  /** Epoch seconds with a fraction; not sent before 2025. */
  updated_at: z.number().optional(),
  /** Epoch seconds of the last activity. */
  timestamp: z.number(),
  meta: z.object({
    sender: z.object({ id: z.number() }),
    assignee: z.object({ id: z.number() }).nullish(),
    assignee_type: z.enum(["User", "AgentBot"]).nullish(),
  }),
});
type Conversation = z.infer<typeof Conversation>;

const ConversationPayload = Conversation.extend({
  changed_attributes: z.array(z.record(z.string(), Change)).nullish(),
});

const Payload = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("message_created"),
    id: z.number(),
    content: z.string().nullable(),
    created_at: z.string(),
    message_type: z.enum(["incoming", "outgoing", "template"]),
    private: z.boolean(),
    sender: z.object({ type: z.string().optional() }).nullish(),
    conversation: Conversation,
  }),
  ConversationPayload.extend({ event: z.literal("conversation_created") }),
  ConversationPayload.extend({ event: z.literal("conversation_status_changed") }),
  ConversationPayload.extend({ event: z.literal("conversation_updated") }),
]);
type Payload = z.infer<typeof Payload>;
type PayloadOf<Event extends Payload["event"]> = Extract<Payload, { event: Event }>;
type Accounts = Readonly<Record<number, string>>;

function readMessage(data: PayloadOf<"message_created">, accounts: Accounts): Reading {
  if (data.private) return { ignored: "a private note" };
  const inbound = data.message_type === "incoming";
  return {
    event: {
      id: `message_created:${data.id}`,
      type: inbound ? "message.received" : "message.sent",
      at: data.created_at,
      ticket: ticketOf(data.conversation, accounts),
      message: {
        id: String(data.id),
        text: data.content,
        direction: inbound ? "inbound" : "outbound",
        author: inbound ? "customer" : authorOf(data.sender?.type),
      },
    },
  };
}

function authorOf(senderType: string | undefined): "human" | "bot" | "system" {
  if (senderType === "user") return "human";
  return senderType === "agent_bot" ? "bot" : "system";
}

function readStatus(data: PayloadOf<"conversation_status_changed">, accounts: Accounts): Reading {
  if (data.status === "resolved") return eventOf(data, "ticket.closed", accounts);
  const before = changeOf(data, "status")?.previous_value;
  if (data.status === "open" && before === "resolved") return eventOf(data, "ticket.reopened", accounts);
  return { ignored: `status ${String(before ?? "?")} → ${data.status} neither closes nor reopens` };
}

/** An update comes with every change of a column. Only two of them are events of a ticket. */
function readUpdate(data: PayloadOf<"conversation_updated">, accounts: Accounts): Reading {
  const custom = changeOf(data, "custom_attributes");
  if (custom !== undefined) {
    const { event } = eventOf(data, "ticket.classified", accounts);
    return { event: { ...event, changes: { classification: differences(custom) } } };
  }
  if (changeOf(data, "assignee_id") !== undefined) return eventOf(data, "ticket.assigned", accounts);
  const columns = (data.changed_attributes ?? []).flatMap(Object.keys).filter((key) => key !== "updated_at");
  return { ignored: `an update of ${columns.join(", ") || "nothing named"}` };
}

function changeOf(data: z.infer<typeof ConversationPayload>, column: string) {
  return data.changed_attributes?.find((change) => Object.hasOwn(change, column))?.[column];
}

/** The fields that differ. A field that was not there before was empty, which is known: null. */
function differences({ previous_value, current_value }: z.infer<typeof Change>) {
  const before = classificationOf(CustomAttributes.safeParse(previous_value).data);
  const after = classificationOf(CustomAttributes.safeParse(current_value).data);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    fields
      .map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }] as const)
      .filter(([, change]) => JSON.stringify(change.before) !== JSON.stringify(change.after)),
  );
}

/**
 * Webhooks carry no id of their own. The name, the conversation and the time of the change make one that is
 * the same on redelivery.
 */
function eventOf(
  data: Exclude<Payload, { event: "message_created" }>,
  type: string,
  accounts: Accounts,
): { event: TicketEvent } {
  const ms = Math.round((data.updated_at ?? data.timestamp) * 1000);
  return {
    event: {
      id: `${data.event}:${data.id}:${ms}`,
      type,
      at: new Date(ms).toISOString(),
      ticket: ticketOf(data, accounts),
    },
  };
}

function ticketOf(conversation: Conversation, accounts: Accounts): TicketEvent["ticket"] {
  const { meta, status, inbox_id, first_reply_created_at, custom_attributes } = conversation;
  const account = accounts[inbox_id];
  return {
    id: String(conversation.id),
    // An inbox that nobody mapped is not "no account": it is not known, and the key stays away.
    ...(account === undefined ? {} : { account }),
    customer: `contact-${meta.sender.id}`,
    assignee: meta.assignee
      ? { type: meta.assignee_type === "AgentBot" ? "bot" : "human", id: String(meta.assignee.id) }
      : null,
    ...(first_reply_created_at === undefined ? {} : { attended: first_reply_created_at !== null }),
    ...(custom_attributes === undefined ? {} : { classification: classificationOf(custom_attributes) }),
    status: status === "resolved" ? "closed" : "open",
  };
}

/** Custom attributes are the classification; a list attribute holds the text of its option, as `Facturación`. */
function classificationOf(attributes: Record<string, unknown> = {}): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([field, value]) => {
      const known = FieldValue.safeParse(value);
      return known.success ? [[field, known.data]] : [];
    }),
  );
}

function unreadable(payload: unknown, error: z.ZodError): string {
  const event = z.object({ event: z.string() }).safeParse(payload).data?.event;
  const known: readonly string[] = Payload.options.map((option) => option.shape.event.value);
  if (event !== undefined && !known.includes(event)) return `${event} is about no ticket event`;
  const [issue] = error.issues;
  return `not readable: ${issue?.path.join(".") || "payload"}: ${issue?.message ?? ""}`;
}
