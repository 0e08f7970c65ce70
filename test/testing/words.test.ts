/** What people read: failures, gaps in coverage, surviving mutants. */
import { type Rule, Workspace } from "ticket-rules";
import {
  coverage,
  coverageReport,
  describeFailure,
  mutantReport,
  runScenarios,
  testMutants,
} from "ticket-rules/testing";
import { describe, expect, it } from "vitest";
import { failurePhrases } from "../../src/testing/scenarios/failure.ts";
import { leadBot, notifyOnClose, SECRET_TOKENS, workspace } from "../support/workspaces.ts";

const document = workspace([
  leadBot,
  { ...leadBot, id: "second", name: "Second", actions: [{ type: "terminateBot" }] },
]);

const failed = (expectation: object, event: object = {}) =>
  runScenarios(document, [{ name: "lunes", event, expect: expectation }]).results[0]!;

const ASSIGNED = { ticket: { assignee: { type: "human", id: "h" } } };

describe("a failure in words", () => {
  it.each([
    [
      "es",
      [
        "✗ lunes",
        "  - se esperaba que la regla `lead-bot` se disparara, y no se disparó",
        "",
        "    Regla `lead-bot`: Al recibir un mensaje del cliente, si el ticket no está asignado y la cuenta es «Wsp empresa - Whatsapp», entonces se activará el bot «Lead bot».",
      ],
    ],
    [
      "en",
      [
        "✗ lunes",
        "  - rule `lead-bot` was expected to fire, and did not",
        "",
        "    Rule `lead-bot`: When a customer's message is received, if the ticket is unassigned and the account is “Wsp empresa - Whatsapp”, then the bot “Lead bot” will be activated.",
      ],
    ],
  ] as const)("tells what was expected, what the rule says, and why it fared so (%s)", (locale, lines) => {
    const text = describeFailure(failed({ fired: ["lead-bot"] }, ASSIGNED), {
      locale,
      workspace: document,
    }).split("\n");
    expect(text.slice(0, 4)).toEqual(lines);
    // Then the trace.
    expect(text).toHaveLength(5);
    expect(text[4]).toMatch(/^ {4}\S.*\.$/);
  });

  it("tells what came, when it is about effects", () => {
    const text = describeFailure(failed({ suppressed: [] }), { locale: "es", workspace: document });
    expect(text).toContain("se suprimió una acción `terminateBot` (`conflict`) de la regla `second`");
    expect(text).toContain("Lo que resultó:\n    Se dispararon las reglas");
  });

  it("tells where a malformed scenario is wrong", () => {
    const result = failed({ fired: [] }, { ticket: { asignee: null } });
    expect(describeFailure(result, { locale: "es", workspace: document })).toContain(
      "\n  - event.ticket: el escenario no es válido: clave desconocida `asignee`",
    );
  });

  it("of one that passed is its name", () => {
    const result = failed({ fired: ["lead-bot", "second"] });
    expect(describeFailure(result, { locale: "es", workspace: document })).toBe("✓ lunes");
  });

  it("tells of ten rules at most", () => {
    const many = workspace(Array.from({ length: 13 }, (_, at) => ({ ...notifyOnClose, id: `r${at}` })));
    const { results } = runScenarios(many, [
      { name: "s", event: { type: "ticket.closed" }, expect: { fired: [] } },
    ]);
    const text = describeFailure(results[0]!, { locale: "es", workspace: many });
    expect(text.match(/Regla `/g)).toHaveLength(10);
    expect(text.endsWith("… y 3 reglas más")).toBe(true);
  });

  it("has words of its own for every kind of failure, in both languages", () => {
    const difference = { subject: "sujeto", path: ["a", "b"], expected: "x", actual: "y", rules: ["r"] };
    const said = Object.values(failurePhrases).flatMap(({ es, en }) => [es(difference), en(difference)]);
    expect(new Set(said).size).toBe(said.length);
    for (const text of said) expect(text).not.toMatch(/undefined|null|\[object|^[A-Z]|\.$/);
  });
});

describe("no text", () => {
  const texts = (tested: unknown) => {
    const scenarios = [
      { name: "a", expect: { fired: ["lead-bot", "gone"], effects: [{ type: "notify" }], suppressed: [] } },
      {
        name: "b",
        event: { type: "ticket.closed" },
        expect: { outcomes: { "lead-bot": "invalid", off: "fired" } },
      },
    ];
    return (["es", "en"] as const).flatMap((locale) => {
      const options = { locale, workspace: tested };
      return [
        ...runScenarios(tested, scenarios).results.map((result) => describeFailure(result, options)),
        coverageReport(coverage(tested, scenarios), options),
        mutantReport(testMutants(tested, scenarios), options),
        mutantReport(testMutants(tested, []), options),
      ];
    });
  };

  it("holds a secret", () => {
    for (const text of texts(document))
      for (const secret of SECRET_TOKENS) expect(text).not.toContain(secret);
  });

  it("needs a workspace that is one", () => {
    const hostile = {
      ...leadBot,
      get conditions(): never {
        throw new Error("no");
      },
    };
    const bad = { ...leadBot, id: "bad", trigger: "gone" };
    for (const tested of [
      null,
      5,
      {},
      { rules: "r" },
      workspace([bad, 7, null]),
      { ...document, accounts: 5 },
    ]) {
      for (const text of texts(tested)) expect(text).not.toMatch(/undefined|\[object/);
    }
    // `compile` bears no such getter in a rule; texts do.
    const [result] = runScenarios(document, [{ name: "s", expect: { fired: [] } }]).results;
    expect(describeFailure(result!, { locale: "en", workspace: { rules: [hostile] } })).toContain(
      "`lead-bot`:",
    );
  });
});

describe("the reports", () => {
  const rule = { ...notifyOnClose, trigger: "message.received", operator: "not" } as Rule;
  const tested = Workspace.parse(
    workspace([{ ...rule, conditions: [{ type: "unassigned" }, { type: "weekday", is: "sun" }] }]),
  );

  it("tell a condition as it is written, though its rule denies it", () => {
    const report = coverageReport(coverage(tested, [{ name: "s", expect: { fired: [] } }]), {
      locale: "es",
      workspace: tested,
    });
    expect(report.split("\n")).toEqual([
      "1 escenario",
      "Reglas vistas dispararse y no dispararse: 0 de 1 (0%)",
      "Condiciones que por sí solas decidieron: 0 de 3 (0%)",
      "",
      "`notify`",
      "  - ningún escenario la dispara",
      "  - trigger, Al recibir un mensaje del cliente: ningún escenario en que decida por sí sola, ni al cumplirse ni al no cumplirse (siempre se cumple)",
      "  - conditions.0, el ticket no está asignado: ningún escenario en que decida por sí sola al no cumplirse (siempre se cumple)",
      "  - conditions.1, es domingo: ningún escenario en que decida por sí sola, ni al cumplirse ni al no cumplirse (nunca se cumple)",
    ]);
  });

  it("tell what no scenario notices, and the cap", () => {
    const report = mutantReport(testMutants(tested, [], { cap: 3 }), { locale: "en", workspace: tested });
    expect(report).toContain(
      "Changes that the scenarios notice: 0 of 3 (0%)\nA sample; possible changes: 14",
    );
    expect(report.match(/→ /g)).toHaveLength(3);
  });
});
