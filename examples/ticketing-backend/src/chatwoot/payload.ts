/**
 * All that is relied upon of Chatwoot's payloads, and no more: it adds fields with every version. Where they come from
 * in its source:
 *
 * - `message_created`: `Message#webhook_data`. `message_type` is a word here (in `conversation.messages` a number);
 *   `sender` is the contact (without a `type`), an agent (`user`) or a bot (`agent_bot`, `captain_assistant`), or null
 *   for what Chatwoot itself says. Activity lines ("Carolina resolved …") are never sent.
 * - `conversation_*`: `Conversations::EventDataPresenter#push_data`, at the top of the payload. `id` is the number that
 *   agents see. There is no `account`.
 * - `changed_attributes`: a list of objects with one key each, null when nothing is known. A change of one custom
 *   attribute gives all of them, before and after.
 */
import * as z from "zod";

export const CustomAttributes = z.record(z.string(), z.unknown());

export const Change = z.object({ previous_value: z.unknown(), current_value: z.unknown() });
export type Change = z.infer<typeof Change>;

/** ISO 8601, `2020-03-03 13:05:57 UTC` in old versions. Without a zone it would be local to wherever this runs. */
const Instant = z
  .string()
  .regex(/^\d{4}-.*(Z|UTC|[+-]\d\d:?\d\d)$/, "not an instant")
  .transform((text) => new Date(text).getTime() / 1_000)
  .refine((seconds) => !Number.isNaN(seconds), "not an instant");

/** Seconds since 1970, to the year 9999. Which places hold a number and which a text differs between versions. */
const Seconds = z.union([z.number().min(0).max(253_402_300_799), Instant]);

/** A number, in whichever clothes. */
const Id = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/, "not a number")
    .transform(Number),
]);

export const Conversation = z.object({
  id: Id,
  inbox_id: Id,
  /** `open`, `resolved`, `pending`, `snoozed`, and what a later version adds. */
  status: z.string(),
  custom_attributes: CustomAttributes.nullish(),
  labels: z.array(z.string()).nullish(),
  /** Set by the first public reply of an agent. Replies of bots and automations do not count. */
  first_reply_created_at: z.union([z.string(), z.number()]).nullish(),
  /** With a fraction. Not sent before 2025. */
  updated_at: Seconds.nullish(),
  /** Of the last activity. */
  timestamp: Seconds,
  meta: z.object({
    sender: z.object({ id: Id }).nullish(),
    assignee: z.object({ id: Id }).nullish(),
    assignee_type: z.string().nullish(),
  }),
});
export type Conversation = z.infer<typeof Conversation>;

const ChangedConversation = Conversation.extend({
  changed_attributes: z.array(z.record(z.string(), Change)).nullish(),
});
export type ChangedConversation = z.infer<typeof ChangedConversation>;

/** The numbers that Chatwoot stores. */
const MESSAGE_TYPES: Partial<Record<string, string>> = {
  0: "incoming",
  1: "outgoing",
  2: "activity",
  3: "template",
};

function wordOf(type: unknown): unknown {
  return typeof type === "number" || typeof type === "string"
    ? (MESSAGE_TYPES[String(type)] ?? String(type))
    : type;
}

const Message = z.object({
  event: z.literal("message_created"),
  id: Id,
  content: z.string().nullish(),
  created_at: Seconds,
  message_type: z.preprocess(wordOf, z.enum(["incoming", "outgoing", "template"])),
  private: z.boolean().nullish(),
  sender: z.object({ type: z.string().nullish() }).nullish(),
  conversation: Conversation,
});
export type Message = z.infer<typeof Message>;

/** The payloads that may be events of a ticket. Any other name is none of ours, whatever its shape. */
export const Payload = z.discriminatedUnion("event", [
  Message,
  ChangedConversation.extend({ event: z.literal("conversation_created") }),
  ChangedConversation.extend({ event: z.literal("conversation_status_changed") }),
  ChangedConversation.extend({ event: z.literal("conversation_updated") }),
]);
export type Payload = z.infer<typeof Payload>;

const KNOWN: readonly string[] = Payload.options.map((option) => option.shape.event.value);

const Named = z.object({
  event: z.string().min(1).max(100),
  account: z.object({ id: Id }).nullish().catch(null),
});

/** The name of the event and the Chatwoot account, which any payload may have. */
export function nameOf(payload: unknown): { event: string; known: boolean; account: number | null } | null {
  const named = Named.safeParse(payload);
  if (!named.success) return null;
  const { event, account } = named.data;
  return { event, known: KNOWN.includes(event), account: account?.id ?? null };
}

/** Why a message is none that anybody wrote, whatever else it holds; null when it may be one. */
export function oddTypeOf(payload: unknown): string | null {
  const typed = z.object({ message_type: z.union([z.string(), z.number()]) }).safeParse(payload);
  if (!typed.success) return null;
  const type = String(wordOf(typed.data.message_type));
  return Message.shape.message_type.safeParse(type).success ? null : type.slice(0, 100);
}
