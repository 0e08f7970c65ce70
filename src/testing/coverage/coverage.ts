import { type CompiledRule, compile, compiledOf } from "../../compile.ts";
import type { LeafType } from "../../conditions/index.ts";
import type { Path } from "../../conditions/tree.ts";
import { type Hearing, hear, judge } from "../../judge.ts";
import { loadWorkspace } from "../../load.ts";
import type { Outcome } from "../../trace.ts";
import { MAX_RULES } from "../../workspace.ts";
import { readScenarios } from "../scenarios/read.ts";
import type { ScenarioOptions } from "../scenarios/runScenarios.ts";
import { leavesOf } from "./leaves.ts";
import { visitLeaves } from "./masking.ts";

/** How much of the rules scenarios reach. Plain data: print it as JSON for other tools. */
export interface Coverage {
  format: "ticket-rules/coverage";
  version: 1;
  /** How many scenarios were looked at: those that are not malformed. */
  scenarios: number;
  totals: {
    /** Rules that can run; hit when they were seen to fire and seen not to. */
    rules: Ratio;
    /** Their triggers and leaves, without inert ones; hit when they were shown to matter. */
    leaves: Ratio;
  };
  /** Whether the totals reach the threshold. Without one: yes. */
  passed: boolean;
  /** Every rule of the document, in order. */
  rules: RuleCoverage[];
}

/** How many there are, and how many of them are covered. */
export interface Ratio {
  found: number;
  hit: number;
}

/** How much of one rule scenarios reach. */
export interface RuleCoverage {
  /** The id; null when an invalid rule has none. */
  rule: string | null;
  index: number;
  /** Whether it can run: it is valid and switched on, and so is its integration. Else it counts for nothing. */
  runs: boolean;
  /** How many scenarios saw each outcome. */
  outcomes: Record<Outcome, number>;
  /** It was seen to fire and seen not to. */
  covered: boolean;
  /** The trigger first, then all leaves as they are written. Of a rule that cannot run: none. */
  leaves: LeafCoverage[];
}

/** How much of one leaf, or of the trigger, scenarios reach. */
export interface LeafCoverage {
  /** From the rule; `["trigger"]` is the trigger. */
  path: Path;
  type: LeafType | "trigger";
  /** How many scenarios saw each verdict, of those whose event can make the rule fire; of the trigger, of all. */
  seen: { true: number; false: number; unknown: number };
  /** The first scenario in which the leaf alone decided, by its verdict. Null: none did. */
  shown: { true: string | null; false: string | null };
  /** It alone decided in one scenario by being true and in another by being false. */
  covered: boolean;
  /** A direct alternative of an `or` rule that no event can make matter. Counts for nothing. */
  inert: boolean;
}

/** Settings of `coverage`. */
export interface CoverageOptions extends ScenarioOptions {
  /** The least parts, from 0 to 1, that must be covered. */
  threshold?: { rules?: number | undefined; leaves?: number | undefined } | undefined;
}

/**
 * Which outcomes and verdicts of every rule the events of scenarios show, and which leaves they show to matter: those
 * that alone decided the rule once by being true and once by being false (masking MC/DC). Looks at events only; whether
 * the expectations would notice is what `testMutants` tells. Pure and total.
 */
export function coverage(workspace: unknown, scenarios: unknown, options: CoverageOptions = {}): Coverage {
  const compiled = compiledOf(compile(workspace, options.compile));
  const { rules } = loadWorkspace(workspace, options.compile?.maxRules ?? MAX_RULES);
  const entries = compiled.rules.map((rule): Entry => {
    const loaded = rules[rule.index];
    const places =
      rule.root === undefined || rule.off !== undefined || loaded === undefined || !("rule" in loaded)
        ? []
        : leavesOf(loaded.rule);
    return { rule, covered: emptyCoverage(rule, places) };
  });
  const read = readScenarios(scenarios).flatMap((each) => (each.issues === undefined ? [each] : []));
  for (const { event, name } of read) {
    const hearing = hear(compiled, event);
    for (const entry of entries) count(entry, hearing, name);
  }
  const found = entries.map(({ covered }) => settled(covered));
  const running = found.filter(({ runs }) => runs);
  const totals = {
    rules: ratio(running),
    leaves: ratio(running.flatMap(({ leaves }) => leaves.filter(({ inert }) => !inert))),
  };
  return {
    format: "ticket-rules/coverage",
    version: 1,
    scenarios: read.length,
    totals,
    passed:
      reaches(totals.rules, options.threshold?.rules) && reaches(totals.leaves, options.threshold?.leaves),
    rules: found,
  };
}

/** The part that is covered: of nothing, all. */
export function partOf({ found, hit }: Ratio): number {
  return found === 0 ? 1 : hit / found;
}

interface Entry {
  readonly rule: CompiledRule;
  readonly covered: RuleCoverage;
}

function emptyCoverage(rule: CompiledRule, places: ReturnType<typeof leavesOf>): RuleCoverage {
  return {
    rule: (rule.root === undefined ? rule.rule : rule.id) ?? null,
    index: rule.index,
    runs: places.length > 0,
    outcomes: { fired: 0, notFired: 0, indeterminate: 0, skipped: 0, invalid: 0 },
    covered: false,
    leaves: places.map(({ path, type, inert }) => ({
      path: [...path],
      type,
      seen: { true: 0, false: 0, unknown: 0 },
      shown: { true: null, false: null },
      covered: false,
      inert,
    })),
  };
}

function count({ rule, covered }: Entry, hearing: Hearing, scenario: string): void {
  const outcome = outcomeOf(rule, hearing);
  covered.outcomes[outcome]++;
  if (rule.root === undefined || outcome === "invalid" || outcome === "skipped") return;
  visitLeaves(rule.root, hearing.facts, (at, verdict, decides) => {
    const leaf = covered.leaves[at];
    if (leaf === undefined) return;
    leaf.seen[`${verdict}`]++;
    if (decides && verdict !== "unknown") leaf.shown[`${verdict}`] ??= scenario;
  });
}

function outcomeOf(rule: CompiledRule, hearing: Hearing): Outcome {
  if (rule.root === undefined) return "invalid";
  const judgement = judge(rule, hearing);
  return isOutcome(judgement) ? judgement : "skipped";
}

function isOutcome(judgement: ReturnType<typeof judge>): judgement is "fired" | "notFired" | "indeterminate" {
  return judgement === "fired" || judgement === "notFired" || judgement === "indeterminate";
}

function settled(rule: RuleCoverage): RuleCoverage {
  return {
    ...rule,
    covered: rule.outcomes.fired > 0 && rule.outcomes.notFired > 0,
    leaves: rule.leaves.map((leaf) => ({
      ...leaf,
      covered: leaf.shown.true !== null && leaf.shown.false !== null,
    })),
  };
}

function ratio(items: readonly { readonly covered: boolean }[]): Ratio {
  return { found: items.length, hit: items.filter(({ covered }) => covered).length };
}

function reaches(total: Ratio, least: number | undefined): boolean {
  return least === undefined || partOf(total) >= least;
}
