/** A recorded support inbox, run through the rules of `workspace.json`. */
import { readFileSync } from "node:fs";
import {
  compile,
  type Decision,
  evaluate,
  eventsFor,
  explain,
  type TicketEvent,
  Workspace,
} from "ticket-rules";
import { readChatwoot } from "./chatwoot.ts";
import { createHost, type Done, type SurveyOutcome } from "./host.ts";
import { lines, type Row, ruler } from "./table.ts";
import { createTotals } from "./totals.ts";
import { effectInWords, type Names, nearestMisses, suppressionInWords, unknownInWords } from "./why.ts";

/** Inboxes of Chatwoot and accounts of the workspace. Inbox 7 is a pilot that nobody has set up here yet. */
const ACCOUNTS = { 1: "acc-wsp", 2: "acc-web", 3: "acc-correo", 4: "acc-ig" };

const workspace = Workspace.parse(JSON.parse(read("workspace.json")));
const payloads = read("inbox.jsonl").trim().split("\n");

const ruleSet = compile(workspace);
const listened = eventsFor(ruleSet);
const host = createHost(ruleSet);
const totals = createTotals(workspace.rules);
const names: Names = new Map([
  ...(workspace.integrations?.botcenter?.bots ?? []).map(({ id, name }) => [id, name] as const),
  ["3", "Carolina"],
  ["4", "Matías"],
  ["5", "Fernanda"],
]);
const local = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: workspace.timeZone,
  timeZoneName: "longOffset",
});
// A reader that has seen enough, as `head`, is no error.
process.stdout.on("error", () => process.exit());

let day = "";

console.log(`${payloads.length} webhooks of Chatwoot, ${workspace.rules.length} rules. Times of ${workspace.timeZone}.
→ planned   ✗ fired, but not done   ? not decidable   · nothing happened: what came nearest, and why not
Webhooks that are no event of a ticket are not shown: the totals tell why not.`);

for (const payload of payloads) {
  const reading = readChatwoot(JSON.parse(payload), ACCOUNTS);
  if ("event" in reading) {
    for (const outcome of host.sendDue(reading.event.at)) printSurvey(outcome);
    await take(reading.event);
  } else {
    totals.ignored(reading.ignored);
  }
}
for (const outcome of host.sendDue("9999-12-31T00:00:00Z")) printSurvey(outcome);
console.log(`\n${ruler}\n${totals.text().join("\n")}`);

/** One event: evaluated, acted on, and printed with the reason wherever nothing came of it. */
async function take(received: TicketEvent): Promise<void> {
  const event = host.complete(received);
  const results = listened.has(event.type) ? await decide(event) : ["· no rule starts from this"];
  if (!listened.has(event.type)) totals.unheard();
  print(event.at, { ticket: `#${event.ticket.id}`, event: event.type, detail: detailOf(event), results });
  for (const outcome of host.note(event)) printSurvey(outcome);
}

async function decide(event: TicketEvent): Promise<string[]> {
  const decision = evaluate(ruleSet, event);
  const traces = explain(ruleSet, event);
  const done = await host.act(decision);
  totals.evaluated(decision, traces, done);
  const results = resultsOf(decision, done);
  if (results.length > 0) return results;
  const nearest = nearestMisses(traces, names).map((miss) => `· ${miss}`);
  return nearest.length > 0 ? nearest : ["· no rule looks at what changed"];
}

function resultsOf(decision: Decision, { now, before }: Done): string[] {
  return [
    ...now.map((effect) => `→ ${effect.rules.join(" + ")}: ${effectInWords(effect, names, clock)}`),
    ...before.map(({ rules }) => `✗ ${rules.join(" + ")}: done before, this webhook came twice`),
    ...decision.suppressed.map((each) => `✗ ${each.rule}: ${suppressionInWords(each)}`),
    ...decision.skipped.map((each) => `✗ ${each.rule}: held back, it led to this event itself`),
    ...decision.indeterminate.map((each) => `? ${each.rule}: ${unknownInWords(each.missing)}`),
  ];
}

function detailOf({ type, message, changes, ticket }: TicketEvent): string {
  if (message) {
    const text = message.text ? message.text.replace(/\s+/g, " ") : "(media without text)";
    return type === "message.received" ? text : `${message.author}: ${text}`;
  }
  if (type === "ticket.created") return ticket.account ?? "an inbox that is not mapped";
  if (type === "ticket.assigned") return `to ${names.get(ticket.assignee?.id ?? "") ?? "nobody"}`;
  if (changes === undefined) return ticketInWords(ticket);
  const changed = Object.entries(changes.classification ?? {}).map(
    ([field, { before, after }]) => `${field}: ${before ?? "–"} → ${after ?? "–"}`,
  );
  return changed.join(", ");
}

function ticketInWords({ classification = {} }: TicketEvent["ticket"]): string {
  return Object.entries(classification)
    .map(([field, value]) => `${field}: ${value ?? "–"}`)
    .join(", ");
}

function printSurvey(outcome: SurveyOutcome): void {
  const { effect, at, dropped } = outcome;
  totals.survey(outcome);
  const result =
    dropped === undefined
      ? `→ survey ${effect.survey} sent`
      : `✗ survey ${effect.survey} dropped: ${dropped}`;
  print(at, {
    ticket: `#${effect.ticket}`,
    event: "(survey due)",
    detail: `of ${effect.event.type}`,
    results: [result],
  });
}

function print(at: Date | string, row: Omit<Row, "time">): void {
  const { weekday, day: date, month, year } = partsOf(at);
  const today = `${weekday} ${date} ${month} ${year}`;
  if (today !== day) {
    console.log(`\n${ruler}\n${today}\n`);
    day = today;
  }
  for (const line of lines({ time: clock(at), ...row })) console.log(line);
}

/** The local time with its offset: on the night that the clocks change only that tells 23:30 from 23:30. */
function clock(at: Date | string): string {
  const { hour, minute, timeZoneName = "" } = partsOf(at);
  return `${hour}:${minute} ${timeZoneName.replace("GMT", "").slice(0, 3)}`;
}

function partsOf(at: Date | string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(local.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
