/** How each rule fared, as data (spec §7). */
import type { NodeTrace } from "./conditions/traceNodes.ts";
import type { Operator, Path } from "./conditions/tree.ts";
import type { Issue } from "./issues/define.ts";
import type { Verdict } from "./verdict.ts";

/** How the whole of a rule fared: its trigger and its conditions under its operator. */
export interface RuleTree {
  operator: Operator;
  /** The root: only `true` fires. */
  verdict: Verdict;
  trigger: { expected: string; actual: string; verdict: boolean };
  conditions: NodeTrace[];
}

/** What became of one rule. */
export type Outcome = "fired" | "notFired" | "indeterminate" | "skipped" | "invalid";

/** Why a rule was skipped. */
export type SkipReason =
  /** The rule's own switch is off. */
  | "ruleInactive"
  /** The integration is not enabled. */
  | "integrationDisabled"
  /** The integration's switch is off. */
  | "integrationInactive"
  /** An earlier rule of the integration fired and stops the rest. */
  | "stopped"
  /** The conditions hold, but the rule stands in the event's cause. */
  | "loop"
  /** The conditions hold, but the chain is ten effects long. */
  | "depth";

/** What the trace of every rule has. */
export interface RuleTraceBase {
  /** The rule's id, or null when it has none that can be read. */
  rule: string | null;
  /** Its place in `workspace.rules`. */
  index: number;
  /**
   * For a rule that did not fire because of its trigger or conditions: the smallest set of them that, had each
   * been otherwise, would have made it fire. Paths from the rule; `["trigger"]` is the trigger. Else empty.
   */
  blame: Path[];
}

/** One rule of the document, whatever became of it. Told apart by `outcome`. */
export type RuleTrace = RuleTraceBase &
  (
    | { outcome: "fired" | "notFired"; tree: RuleTree }
    /** `missing` names the facts that were not supplied. */
    | { outcome: "indeterminate"; missing: string[]; tree: RuleTree }
    /** The verdicts are told all the same. */
    | { outcome: "skipped"; reason: SkipReason; tree: RuleTree }
    /** `issues` tell what is wrong; their paths begin at the rule. */
    | { outcome: "invalid"; issues: Issue[]; tree: null }
  );
