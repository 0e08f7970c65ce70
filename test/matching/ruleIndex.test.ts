import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPILED } from "../../src/compile.ts";
import { testRoot } from "../../src/conditions/root.ts";
import { compile, evaluate, type TicketEvent } from "../../src/index.ts";
import { hear } from "../../src/judge.ts";
import { arbitraryEvent, arbitraryWorkspace, referenceEvaluate } from "../../src/testing.ts";
import { indexedThroughout, running, unindexed } from "../support/indexes.ts";
import { leadBot, message, workspace } from "../support/workspaces.ts";

const runs = process.env.LONG ? 100_000 : process.env.QUICK ? 1000 : 6000;

describe("the rule index", () => {
  it("names every rule whose root is not false, in order and once, whatever the rules", () => {
    let named = 0;
    let all = 0;
    const scene = arbitraryWorkspace().chain((each) => fc.tuple(fc.constant(each), arbitraryEvent(each)));
    fc.assert(
      fc.property(scene, ([document, event]) => {
        const ruleSet = indexedThroughout(compile(document));
        const rules = running(ruleSet);
        const { facts } = hear(ruleSet[COMPILED], event);
        const candidates: number[] = [];
        ruleSet[COMPILED].index.candidates(facts, (place) => candidates.push(place));
        expect(candidates).toEqual([...new Set(candidates)].sort((a, b) => a - b));
        const concerned = rules
          .filter(({ root }) => testRoot(root, facts) !== false)
          .map(({ place }) => place);
        expect(candidates).toEqual(expect.arrayContaining(concerned));
        named += candidates.length;
        all += rules.length;
      }),
      { numRuns: runs },
    );
    // It does leave rules out, or this test would pass for no index at all.
    expect(named).toBeLessThan(all / 2);
  });

  it("says of every rule, row by row, what its root says, whatever the order of the questions", () => {
    const scene = arbitraryWorkspace().chain((each) => fc.tuple(fc.constant(each), arbitraryEvent(each)));
    const seen = new Map<unknown, number>();
    fc.assert(
      fc.property(scene, ([document, event]) => {
        const ruleSet = compile(document);
        const compiled = ruleSet[COMPILED];
        const { rows } = compiled;
        const rules = running(ruleSet).toReversed();
        const { facts } = hear(compiled, event);
        for (const { place } of rules) {
          const rule = compiled.rules[place];
          // Facts of their own, so that no verdict is remembered from the row.
          const said = rule?.root !== undefined && testRoot(rule.root, hear(compiled, event).facts);
          expect(rows.verdict(place, rows.triggerOf(facts), facts)).toBe(said);
          seen.set(said, (seen.get(said) ?? 0) + 1);
        }
      }),
      { numRuns: runs / 4 },
    );
    for (const verdict of [true, false, "unknown"]) expect(seen.get(verdict)).toBeGreaterThan(runs / 100);
  });

  it("gives the decision that visiting every rule gives, and that the reference gives", () => {
    const scene = arbitraryWorkspace().chain((each) => fc.tuple(fc.constant(each), arbitraryEvent(each)));
    const seen = { fired: 0, indeterminate: 0, skipped: 0 };
    fc.assert(
      fc.property(scene, ([document, event]) => {
        const ruleSet = compile(document);
        const indexed = evaluate(indexedThroughout(ruleSet), event);
        expect(indexed).toEqual(evaluate(unindexed(ruleSet), event));
        expect(indexed).toEqual(referenceEvaluate(document, event));
        for (const list of ["fired", "indeterminate", "skipped"] as const) seen[list] += indexed[list].length;
      }),
      { numRuns: runs },
    );
    // Or equality would say little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(runs / 100);
  });

  it("gives the decision that each rule by itself gives, over a thousand rules of every shape", () => {
    const conditions = (at: number): unknown[] =>
      [
        [{ type: "account", is: `acc-${at % 50}` }],
        [{ type: "messageContains", words: [`w${at % 90}`, `x${at % 7}`] }],
        [{ type: "messageContains", words: [`w${at % 90}`, `x${at % 7}`], match: "all", mode: "substring" }],
        [
          {
            type: "group",
            operator: "or",
            conditions: [{ type: "unassigned" }, { type: "account", is: `acc-${at % 50}` }],
          },
        ],
        [
          {
            type: "group",
            operator: "not",
            conditions: [{ type: "account", is: `acc-${at % 50}` }, { type: "unattended" }],
          },
        ],
        [
          { type: "weekday", is: "mon" },
          {
            type: "group",
            operator: "and",
            conditions: [{ type: "messageMatches", pattern: `w${at % 90}` }],
          },
        ],
        [],
      ][at % 7]!;
    const rules = Array.from({ length: 1000 }, (_, at) => ({
      ...leadBot,
      id: `r${at}`,
      operator: at % 3 === 0 ? "not" : "and",
      conditions: conditions(at),
    }));
    const accounts = Array.from({ length: 50 }, (_, at) => ({ id: `acc-${at}`, name: "A" }));
    const events: TicketEvent[] = [
      message({
        message: { text: "w3 x1 w17" },
        ticket: { id: "t", account: "acc-7", assignee: null, attended: true },
      }),
      message({ ticket: { id: "t", account: "acc-7" } }),
      message({ message: {}, ticket: { id: "t" } }),
      message({ message: null }),
    ];
    const whole = compile(workspace(rules, { accounts }));
    for (const event of events) {
      const { fired, indeterminate } = evaluate(whole, event);
      const single = rules.map((rule) => evaluate(compile(workspace([rule], { accounts })), event));
      expect(fired).toEqual(single.flatMap((decision) => decision.fired));
      expect(indeterminate).toEqual(single.flatMap((decision) => decision.indeterminate));
    }
  });
});
