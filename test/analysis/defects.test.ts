/** Flaws put into sensible rules, at random: each is found, and nothing is told of the rules beside it. */
import { Workspace } from "ticket-rules";
import { createAnalyzer, type FindingCode, lint } from "ticket-rules/analysis";
import { expect, test } from "vitest";
import { DEFECTS } from "./defects.ts";
import { sensible } from "./sensible.ts";
import { randomFrom } from "./worlds.ts";

const RUNS = process.env.LONG ? 200 : 4;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
/** Rules beside the flawed one. */
const BESIDE = 8;
const AT = "2026-09-01T12:00:00-03:00";

const some = sensible.rules.filter(({ active }) => active);

test.each(DEFECTS.map((defect) => [defect.name, defect] as const))(
  `%s is found (seed ${SEED})`,
  (_, defect) => {
    const random = randomFrom(SEED);
    let told = 0;
    for (let tries = 0; told < RUNS && tries < RUNS * 200; tries++) {
      const rule = random.pick(some);
      const beside = new Set([rule, ...Array.from({ length: BESIDE }, () => random.pick(some))]);
      const rules = some.filter((each) => beside.has(each));
      const flawed = defect.inject({ ...sensible, rules }, rule, random);
      if (flawed === undefined) continue;
      const { workspace, at, touched } = flawed;
      expect(Workspace.safeParse(workspace).error?.issues, JSON.stringify(workspace.rules)).toBeUndefined();
      const found = lint(workspace, { at: AT }).map(({ code, path }) => ({
        code,
        rule: path[0] === "rules" ? workspace.rules[Number(path[1])]?.id : undefined,
      }));
      const shown = JSON.stringify({ found, rule: workspace.rules.filter(({ id }) => touched.includes(id)) });
      const isTold = found.some(
        ({ code, rule: of }) =>
          defect.codes.includes(code) && (at === undefined || touched.includes(of ?? "")),
      );
      expect(isTold, `missed: ${shown}`).toBe(true);
      for (const { code, rule: of } of found) {
        if (of === undefined || touched.includes(of)) continue;
        expect(CROSS, shown).toContain(code);
        expect(isHit(workspace, of, touched), `${code} of ${of}: ${shown}`).toBe(true);
      }
      told++;
    }
    expect(told, "places for the flaw").toBe(RUNS);
  },
);

/** What is told of several rules together. */
const CROSS: readonly FindingCode[] = ["duplicateRule", "shadowedRule", "conflictingEffects"];

/** Whether a rule shares events with one that was put in or changed: then it may be told of, too. */
function isHit(workspace: Workspace, id: string, touched: readonly string[]): boolean {
  const analyzer = createAnalyzer(workspace);
  return touched.some((other) => analyzer.compare(id, other).both.kind === "yes");
}
