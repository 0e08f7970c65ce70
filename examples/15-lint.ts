/** What is likely to be wrong with rules: findings, with an event and an edit where there is one. */
import assert from "node:assert/strict";
import { type TicketEvent, Workspace } from "ticket-rules";
import { applySuggestion, lint } from "ticket-rules/analysis";

const notify = {
  active: true,
  integration: "webhook",
  trigger: "message.received",
  operator: "and",
} as const;
const actions: [{ type: "notify" }] = [{ type: "notify" }];

const workspace = Workspace.parse({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "acc-wsp", name: "Wsp empresa - Whatsapp" },
    { id: "acc-ig", name: "Instagram" },
  ],
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
  rules: [
    {
      ...{ id: "canales", name: "Avisar de WhatsApp e Instagram", ...notify, actions },
      // A ticket has one account.
      conditions: [
        { type: "account", is: "acc-wsp" },
        { type: "account", is: "acc-ig" },
      ],
    },
    {
      ...{ id: "noche", name: "Avisar de noche", ...notify, actions },
      // The last minute of the day is left out.
      conditions: [{ type: "timeRange", from: "20:00", to: "23:59" }],
    },
    {
      ...{ id: "bajas", name: "Avisar de bajas", ...notify, stop: true, actions },
      // Whoever writes the phrase writes the word.
      conditions: [{ type: "messageContains", words: ["baja", "dar de baja"] }],
    },
    {
      ...{ id: "bajas-wsp", name: "Avisar de bajas en WhatsApp", ...notify, actions },
      // The rule above has stopped it.
      conditions: [
        { type: "account", is: "acc-wsp" },
        { type: "messageContains", words: ["baja"] },
      ],
    },
  ],
});

const findings = lint(workspace);
assert.deepEqual(
  findings.map(({ code, severity }) => [code, severity]),
  [
    ["neverFires", "error"],
    ["endsAt2359", "warning"],
    ["unreachableWord", "info"],
    ["shadowedRule", "error"],
  ],
);
for (const { severity, path, texts } of findings)
  console.log(`${severity}  ${path.join(".")}\n  ${texts.es}`);

// An event on which it shows: here the last rule would fire, if it had its turn.
const witness: TicketEvent | undefined = findings.at(-1)?.witness;
console.log(
  `for instance: account ${witness?.ticket.account}, message ${JSON.stringify(witness?.message?.text)}`,
);

// Edits change nothing that is decided, except what is meant: here the last minute of the day.
let mended = workspace;
for (
  let next = lint(mended).find(({ suggest }) => suggest);
  next;
  next = lint(mended).find(({ suggest }) => suggest)
) {
  mended = applySuggestion(mended, next);
}
assert.deepEqual(
  lint(mended).map(({ code }) => code),
  ["neverFires", "shadowedRule"],
);
console.log(
  "after the suggested edits:",
  lint(mended)
    .map(({ code }) => code)
    .join(", "),
);

// An editor holds rules that are half written: the others are looked at all the same.
const half = {
  ...mended,
  rules: [{ ...mended.rules[0], conditions: [{ type: "account" }] }, ...mended.rules.slice(1)],
};
const [unread] = lint(half);
assert.equal(unread?.code, "notLoaded");
console.log(unread.texts.es);
