/** What must hold of findings, whatever the workspace. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  applySuggestion,
  type DocumentPath,
  type Finding,
  type FindingCode,
  findingCodes,
  lint,
} from "../../src/analysis.ts";
import { compile, type Decision, evaluate, explain, type TicketEvent, Workspace } from "../../src/index.ts";
import { arbitraryEvent, arbitraryWorkspace } from "../../src/testing.ts";
import { AT, examples, small } from "./examples.ts";

const RUNS = process.env.LONG === undefined ? 100 : 5000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`lint: ${RUNS} workspaces each, SEED=${SEED}`);

/** Everything that shows at once, advice included, at an instant at which some ranges are over. */
const all = (workspace: Workspace) =>
  lint(workspace, { at: AT, severity: { slowElsewhere: "info" }, proofs: false });

type Case = { workspace: Workspace; events: TicketEvent[] };

const cases = (): fc.Arbitrary<Case> =>
  arbitraryWorkspace().chain((workspace) =>
    fc.record({
      workspace: fc.constant(workspace),
      events: fc.array(arbitraryEvent(workspace), { minLength: 4, maxLength: 8 }),
    }),
  );

function law(title: string, holds: (drawn: Case) => void, numRuns = RUNS): void {
  test(title, () => fc.assert(fc.property(cases(), holds), { seed: SEED, numRuns }));
}

/** Laws that ask for proofs: each workspace is analysed anew. */
function provedLaw(title: string, holds: (drawn: Case) => void): void {
  law(title, holds, RUNS / 4);
}

function at(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string | number, unknown>)[key];
  }, document);
}

/** Rules of which a finding of this code speaks, by id. */
function rulesWith(findings: readonly Finding[], workspace: Workspace, ...codes: FindingCode[]) {
  return findings.flatMap(({ code, path }) => {
    const rule = path[0] === "rules" && codes.includes(code) ? workspace.rules[Number(path[1])] : undefined;
    return rule === undefined ? [] : [rule];
  });
}

describe("findings", () => {
  law("speak of what is in the document, in two languages, and are plain data", ({ workspace }) => {
    const before = structuredClone(workspace);
    for (const { path, texts, code, severity } of all(workspace)) {
      expect(at(workspace, path), `${code} at ${path.join()}`).not.toBeUndefined();
      expect(texts.es.trim()).not.toBe("");
      expect(texts.en.trim()).not.toBe("");
      expect(texts.es).not.toBe(texts.en);
      expect(["error", "warning", "info"]).toContain(severity);
    }
    expect(workspace).toEqual(before);
    const findings = all(workspace);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(all(structuredClone(workspace))).toEqual(findings);
  });

  law("come in the order of the document", ({ workspace }) => {
    const places = all(workspace).map(({ path, code }) => JSON.stringify([path, code]));
    expect(new Set(places).size).toBe(places.length);
    const indexes = all(workspace).flatMap(({ path }) => (path[0] === "rules" ? [Number(path[1])] : []));
    expect(indexes).toEqual([...indexes].sort((one, other) => one - other));
  });

  provedLaw("that a rule never fires are true", ({ workspace, events }) => {
    const never = rulesWith(lint(workspace), workspace, "neverFires").map(({ id }) => id);
    const ruleSet = compile(workspace);
    for (const event of events) {
      const { fired } = evaluate(ruleSet, event);
      expect(fired.filter((id) => never.includes(id))).toEqual([]);
    }
  });

  provedLaw("that a rule always fires are true where its facts are known", ({ workspace, events }) => {
    const always = rulesWith(lint(workspace), workspace, "alwaysFires");
    for (const event of events) {
      for (const { rule, outcome, blame } of explain(compile(workspace), event)) {
        if (!always.some(({ id }) => id === rule) || outcome !== "notFired") continue;
        expect(blame).toContainEqual(["trigger"]);
      }
    }
  });

  law("that a rule has no turn are true", ({ workspace, events }) => {
    const shadowed = rulesWith(all(workspace), workspace, "shadowedRule").map(({ id }) => id);
    for (const event of events) {
      // The loop guard holds single rules back, and lets those behind them through.
      const { effects } = evaluate(compile(workspace), { ...event, cause: { rules: [], depth: 0 } });
      const acting = effects.filter(({ type }) => type !== "notify").flatMap(({ rules }) => rules);
      expect(acting.filter((id) => shadowed.includes(id))).toEqual([]);
    }
  });

  law("that a rule repeats another are true", ({ workspace, events }) => {
    const copies = all(workspace).filter(({ code }) => code === "duplicateRule");
    for (const event of events) {
      const traces = explain(compile(workspace), { ...event, cause: { rules: [], depth: 0 } });
      for (const { path } of copies) {
        const copy = traces[Number(path[1])];
        if (copy?.outcome !== "fired") continue;
        // The original fired too, or the copy would have no turn.
        const { actions, trigger } = workspace.rules[Number(path[1])]!;
        const twins = traces.filter((trace, place) => {
          const other = workspace.rules[place];
          return (
            place < Number(path[1]) &&
            other?.trigger === trigger &&
            other.actions.length === actions.length &&
            trace.outcome === "fired"
          );
        });
        expect(twins.length).toBeGreaterThan(0);
      }
    }
  });
});

describe("sentences", () => {
  const hook = (id: string, conditions: unknown[], more: object = {}) => ({
    ...{ id, name: id, active: true, integration: "webhook", trigger: "message.received", operator: "and" },
    ...{ conditions, actions: [{ type: "notify" }] },
    ...more,
  });
  const bot = (id: string, conditions: unknown[], more: object = {}) =>
    hook(id, [{ type: "unassigned" }, ...conditions], {
      ...{ integration: "botcenter", actions: [{ type: "activateBot", bot: "lead" }] },
      ...more,
    });
  const timepoints = (action: object) => ({
    ...{ integration: "timepoints", trigger: "ticket.closed" },
    actions: [{ type: "sendSurvey", ...action }],
  });
  const weekday = (...is: string[]) => ({ type: "weekday", is });
  const workdays = weekday("mon", "tue", "wed", "thu", "fri");
  const weekend = weekday("sat", "sun");
  const isNot = { operator: "not" };
  const stop = { stop: true };
  const or = (...conditions: unknown[]) => ({ type: "group", operator: "or", conditions });
  const [open, closed] = [{ type: "withinBusinessHours" }, { type: "outsideBusinessHours" }];

  test.each<[string, unknown[], FindingCode, string, string]>([
    [
      "a rule with not of which one condition always holds",
      [hook("a", [workdays, weekend], isNot)],
      "neverFires",
      "La regla “a” no se ejecutará nunca: con “NO” las condiciones 1 (es un día de lunes a viernes) y 2 (es sábado o domingo) deben ser falsas, y no lo son a la vez con ningún ticket.",
      "Rule “a” never fires: with “not”, conditions 1 (it is a day from Monday to Friday) and 2 (it is Saturday or Sunday) must be false, and for no ticket all of them are.",
    ],
    [
      "a rule with not of a condition that is never known",
      [hook("a", [{ ...open, calendar: "x" }], isNot)],
      "neverFires",
      "La regla “a” no se ejecutará nunca: con “NO” la condición 1 (el evento ocurre dentro del horario hábil `x` (no existe)) debe ser falsa, y no lo es con ningún ticket.",
      "Rule “a” never fires: with “not”, condition 1 (it is within the business hours `x` (does not exist)) must be false, and it is for no ticket.",
    ],
    [
      "several rules stop one, named in their order",
      [hook("b", [weekend], stop), hook("a", [workdays], stop), hook("c", [{ type: "unassigned" }])],
      "shadowedRule",
      "La regla “c” no se evaluará nunca: con los mismos tickets ya la detienen las reglas “b” o “a”.",
      "Rule “c” is never evaluated: on the same tickets it is stopped by rules “b” or “a”.",
    ],
    [
      "several rules start bots before one",
      [bot("a", [workdays]), bot("b", [weekend], stop), bot("c", [{ type: "unattended" }])],
      "shadowedRule",
      "La regla “c” no activará nunca su bot: con los mismos tickets ya activan uno las reglas “a” o “b”.",
      "Rule “c” never activates its bot: on the same tickets one is activated already by rules “a” or “b”.",
    ],
    [
      "a survey that never goes out",
      [
        hook("a", [], timepoints({ survey: 1, spamThresholdDays: 7 })),
        hook("b", [{ type: "account", is: "wsp" }], timepoints({ survey: 2, spamThresholdDays: 7 })),
      ],
      "shadowedRule",
      "La regla “b” no enviará nunca su encuesta: por el mismo cierre ya envía una la regla “a”, y el umbral de spam descarta la segunda.",
      "Rule “b” never sends its survey: for the same close one is sent already by rule “a”, and the spam threshold drops the second.",
    ],
    [
      "an option of another field",
      [hook("a", [{ type: "classification", field: "motivo", is: ["vip", "ventas"] }])],
      "unknownReference",
      "En la regla “a” se menciona una opción que el campo “Motivo” no tiene: “vip”.",
      "In rule “a” there is a reference to an option that field “Motivo” does not have: “vip”.",
    ],
    [
      "a condition that holds by itself",
      [hook("a", [{ type: "unassigned" }, { type: "dateRange", from: "2000-01-01" }])],
      "ineffectiveCondition",
      "La condición 2 (la fecha es el 1 de enero de 2000 o posterior) de la regla “a” se cumple siempre: no cambia nada.",
      "Condition 2 (the date is 1 January 2000 or later) of rule “a” always holds: it changes nothing.",
    ],
    [
      "open or closed",
      [hook("a", [or(open, closed)])],
      "ineffectiveCondition",
      "La condición 1 (condición anidada) de la regla “a” se cumple siempre en las cuentas con horario hábil, abierto o cerrado; en las demás el horario no se sabe.",
      "Condition 1 (nested group) of rule “a” always holds for accounts with a calendar, open or closed; for the others the hours are not known.",
    ],
  ])("%s", (_, rules, code, es, en) => {
    const found = lint(small(rules)).filter((finding) => finding.code === code);
    expect(found.map(({ texts }) => texts)).toEqual([{ es, en }]);
  });
});

/** How much there is that can be taken out or moved. */
function countIn(workspace: Workspace): number {
  return JSON.stringify(workspace).length;
}

const decided = (workspace: Workspace, event: TicketEvent): Omit<Decision, "event" | "indeterminate"> => {
  const { fired, effects, suppressed, skipped } = evaluate(compile(workspace), event);
  return { fired, effects, suppressed, skipped };
};

describe("proofs", () => {
  provedLaw("cost no finding that shows at once", ({ workspace }) => {
    const key = ({ code, path }: Finding) => JSON.stringify([code, path]);
    const proved = lint(workspace).map(key);
    for (const finding of lint(workspace, { proofs: false })) {
      // Of a rule that is proved never to fire nothing else needs to be told of when it would.
      const path = finding.path.slice(0, 2);
      if (proved.includes(JSON.stringify(["neverFires", path])) && CROSS.has(finding.code)) continue;
      // A copy of the rule that stops it is told as a copy.
      if (finding.code === "shadowedRule" && proved.includes(JSON.stringify(["duplicateRule", path])))
        continue;
      expect(proved).toContain(key(finding));
    }
  });

  provedLaw("show events on which the rule fires", ({ workspace }) => {
    for (const { path, witness, code } of lint(workspace)) {
      if (witness === undefined) continue;
      const rule = workspace.rules[Number(path[1])]!;
      const [trace] = explain(compile({ ...workspace, rules: [{ ...rule, active: true }] }), witness);
      expect(["fired", "skipped"], code).toContain(trace?.outcome);
    }
  });
});

describe("suggestions", () => {
  law("lead, one after the other, to a document that parses and has none", ({ workspace }) => {
    let mended = workspace;
    const count = countIn(workspace);
    for (let steps = 0; ; steps++) {
      const finding = all(mended).find(({ suggest }) => suggest !== undefined);
      if (finding === undefined) return;
      mended = applySuggestion(mended, finding);
      expect(Workspace.safeParse(mended).error?.issues).toBeUndefined();
      expect(steps, "each takes something out, or moves one end to 24:00").toBeLessThan(count);
    }
  });

  law("change nothing that is decided", ({ workspace, events }) => {
    for (const finding of all(workspace)) {
      if (finding.suggest === undefined || INTENDED.has(finding.code)) continue;
      const mended = applySuggestion(workspace, finding);
      for (const event of events) {
        expect(decided(mended, event), JSON.stringify(finding)).toEqual(decided(workspace, event));
      }
    }
  });

  law("to write 24:00 change only the last minute of the day", ({ workspace, events }) => {
    for (const finding of lint(workspace, { codes: ["endsAt2359"] })) {
      const mended = applySuggestion(workspace, finding);
      for (const event of events) {
        const minute = new Date(event.at).getUTCMinutes();
        // Zones are offset by whole quarters of hours: the last minute is one of these.
        if ([59, 14, 29, 44].includes(minute)) continue;
        expect(decided(mended, event)).toEqual(decided(workspace, event));
      }
    }
  });

  law("to remove a copy remove what it does, and nothing else", ({ workspace, events }) => {
    for (const finding of lint(workspace, { codes: ["duplicateRule"] })) {
      const { id } = workspace.rules[Number(finding.path[1])]!;
      const mended = applySuggestion(workspace, finding);
      for (const event of events) {
        if (event.cause !== undefined) continue;
        expect(decided(mended, event).fired).toEqual(
          decided(workspace, event).fired.filter((each) => each !== id),
        );
      }
    }
  });

  it("are made for these codes", () => {
    const suggesting = findingCodes.filter((code) =>
      examples[code].found.some(({ document }) =>
        lint(document, { at: AT, codes: [code] }).some(({ suggest }) => suggest !== undefined),
      ),
    );
    expect(suggesting).toEqual([
      ...["unknownReference", "impossibleValue", "duplicateRule", "triggerOnlyOr", "ineffectiveCondition"],
      ...["redundantCondition", "unreachableWord", "endsAt2359"],
    ]);
  });

  it.each(findingCodes)("mend every example of %s, or make none", (code) => {
    for (const { document } of examples[code].found) {
      for (const finding of lint(document, { at: AT, codes: [code] })) {
        if (finding.suggest === undefined) continue;
        const mended = applySuggestion(document, finding);
        expect(Workspace.safeParse(mended).success).toBe(true);
        expect(lint(mended, { at: AT, codes: [code] })).not.toContainEqual(finding);
      }
    }
  });
});

/** Codes of several rules together, or of the conditions of a rule that fires. */
const CROSS: ReadonlySet<FindingCode> = new Set([
  ...(["duplicateRule", "shadowedRule", "conflictingEffects"] as const),
  ...(["ineffectiveCondition", "redundantCondition"] as const),
]);

/** Codes of which the suggestion is meant to change something, and what is said of each above. */
const INTENDED: ReadonlySet<FindingCode> = new Set(["endsAt2359", "duplicateRule"]);

describe("options", () => {
  const document = small([
    {
      ...{
        id: "a",
        name: "A",
        active: true,
        integration: "webhook",
        trigger: "message.received",
        operator: "and",
      },
      conditions: [
        { type: "timeRange", from: "18:00", to: "23:59" },
        { type: "messageContains", words: ["baja", "dar de baja"] },
      ],
      actions: [{ type: "notify" }],
    },
  ]);
  const codes = (options: Parameters<typeof lint>[1]) => lint(document, options).map(({ code }) => code);

  it("choose codes", () => {
    expect(codes({})).toEqual(["endsAt2359", "unreachableWord"]);
    expect(codes({ codes: ["unreachableWord", "neverFires"] })).toEqual(["unreachableWord"]);
    expect(codes({ codes: [] })).toEqual([]);
  });

  it("give another weight, or none", () => {
    expect(codes({ severity: { endsAt2359: "off" } })).toEqual(["unreachableWord"]);
    expect(lint(document, { severity: { endsAt2359: "error" } })[0]?.severity).toBe("error");
    expect(codes({ severity: Object.create({ endsAt2359: "off" }) })).toEqual([
      "endsAt2359",
      "unreachableWord",
    ]);
  });

  it("refuse what is no instant", () => {
    expect(() => lint(document, { at: "yesterday" })).toThrow(/^at is not an instant/);
  });
});

describe("applySuggestion", () => {
  const document = small([]);
  const apply = (...suggest: NonNullable<Finding["suggest"]>) => applySuggestion(document, { suggest });

  it("adds, replaces and removes, and leaves the original as it was", () => {
    const before = structuredClone(document);
    expect(apply({ op: "replace", path: ["timeZone"], value: "UTC" }).timeZone).toBe("UTC");
    expect(apply({ op: "remove", path: ["accounts", 0] }).accounts?.map(({ id }) => id)).toEqual([
      "ig",
      "tel",
    ]);
    const added = { id: "x", name: "X" };
    expect(apply({ op: "add", path: ["accounts", 3], value: added }).accounts?.at(3)).toEqual(added);
    expect(apply({ op: "add", path: ["accounts", 0], value: added }).accounts?.at(0)).toEqual(added);
    expect(Object.keys(apply({ op: "remove", path: ["fields"] }))).not.toContain("fields");
    expect(
      apply({ op: "add", path: ["accounts", 2, "calendar"], value: "cal" }).accounts?.[2]?.calendar,
    ).toBe("cal");
    expect(document).toEqual(before);
  });

  it.each([
    [["nothing", "here"]],
    [["accounts", 9]],
    [["accounts", "constructor"]],
    [["timeZone", 0]],
    [["__proto__", "x"]],
  ])("leaves the document as it is when the path is gone: %j", (path) => {
    expect(apply({ op: "replace", path, value: 1 })).toBe(document);
    expect(apply({ op: "remove", path })).toBe(document);
  });
});
