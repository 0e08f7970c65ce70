/** What this tab has done beside the page. */
import type { Rule, Workspace } from "ticket-rules";
import {
  type Analyzer,
  type Changes,
  type Comparison,
  createAnalyzer,
  type FiringReport,
  type Horizon,
  type Inspection,
  type InspectionProgress,
} from "ticket-rules/analysis";
import { defineTask } from "../worker/define.ts";

/** What every answer rests on. */
export interface Basis {
  readonly horizon: Horizon;
  readonly assumptions: readonly string[];
}

/** When some rules fire, by their ids. */
export type FiringReports = readonly (readonly [rule: string, report: FiringReport])[];

/** Reports are handed on in parts of so many rules. */
const PART = 16;

/** @see tasks */
export const proveTasks = {
  /** Whether and when each of some rules fires; told in parts, as they are found. */
  fires: defineTask(
    ({ workspace, rules }: { workspace: Workspace; rules: readonly string[] }, report): Basis => {
      const analyzer = createAnalyzer(workspace);
      for (let start = 0; start < rules.length; start += PART) {
        const part: FiringReports = rules
          .slice(start, start + PART)
          .map((rule) => [rule, analyzer.fires(rule)]);
        report(part);
      }
      return basisOf(analyzer);
    },
  ),

  /** Two rules of a workspace. */
  compare: defineTask(
    (input: { workspace: Workspace; first: string; second: string }): Comparison =>
      createAnalyzer(input.workspace).compare(input.first, input.second),
  ),

  /** All rules together. */
  inspect: defineTask(({ workspace }: { workspace: Workspace }, report): Inspection => {
    const onProgress = (progress: InspectionProgress) => report(progress);
    return createAnalyzer(workspace).inspect({ onProgress });
  }),

  /** How the rules of a workspace differ from those before, over today's accounts, calendars and fields. */
  diff: defineTask(
    ({ workspace, before }: { workspace: Workspace; before: readonly Rule[] }): Changes =>
      createAnalyzer({ ...workspace, rules: [...before] }).diff(workspace.rules),
  ),
};

function basisOf({ horizon, assumptions }: Analyzer): Basis {
  return { horizon, assumptions };
}
