/** Signing a notification after Standard Webhooks. The library gives the bytes; keys and network are the host's. */
import assert from "node:assert/strict";
import { createHmac, timingSafeEqual } from "node:crypto";
import { compile, evaluate, type NotifyEffect, notification } from "ticket-rules";

const SECRET = `whsec_${Buffer.from("an example secret, 32 bytes long").toString("base64")}`;

const ruleSet = compile({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  integrations: {
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hook", secret: SECRET },
  },
  rules: [rule("notificar-cierre"), rule("avisar-calidad")],
});

const { effects } = evaluate(ruleSet, {
  id: "evt-7",
  type: "ticket.closed",
  at: "2026-04-02T12:35:00Z",
  ticket: { id: "1047" },
});
const effect = effects.find((each): each is NotifyEffect => each.type === "notify");
assert.ok(effect);
assert.deepEqual(effect.rules, ["notificar-cierre", "avisar-calidad"], "one notification for both rules");

// Each attempt has its own time, as receivers refuse old ones; id and body stay the same.
const first = request(effect, "2026-04-02T12:35:01Z");
const second = request(effect, "2026-04-02T12:40:00Z");
assert.equal(first.headers["webhook-id"], second.headers["webhook-id"]);
assert.equal(first.body, second.body);
assert.notEqual(first.headers["webhook-signature"], second.headers["webhook-signature"]);

// The receiver's side.
assert.ok(verify(first));
assert.ok(!verify({ ...first, body: first.body.replace("1047", "1048") }), "a changed body is refused");
assert.ok(!JSON.stringify([effects, first]).includes(SECRET));

console.log(first.headers);
console.log(first.body);

/** What to POST. Check where the host name leads before, and after every redirect: see docs/semantics.md. */
function request(notify: NotifyEffect, attemptAt: string) {
  const { id, timestamp, body, toSign } = notification(notify, attemptAt);
  return {
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": `v1,${sign(toSign)}`,
    },
    body,
  };
}

function sign(text: string): string {
  const key = Buffer.from(SECRET.slice("whsec_".length), "base64");
  return createHmac("sha256", key).update(text, "utf8").digest("base64");
}

function verify({ headers, body }: ReturnType<typeof request>): boolean {
  const expected = `v1,${sign(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`)}`;
  const found = headers["webhook-signature"];
  return found.length === expected.length && timingSafeEqual(Buffer.from(found), Buffer.from(expected));
}

function rule(id: string) {
  return {
    id,
    name: id,
    active: true,
    integration: "webhook",
    trigger: "ticket.closed",
    operator: "and",
    conditions: [],
    actions: [{ type: "notify" }],
  };
}
