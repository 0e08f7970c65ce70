/** When rules fire, as formulas, for each type of event (spec §5). */

import type { ConditionKind } from "../conditions/define.ts";
import { conditionKinds, type LeafCondition } from "../conditions/index.ts";
import type { Reading } from "../conditions/leaf.ts";
import { combine, compileConditions, testNode, type Workshop } from "../conditions/node.ts";
import { type Root, testRoot, touchedBy, touches } from "../conditions/root.ts";
import type { Condition } from "../conditions/tree.ts";
import type { Facts } from "../facts.ts";
import type { Rule } from "../rule.ts";
import type { Verdict } from "../verdict.ts";
import { FALSE, type Formula, type Formulas, TRUE } from "./formula.ts";
import { combined } from "./kleene.ts";
import type { Meanings } from "./meaning.ts";

/** What of a rule decides when it fires. */
export interface Firing extends Pick<Rule, "operator" | "conditions"> {
  /** The type of event. Of a rule, one of those that rules can have. */
  readonly trigger: string;
  /** Of an `or`: its alternatives as they are judged before the event. Absent: the same. */
  readonly before?: readonly Condition[];
}

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
  { trigger, operator, conditions, before = conditions }: Firing,
  type: string,
  formulas: Formulas,
  meanings: Meanings,
): Formula {
  if (operator === "or") {
    if (type === trigger) return TRUE;
    return formulas.or(
      conditions.map((condition, at) =>
        madeTrue(condition, before[at] ?? condition, type, formulas, meanings),
      ),
    );
  }
  if (type !== trigger) return FALSE;
  const inner = conditions.map((condition) => meanings.of(condition, "after"));
  return combined(operator, inner, formulas).isTrue;
}

/** When an event of a type touches a condition and makes it true. */
function madeTrue(
  condition: Condition,
  before: Condition,
  type: string,
  formulas: Formulas,
  meanings: Meanings,
): Formula {
  const touching = readingsOf(condition)
    .filter((reading) => touchedBy(reading).includes(type))
    .map((reading) => (reading.fact === "field" ? meanings.touches(reading.field) : TRUE));
  return formulas.and([
    formulas.or(touching),
    meanings.of(condition, "after").isTrue,
    formulas.not(meanings.of(before, "before").isTrue),
  ]);
}

/** What the evaluator says of it, on facts that know the words and patterns that were compiled by then. */
export function compileFiring(firing: Firing, workshop: Workshop): (facts: Facts) => Verdict {
  const { trigger, operator, conditions, before } = firing;
  const root: Root = { trigger, operator, nodes: compileConditions(conditions, [], workshop) };
  if (operator !== "or" || before === undefined) return (facts) => testRoot(root, facts);
  const earlier = compileConditions(before, [], workshop);
  const wasTrue = (at: number, facts: Facts) => {
    const node = earlier[at];
    return node !== undefined && testNode(node, facts.before()) === true;
  };
  return (facts) => {
    if (facts.trigger === trigger) return true;
    const open = root.nodes.filter((node, at) => touches(node, facts) && !wasTrue(at, facts));
    return combine("or", open, facts);
  };
}

function readingsOf(condition: Condition): Reading[] {
  return condition.type === "group" ? condition.conditions.flatMap(readingsOf) : [readingOf(condition)];
}

/** The kind of a condition: the list is keyed by the tag, which the types cannot follow. */
function readingOf<Leaf extends LeafCondition>(condition: Leaf): Reading {
  const kind = conditionKinds[condition.type as LeafCondition["type"]] as unknown as ConditionKind<Leaf>;
  return kind.reads(condition);
}
