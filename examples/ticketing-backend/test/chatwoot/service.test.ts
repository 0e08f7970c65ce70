import { expect, it } from "vitest";
import { signatureOf } from "../../src/chatwoot/signature.ts";
import { useDatabase } from "../support/database.ts";
import { service, stopServices } from "../support/service.ts";
import { type Payload, recorded } from "./payloads.ts";

const database = useDatabase();
stopServices();

it("a recorded fortnight of Chatwoot is decided once, however often it is delivered", async () => {
  const { app } = await service(database.current, {
    CHATWOOT_SECRETS: "one-secret,another-secret",
    CHATWOOT_INBOXES: "1=acc-wsp,2=acc-web",
    // Of the rest of the API; a signature is all that Chatwoot needs.
    API_TOKEN: "a-token-that-chatwoot-does-not-have",
  });
  const deliver = async (payload: Payload) => {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await app.inject({
      method: "POST",
      url: "/webhooks/chatwoot",
      headers: {
        "content-type": "application/json",
        "x-chatwoot-timestamp": timestamp,
        "x-chatwoot-signature": signatureOf("another-secret", timestamp, body),
        "x-chatwoot-delivery": crypto.randomUUID(),
      },
      payload: body,
    });
    return response.statusCode;
  };
  const decisions = async () => {
    const [row] = await database.current.query<{ count: number }>(
      "select count(*)::int as count from decisions",
    );
    return row?.count;
  };

  const statuses = new Map<number, number>();
  for (const payload of recorded) {
    const status = await deliver(payload);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(Object.fromEntries(statuses)).toEqual({ 200: 74, 202: 209 });
  expect(await decisions()).toBe(208);
  for (const payload of recorded.slice(0, 50)) expect([200, 202]).toContain(await deliver(payload));
  expect(await decisions()).toBe(208);
});
