/** Events on which one condition of a rule decides. */
import type { Path } from "../conditions/tree.ts";
import type { TicketEvent } from "../event.ts";
import type { Answer } from "./answer.ts";
import type { Firing } from "./firing.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import { conditionAt, fixedAt, isPositive } from "./variants.ts";

/** One condition of a rule, as it decides by holding, or by not holding. */
export interface Deciding {
  /** The rule, with the contrary in the place of the condition. */
  readonly contrary: Subject;
  /** Whether the rule fires where the condition decides so. */
  readonly fires: boolean;
  /** Whether the condition is that on an event, and not unknown. */
  isSo(event: TicketEvent): boolean;
  /**
   * An event on which the condition is that, and the rule would fare otherwise if it were the contrary. Where there is
   * none, one on which the condition is unknown, and the rule would fare otherwise, too.
   */
  example(): Answer;
}

/** How a condition decides by holding, or by not holding. Of an `or` its verdict is that after the event. */
export function decidingAt(
  prover: Prover,
  rule: Firing,
  subject: Subject,
  path: Path,
  holds: boolean,
): Deciding {
  const contrary = prover.subject(fixedAt(rule, path, !holds));
  const fires = isPositive(rule, path) === holds;
  const condition = conditionAt(rule, path);
  const conditions = condition === undefined ? [] : [condition];
  const known = new Map<string, Subject>();
  const soOn = (type: string): Subject => {
    const so =
      known.get(type) ?? prover.subject({ trigger: type, operator: holds ? "and" : "not", conditions });
    known.set(type, so);
    return so;
  };
  const isSo = (event: TicketEvent) => soOn(event.type).fires(event);
  return {
    contrary,
    fires,
    isSo,
    example() {
      const claims = [
        { subject, fires },
        { subject: contrary, fires: !fires },
      ];
      const found = prover.exists(claims, subject.types);
      if (found.kind !== "yes" || isSo(found.event)) return found;
      const exact = subject.types.map((type) =>
        prover.exists([...claims, { subject: soOn(type), fires: true }], [type]),
      );
      return exact.find(({ kind }) => kind === "yes") ?? found;
    },
  };
}
