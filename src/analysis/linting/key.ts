/** A text that is equal for conditions that mean the same, whatever the order, the nesting and the spelling. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Condition } from "../../conditions/tree.ts";
import { asList } from "../../schema.ts";
import { foldWords } from "../../text/words.ts";
import { childSign, isGroup, type Joint, needsAll } from "./junction.ts";
import { patternKey } from "./messages.ts";

/** The key of a condition. Equal keys: equal verdicts on every event, unknown ones too. */
export function conditionKey(condition: Condition): string {
  return isGroup(condition) ? jointKey(condition, true) : leafKey(condition, true);
}

/** The key of the conditions of a rule under its operator. */
export function rootKey({ operator, conditions }: Joint): string {
  // Alternatives fire on edges of their own: joining those of a nested group with them would mean something else.
  return operator === "or"
    ? `any ${[...new Set(conditions.map(conditionKey))].sort().join()}`
    : jointKey({ operator, conditions }, true);
}

function jointKey(joint: Joint, sign: boolean): string {
  const all = needsAll(joint.operator, sign);
  const parts = [...new Set(partsOf(joint, sign, all))].sort();
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : `${all ? "all" : "any"}(${parts.join()})`;
}

/** The keys of the parts; those of a group that is joined in the same way are parts of the whole. */
function partsOf({ operator, conditions }: Joint, sign: boolean, all: boolean): string[] {
  const inner = childSign(operator, sign);
  return conditions.flatMap((condition) => {
    if (!isGroup(condition)) return [leafKey(condition, inner)];
    const joins = condition.conditions.length === 1 || needsAll(condition.operator, inner) === all;
    return joins ? partsOf(condition, inner, all) : [jointKey(condition, inner)];
  });
}

function leafKey(leaf: LeafCondition, sign: boolean): string {
  // Outside is where within is not, on every event: both are unknown without a calendar.
  if (leaf.type === "outsideBusinessHours") {
    return leafKey({ ...leaf, type: "withinBusinessHours" }, !sign);
  }
  return `${sign ? "" : "not "}${JSON.stringify([leaf.type, operandsOf(leaf)])}`;
}

function operandsOf(leaf: LeafCondition): unknown {
  switch (leaf.type) {
    case "account":
    case "weekday":
      return sorted(asList(leaf.is));
    case "classification":
      return [leaf.field, sorted(asList(leaf.is))];
    case "messageContains": {
      const words = foldWords(leaf.words).sort();
      return [words, leaf.mode ?? "word", words.length === 1 ? "any" : (leaf.match ?? "any")];
    }
    case "messageMatches":
      return patternKey(leaf);
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return leaf.calendar;
    case "dateRange":
    case "timeRange":
      return [leaf.from, leaf.to];
    default:
      return undefined;
  }
}

/** Each value once, in an order of its own. */
function sorted(values: readonly (string | number | boolean)[]): unknown[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort();
}
