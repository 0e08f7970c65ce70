import type { NotifyEffect } from "./decision.ts";
import { type Instant, requireInstant } from "./time/instant.ts";

/** What a host signs and sends for a `notify` effect, after the Standard Webhooks specification. */
export interface Notification {
  /** For the header `webhook-id`: the effect's key, the same at every attempt. */
  id: string;
  /** For the header `webhook-timestamp`: seconds since 1970 of this attempt. */
  timestamp: number;
  /** The exact body. Send these bytes, in UTF-8, and no others: the signature is of them. */
  body: string;
  /** What to sign with HMAC-SHA256, in UTF-8: `id.timestamp.body`. */
  toSign: string;
}

/**
 * The exact body of a notification and the string to sign (spec §6). Thin on purpose: type, time, ticket and rules.
 * @param attemptAt when this attempt is made: receivers refuse old ones. Absent: the event's time, which serves a
 * first attempt made at once.
 * @throws TypeError when the effect is no `notify` effect, or `attemptAt` no instant.
 */
export function notification(effect: NotifyEffect, attemptAt: Instant = effect?.event?.at): Notification {
  if (effect?.type !== "notify")
    throw new TypeError("not a `notify` effect: expected one of a decision's effects");
  const { key: id, event, ticket, rules } = effect;
  const timestamp = Math.floor(requireInstant(attemptAt, "attemptAt") / 1000);
  const body = JSON.stringify({ type: event.type, timestamp: event.at, data: { ticket, rules } });
  return { id, timestamp, body, toSign: `${id}.${timestamp}.${body}` };
}
