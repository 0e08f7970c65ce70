import { describeFailure } from "./describeFailure.ts";
import { runScenarios, type ScenarioOptions } from "./runScenarios.ts";

/** One scenario as a test runner takes it: `test(name, check)`. */
export interface ScenarioTest {
  name: string;
  /** @throws Error that tells in words what was expected, what came and why, when the scenario fails. */
  check: () => void;
}

/** Settings of `scenarioTests`. */
export interface ScenarioTestOptions extends ScenarioOptions {
  /** The language of failures. Absent: English. */
  locale?: "es" | "en" | undefined;
}

/**
 * Scenarios as tests for vitest, jest, `node:test` or any other runner with `test(name, check)`.
 * @example
 * for (const { name, check } of scenarioTests(workspace, file)) test(name, check);
 */
export function scenarioTests(
  workspace: unknown,
  scenarios: unknown,
  { locale = "en", ...options }: ScenarioTestOptions = {},
): ScenarioTest[] {
  const { results } = runScenarios(workspace, scenarios, options);
  return results.map((result) => ({
    name: result.name,
    check() {
      // A runner takes the failure of a test from what is thrown.
      if (!result.passed) throw new Error(describeFailure(result, { locale, workspace }));
    },
  }));
}
