/** The scenario file in and out of the page. */
import { isObject, type JsonObject } from "../state/json.ts";
import { scenarios } from "../state/scenarios.ts";

/** The name of the file that is exported. */
export const FILE_NAME = "rules.scenarios.json";

/**
 * The scenario file that a text holds; a bare list of scenarios is one too. What is wrong with single scenarios is not
 * refused here: they fail alone when they are run.
 */
export function readScenarioFile(json: string): JsonObject | "notJson" | "noScenarios" {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return "notJson";
  }
  const file: unknown = Array.isArray(parsed) ? { schemaVersion: 1, scenarios: parsed } : parsed;
  return isObject(file) && Array.isArray(file.scenarios) ? file : "noScenarios";
}

/** The file as text. */
export function writtenScenarioFile(): string {
  return `${JSON.stringify(scenarios.peek(), null, 2)}\n`;
}
