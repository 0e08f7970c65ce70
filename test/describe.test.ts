import * as fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import {
  type Condition,
  compile,
  describe,
  describeDecision,
  describeTokens,
  describeTrace,
  evaluate,
  eventsFor,
  explain,
  type Locale,
  type Path,
  type Rule,
  type Workspace,
} from "../src/index.ts";
import { arbitraryEvent, arbitraryWorkspace } from "../src/testing/arbitraries.ts";
import { deepFreeze, SECRET_TOKENS } from "./support/workspaces.ts";

const LOCALES = ["es", "en"] as const;
const RUNS = {
  numRuns: process.env.LONG ? 5000 : 200,
  ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
};

/** Workspaces in which names are anything at all. */
const renamedWorkspace = fc
  .tuple(arbitraryWorkspace(), fc.array(fc.string({ unit: "binary", maxLength: 120 }), { minLength: 1 }))
  .map(([workspace, names]) => {
    let at = 0;
    const text = JSON.stringify(workspace, (key, value: unknown) =>
      key === "name" ? `N${names[at++ % names.length]}` : value,
    );
    return JSON.parse(text) as Workspace;
  });

const anyWorkspace = fc.oneof(arbitraryWorkspace(), renamedWorkspace);

suite("the sentence of any rule", () => {
  it("is one line, whole, and its tokens joined", () => {
    fc.assert(
      fc.property(anyWorkspace, fc.constantFrom(...LOCALES), (workspace, locale) => {
        deepFreeze(workspace);
        for (const rule of workspace.rules) {
          const sentence = describe(rule, { locale, workspace });
          expectWhole(sentence);
          const tokens = describeTokens(rule, { locale, workspace });
          expect(tokens.map(({ text }) => text).join("")).toBe(sentence);
          for (const { text, role, path } of tokens) {
            expect(text).not.toBe("");
            if (role === "text") expect(path).toBeUndefined();
            else expect(path && resolves(rule, path), `${role} ${path}`).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it("tells every condition and every action, at its place", () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), fc.constantFrom(...LOCALES), (workspace, locale) => {
        for (const rule of workspace.rules) {
          const told = new Set(
            describeTokens(rule, { locale, workspace }).map(({ path }) => JSON.stringify(path)),
          );
          for (const path of leafPaths(rule.conditions, [])) expect(told).toContain(JSON.stringify(path));
          for (const at of rule.actions.keys()) expect(told).toContain(JSON.stringify(["actions", at]));
          expect(told).toContain('["trigger"]');
          expect(told.has('["stop"]')).toBe(rule.stop === true);
          expect(told.has('["active"]')).toBe(!rule.active);
        }
      }),
      RUNS,
    );
  });

  it("changes with any operand", () => {
    fc.assert(
      fc.property(
        arbitraryWorkspace(),
        fc.constantFrom(...LOCALES),
        fc.nat(),
        (workspace, locale, choice) => {
          for (const rule of workspace.rules) {
            const paths = leafPaths(rule.conditions, []);
            const path = paths[choice % paths.length];
            if (path === undefined) continue;
            const changed = structuredClone(rule);
            change(partAt(changed, path) as Record<string, unknown>);
            expect(describe(changed, { locale, workspace })).not.toBe(describe(rule, { locale, workspace }));
          }
        },
      ),
      RUNS,
    );
  });

  it("changes with the operator", () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), fc.constantFrom(...LOCALES), (workspace, locale) => {
        for (const rule of workspace.rules.filter(({ conditions }) => conditions.length > 0)) {
          const sentences = (["and", "or", "not"] as const).map((operator) =>
            describe({ ...rule, operator }, { locale, workspace }),
          );
          expect(new Set(sentences).size).toBe(3);
        }
      }),
      RUNS,
    );
  });

  it("does not depend on what is right with the workspace", () => {
    const spoiled: unknown[] = [
      null,
      {},
      [],
      { accounts: null, calendars: 3, fields: {}, integrations: [], rules: "x" },
      { accounts: [null, 5, { id: 3 }, { id: "a" }], fields: [{ id: "a", type: "select", options: 4 }] },
      { fields: [{ id: "a", name: "", type: "multi", options: [null, { id: "soporte" }] }] },
      { integrations: { botcenter: { bots: null }, webhook: null, timepoints: 3 } },
    ];
    fc.assert(
      fc.property(
        arbitraryWorkspace(),
        fc.constantFrom(...spoiled),
        fc.constantFrom(...LOCALES),
        ({ rules }, workspace, locale) => {
          for (const rule of rules)
            expectWhole(describe(rule, { locale, workspace: workspace as Workspace }));
        },
      ),
      RUNS,
    );
  });

  it("of an `or` rule names the events that can fire it, and no others", () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), (drawn) => {
        for (const rule of drawn.rules.filter(({ operator }) => operator === "or")) {
          const settings = { enabled: true, active: true, apiToken: "t" };
          const workspace: Workspace = {
            ...drawn,
            integrations: {
              botcenter: { ...settings, bots: [] },
              timepoints: settings,
              webhook: { enabled: true, active: true, url: "https://example.com/hook" },
            },
            rules: [{ ...rule, active: true }],
          };
          const sentence = describe(rule, { locale: "es", workspace });
          const types = eventsFor(compile(workspace));
          expect(/cuando el campo .* pase a |al cambiar el campo /.test(sentence), sentence).toBe(
            types.has("ticket.classified"),
          );
          expect(/al recibir un mensaje/i.test(sentence), sentence).toBe(types.has("message.received"));
          expect(/al cerrarse/i.test(sentence), sentence).toBe(types.has("ticket.closed"));
        }
      }),
      RUNS,
    );
  });

  it("knows no other language", () => {
    const [workspace] = fc.sample(
      arbitraryWorkspace().filter(({ rules }) => rules.length > 0),
      1,
    );
    expect(() => describe(workspace!.rules[0]!, { locale: "pt" as Locale, workspace: workspace! })).toThrow(
      new TypeError("unknown locale `pt`: expected es or en"),
    );
  });
});

suite("grouping", () => {
  const ATOMS: Condition[] = [
    { type: "unassigned" },
    { type: "unattended" },
    { type: "weekday", is: ["sat", "sun"] },
  ];
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...ATOMS),
      fc.record({
        type: fc.constant("group"),
        operator: fc.constantFrom("and", "or", "not"),
        conditions: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  const conditions = fc.array(condition, { minLength: 1, maxLength: 3 });

  /** Which of the eight cases of three atoms a condition holds in. */
  const table = (each: Condition): boolean[] =>
    Array.from({ length: 8 }, (_, cases) => {
      const holds = (part: Condition): boolean => {
        if (part.type !== "group")
          return (cases & (1 << ATOMS.findIndex(({ type }) => type === part.type))) !== 0;
        if (part.operator === "and") return part.conditions.every(holds);
        return part.conditions.some(holds) === (part.operator === "or");
      };
      return holds(each);
    });

  it.each(LOCALES)("is never lost: in %s, rules that read the same mean the same", (locale) => {
    const meanings = new Map<string, string>();
    fc.assert(
      fc.property(conditions, fc.constantFrom("and" as const, "not" as const), (list, operator) => {
        const rule: Rule = {
          ...{ id: "r", name: "R", active: true, integration: "webhook", trigger: "message.received" },
          ...{ operator, conditions: list, actions: [{ type: "notify" }] },
        };
        const workspace: Workspace = { schemaVersion: 1, timeZone: "UTC", rules: [rule] };
        const sentence = describe(rule, { locale, workspace });
        const meaning = table({ type: "group", operator, conditions: list }).join();
        expect(meanings.get(sentence) ?? meaning, sentence).toBe(meaning);
        meanings.set(sentence, meaning);
      }),
      { ...RUNS, numRuns: process.env.LONG ? 100_000 : 4000 },
    );
    expect(meanings.size).toBeGreaterThan(500);
  });
});

suite("traces and decisions", () => {
  const scene = anyWorkspace.chain((workspace) =>
    fc.record({
      workspace: fc.constant(workspace),
      event: arbitraryEvent(workspace),
      locale: fc.constantFrom(...LOCALES),
    }),
  );

  it("have words for whatever came out", () => {
    fc.assert(
      fc.property(scene, ({ workspace, event, locale }) => {
        const ruleSet = compile(workspace);
        for (const trace of explain(ruleSet, event)) expectWhole(describeTrace(trace, { locale, workspace }));
        const { account } = event.ticket;
        for (const line of describeDecision(evaluate(ruleSet, event), { locale, workspace, account }).split(
          "\n",
        ))
          expectWhole(line);
      }),
      RUNS,
    );
  });

  it("have words for rules that did not load", () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 4 }), fc.constantFrom(...LOCALES), (rules, locale) => {
        const workspace = { schemaVersion: 1, timeZone: "UTC", rules } as unknown as Workspace;
        const event = { id: "e", type: "ticket.closed", at: "2026-11-22T12:00:00Z", ticket: { id: "t" } };
        for (const trace of explain(compile(workspace), event))
          expect(describeTrace(trace, { locale, workspace })).toMatch(/^\p{Lu}.*\.$/u);
      }),
      RUNS,
    );
  });

  it("quote no more than the beginning of a message", () => {
    const text = "una palabra y otra ".repeat(10);
    fc.assert(
      fc.property(scene, ({ workspace, event, locale }) => {
        const traces = explain(compile(workspace), { ...event, message: { text } });
        for (const trace of traces)
          expect(describeTrace(trace, { locale, workspace })).not.toContain(text.slice(0, 41));
      }),
      RUNS,
    );
  });

  it("hold no secret", () => {
    fc.assert(
      fc.property(scene, ({ workspace, event, locale }) => {
        const { botcenter, timepoints, webhook } = workspace.integrations ?? {};
        const secret: Workspace = {
          ...workspace,
          integrations: {
            ...(botcenter && { botcenter: { ...botcenter, apiToken: SECRET_TOKENS[0] } }),
            ...(timepoints && { timepoints: { ...timepoints, apiToken: SECRET_TOKENS[1] } }),
            ...(webhook && { webhook: { ...webhook, secret: SECRET_TOKENS[2] } }),
          },
        };
        const options = { locale, workspace: secret };
        const ruleSet = compile(secret);
        const said = [
          ...secret.rules.map((rule) => JSON.stringify(describeTokens(rule, options))),
          ...explain(ruleSet, event).map((trace) => describeTrace(trace, options)),
          describeDecision(evaluate(ruleSet, event), options),
        ].join("\n");
        for (const token of SECRET_TOKENS) expect(said).not.toContain(token);
      }),
      RUNS,
    );
  });
});

/** One line, a capital, a period, and nothing in it that a program wrote by mistake. */
function expectWhole(sentence: string): void {
  expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(sentence).not.toMatch(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]| {2}|undefined|\[object|NaN|\bnull\b/u,
  );
  // What is quoted is the administrator's.
  const ours = sentence.replace(/«[^«»]*»|“[^“”]*”|`[^`]*`/gu, "");
  expect(ours).not.toMatch(/[«»“”`]/);
  let depth = 0;
  for (const sign of ours) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
}

function resolves(rule: Rule, path: Path): boolean {
  return partAt(rule, path) !== undefined;
}

function partAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

function leafPaths(conditions: readonly unknown[], path: Path): Path[] {
  return conditions.flatMap((condition, index) => {
    const here: Path = [...path, "conditions", index];
    const { type, conditions: inner } = condition as { type: string; conditions?: unknown[] };
    return type === "group" ? leafPaths(inner ?? [], here) : [here];
  });
}

/** Makes another condition of a leaf, that means something else. */
function change(leaf: Record<string, unknown>): void {
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]);
  const changes: Record<string, () => object> = {
    account: () => ({ is: [...list(leaf.is), "another"] }),
    classification: () => ({ is: [...list(leaf.is), "otherwise"] }),
    messageContains: () => ({ words: [...list(leaf.words), "otra"] }),
    messageMatches: () => ({ pattern: `${leaf.pattern}x` }),
    withinBusinessHours: () => ({ type: "outsideBusinessHours" }),
    outsideBusinessHours: () => ({ calendar: "another" }),
    weekday: () => ({ is: list(leaf.is).includes("wed") ? ["sun", "thu"] : [...list(leaf.is), "wed"] }),
    unassigned: () => ({ type: "unattended" }),
    unattended: () => ({ type: "unassigned" }),
    dateRange: () => ({ to: "2031-07-09" }),
    timeRange: () => ({ from: leaf.from === "12:34" ? "12:35" : "12:34" }),
  };
  Object.assign(leaf, changes[String(leaf.type)]!());
}
