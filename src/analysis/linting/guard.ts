/** Conditions that keep a bot from talking over an executive. */
import type { LeafCondition } from "../../conditions/index.ts";
import type { Rule } from "../../rule.ts";
import { asList } from "../../schema.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY } from "../../time/date.ts";
import { childSign, isGroup, type Joint, needsAll } from "./junction.ts";

/** Whether the rule fires only where nobody has the ticket, or nobody is at work. An `or` rule fires on its trigger, whatever its conditions say. */
export function hasGuard(rule: Rule): boolean {
  return rule.operator !== "or" && isGuarded(rule, true);
}

/** Whether on every way to fire nobody has the ticket, or nobody is at work. */
function isGuarded({ operator, conditions }: Joint, sign: boolean): boolean {
  const inner = childSign(operator, sign);
  const guards = conditions.map((condition) =>
    isGroup(condition) ? isGuarded(condition, inner) : isGuard(condition, inner),
  );
  return needsAll(operator, sign) ? guards.includes(true) : !guards.includes(false);
}

function isGuard(leaf: LeafCondition, sign: boolean): boolean {
  switch (leaf.type) {
    case "unassigned":
    case "unattended":
    case "outsideBusinessHours":
      return sign;
    case "withinBusinessHours":
      return !sign;
    case "timeRange":
      return sign && spanOf([leaf.from, leaf.to]).end > MINUTES_PER_DAY;
    case "weekday":
      return sign && asList(leaf.is).every((day) => day === "sat" || day === "sun");
    default:
      return false;
  }
}
