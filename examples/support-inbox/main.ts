/** A recorded support inbox, run through the rules of `workspace.json`. */
import { readFileSync } from "node:fs";
import { compile, type Decision, evaluate, eventsFor, explain, type TicketEvent, Workspace } from "ticket-rules";
import { readChatwoot } from "./chatwoot.ts";
import { createHost, type Done, type SurveyOutcome } from "./host.ts";
import { lines, type Row, rule } from "./table.ts";
import { createTotals } from "./totals.ts";
import { nearestMisses } from "./why.ts";

const workspace = Workspace.parse(JSON.parse(read("workspace.json")));
const payloads = read("inbox.jsonl")
  .trim()
  .split("\n")
  .map((line): unknown => JSON.parse(line));

/** Inboxes of Chatwoot and accounts of the workspace. Inbox 7 is a pilot that nobody has set up here yet. */
const ACCOUNTS = { 1: "acc-wsp", 2: "acc-web", 3: "acc-correo", 4: "acc-ig" };

const EXECUTIVES = new Map([
  ["3", "Carolina"],
  ["4", "Matías"],
  ["5", "Fernanda"],
]);

const ruleSet = compile(workspace);
const listened = eventsFor(ruleSet);
const host = createHost(ruleSet);
const totals = createTotals(workspace.rules);
let day = "";

console.log(`${workspace.rules.length} rules, ${payloads.length} webhooks of Chatwoot, times of ${workspace.timeZone}
→ planned   ✗ fired, but not done   ? not decidable   · nothing, and what came nearest   (blank) no event`);

for (const payload of payloads) {
  const reading = readChatwoot(payload, ACCOUNTS);
  if ("ignored" in reading) {
    totals.ignored();
    print(atOf(payload), { ticket: "", event: "", detail: nameOf(payload), results: [`  ${reading.ignored}`] });
    continue;
  }
  for (const outcome of host.sendDue(new Date(reading.event.at).toISOString())) printSurvey(outcome);
  await take(reading.event);
}
for (const outcome of host.sendDue("9999-12-31T00:00:00Z")) printSurvey(outcome);
console.log(`\n${rule}\n${totals.text()}`);

/** One event: evaluated, acted on, and printed with the reason wherever nothing came of it. */
async function take(read: TicketEvent): Promise<void> {
  const event = host.complete(read);
  const { id, type, ticket } = event;
  const row = { ticket: `#${ticket.id}`, event: type, detail: detailOf(event) };
  if (listened.has(type)) {
    const decision = evaluate(ruleSet, event);
    const traces = explain(ruleSet, event);
    const done = await host.act(decision);
    const results = resultsOf(decision, done);
    totals.evaluated(decision, traces, done);
    const nearest = () => nearestMisses(traces, EXECUTIVES).map((miss) => `· ${miss}`);
    print(event.at, { ...row, results: results.length > 0 ? results : nearest() });
  } else {
    totals.unheard();
    print(event.at, { ...row, results: [`· no rule starts from ${type}`] });
  }
  for (const outcome of host.note(event)) printSurvey(outcome);
  void id;
}
