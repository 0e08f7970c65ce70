/** How much stays undecided of rules as teams have them: each, its conditions, and every two of one integration. */
import { type Answer, createAnalyzer } from "ticket-rules/analysis";
import { expect, test } from "vitest";
import { sensible, sensibleRules } from "./sensible.ts";

test("of all that is asked of sensible rules, no more than one in a thousand stays unknown", () => {
  const analyzer = createAnalyzer(sensible);
  const unknown: string[] = [];
  let asked = 0;
  const count = (what: string, ...answers: Answer[]) => {
    for (const { kind } of answers) {
      asked++;
      if (kind === "unknown") unknown.push(what);
    }
  };
  for (const [at, rule] of sensibleRules.entries()) {
    const { yes, no, edges } = analyzer.fires(rule);
    count(`fires: ${rule.name}`, yes, no, ...edges.map((edge) => edge.yes));
    for (const { whenTrue, whenFalse } of analyzer.conditions(rule)) {
      count(`conditions: ${rule.name}`, whenTrue, whenFalse);
    }
    count(`tests: ${rule.name}`, ...analyzer.tests(rule).unmet.map(({ answer }) => answer));
    for (const other of sensibleRules.slice(at + 1)) {
      const { both, onlyFirst, onlySecond } = analyzer.compare(rule, other);
      count(`compare: ${rule.name}, ${other.name}`, both, onlyFirst, onlySecond);
    }
  }
  console.log(`asked ${asked}, unknown ${unknown.length}`);
  expect(asked).toBeGreaterThan(5_000);
  expect(unknown.length, unknown.join("; ")).toBeLessThanOrEqual(asked / 1000);
});
