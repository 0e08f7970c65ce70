/** Coverage as rows of a rule. */
import type { Condition, Locale, Path, Rule, Workspace } from "ticket-rules";
import type { LeafCoverage, RuleCoverage } from "ticket-rules/testing";
import { conditionText, triggerText } from "../try/phrases.ts";
import { keyOf } from "../try/traceRows.ts";

/** The trigger or a condition, and what scenarios show of it. */
export interface CoverageRow {
  readonly key: string;
  readonly depth: number;
  readonly text: string;
  readonly leaf: LeafCoverage;
}

/** The rows of a rule. */
export function coverageRows(
  { leaves }: RuleCoverage,
  rule: Rule,
  options: { locale: Locale; workspace: Workspace },
): CoverageRow[] {
  return leaves.map((leaf) => {
    const { path } = leaf;
    const condition = conditionAt(rule.conditions, path);
    return {
      key: keyOf(path),
      // `conditions.0` is at the top, `conditions.0.conditions.1` in a group.
      depth: Math.max(path.length / 2 - 1, 0),
      text: condition === undefined ? triggerText(rule, options) : conditionText(condition, rule, options),
      leaf,
    };
  });
}

/** How many of the leaves that count are covered. */
export function coveredPart({ leaves }: RuleCoverage): { found: number; hit: number } {
  const counting = leaves.filter(({ inert }) => !inert);
  return { found: counting.length, hit: counting.filter(({ covered }) => covered).length };
}

/** The condition at a path from a rule; of the trigger's path none. */
function conditionAt(conditions: readonly Condition[], path: Path): Condition | undefined {
  const [, index, ...below] = path;
  const found = typeof index === "number" ? conditions[index] : undefined;
  if (below.length === 0 || found?.type !== "group") return found;
  return conditionAt(found.conditions, below);
}
