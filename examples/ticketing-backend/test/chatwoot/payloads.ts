/** Payloads as Chatwoot sends them: those that the support inbox recorded, and small changes of them. */
import { readFileSync } from "node:fs";

// A payload is whatever a stranger sends.
export type Payload = Record<string, unknown>;

const RECORDED = new URL("../../../support-inbox/inbox.jsonl", import.meta.url);

export const recorded: readonly Payload[] = readFileSync(RECORDED, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The first recorded payload of the name that has all these values. */
export function first(event: string, values: Payload = {}): Payload {
  const found = recorded.find(
    (payload) =>
      payload.event === event && Object.entries(values).every(([key, value]) => payload[key] === value),
  );
  if (found === undefined) throw new Error(`no recorded ${event}`);
  return structuredClone(found);
}

/** A message with another conversation around it. */
export function withConversation(message: Payload, change: Payload): Payload {
  return { ...message, conversation: { ...(message.conversation as Payload), ...change } };
}

export function changed(column: string, before: unknown, after: unknown): Payload {
  return {
    ...first("conversation_updated"),
    changed_attributes: [
      {
        updated_at: { previous_value: "2026-04-02T12:12:26.371Z", current_value: "2026-04-02T12:20:00.000Z" },
      },
      { [column]: { previous_value: before, current_value: after } },
    ],
  };
}
