/** Proofs about rules: what never fires, what changes nothing, what changed, and the tests that show it. */
import assert from "node:assert/strict";
import { compile, evaluate, type Rule, type Workspace } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";

const rule = (id: string, conditions: Rule["conditions"], bot: string): Rule => ({
  id,
  name: id,
  active: true,
  integration: "botcenter",
  trigger: "message.received",
  operator: "and",
  conditions,
  actions: [{ type: "activateBot", bot }],
});

const workspace: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "acc-wsp", name: "Wsp empresa - Whatsapp", calendar: "cal-office" },
    { id: "acc-web", name: "Chat web" },
  ],
  calendars: [
    {
      id: "cal-office",
      name: "Horario de oficina",
      timeZone: "America/Santiago",
      weekly: { mon: [["09:00", "18:00"]], tue: [["09:00", "18:00"]] },
    },
  ],
  integrations: {
    botcenter: {
      ...{ enabled: true, active: true, apiToken: "example-token" },
      bots: ["weekend", "retention", "night"].map((name) => ({ id: `bot-${name}`, name, active: true })),
    },
  },
  rules: [
    rule(
      "weekend",
      [
        { type: "account", is: "acc-wsp" },
        { type: "withinBusinessHours" },
        { type: "weekday", is: ["sat", "sun"] },
      ],
      "bot-weekend",
    ),
    rule(
      "cancel",
      [{ type: "unassigned" }, { type: "messageContains", words: ["baja", "dar de baja"] }],
      "bot-retention",
    ),
    rule("night", [{ type: "timeRange", from: "22:00", to: "06:00" }], "bot-night"),
  ],
};

const analyzer = createAnalyzer(workspace);

// The office is closed at weekends, so the first rule never fires: a proof, not a sample.
assert.equal(analyzer.fires("weekend").verdict, "never");

// Who says "dar de baja" says "baja".
const { rule: simple, removed } = analyzer.simplify("cancel");
assert.deepEqual(removed, [["conditions", 1, "words", 1]]);

// Two rules that start different bots on one event: the first wins, which the author may not have meant.
const { never, fights } = analyzer.inspect();
assert.deepEqual(never, ["weekend"]);
const [fight] = fights;
assert.ok(fight !== undefined);
assert.deepEqual(evaluate(compile(workspace), fight.event).fired, fight.rules);

// A rule that ends bots on a word: who says it together with what starts it, ends it, starts it, and so on.
const human: Rule = {
  ...{ id: "human", name: "Asks for a person", active: true, integration: "botcenter" },
  ...{ trigger: "message.received", operator: "and", actions: [{ type: "terminateBot" }] },
  conditions: [{ type: "messageContains", words: ["humano"] }],
};
const { possibleLoops } = createAnalyzer({ ...workspace, rules: [...workspace.rules, human] }).inspect();
const [loop] = possibleLoops;
assert.deepEqual(
  loop?.steps.map(({ rule: id, effect, lead }) => [id, effect, lead]),
  [
    ["cancel", "activateBot", "customerAnswers"],
    ["human", "terminateBot", "customerAnswers"],
  ],
);

// Tests that no single mistake in the rule survives.
const { file } = analyzer.tests("cancel");

// And what an edit changes.
const wider = { ...simple, conditions: simple.conditions.slice(1) } as Rule;
const { effects } = analyzer.diff(workspace.rules.map((each) => (each.id === "cancel" ? wider : each)));
assert.deepEqual(
  effects.map(({ change, rule: id }) => [change, id]),
  [["gained", "cancel"]],
);

// The same of a calendar: the rules are as they were written, and one of them is never carried out on that day any more.
const holiday: Workspace = {
  ...workspace,
  rules: [rule("open", [{ type: "withinBusinessHours" }], "bot-night")],
};
const closed = {
  ...holiday,
  calendars: holiday.calendars?.map((each) => ({ ...each, exceptions: { "2026-09-21": [] } })),
};
const [lost] = createAnalyzer(holiday).diff(closed).effects;
assert.equal(lost?.change, "lost");
assert.deepEqual(evaluate(compile(closed), lost.event).effects, []);

console.log(
  `never fires: ${never.join(", ")} (looked for from ${analyzer.horizon.from} to ${analyzer.horizon.to})`,
);
console.log(
  `${fight.kind}: ${fight.rules.join(" and ")}, on "${fight.event.message?.text}" at ${fight.event.at}`,
);
console.log(
  `goes round on "${loop?.steps[0]?.event.message?.text}": ${loop?.steps.map((step) => step.rule).join(", ")}`,
);
console.log(`no bot on the holiday any more: ${lost.event.at}`);
for (const { name, recorded } of file.scenarios) console.log(`test ${name} on "${recorded.message?.text}"`);
