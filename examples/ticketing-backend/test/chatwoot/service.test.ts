import type { FastifyInstance } from "fastify";
import { expect, it } from "vitest";
import { signatureOf } from "../../src/chatwoot/signature.ts";
import { useDatabase } from "../support/database.ts";
import { closed } from "../support/samples.ts";
import { service, stopServices } from "../support/service.ts";
import { first, type Payload, recorded } from "./payloads.ts";

const database = useDatabase();
stopServices();

async function deliverTo(app: FastifyInstance, payload: Payload): Promise<number> {
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
}

it("a recorded fortnight of Chatwoot is decided once, however often it is delivered", async () => {
  const { app } = await service(database.current, {
    CHATWOOT_SECRETS: "one-secret,another-secret",
    CHATWOOT_INBOXES: "1=acc-wsp,2=acc-web",
    // Of the rest of the API; a signature is all that Chatwoot needs.
    API_TOKEN: "a-token-that-chatwoot-does-not-have",
  });
  const deliver = (payload: Payload) => deliverTo(app, payload);
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

it("a conversation that is open, whatever it was, loses the survey of its end if it was closed", async () => {
  const { app, ask } = await service(database.current, { CHATWOOT_SECRETS: "another-secret" });
  const open = {
    ...first("conversation_status_changed", { status: "resolved" }),
    status: "open",
    changed_attributes: null,
  };
  const ticket = { id: String((open as Payload).id) };
  const at = (minutes: number) => Date.UTC(2026, 3, 20, 12, minutes) / 1_000;
  const surveys = async () =>
    (
      await database.current.query<{ status: string }>("select status from effects where type = 'sendSurvey'")
    ).map(({ status }) => status);

  expect(await deliverTo(app, { ...open, updated_at: at(0) })).toBe(200);
  await ask("POST", "/events", closed("e-1", ticket, "2026-04-20T12:10:00Z"));
  expect(await surveys()).toEqual(["pending"]);
  // It was open before it was closed.
  expect(await deliverTo(app, { ...open, updated_at: at(5) })).toBe(200);
  expect(await surveys()).toEqual(["pending"]);
  expect(await deliverTo(app, { ...open, updated_at: at(15) })).toBe(202);
  expect(await surveys()).toEqual(["cancelled"]);
  expect((await ask("GET", `/tickets/${ticket.id}`)).body.status).toBe("open");
});
