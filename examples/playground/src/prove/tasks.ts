/** What this tab has done beside the page. */
import { compile, type TicketEvent, type Workspace } from "ticket-rules";
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
import type { JsonObject } from "../state/json.ts";
import { type Firing, firingsIn } from "../try/moments.ts";
import type { Clock, Stretch } from "../try/week.ts";
import { defineTask } from "../worker/define.ts";

interface WeekInput {
  readonly document: JsonObject;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly event: TicketEvent;
  readonly week: Stretch;
}

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

  /** When within a week the rules that look at the clock would fire on an event. */
  week: defineTask((input: WeekInput): readonly Firing[] => {
    const { document, workspace, clock, event, week } = input;
    try {
      return firingsIn(workspace, compile(document), clock, event, week);
    } catch {
      // The evaluation in the page says what the event lacks.
      return [];
    }
  }),

  /** All rules together. */
  inspect: defineTask(({ workspace }: { workspace: Workspace }, report): Inspection => {
    const onProgress = (progress: InspectionProgress) => report(progress);
    return createAnalyzer(workspace).inspect({ onProgress });
  }),

  /** How a workspace differs from one before in what its rules do. */
  diff: defineTask(
    ({ before, after }: { before: Workspace; after: Workspace }): Changes =>
      createAnalyzer(before).diff(after),
  ),
};

function basisOf({ horizon, assumptions }: Analyzer): Basis {
  return { horizon, assumptions };
}
