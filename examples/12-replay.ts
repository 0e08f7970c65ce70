/** What would have been different: a recorded inbox, decided by the rules of today and by those of tomorrow. */
import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { type TicketEvent, Workspace } from "ticket-rules";
import { type ReplayCause, replay } from "ticket-rules/testing";

const rule = (id: string, words: string[], more: object = {}) => ({
  id,
  name: id,
  active: true,
  integration: "webhook",
  trigger: "message.received",
  operator: "and",
  conditions: [{ type: "messageContains", words }],
  actions: [{ type: "notify" }],
  ...more,
});

const workspaceOf = (drafts: object[]) =>
  Workspace.parse({
    schemaVersion: 1,
    timeZone: "America/Santiago",
    integrations: { webhook: { enabled: true, active: true, url: "https://crm.example.com/hook" } },
    rules: drafts,
  });

const before = workspaceOf([rule("baja", ["cancelar"]), rule("saludo", ["hola"])]);
// "baja" learns another phrase, and keeps the rules behind it from being evaluated.
const after = workspaceOf([
  rule("baja", ["cancelar", "dar de baja"], { stop: true }),
  rule("saludo", ["hola"]),
]);

/** One line, one event: a file of millions is read no faster than it is replayed. */
async function* recorded(): AsyncGenerator<TicketEvent> {
  const lines = createInterface({ input: createReadStream(new URL("12-replay.jsonl", import.meta.url)) });
  for await (const line of lines) yield JSON.parse(line);
}

const replayed = replay(before, after, recorded());
for await (const { event, reasons } of replayed) {
  console.log(`${event.id} ${JSON.stringify(event.message?.text)}`);
  for (const reason of reasons) {
    const why = reason.because.map(inWords).join("; ");
    console.log(`  ${reason.rule}: ${reason.before.outcome} -> ${reason.after.outcome}, because ${why}`);
  }
}

const { finished, events, differing, bad, rules } = replayed.summary();
assert.ok(finished);
const lines = readFileSync(new URL("12-replay.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
assert.equal(events, lines.length);
assert.equal(differing, 2);
assert.deepEqual(bad.examples, [
  { index: 3, issue: "event.type is not valid: expected text that is not empty" },
]);
assert.deepEqual(
  rules.map(({ rule: id, firesNow, firesNoMore }) => [id, firesNow, firesNoMore]),
  [
    ["saludo", 0, 2],
    ["baja", 1, 0],
  ],
);
console.log(`${differing} of ${events} decisions differ, ${bad.count} event could not be read`);

function inWords(cause: ReplayCause): string {
  switch (cause.type) {
    case "ruleChanged":
      return `it was edited at ${cause.paths.map((path) => path.join(".")).join(", ")}`;
    case "otherRule":
      return `of the rule ${cause.rule} (${cause.how})`;
    case "partChanged":
      return `the ${cause.part} ${cause.id ?? ""} was ${cause.change}`;
    default:
      return cause.type;
  }
}
