import { type CompileOptions, compile, compiledOf, type RuleSet } from "../../compile.ts";
import type { Decision } from "../../decision.ts";
import type { TicketEvent } from "../../event.ts";
import { explainSome } from "../../explain.ts";
import { copyOfIssue } from "../../issues/tell.ts";
import { isRecord } from "../../schema.ts";
import type { RuleTrace } from "../../trace.ts";
import { type Checked, check, type Places, placesOf } from "./check.ts";
import { type Failure, failure } from "./failure.ts";
import { type ReadScenario, readScenarios } from "./read.ts";

/** What became of one scenario. */
export interface ScenarioResult {
  /** Its place in the list. */
  index: number;
  name: string;
  passed: boolean;
  /** Every difference between what was expected and what came; of a malformed scenario, its issues. */
  failures: Failure[];
  /** The event as it was evaluated, completed. Null when the scenario is malformed. */
  event: TicketEvent | null;
  /** Null when the scenario is malformed. */
  decision: Decision | null;
  /** The traces of the rules that `failures` name. */
  traces: RuleTrace[];
}

/** What became of all scenarios. */
export interface ScenarioRun {
  /** Whether all did. Of no scenarios: yes. */
  passed: boolean;
  totals: { scenarios: number; passed: number; failed: number };
  /** In the order of the scenarios. */
  results: ScenarioResult[];
}

/** Settings of everything that runs scenarios. */
export interface ScenarioOptions {
  /** How the workspace is compiled: a host with an engine of its own tests with it. */
  compile?: CompileOptions | undefined;
}

/**
 * Evaluates the event of every scenario and compares what comes with what is expected. Pure and total: a document that
 * is not valid is compiled as far as it goes, and a scenario that is malformed fails alone.
 * @param workspace the document that is tested.
 * @param scenarios a list of scenarios, or a file that holds one. The workspace of a file is not looked at: pass
 *   `file.workspace`.
 */
export function runScenarios(
  workspace: unknown,
  scenarios: unknown,
  options: ScenarioOptions = {},
): ScenarioRun {
  const ruleSet = compile(workspace, options.compile);
  const places = placesOf(ruleSet);
  const results = readScenarios(scenarios).map((each) => resultOf(ruleSet, places, each));
  const passed = results.filter((result) => result.passed).length;
  return {
    passed: passed === results.length,
    totals: { scenarios: results.length, passed, failed: results.length - passed },
    results,
  };
}

function resultOf(ruleSet: RuleSet, places: Places, read: ReadScenario): ScenarioResult {
  const { index, name } = read;
  if (read.issues !== undefined) {
    const failures = read.issues.map((issue) => {
      const where = { subject: issue.message, path: [...issue.path], issue: copyOfIssue(issue) };
      return failure("malformed", { ...where, expected: null, actual: null, rules: [] });
    });
    return { index, name, passed: false, failures, event: null, decision: null, traces: [] };
  }
  const { event, scenario } = read;
  const checked = check(ruleSet, places, event, scenario.expect);
  const failures = checked.failures.map((each) => withSuspects(each, ruleSet, event, checked));
  const wanted = new Set(failures.flatMap(({ rules }) => rules.map((rule) => places.get(rule))));
  const traces = failures.length === 0 ? [] : explainSome(ruleSet, event, (place) => wanted.has(place));
  return { index, name, passed: failures.length === 0, failures, event, decision: checked.decision, traces };
}

/** How many rules are looked at, and how many told, when an effect is missing and nobody said whose. */
const LOOKED_AT = 1_000;
const TOLD = 3;

/** An effect that was expected of no named rule: the rules that could have asked for it and came nearest. */
function withSuspects(
  missing: Failure,
  ruleSet: RuleSet,
  event: TicketEvent,
  { decision }: Checked,
): Failure {
  if (missing.code !== "effectMissing" || missing.rules.length > 0) return missing;
  const suppressed = decision.suppressed.filter(({ action }) => action === missing.subject);
  if (suppressed.length > 0) return { ...missing, rules: [...new Set(suppressed.map(({ rule }) => rule))] };
  const { rules } = compiledOf(ruleSet);
  const able = rules
    .filter((rule) => rule.root !== undefined && rule.actions.some((action) => couldGive(action, missing)))
    .slice(0, LOOKED_AT);
  const places = new Set(able.map(({ index }) => index));
  const nearest = explainSome(ruleSet, event, (place) => places.has(place))
    .filter(({ outcome }) => outcome !== "fired")
    .sort((a, b) => a.blame.length - b.blame.length)
    .slice(0, TOLD);
  return { ...missing, rules: nearest.flatMap(({ rule }) => rule ?? []) };
}

/** Whether an action is of the type of the effect and says nothing else than what was expected. */
function couldGive(action: object, { subject, expected }: Failure): boolean {
  if (!isRecord(action) || action.type !== subject || !isRecord(expected)) return false;
  return ["bot", "survey"].every((key) => expected[key] === undefined || expected[key] === action[key]);
}
