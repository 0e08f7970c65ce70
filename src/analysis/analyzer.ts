import { type CompileOptions, compile, compiledOf } from "../compile.ts";
import type { Condition } from "../conditions/tree.ts";
import { issuesOf } from "../issues/tell.ts";
import { Rule } from "../rule.ts";
import { formatDay, parseDay } from "../time/date.ts";
import type { Workspace } from "../workspace.ts";
import type { Answer, Horizon } from "./answer.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { type Comparison, compareSubjects } from "./comparison.ts";
import { type ConditionReport, reportConditions } from "./conditionFindings.ts";
import { horizonOf } from "./horizon.ts";
import { type Inspection, type InspectionOptions, inspectRules } from "./inspection.ts";
import { createProver, type ProverOptions } from "./prover.ts";
import { type Simplification, simplifyRule } from "./simplification.ts";
import type { Subject } from "./subject.ts";
import { type Suite, suiteOf } from "./suite.ts";
import type { World } from "./world.ts";

/** Settings of `createAnalyzer`. */
export interface AnalyzerOptions {
  /**
   * Where events are looked for. Absent: 2010-01-01 to 2049-12-31 or, if dates of the stored rules are later, the end of their
   * year, up to 2100.
   */
  horizon?: Horizon | undefined;
  /** The date, `YYYY-MM-DD`, from which on they are looked for first. Absent: 2026-03-16, a Monday. */
  start?: string | undefined;
  /** What is taken to hold of every event. Absent: nothing. */
  assume?: readonly Condition[] | undefined;
  /** `nodes`: how long one search may be. Absent: 20,000. */
  limits?: { nodes?: number | undefined } | undefined;
}

/** Whether and when a rule fires. */
export interface FiringReport {
  /** On events of the rule's trigger. An `or` rule fires on all of them. */
  verdict: "never" | "always" | "sometimes" | "unknown";
  /** An event of the trigger on which it fires. */
  yes: Answer;
  /** An event of the trigger on which it does not. */
  no: Answer;
  /** For `or` rules: each other type of event that may make an alternative true, and one that does. */
  edges: { type: string; yes: Answer }[];
}

/**
 * Asks about rules of one workspace; its accounts, calendars and fields are what conditions mean. A rule is given by
 * its id or as a rule, which may be one that is not stored yet. Switches (`active`, `enabled`), `stop` and loops are
 * not looked at: the questions are about the rule alone.
 */
export interface Analyzer {
  readonly horizon: Horizon;
  /** What every `no` rests on. */
  readonly assumptions: readonly string[];
  fires(rule: Rule | string): FiringReport;
  /** Which conditions matter. */
  conditions(rule: Rule | string): ConditionReport[];
  /** The rule without what changes nothing. */
  simplify(rule: Rule | string): Simplification;
  compare(first: Rule | string, second: Rule | string): Comparison;
  /** Tests that show of every condition that it matters. */
  tests(rule: Rule | string): Suite;
  /**
   * How a later workspace, or a later list of rules of this one, differs in what its rules do: by rule and by planned
   * effect. Rules that are not valid, of either, count as not there.
   */
  diff(after: Workspace | readonly Rule[]): Changes;
  /** All rules of the workspace that are valid and switched on, together. */
  inspect(options?: InspectionOptions): Inspection;
}

const ASSUMPTIONS: readonly string[] = [
  "events are complete: account, assignee, attended, classification and message text are supplied, null where there is nothing",
  "the only unknown facts are what was before the event, where it does not say so, and calendars: of accounts that have none, and those that are not in the workspace",
  "texts are short enough for every pattern to be decided",
  "time zones change their clocks as this runtime's data say",
];

/** What the comparison of planned effects rests on besides. */
const PLAN_ASSUMPTIONS: readonly string[] = [
  "effects are compared whichever rule asks for them, on events without a cause, of a known customer without other surveys; a bot runs where one is to be ended, and none elsewhere",
];

const ALL_RULES: CompileOptions = { maxRules: Number.POSITIVE_INFINITY };

/**
 * An analyzer for a workspace: pure, synchronous, and the same each time. Make a new one when accounts, calendars or
 * fields change; rules may change.
 * @throws TypeError for a horizon or start that is no date; methods throw it for a rule that is not there or not valid.
 */
export function createAnalyzer(workspace: Workspace, options: AnalyzerOptions = {}): Analyzer {
  const ruleSet = compile(workspace, ALL_RULES);
  const world: World = { workspace, ruleSet };
  const stored = new Map(validRules(world).map((rule) => [rule.id, rule]));
  const proving = provingOf([...stored.values()], options);
  const prover = createProver([world], proving);
  const subjects = new WeakMap<Rule, Subject>();

  function ruleOf(rule: Rule | string): Rule {
    if (typeof rule === "string") {
      const found = stored.get(rule);
      if (found === undefined) throw new TypeError(`no valid rule \`${rule}\` in the workspace`);
      return found;
    }
    if (stored.get(rule.id) === rule || subjects.has(rule)) return rule;
    const parsed = Rule.safeParse(rule);
    if (parsed.success) return rule;
    const [issue] = issuesOf(parsed.error);
    throw new TypeError(`not a valid rule: ${issue?.path.join(".")}: ${issue?.message}`);
  }

  function subjectOf(rule: Rule): Subject {
    const subject = subjects.get(rule) ?? prover.subject(rule);
    subjects.set(rule, subject);
    return subject;
  }

  return {
    horizon: writtenHorizon(proving),
    assumptions: ASSUMPTIONS,
    fires(rule) {
      const own = ruleOf(rule);
      const subject = subjectOf(own);
      const ask = (fires: boolean, type: string) => prover.exists([{ subject, fires }], [type]);
      const yes = ask(true, own.trigger);
      const no = ask(false, own.trigger);
      const edges = subject.types
        .filter((type) => type !== own.trigger)
        .map((type) => ({ type, yes: ask(true, type) }));
      return { verdict: verdictOf(yes, no), yes, no, edges };
    },
    conditions(rule) {
      const own = ruleOf(rule);
      return reportConditions(prover, own, subjectOf(own));
    },
    simplify: (rule) => simplifyRule(prover, ruleOf(rule)),
    compare: (first, second) => compareSubjects(prover, subjectOf(ruleOf(first)), subjectOf(ruleOf(second))),
    tests(rule) {
      const own = ruleOf(rule);
      return suiteOf(prover, own, subjectOf(own));
    },
    diff(after) {
      const next = isList(after) ? { ...workspace, rules: after.map(ruleOf) } : after;
      const worlds = [world, { workspace: next, ruleSet: compile(next, ALL_RULES) }] as const;
      const both = provingOf(worlds.flatMap(validRules), options);
      const found = changesBetween(createProver(worlds, both), worlds);
      return { ...found, horizon: writtenHorizon(both), assumptions: [...ASSUMPTIONS, ...PLAN_ASSUMPTIONS] };
    },
    inspect(inspectionOptions = {}) {
      const { content, switchedOff } = compiledOf(ruleSet);
      const { bots = [] } = content.integrations.botcenter ?? {};
      const running = [...stored.values()].filter(
        ({ active, integration }) => active && switchedOff[integration] === undefined,
      );
      return inspectRules(
        prover,
        ruleSet,
        running.map((rule) => ({ rule, subject: subjectOf(rule) })),
        new Set(bots.flatMap(({ id, active }) => (active ? [id] : []))),
        inspectionOptions,
      );
    },
  };
}

/** The rules of a workspace that are valid. */
function validRules({ workspace, ruleSet }: World): Rule[] {
  return compiledOf(ruleSet).rules.flatMap(({ root, index }) =>
    root === undefined ? [] : (workspace.rules[index] ?? []),
  );
}

/** How things are proved about these rules. */
function provingOf(
  rules: readonly Rule[],
  { horizon = horizonOf(rules), start = "2026-03-16", assume = [], limits = {} }: AnalyzerOptions,
): ProverOptions {
  const days = { first: dayOfText(horizon.from), last: dayOfText(horizon.to) };
  return {
    horizon: days,
    start: Math.min(Math.max(dayOfText(start), days.first), days.last),
    assume,
    maxNodes: limits.nodes ?? 20_000,
  };
}

function writtenHorizon({ horizon: { first, last } }: ProverOptions): Horizon {
  return { from: formatDay(first), to: formatDay(last) };
}

/** Whether these are rules and no workspace: what `Array.isArray` does not tell of lists that are not to be changed. */
function isList(value: Workspace | readonly Rule[]): value is readonly Rule[] {
  return Array.isArray(value);
}

function verdictOf(yes: Answer, no: Answer): FiringReport["verdict"] {
  if (yes.kind === "no") return "never";
  if (no.kind === "no") return "always";
  return yes.kind === "yes" && no.kind === "yes" ? "sometimes" : "unknown";
}

function dayOfText(date: string): number {
  const day = parseDay(date);
  if (day === undefined) throw new TypeError(`\`${date}\` is not a date: expected YYYY-MM-DD`);
  return day;
}
