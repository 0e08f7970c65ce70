/** How each rule fared, as data (spec §7). */
import type { NodeTrace, Operator, Path } from "./conditions/tree.ts";
import type { Issue } from "./schema.ts";
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

/** One rule of the document, whatever became of it. */
export interface RuleTrace {
  /** The rule's id, or null when it has none that can be read. */
  rule: string | null;
  /** Its place in `workspace.rules`. */
  index: number;
  outcome: Outcome;
  /** Why it was skipped. */
  reason?: SkipReason;
  /** The missing facts of an indeterminate rule. */
  missing?: string[];
  /** What is wrong with an invalid rule; paths from the rule. */
  issues?: Issue[];
  /** Verdicts of every condition, also of rules that were skipped. Null for an invalid rule. */
  tree: RuleTree | null;
  /**
   * For a rule that did not fire because of its trigger or conditions: the smallest set of them that, had each
   * been otherwise, would have made it fire. Paths from the rule; `["trigger"]` is the trigger. Else empty.
   */
  blame: Path[];
}
