import type { Path } from "../conditions/tree.ts";
import type { Answer } from "./answer.ts";
import type { Firing } from "./firing.ts";
import type { Prover, Subject } from "./prover.ts";
import { conditionAt, fixed, isPositive, pathsOf, replaced } from "./variants.ts";

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
  /** An event on which the condition does not hold, and the rule would fare otherwise if it did. */
  whenFalse: Answer;
}

/** Reports on every condition of a rule, groups and what is in them. Verdicts hold one at a time: of two equal conditions each is needless alone. */
export function reportConditions(prover: Prover, rule: Firing, subject: Subject): ConditionReport[] {
  return pathsOf(rule).map((path) => reportCondition(prover, rule, subject, path));
}

function reportCondition(prover: Prover, rule: Firing, subject: Subject, path: Path): ConditionReport {
  const holdsOn = (type: string): Subject => {
    const condition = conditionAt(rule, path);
    return prover.subject({ trigger: type, operator: "and", conditions: condition ? [condition] : [] });
  };
  const whereOtherwise = (verdict: boolean): Answer => {
    const other = prover.subject(replaced(rule, path, (condition) => [fixed(condition, verdict)]));
    const differ = (fires: boolean): Answer => {
      const claims = [
        { subject, fires },
        { subject: other, fires: !fires },
      ];
      const found = prover.exists(claims, subject.types);
      if (verdict || found.kind !== "yes" || holdsOn(found.event.type).fires(found.event)) return found;
      // There it is unknown, which fares otherwise than false, too.
      const held = subject.types.map((type) =>
        prover.exists([...claims, { subject: holdsOn(type), fires: true }], [type]),
      );
      return held.find(({ kind }) => kind === "yes") ?? found;
    };
    // Where the condition pulls one way only, the other way need not be asked. An alternative of `or` may pull both.
    if (rule.operator !== "or") return differ(isPositive(rule, path) !== verdict);
    const answers = [differ(true), differ(false)];
    return (
      answers.find(({ kind }) => kind === "yes") ??
      answers.find(({ kind }) => kind === "unknown") ?? { kind: "no" }
    );
  };
  const whenTrue = whereOtherwise(false);
  const whenFalse = whereOtherwise(true);
  return { path, verdict: verdictOf(whenTrue.kind, whenFalse.kind), whenTrue, whenFalse };
}

function verdictOf(whenTrue: Answer["kind"], whenFalse: Answer["kind"]): ConditionVerdict {
  if (whenTrue === "unknown" || whenFalse === "unknown") return "unknown";
  if (whenTrue === "yes") return whenFalse === "yes" ? "matters" : "alwaysTrue";
  return whenFalse === "yes" ? "alwaysFalse" : "neverDecides";
}
