/** The notification webhook, signed after Standard Webhooks, for each attempt anew: receivers refuse old signatures. */
import { Webhook } from "standardwebhooks";
import { type NotifyEffect, notification, type Workspace } from "ticket-rules";
import type { Asked } from "./ask.ts";

type Settings = NonNullable<NonNullable<Workspace["integrations"]>["webhook"]>;

export function notify(effect: NotifyEffect, settings: Settings | undefined, attemptAt: Date): Asked {
  if (settings === undefined) return { problem: "the workspace has no webhook" };
  const { id, timestamp, body } = notification(effect, attemptAt);
  const signature = signatureOf(settings.secret, id, timestamp, body);
  if (signature === null) return { problem: "the secret of the webhook is no base64" };
  return {
    url: settings.url,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      ...signature,
      // The same words as for the other services: the key of the effect.
      "idempotency-key": id,
    },
    body,
  };
}

/** Null when it cannot be made; no header when there is no secret, as the workspace allows. */
function signatureOf(secret: string | undefined, id: string, timestamp: number, body: string) {
  if (secret === undefined) return {};
  try {
    return { "webhook-signature": new Webhook(secret).sign(id, new Date(timestamp * 1000), body) };
  } catch {
    return null;
  }
}
