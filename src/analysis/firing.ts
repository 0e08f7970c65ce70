/** When rules fire, as formulas, for each type of event (spec §5). */

import type { ConditionKind } from "../conditions/define.ts";
import { conditionKinds, type LeafCondition } from "../conditions/index.ts";
import type { Reading } from "../conditions/leaf.ts";
import { touchedBy } from "../conditions/root.ts";
import type { Condition } from "../conditions/tree.ts";
import type { Rule } from "../rule.ts";
import { FALSE, type Formula, type Formulas, TRUE } from "./formula.ts";
import { combined } from "./kleene.ts";
import type { Meanings } from "./meaning.ts";

/** What of a rule decides when it fires. */
export type Firing = Pick<Rule, "trigger" | "operator" | "conditions">;

/** The types of events on which a rule can fire, its trigger first. */
export function typesOf({ trigger, operator, conditions }: Firing): string[] {
  const touching = operator === "or" ? conditions.flatMap(readingsOf).flatMap(touchedBy) : [];
  return [...new Set([trigger, ...touching])];
}

/** Whether conditions look at the message. */
export function readMessage(conditions: readonly Condition[]): boolean {
  return conditions.flatMap(readingsOf).some(({ fact }) => fact === "message");
}

/** When a rule fires on events of a type. */
export function firingFormula(
  { trigger, operator, conditions }: Firing,
  type: string,
  formulas: Formulas,
  meanings: Meanings,
): Formula {
  if (operator === "or") {
    if (type === trigger) return TRUE;
    return formulas.or(conditions.map((condition) => madeTrue(condition, type, formulas, meanings)));
  }
  if (type !== trigger) return FALSE;
  const inner = conditions.map((condition) => meanings.of(condition, "after"));
  return combined(operator, inner, formulas).isTrue;
}

/** When an event of a type touches a condition and makes it true. */
function madeTrue(condition: Condition, type: string, formulas: Formulas, meanings: Meanings): Formula {
  const touching = readingsOf(condition)
    .filter((reading) => touchedBy(reading).includes(type))
    .map((reading) => (reading.fact === "field" ? meanings.touches(reading.field) : TRUE));
  return formulas.and([
    formulas.or(touching),
    meanings.of(condition, "after").isTrue,
    formulas.not(meanings.of(condition, "before").isTrue),
  ]);
}

function readingsOf(condition: Condition): Reading[] {
  return condition.type === "group" ? condition.conditions.flatMap(readingsOf) : [readingOf(condition)];
}

/** The kind of a condition: the list is keyed by the tag, which the types cannot follow. */
function readingOf<Leaf extends LeafCondition>(condition: Leaf): Reading {
  const kind = conditionKinds[condition.type as LeafCondition["type"]] as unknown as ConditionKind<Leaf>;
  return kind.reads(condition);
}
