import type { LeafCondition } from "../../conditions/index.ts";
import { asList } from "../../schema.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY } from "../../time/date.ts";
import { childSign, isGroup, type Joint, needsAll } from "../linting/junction.ts";
import { ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A bot that is activated whoever has the ticket: it may talk over an executive. */
export const botWithoutGuard = defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      const { rule, path } = each;
      const activates = rule.actions.some(({ type }) => type === "activateBot");
      // An `or` rule fires on its trigger, whatever its conditions say.
      if (!activates || (rule.operator !== "or" && isGuarded(rule, true))) continue;
      const { es, en } = ruleName(each);
      yield {
        path,
        texts: {
          es: `${sentence(es)} activa un bot también en tickets que atiende un ejecutivo: falta “Ticket no asignado” o “Ticket no abordado”.`,
          en: `${sentence(en)} activates a bot on tickets that an executive attends, too: “unassigned” or “unattended” is missing.`,
        },
      };
    }
  },
});

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
