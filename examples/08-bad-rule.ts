/** A mistake in one rule: saving refuses the document with every mistake, running goes on with the other rules. */
import assert from "node:assert/strict";
import {
  compile,
  describeIssue,
  evaluate,
  explain,
  issuesOf,
  type TicketEvent,
  Workspace,
} from "ticket-rules";

const stored = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  integrations: {
    timepoints: { enabled: true, active: true, apiToken: "example-token" },
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hook" },
  },
  rules: [
    {
      id: "encuesta",
      name: "Encuesta a quien dijo gracias",
      active: true,
      integration: "timepoints",
      trigger: "ticket.closed",
      operator: "and",
      // TimePoints has no conditions on messages, and the survey's number is text.
      conditions: [{ type: "messageContains", words: ["gracias"] }],
      actions: [{ type: "sendSurvey", survey: "12" }],
    },
    {
      id: "aviso",
      name: "Notificar cada cierre",
      active: true,
      integration: "webhook",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "notify" }],
    },
  ],
};

// Strict: what an admin screen saves through. Every issue, with the path to the field it belongs to.
const parsed = Workspace.safeParse(stored);
assert.ok(!parsed.success);
const found = issuesOf(parsed.error).map((issue) => ({
  ...issue,
  place: issue.path.join("."),
  es: describeIssue(issue, { locale: "es" }),
}));
assert.deepEqual(
  found.map(({ place, code }) => [place, code]),
  [
    ["rules.0.conditions.0.type", "conditionNotAllowed"],
    ["rules.0.actions.0.survey", "wrongType"],
  ],
);
console.log("saving it:");
for (const { place, message, es } of found) console.log(`  ${place}\n    ${message}\n    ${es}`);

// Lenient: what is already stored runs as far as it can. A bad rule never fires, and nothing of it is dropped:
// without its condition it would reach every customer.
const ruleSet = compile(stored);
const [invalid] = ruleSet.invalid;
assert.equal(ruleSet.invalid.length, 1);
assert.equal(invalid?.rule, "encuesta");

const event: TicketEvent = {
  id: "evt-8",
  type: "ticket.closed",
  at: "2026-04-02T12:35:00Z",
  ticket: { id: "1048" },
};
assert.deepEqual(evaluate(ruleSet, event).fired, ["aviso"]);
assert.deepEqual(
  explain(ruleSet, event).map(({ rule, outcome }) => [rule, outcome]),
  [
    ["encuesta", "invalid"],
    ["aviso", "fired"],
  ],
);
console.log(`running it: ${invalid.rule} is invalid (${invalid.issues.length} issues), aviso fired`);
