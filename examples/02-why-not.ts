/** Why a rule did not fire: `explain` tells how every condition fared, and which of them are to blame. */
import assert from "node:assert/strict";
import { compile, evaluate, explain, type NodeTrace, type TicketEvent } from "ticket-rules";

const ruleSet = compile({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [{ id: "acc-wsp", name: "WhatsApp" }],
  integrations: { webhook: { enabled: true, active: true, url: "https://crm.example.com/hook" } },
  rules: [
    {
      id: "quiere-irse",
      name: "Alguien sin atender quiere irse, o está molesto",
      active: true,
      integration: "webhook",
      trigger: "message.received",
      operator: "and",
      conditions: [
        { type: "unattended" },
        {
          type: "group",
          operator: "or",
          conditions: [
            { type: "messageContains", words: ["baja", "cancelar"] },
            { type: "messageMatches", pattern: "!{3,}" },
          ],
        },
      ],
      actions: [{ type: "notify" }],
    },
  ],
});

const event: TicketEvent = {
  id: "evt-2",
  type: "message.received",
  at: "2026-04-02T15:00:00Z",
  ticket: { id: "1042", account: "acc-wsp", assignee: { type: "human", id: "3" }, attended: true },
  message: { text: "¿A qué hora trabaja la tienda? Quiero dar de BAJA el plan" },
};

assert.deepEqual(evaluate(ruleSet, event).fired, []);
const [trace] = explain(ruleSet, event);
assert.ok(trace?.tree);
assert.equal(trace.outcome, "notFired");

// One condition is enough to blame: had the ticket been unattended, the rule would have fired.
assert.deepEqual(trace.blame, [["conditions", 0]]);
const [unattended, group] = trace.tree.conditions;
assert.equal(unattended?.verdict, false);
assert.equal(group?.verdict, true, "baja is in the message, as a word of its own; trabaja would not count");

print(trace.tree.conditions, "");
console.log(`to blame: ${trace.blame.map((path) => path.join(".")).join(" and ")}`);

// With another text there are two things to blame, of the alternatives only the first.
const calm = explain(ruleSet, { ...event, message: { text: "¿A qué hora trabaja la tienda?" } })[0];
assert.deepEqual(calm?.blame, [
  ["conditions", 0],
  ["conditions", 1, "conditions", 0],
]);

function print(nodes: readonly NodeTrace[], indent: string): void {
  for (const node of nodes) {
    const looked = node.type === "group" ? node.operator : JSON.stringify(node.actual);
    console.log(`${indent}${node.type.padEnd(16)} ${String(node.verdict).padEnd(6)} ${looked}`);
    if (node.type === "group") print(node.conditions, `${indent}  `);
  }
}
