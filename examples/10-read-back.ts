/** Rules read back: the demo's rules as sentences, what an editor links, and why a rule did not fire. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  compile,
  describe,
  describeDecision,
  describeTokens,
  describeTrace,
  evaluate,
  explain,
  type TicketEvent,
  Workspace,
} from "ticket-rules";

const file = new URL("support-inbox/workspace.json", import.meta.url);
const workspace = Workspace.parse(JSON.parse(readFileSync(file, "utf8")));

for (const rule of workspace.rules) {
  console.log(`${rule.name}\n  ${describe(rule, { locale: "es", workspace })}`);
  console.log(`  ${describe(rule, { locale: "en", workspace })}\n`);
}

// What an editor needs: each piece of the sentence knows the part of the rule it came from.
const [rule] = workspace.rules.filter(({ conditions }) => conditions.length > 1);
assert.ok(rule);
const tokens = describeTokens(rule, { locale: "es", workspace });
assert.equal(tokens.map(({ text }) => text).join(""), describe(rule, { locale: "es", workspace }));
for (const { text, role, path } of tokens) {
  if (path !== undefined) console.log(`${role.padEnd(10)} ${path.join(".").padEnd(22)} ${text}`);
}

// Why nothing happened: a message on a ticket that somebody has.
const event: TicketEvent = {
  id: "evt-10",
  type: "message.received",
  at: "2026-04-02T15:00:00Z",
  ticket: { id: "1042", account: "acc-ig", assignee: { type: "human", id: "carolina" }, attended: true },
  message: { text: "Hola" },
};
const ruleSet = compile(workspace);
console.log("");
for (const trace of explain(ruleSet, event)) {
  if (trace.tree?.trigger.verdict) console.log(describeTrace(trace, { locale: "es", workspace }));
}
console.log(
  `\n${describeDecision(evaluate(ruleSet, event), { locale: "es", workspace, account: "acc-ig" })}`,
);
