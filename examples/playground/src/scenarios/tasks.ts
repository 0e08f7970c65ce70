/** What this tab has done beside the page. */
import { type Coverage, coverage, runScenarios, type ScenarioRun } from "ticket-rules/testing";
import type { JsonObject } from "../state/json.ts";
import { defineTask } from "../worker/define.ts";

/** What came of running all scenarios. */
export interface Report {
  readonly run: ScenarioRun;
  readonly coverage: Coverage;
}

/** @see tasks */
export const scenarioTasks = {
  /** Runs all, and tells what of the rules they reach. Whatever is wrong with either is told, not thrown. */
  scenarios: defineTask(
    ({ document, scenarios }: { document: JsonObject; scenarios: JsonObject }): Report => ({
      run: runScenarios(document, scenarios),
      coverage: coverage(document, scenarios),
    }),
  ),
};
