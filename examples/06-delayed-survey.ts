/** A survey an hour and a half after closing, and the second look that is taken at it when it is due. */
import assert from "node:assert/strict";
import { compile, evaluate, recheck, type Survey, type TicketEvent } from "ticket-rules";

const workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  integrations: { timepoints: { enabled: true, active: true, apiToken: "example-token" } },
  rules: [
    {
      id: "encuesta",
      name: "Encuesta 12, 90 minutos después de cerrar, una vez al mes",
      active: true,
      integration: "timepoints",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "sendSurvey", survey: 12, delayMinutes: 90, spamThresholdDays: 30 }],
    },
  ],
};
const ruleSet = compile(workspace);

const closed: TicketEvent = {
  id: "evt-6",
  type: "ticket.closed",
  at: "2026-04-02T09:35:00-03:00",
  ticket: { id: "1046", customer: "contact-310", status: "closed" },
  surveys: [],
};

const [effect] = evaluate(ruleSet, closed).effects;
assert.ok(effect?.type === "sendSurvey");
assert.equal(effect.executeAt, "2026-04-02T14:05:00.000Z");
assert.deepEqual(effect.cancelOn, ["ticket.reopened"]);
console.log(`planned for ${effect.executeAt}`);

// The host keeps the effect, and notes the survey as pending. Another close on that day plans none.
const pending: Survey = { customer: "contact-310", at: effect.executeAt, status: "pending", key: effect.key };
const again = evaluate(ruleSet, {
  ...closed,
  id: "evt-7",
  at: "2026-04-02T11:00:00-03:00",
  surveys: [pending],
});
assert.deepEqual(again.effects, []);
assert.deepEqual(again.suppressed, [{ rule: "encuesta", action: "sendSurvey", reason: "spamThreshold" }]);

// When it is due. Its own entry does not stand in its way: the key tells.
const now = { ticket: { status: "closed" }, surveys: [pending] } as const;
const off = compile({ ...workspace, rules: workspace.rules.map((rule) => ({ ...rule, active: false })) });
const other: Survey = { customer: "contact-310", at: "2026-03-20T15:00:00Z", status: "sent" };
const looks = {
  "all as planned": [recheck(ruleSet, effect, now), { send: true }],
  "ticket open again": [
    recheck(ruleSet, effect, { ...now, ticket: { status: "open" } }),
    { send: false, reason: "ticketReopened" },
  ],
  "reopened, closed again": [
    recheck(ruleSet, effect, { ...now, reopened: true }),
    { send: false, reason: "ticketReopened" },
  ],
  "a survey came in between": [
    recheck(ruleSet, effect, { ...now, surveys: [pending, other] }),
    { send: false, reason: "spamThreshold" },
  ],
  "rule switched off": [recheck(off, effect, now), { send: false, reason: "ruleInactive" }],
};
for (const [what, [found, expected]] of Object.entries(looks)) {
  assert.deepEqual(found, expected, what);
  console.log(`${what.padEnd(26)}${JSON.stringify(found)}`);
}
