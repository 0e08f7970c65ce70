/** The scenario file in and out of the page. */
import { isObject, type JsonObject } from "../state/json.ts";
import { scenarios } from "../state/scenarios.ts";

/** The name of the file that is exported. */
export const FILE_NAME = "rules.scenarios.json";

/**
 * Takes the text of a scenario file, or of a bare list of scenarios. What is wrong with single scenarios is not
 * refused here: they fail alone when they are run.
 */
export function readScenarioFile(json: string): "notJson" | "noScenarios" | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return "notJson";
  }
  const file: unknown = Array.isArray(parsed) ? { schemaVersion: 1, scenarios: parsed } : parsed;
  if (!isObject(file) || !Array.isArray(file.scenarios)) return "noScenarios";
  // The rules are those of the page.
  const { workspace: _, ...rest } = file;
  scenarios.value = rest as JsonObject;
  return undefined;
}

/** The file as text. */
export function writtenScenarioFile(): string {
  return `${JSON.stringify(scenarios.peek(), null, 2)}\n`;
}
