/** Conditions that are proved to decide nothing. */
import type { Condition, Path } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";
import type { Analyzer } from "../analyzer.ts";
import { without } from "../simplification.ts";
import type { Idle } from "./idle.ts";
import { isGroup } from "./junction.ts";
import type { RuleScene } from "./scene.ts";

/**
 * The conditions without which, one after the other, the rule fires on the same events; groups before what is in them,
 * and of equal ones the later. No edits: where a fact is unknown the rule may fare otherwise without them.
 */
export function needless({ rule, path }: RuleScene, analyzer: Analyzer): Idle[] {
  // Alternatives of an `or` rule that add nothing have findings of their own; a single condition is told of the rule.
  if (rule.operator === "or" || isSingle(rule.conditions)) return [];
  const doubtful = new Set(
    analyzer
      .conditions(rule)
      .filter(({ verdict }) => verdict !== "matters" && verdict !== "unknown")
      .map((report) => JSON.stringify(report.path)),
  );
  const found: Idle[] = [];
  let left = rule;
  const look = (conditions: readonly Condition[], above: Path): void => {
    // From the last: what is taken out moves nothing that is still to be looked at.
    for (const [at, condition] of [...conditions.entries()].reverse()) {
      const place = [...above, "conditions", at];
      if (doubtful.has(JSON.stringify(place)) && !dependsOnHours(condition, rule)) {
        const fewer = without(left, place);
        if (fewer.conditions.length > 0 && analyzer.compare(left, fewer).relation === "equivalent") {
          left = fewer;
          const { verdict } = analyzer.fires({ ...rule, operator: "and", conditions: [condition] });
          const because = verdict === "always" || verdict === "never" ? "itself" : "others";
          found.push({ path: [...path, ...place], condition, holds: verdict !== "never", because });
          continue;
        }
      }
      if (isGroup(condition)) look(condition.conditions, place);
    }
  };
  if (doubtful.size > 0) look(rule.conditions, []);
  return found;
}

function isSingle(conditions: readonly Condition[]): boolean {
  const [first, ...others] = conditions;
  return first === undefined || (others.length === 0 && !isGroup(first));
}

/**
 * Whether the condition is about time and so is another one about business hours: what one adds to the other then
 * depends on the calendar, which changes while rules stay.
 */
function dependsOnHours(condition: Condition, { conditions }: Rule): boolean {
  return typesIn(conditions).some(isHours) && typesIn([condition]).some(isTime);
}

function isHours(type: Condition["type"]): boolean {
  return type === "withinBusinessHours" || type === "outsideBusinessHours";
}

function isTime(type: Condition["type"]): boolean {
  return isHours(type) || type === "weekday" || type === "dateRange" || type === "timeRange";
}

function typesIn(conditions: readonly Condition[]): Condition["type"][] {
  return conditions.flatMap((each) => (isGroup(each) ? typesIn(each.conditions) : [each.type]));
}
