/** What the host did not say is unknown, and never guessed. What it said is empty is known. */
import assert from "node:assert/strict";
import { compile, type Decision, evaluate, type TicketEvent } from "ticket-rules";

const ruleSet = compile({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [{ id: "acc-ig", name: "Instagram" }],
  fields: [{ id: "motivo", name: "Motivo", type: "select", options: [{ id: "spam", name: "Spam" }] }],
  integrations: { webhook: { enabled: true, active: true, url: "https://crm.example.com/hook" } },
  rules: [
    // Fires when it is known that the ticket is no spam.
    rule("no-es-spam", "not", [{ type: "classification", field: "motivo", is: "spam" }]),
    // Either would do: one that is true decides, whatever the other is.
    rule("urgente", "and", [
      {
        type: "group",
        operator: "or",
        conditions: [{ type: "outsideBusinessHours" }, { type: "messageContains", words: ["urgente"] }],
      },
    ]),
  ],
});

// The classification was not supplied: it could be spam. The account has no opening hours.
const bare = decide({}, "hola");
assert.deepEqual(bare.fired, []);
assert.deepEqual(bare.indeterminate, [
  { rule: "no-es-spam", missing: ["ticket.classification"] },
  { rule: "urgente", missing: ["account.calendar"] },
]);

// Supplied, and empty: known to be no spam.
assert.deepEqual(decide({ classification: {} }, "hola").fired, ["no-es-spam"]);
assert.deepEqual(decide({ classification: { motivo: null } }, "hola").fired, ["no-es-spam"]);
assert.deepEqual(decide({ classification: { motivo: "spam" } }, "hola").fired, []);

// An unknown does not matter where something else decides.
assert.deepEqual(decide({ classification: { motivo: "spam" } }, "es URGENTE").fired, ["urgente"]);

// A picture without text is a known message without words.
assert.deepEqual(decide({ classification: {} }, null).fired, ["no-es-spam"]);

for (const { rule: id, missing } of bare.indeterminate) console.log(`${id} would need ${missing.join(", ")}`);

function decide(facts: Partial<TicketEvent["ticket"]>, text: string | null): Decision {
  return evaluate(ruleSet, {
    id: "evt-9",
    type: "message.received",
    at: "2026-04-02T12:35:00Z",
    ticket: { id: "1049", account: "acc-ig", ...facts },
    message: { text },
  });
}

function rule(id: string, operator: "and" | "not", conditions: object[]) {
  return {
    id,
    name: id,
    active: true,
    integration: "webhook",
    trigger: "message.received",
    operator,
    conditions,
    actions: [{ type: "notify" }],
  };
}
