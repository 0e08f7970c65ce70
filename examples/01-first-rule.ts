/** A rule, an event, a decision: the page's first example. */
import assert from "node:assert/strict";
import { compile, evaluate, type TicketEvent, Workspace } from "ticket-rules";

// What an administrator has configured, as it is stored.
const workspace = Workspace.parse({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [{ id: "acc-wsp", name: "Wsp empresa - Whatsapp" }],
  integrations: {
    botcenter: {
      enabled: true,
      active: true,
      apiToken: "example-token",
      bots: [{ id: "bot-lead", name: "Lead bot", active: true }],
    },
  },
  rules: [
    {
      id: "lead-bot",
      name: "Lead bot para tickets de WhatsApp sin asignar",
      active: true,
      integration: "botcenter",
      trigger: "message.received",
      operator: "and",
      conditions: [{ type: "unassigned" }, { type: "account", is: "acc-wsp" }],
      actions: [{ type: "activateBot", bot: "bot-lead" }],
    },
  ],
});

// What happened, with the ticket as it was right after, and before anybody was assigned.
const event: TicketEvent = {
  id: "evt-1",
  type: "message.received",
  at: "2026-04-02T12:12:00Z",
  ticket: { id: "1041", account: "acc-wsp", assignee: null, activeBot: null },
  message: { text: "¡Hola! Quiero contratar internet", direction: "inbound", author: "customer" },
};

const ruleSet = compile(workspace);
const decision = evaluate(ruleSet, event);

assert.deepEqual(decision.fired, ["lead-bot"]);
assert.equal(decision.effects.length, 1);
const [effect] = decision.effects;
assert.ok(effect?.type === "activateBot");
assert.equal(effect.bot, "bot-lead");
assert.equal(effect.ticket, "1041");

// The same event again gives the same decision, with the same key: store it, and do each key once.
assert.deepEqual(evaluate(ruleSet, event), decision);

console.log(`fired: ${decision.fired.join(", ")}`);
console.log(`to do: ${effect.type} ${effect.bot} on ticket ${effect.ticket}, once per key ${effect.key}`);
