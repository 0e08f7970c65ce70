import type { Path } from "../conditions/tree.ts";
import type { Answer } from "./answer.ts";
import { decidingAt } from "./deciding.ts";
import type { Firing } from "./firing.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import { pathsOf } from "./variants.ts";

/**
 * Whether a condition matters.
 * - `matters`: it decides, and could have decided otherwise: two events show it.
 * - `alwaysTrue`: wherever it decides it is true: in its place, "true" would do.
 * - `alwaysFalse`: wherever it decides it is false.
 * - `neverDecides`: the rule fares the same whatever it says.
 */
export type ConditionVerdict = "matters" | "alwaysTrue" | "alwaysFalse" | "neverDecides" | "unknown";

/** What is known of one condition of a rule. */
export interface ConditionReport {
  path: Path;
  verdict: ConditionVerdict;
  /**
   * An event on which the condition holds, and the rule would fare otherwise if it did not. Where there is none: one on
   * which it is unknown, and the rule would fare otherwise if it were false.
   */
  whenTrue: Answer;
  /** An event on which the condition does not hold, or is unknown, and the rule would fare otherwise if it held. */
  whenFalse: Answer;
}

/** Reports on every condition of a rule, groups and what is in them. Verdicts hold one at a time: of two equal conditions each is needless alone. */
export function reportConditions(prover: Prover, rule: Firing, subject: Subject): ConditionReport[] {
  return pathsOf(rule).map((path) => reportCondition(prover, rule, subject, path));
}

function reportCondition(prover: Prover, rule: Firing, subject: Subject, path: Path): ConditionReport {
  const [whenTrue, whenFalse] = [
    decidingAt(prover, rule, subject, path, true).example(),
    decidingAt(prover, rule, subject, path, false).example(),
  ];
  return { path, verdict: verdictOf(whenTrue.kind, whenFalse.kind), whenTrue, whenFalse };
}

function verdictOf(whenTrue: Answer["kind"], whenFalse: Answer["kind"]): ConditionVerdict {
  if (whenTrue === "unknown" || whenFalse === "unknown") return "unknown";
  if (whenTrue === "yes") return whenFalse === "yes" ? "matters" : "alwaysTrue";
  return whenFalse === "yes" ? "alwaysFalse" : "neverDecides";
}
