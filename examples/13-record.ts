/** A record of a decision: what was decided, from what, and whether it would be decided again. */
import assert from "node:assert/strict";
import { compile, record, ruleSetHash, type TicketEvent, verify, Workspace } from "ticket-rules";

const workspace = Workspace.parse({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [{ id: "acc-wsp", name: "WhatsApp", calendar: "oficina" }],
  calendars: [
    { id: "oficina", name: "Oficina", timeZone: "America/Santiago", weekly: { thu: [["09:00", "18:00"]] } },
  ],
  integrations: {
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hook", secret: "whsec_…" },
  },
  rules: [
    {
      id: "fuera-de-hora",
      name: "Alguien quiere irse, y no hay nadie",
      active: true,
      integration: "webhook",
      trigger: "message.received",
      operator: "and",
      conditions: [{ type: "outsideBusinessHours" }, { type: "messageContains", words: ["cancelar"] }],
      actions: [{ type: "notify" }],
    },
  ],
});
const ruleSet = compile(workspace);

const event: TicketEvent = {
  id: "evt-13",
  type: "message.received",
  at: "2026-04-02T22:30:00Z",
  ticket: { id: "1042", account: "acc-wsp", customer: "cus-9" },
  message: { text: "Soy Rosa, mi RUT es 12.345.678-5, quiero cancelar" },
};

// In the place of `evaluate`. What the customer wrote stays out; what no rule asks for is not in it anyway.
const redactionKey = "a key of the host";
const recorded = record(ruleSet, event, {
  redact: ["message.text"],
  redactionKey,
  zoneData: process.versions.tz,
});
assert.deepEqual(recorded.decision.fired, ["fuera-de-hora"]);
assert.equal(recorded.ruleSetHash, ruleSetHash(ruleSet));
const stored = JSON.stringify(recorded);
for (const hidden of ["Rosa", "12.345.678-5", "cus-9", "whsec_"]) assert.ok(!stored.includes(hidden));
for (const { fact, ...rest } of recorded.facts) console.log(fact.padEnd(18), JSON.stringify(rest));

// Months later. The record alone cannot tell: the text is needed.
const loaded: unknown = JSON.parse(stored);
assert.deepEqual(verify(loaded, workspace), {
  status: "unknown",
  reason: "factsMissing",
  facts: ["message.text"],
});
assert.deepEqual(verify(loaded, workspace, { event, redactionKey }), { status: "holds", changed: [] });

// The office opens longer now: the same event would be decided otherwise, and it is the rules that changed.
const longer = structuredClone(workspace);
for (const calendar of longer.calendars ?? []) calendar.weekly.thu = [["09:00", "22:00"]];
const today = verify(loaded, longer, { event, redactionKey });
assert.ok(today.status === "differs");
assert.deepEqual(today.changed, ["rules"]);
assert.deepEqual(today.difference.fired, { added: [], removed: ["fuera-de-hora"] });
console.log(
  `then: ${recorded.decision.fired.join()}; today: nothing, as the ${today.changed.join()} changed`,
);
