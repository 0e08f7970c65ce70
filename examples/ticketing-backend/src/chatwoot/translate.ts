/** From a payload of Chatwoot to an event of a ticket. Pure: what the payload does not say, the service adds. */
import { createHash } from "node:crypto";
import { FieldValue, type TicketEvent } from "ticket-rules";
import {
  type Change,
  type ChangedConversation,
  type Conversation,
  CustomAttributes,
  type Message,
  nameOf,
  oddTypeOf,
  Payload,
} from "./payload.ts";

export interface Mapping {
  /** Chatwoot's inboxes → accounts of the workspace. One that is not here leaves the account unknown. */
  accountOfInbox: ReadonlyMap<number, string>;
  /** The field of the classification that holds the labels; null: labels are no part of it. */
  labelsField: string | null;
  /** The one Chatwoot account whose conversations these are, as their numbers repeat in others. Null: any. */
  chatwootAccount: number | null;
}

export type Reading =
  /** `ifClosed`: an event only when the ticket is known to be closed; the payload does not say what it was before. */
  | { kind: "event"; event: TicketEvent; ifClosed?: true }
  | { kind: "ignored"; reason: string }
  | { kind: "malformed"; problem: string };

export function translate(payload: unknown, mapping: Mapping): Reading {
  const name = nameOf(payload);
  if (name === null) return { kind: "malformed", problem: "event: missing" };
  if (!name.known) return ignored(`${name.event} is about no event of a ticket`);
  const { chatwootAccount } = mapping;
  if (chatwootAccount !== null && name.account !== null && name.account !== chatwootAccount) {
    return ignored(`of the Chatwoot account ${name.account}, which is not ours`);
  }
  const odd = name.event === "message_created" ? oddTypeOf(payload) : null;
  if (odd !== null) return ignored(`a message of the type ${odd}, which nobody wrote`);
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: "malformed", problem: `${issue?.path.join(".")}: ${issue?.message}` };
  }
  const { data } = parsed;
  switch (data.event) {
    case "message_created":
      return readMessage(data, mapping);
    case "conversation_created":
      return eventOf(data, "ticket.created", mapping);
    case "conversation_status_changed":
      return readStatus(data, mapping);
    case "conversation_updated":
      return readUpdate(data, mapping);
  }
}

function ignored(reason: string): Reading {
  return { kind: "ignored", reason };
}

function readMessage(message: Message, mapping: Mapping): Reading {
  if (message.private === true) return ignored("a private note");
  const inbound = message.message_type === "incoming";
  const event: TicketEvent = {
    // The number of the message is the same however often, and through however many webhooks, it comes.
    id: `chatwoot:message_created:${message.id}`,
    type: inbound ? "message.received" : "message.sent",
    at: instantOf(message.created_at),
    ticket: ticketOf(message.conversation, mapping),
    message: {
      id: String(message.id),
      text: message.content ?? null,
      direction: inbound ? "inbound" : "outbound",
      author: inbound ? "customer" : authorOf(message.sender?.type),
    },
  };
  return { kind: "event", event };
}

function authorOf(senderType: string | null | undefined): "human" | "bot" | "system" {
  if (senderType === "user") return "human";
  return senderType === "agent_bot" || senderType === "captain_assistant" ? "bot" : "system";
}

/** Snoozed and pending are open: nobody closed them. So only what comes from, or goes to, resolved is an event. */
function readStatus(data: NamedConversation, mapping: Mapping): Reading {
  if (data.status === "resolved") return eventOf(data, "ticket.closed", mapping);
  const before = changeOf(data, "status")?.previous_value;
  if (before === "resolved") return eventOf(data, "ticket.reopened", mapping);
  if (before === undefined && statusOf(data.status).status === "open") {
    return { ...eventOf(data, "ticket.reopened", mapping), ifClosed: true };
  }
  return ignored(`status ${String(before ?? "?")} → ${data.status} neither closes nor reopens`);
}

/** An update comes with every change of a column. Only some of them are events of a ticket. */
function readUpdate(data: NamedConversation, mapping: Mapping): Reading {
  const changed = changedFields(data, mapping);
  if (Object.keys(changed).length > 0) {
    return eventOf(data, "ticket.classified", mapping, { classification: changed });
  }
  if (changeOf(data, "assignee_id") ?? changeOf(data, "assignee_agent_bot_id")) {
    return eventOf(data, "ticket.assigned", mapping);
  }
  const columns = (data.changed_attributes ?? []).flatMap(Object.keys).filter((key) => key !== "updated_at");
  return ignored(`an update of ${columns.join(", ") || "nothing named"}`);
}

type NamedConversation = ChangedConversation & { event: string };
type Changes = NonNullable<TicketEvent["changes"]>;

/** The fields of the classification that differ. One that was not there before was empty, which is known: null. */
function changedFields(
  data: ChangedConversation,
  { labelsField }: Mapping,
): Changes["classification"] & object {
  const custom = changeOf(data, "custom_attributes");
  const labels = changeOf(data, "label_list");
  const sides = (side: keyof Change) => ({
    ...(labels && labelsField !== null ? fieldsOf({ [labelsField]: labels[side] }) : {}),
    ...(custom ? fieldsOf(CustomAttributes.safeParse(custom[side]).data) : {}),
  });
  const before = sides("previous_value");
  const after = sides("current_value");
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    fields
      .map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }] as const)
      .filter(([, change]) => JSON.stringify(change.before) !== JSON.stringify(change.after)),
  );
}

function changeOf(data: ChangedConversation, column: string): Change | undefined {
  return data.changed_attributes?.find((change) => Object.hasOwn(change, column))?.[column];
}

function eventOf(
  data: NamedConversation,
  type: string,
  mapping: Mapping,
  changes?: Changes,
): Reading & { kind: "event" } {
  const event: TicketEvent = {
    id: identityOf(data),
    type,
    at: instantOf(data.updated_at ?? data.timestamp),
    ticket: ticketOf(data, mapping),
    ...(changes === undefined ? {} : { changes }),
  };
  return { kind: "event", event };
}

function instantOf(seconds: number): string {
  return new Date(Math.round(seconds * 1_000)).toISOString();
}

/**
 * The same for every delivery of one change. `X-Chatwoot-Delivery` would not do: it is another for each webhook, and an
 * account's webhook and an API inbox's both tell the same change. What changed is part of it: two changes of one
 * conversation in quick succession are told when the row has the time of the second.
 */
function identityOf({
  event,
  id,
  updated_at,
  timestamp,
  status,
  changed_attributes,
}: NamedConversation): string {
  if (event === "conversation_created") return `chatwoot:${event}:${id}`;
  const what = JSON.stringify([updated_at ?? timestamp, status, changed_attributes ?? null]);
  return `chatwoot:${event}:${id}:${createHash("sha256").update(what).digest("base64url").slice(0, 22)}`;
}

function ticketOf(conversation: Conversation, mapping: Mapping): TicketEvent["ticket"] {
  const { id, inbox_id, meta, status, first_reply_created_at: firstReply } = conversation;
  const account = mapping.accountOfInbox.get(inbox_id);
  const classification = classificationOf(conversation, mapping);
  return {
    id: String(id),
    // An inbox that nobody mapped is not "no account": it is not known, and the key stays away.
    ...(account === undefined ? {} : { account }),
    ...(meta.sender ? { customer: `contact-${meta.sender.id}` } : {}),
    assignee: meta.assignee
      ? { type: isBot(meta.assignee_type) ? "bot" : "human", id: String(meta.assignee.id) }
      : null,
    ...(firstReply === undefined ? {} : { attended: firstReply !== null && firstReply !== 0 }),
    ...(classification === undefined ? {} : { classification }),
    ...statusOf(status),
  };
}

/** One that a later version adds is not known: no reason to lose the event. */
function statusOf(status: string): Pick<TicketEvent["ticket"], "status"> {
  if (status === "resolved") return { status: "closed" };
  return ["open", "pending", "snoozed"].includes(status) ? { status: "open" } : {};
}

function isBot(assigneeType: string | null | undefined): boolean {
  return assigneeType === "AgentBot" || assigneeType === "Captain::Assistant";
}

/** Custom attributes and labels. Undefined when the payload has neither: not known is not empty. */
function classificationOf({ custom_attributes, labels }: Conversation, { labelsField }: Mapping) {
  if (!custom_attributes && !labels) return undefined;
  return {
    ...(labels && labelsField !== null ? { [labelsField]: labels } : {}),
    ...fieldsOf(custom_attributes ?? {}),
  };
}

/** What a field of the classification can hold; the rest (a nested object) no rule can read. */
function fieldsOf(attributes: Record<string, unknown> = {}): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([field, value]) => {
      const known = FieldValue.safeParse(value);
      return known.success ? [[field, known.data]] : [];
    }),
  );
}
