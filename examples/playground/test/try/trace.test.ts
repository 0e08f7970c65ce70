import { compile, evaluate, explain, type Rule, type TicketEvent, type Workspace } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { beforeOf, instantOfEvent, withBefore, withType } from "../../src/try/eventFacts.ts";
import { planOf } from "../../src/try/plan.ts";
import { rowsOf } from "../../src/try/traceRows.ts";
import { inbox } from "../inbox.ts";

const es = { locale: "es", workspace: inbox } as const;

const closed: TicketEvent = {
  id: "e-1",
  type: "ticket.closed",
  at: "2026-03-16T12:00:00-03:00",
  ticket: { id: "t-1", account: "acc-wsp", customer: "c-1", classification: { motivo: "spam" } },
  surveys: [],
};

function rowsFor(event: TicketEvent, id: string, workspace: Workspace = inbox) {
  const trace = explain(compile(workspace), event).find((each) => each.rule === id);
  const rule = workspace.rules.find((each) => each.id === id);
  if (trace === undefined || rule === undefined) throw new Error(id);
  return rowsOf(trace, rule, { locale: "es", workspace });
}

describe("the tree of a rule", () => {
  test("tells a condition under `not` as it is written, with what it looked at and who is to blame", () => {
    const rows = rowsFor(closed, "encuesta-cierre");
    expect(rows.map(({ key, depth, verdict, isToBlame }) => [key, depth, verdict, isToBlame])).toEqual([
      ["trigger", 0, true, false],
      ["conditions.0", 1, true, false],
      ["conditions.1", 1, false, false],
      ["conditions.1.conditions.0", 2, true, true],
    ]);
    expect(rows[2]).toMatchObject({ kind: "group", operator: "not" });
    expect(rows[3]?.text).toBe("el campo «Motivo de consulta» es «Reclamo» o «Spam»");
    expect(rows[3]?.actual?.value).toBe("spam");
  });

  test("names the fact that is missing", () => {
    const [, first] = rowsFor({ ...closed, ticket: { id: "t-1" } }, "encuesta-cierre");
    expect(first).toMatchObject({ verdict: "unknown", missing: "ticket.account" });
    expect(first).not.toHaveProperty("actual");
  });

  test("tells what an alternative was before, on an event that is not the trigger", () => {
    const classified: TicketEvent = {
      ...closed,
      type: "ticket.classified",
      ticket: { id: "t-1", classification: { motivo: "soporte" } },
      changes: { classification: { motivo: { before: "soporte" } } },
    };
    expect(rowsFor(classified, "encuesta-manual")[1]?.edge).toEqual({ touched: true, before: true });
  });

  test("of a rule that is not valid has no rows", () => {
    const [trace] = explain(compile({ ...inbox, rules: [{ id: "x" }] }), closed);
    if (trace === undefined) throw new Error("no trace");
    expect(rowsOf(trace, inbox.rules[0] as Rule, es)).toEqual([]);
  });
});

describe("the plan", () => {
  const ruleSet = compile(inbox);

  test("is in the order of time, each effect with its own sentence", () => {
    const event = { ...closed, ticket: { ...closed.ticket, classification: {} } };
    const plan = planOf(evaluate(ruleSet, event), ruleSet, event, es);
    expect(plan.planned.map(({ effect, delayMinutes }) => [effect.type, delayMinutes])).toEqual([
      ["enableManualSurvey", 0],
      ["notify", 0],
      ["sendSurvey", 90],
    ]);
    expect(plan.planned[2]?.sentence).toMatch(/^Se enviará la encuesta n\.º 12 el lunes 16 de marzo/);
    expect(plan.planned[2]?.later).toEqual({
      undisturbed: { send: true },
      reopened: { send: false, reason: "ticketReopened" },
    });
    expect(plan.planned[0]?.later).toBeUndefined();
  });

  test("tells what is not done, and what could not be decided", () => {
    const event: TicketEvent = {
      ...closed,
      ticket: { id: "t-1", account: "acc-wsp", customer: "c-1" },
      surveys: [{ customer: "c-1", at: "2026-03-15T12:00:00Z", status: "sent" }],
    };
    const plan = planOf(evaluate(ruleSet, event), ruleSet, event, es);
    expect(plan.suppressed).toEqual([]);
    expect(plan.notes).toHaveLength(1);
    expect(plan.notes[0]).toContain("ticket.classification");
    const known = { ...event, ticket: { ...event.ticket, classification: {} } };
    const suppressed = planOf(evaluate(ruleSet, known), ruleSet, known, es).suppressed;
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]?.sentence).toContain("umbral de spam");
  });
});

describe("facts of an event that is edited", () => {
  const event = {
    id: "e",
    type: "message.received",
    at: "x",
    ticket: { id: "t", status: "open" },
    message: { text: "a" },
  };

  test("a type brings what belongs to it, and takes what does not", () => {
    const other = withType(event, "ticket.closed");
    expect(other).toEqual({ id: "e", type: "ticket.closed", at: "x", ticket: { id: "t", status: "closed" } });
    expect(withType(other, "message.received")).toMatchObject({
      message: { text: "Hola" },
      ticket: { status: "open" },
    });
  });

  test("the past of a field: untouched, unknown or known, also of one called `__proto__`", () => {
    for (const field of ["motivo", "__proto__"]) {
      const unknown = withBefore(event, field, { kind: "unknown" });
      expect(beforeOf(unknown, field)).toEqual({ kind: "unknown" });
      const known = withBefore(unknown, field, { kind: "known", value: "ventas" });
      expect(beforeOf(known, field)).toEqual({ kind: "known", value: "ventas" });
      expect(beforeOf(known, "constructor")).toEqual({ kind: "untouched" });
      expect(withBefore(known, field, { kind: "untouched" })).toEqual(event);
    }
  });

  test("an instant without an offset means nothing", () => {
    expect(instantOfEvent({ at: "2026-03-16T12:00:00" })).toBeUndefined();
    expect(instantOfEvent({ at: "2026-03-16T12:00:00-03:00" })).toBe(Date.parse("2026-03-16T15:00:00Z"));
    expect(instantOfEvent({ at: 5 })).toBeUndefined();
  });
});
