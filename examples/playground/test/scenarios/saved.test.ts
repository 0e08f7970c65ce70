import { compile, evaluate, type TicketEvent } from "ticket-rules";
import { coverage, runScenarios } from "ticket-rules/testing";
import { describe, expect, test } from "vitest";
import { coverageRows, coveredPart } from "../../src/scenarios/coverageRows.ts";
import { nameFor, scenarioOf } from "../../src/scenarios/scenarioList.ts";
import { inbox, inboxScenarios } from "../inbox.ts";

const ruleSet = compile(inbox);
const events = runScenarios(inbox, inboxScenarios).results.flatMap(({ event }) =>
  event === null ? [] : [event],
);

describe("a scenario that is saved", () => {
  test("passes on the same rules, whatever was decided", () => {
    const bare: TicketEvent[] = [
      ...events,
      { id: "e", type: "message.received", at: "2026-03-16T12:00:00Z", ticket: { id: "t" } },
    ];
    const saved = bare.map((event, place) => scenarioOf(event, evaluate(ruleSet, event), `n.º ${place}`));
    const written = JSON.parse(JSON.stringify({ schemaVersion: 1, scenarios: saved }));
    const { totals } = runScenarios(inbox, written);
    expect(totals).toEqual({ scenarios: events.length + 1, passed: events.length + 1, failed: 0 });
  });

  test("notices each rule that is taken away, if it fired in one of them", () => {
    const saved = events.map((event, place) => scenarioOf(event, evaluate(ruleSet, event), `n.º ${place}`));
    for (const { id } of inbox.rules) {
      const rules = inbox.rules.filter((rule) => rule.id !== id);
      const hasFired = events.some((event) => evaluate(ruleSet, event).fired.includes(id));
      expect(runScenarios({ ...inbox, rules }, saved).passed, id).toBe(!hasFired);
    }
  });

  test("has a name of its own, short and on one line", () => {
    expect(nameFor("Se disparó la regla «A».\nNada más.", [])).toBe("Se disparó la regla «A»");
    expect(nameFor("Uno.", ["Uno", "Uno (2)"])).toBe("Uno (3)");
    expect([...nameFor("x".repeat(500), [])]).toHaveLength(90);
  });
});

describe("coverage on a rule", () => {
  test("has a row for the trigger and each leaf, as deep as it stands", () => {
    const found = coverage(inbox, inboxScenarios);
    const covered = found.rules.find((each) => each.rule === "encuesta-cierre");
    const rule = inbox.rules.find(({ id }) => id === "encuesta-cierre");
    if (covered === undefined || rule === undefined) throw new Error("not in the inbox");
    const rows = coverageRows(covered, rule, { locale: "es", workspace: inbox });
    expect(rows.map(({ key, depth }) => [key, depth])).toEqual([
      ["trigger", 0],
      ["conditions.0", 0],
      ["conditions.1.conditions.0", 1],
    ]);
    expect(rows[0]?.text).toBe("Al cerrarse un ticket");
    expect(rows[2]?.text).toBe("el campo «Motivo de consulta» es «Reclamo» o «Spam»");
    expect(coveredPart(covered)).toEqual({ found: 3, hit: 3 });
  });
});
