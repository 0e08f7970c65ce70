import { type CompiledRule, compile, compiledOf, type RuleSet, type RunnableRule } from "../../compile.ts";
import { testRoot } from "../../conditions/root.ts";
import type { Facts } from "../../facts.ts";
import { hear } from "../../judge.ts";
import type { Verdict } from "../../verdict.ts";
import { meets, type Places, placesOf } from "../scenarios/check.ts";
import { type ReadScenario, readScenarios } from "../scenarios/read.ts";
import type { ScenarioOptions } from "../scenarios/runScenarios.ts";
import { type Change, changesOf } from "./changes.ts";
import { hintOf, type Texts } from "./kinds.ts";
import { descriptionOf, type Mutant } from "./mutate.ts";
import { type Patcher, patched, patcherOf } from "./patch.ts";
import { sampleOf } from "./sample.ts";

/** A mutant that no scenario notices. */
export interface Survivor extends Omit<Mutant, "workspace"> {
  /** What scenario would notice it. */
  hint: Texts;
}

/** How many mutants scenarios notice. */
export interface MutantRun {
  /** How many there are. */
  mutants: number;
  /** How many were tested: all, or as many as the cap lets. */
  tested: number;
  /** How many of those made a scenario fail that passes without them. */
  noticed: number;
  /** `noticed` of `tested`, from 0 to 1. Of none: 1. */
  score: number;
  /** Whether the score reaches the threshold. Without one: yes. */
  passed: boolean;
  /** Those that were not noticed, in the order of the rules. */
  survivors: Survivor[];
  /** The names of scenarios that fail anyhow: they can notice nothing. */
  failing: string[];
}

/** Settings of `testMutants`. */
export interface MutantOptions extends ScenarioOptions {
  /** The most mutants to test. Absent: all. Which ones: always the same, for the same rules. */
  cap?: number | undefined;
  /** For another sample. Absent: 0. */
  seed?: number | undefined;
  /** The least score, from 0 to 1. */
  threshold?: number | undefined;
  /** Told after each mutant. */
  onProgress?: ((progress: MutantProgress) => void) | undefined;
}

/** How far `testMutants` has come. */
export interface MutantProgress {
  tested: number;
  toTest: number;
  noticed: number;
}

/**
 * Which small mistakes in the rules the scenarios would not notice. A mutant is noticed when a scenario that passes on
 * the workspace as it is fails on the mutant: what is compared is what the scenario expects, and nothing else. The
 * result is that of running all scenarios on every mutant; only rules that were changed are compiled, and only
 * scenarios in which the change can show are run.
 */
export function testMutants(workspace: unknown, scenarios: unknown, options: MutantOptions = {}): MutantRun {
  const { cap, seed = 0, threshold = 0, onProgress } = options;
  const ruleSet = compile(workspace, options.compile);
  const places = placesOf(ruleSet);
  const read = readScenarios(scenarios);
  const stands = read.flatMap((each) => standOf(ruleSet, places, each));
  const isNoticed = judgeOf(ruleSet, places, stands, patcherOf(ruleSet, options.compile));
  const sample = cap === undefined ? undefined : sampleOf(changesOf(workspace), cap, seed);
  // Gone through twice rather than kept, and only when somebody wants to know how many will come.
  const toTest = sample?.items.length ?? (onProgress === undefined ? 0 : countOf(changesOf(workspace)));
  const survivors: Survivor[] = [];
  let tested = 0;
  for (const change of sample?.items ?? changesOf(workspace)) {
    if (!isNoticed(change)) survivors.push({ ...descriptionOf(change), hint: hintOf(change.kind) });
    tested++;
    onProgress?.({ tested, toTest, noticed: tested - survivors.length });
  }
  const noticed = tested - survivors.length;
  const score = tested === 0 ? 1 : noticed / tested;
  const standing = new Set(stands.map(({ index }) => index));
  const failing = read.filter(({ index }) => !standing.has(index)).map(({ name }) => name);
  const passed = score >= threshold;
  return { mutants: sample?.of ?? tested, tested, noticed, score, passed, survivors, failing };
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count++;
  return count;
}

/** A scenario that passes, with what its event says. */
interface Stand extends Pick<Extract<ReadScenario, { scenario: unknown }>, "index" | "scenario" | "event"> {
  readonly facts: Facts;
}

function standOf(ruleSet: RuleSet, places: Places, read: ReadScenario): Stand[] {
  if (read.issues !== undefined) return [];
  const { index, scenario, event } = read;
  if (!meets(ruleSet, places, event, scenario.expect)) return [];
  return [{ index, scenario, event, facts: hear(compiledOf(ruleSet), event).facts }];
}

/** Tells whether any scenario notices a change. */
function judgeOf(
  ruleSet: RuleSet,
  places: Places,
  stands: readonly Stand[],
  patch: Patcher,
): (change: Change) => boolean {
  const { rules } = compiledOf(ruleSet);
  /** The verdicts of rules as they are, by scenario, as far as they were asked: changes come rule by rule. */
  const known = new Map<number, Verdict[]>();
  const verdictBefore = (index: number, at: number, facts: Facts): Verdict => {
    const verdicts = known.get(index) ?? [];
    // One rule's, or two neighbours': no more is kept.
    if (!known.has(index) && known.size > 1) known.clear();
    known.set(index, verdicts);
    verdicts[at] ??= verdictOf(rules[index], facts);
    return verdicts[at];
  };
  return (change) => {
    const own = change.rules.map(({ index, rule }) => patch(rule, index));
    const isOnlyWhen = own.every(isRunnable) && WHEN.includes(change.path[0] ?? "");
    const isSwap = own.length > 1;
    const stops = change.rules.some(({ index, rule }) => rule.stop === true || isStopping(rules[index]));
    let mutant: RuleSet | undefined;
    return stands.some(({ scenario, event, facts }, at) => {
      const { fired, outcomes = {}, effects, suppressed } = scenario.expect;
      const isNamed = own.some((rule) => Object.hasOwn(outcomes, idOf(rule)));
      // Where only other rules are named, no more shows than what is stopped.
      if (!isNamed && !stops && (fired ?? effects ?? suppressed) === undefined) return false;
      const canShow = own.some((rule) => {
        const [was, is] = [verdictBefore(rule.index, at, facts), verdictOf(rule, facts)];
        // Missing facts, actions, switches and order show only where a rule is not plainly false …
        return was !== is || is === "unknown" || (!isOnlyWhen && is === true);
      });
      // … or where the scenario says how the very rule fares.
      if (!canShow && (isOnlyWhen || !isNamed)) return false;
      mutant ??= patched(ruleSet, own);
      return !meets(mutant, isSwap ? swappedPlaces(places, own) : places, event, scenario.expect);
    });
  };
}

/** A rule that is switched off has no part in what happens; neither has one that did not load. */
function verdictOf(rule: CompiledRule | undefined, facts: Facts): Verdict {
  return rule?.root === undefined || rule.off !== undefined ? false : testRoot(rule.root, facts);
}

/** The parts of a rule that say when it fires, and nothing of what it does then. */
const WHEN: readonly (string | number)[] = ["trigger", "operator", "conditions"];

function isRunnable(rule: CompiledRule): rule is RunnableRule {
  return rule.root !== undefined;
}

function isStopping(rule: CompiledRule | undefined): boolean {
  return rule?.root !== undefined && rule.stop;
}

function idOf(rule: CompiledRule): string {
  return (rule.root === undefined ? rule.rule : rule.id) ?? "";
}

/** Where the rules stand when two of them have changed places. */
function swappedPlaces(places: Places, rules: readonly CompiledRule[]): Places {
  const own = new Map(
    rules.flatMap((rule) => (rule.root === undefined ? [] : [[rule.id, rule.index] as const])),
  );
  return { has: (id) => places.has(id), get: (id) => own.get(id) ?? places.get(id) };
}
