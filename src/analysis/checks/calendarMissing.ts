import { asList } from "../../schema.ts";
import { leavesOf, type Place, type Scene } from "../linting/scene.ts";
import { conditionName, listed, quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** Business hours are asked of accounts that have no calendar: the condition is never known there, and never true. */
export const calendarMissing = /* @__PURE__ */ defineCheck({
  severity: "error",
  *find(scene) {
    for (const each of scene.rules) {
      for (const place of leavesOf(each, "withinBusinessHours", "outsideBusinessHours")) {
        if (place.condition.calendar !== undefined) continue;
        const lacking = accountsLacking(place, scene);
        if (lacking === undefined) continue;
        const rule = ruleName(each);
        const condition = conditionName(place.condition, place.path, scene);
        const names = lacking.map((id) => quoted(scene.accounts.get(id)?.name ?? id));
        yield {
          path: place.path,
          texts:
            names.length === 0
              ? {
                  es: `${sentence(condition.es)} de ${rule.es} no se cumple nunca: ninguna cuenta tiene horario hábil.`,
                  en: `${sentence(condition.en)} of ${rule.en} never holds: no account has a calendar.`,
                }
              : {
                  es: `${sentence(condition.es)} de ${rule.es} no se cumple nunca en ${listed(names, "y")}: sin horario hábil no se sabe si está abierto.`,
                  en: `${sentence(condition.en)} of ${rule.en} never holds in ${listed(names, "and")}: without a calendar nobody knows the hours.`,
                },
        };
      }
    }
  },
});

/**
 * The accounts without a calendar of which the rule speaks; an empty list when it speaks of none, and none at all has a
 * calendar. A rule for all accounts may well pass over those that have no hours.
 */
function accountsLacking({ together }: Place, { accounts }: Scene): string[] | undefined {
  const named = together.flatMap(({ leaf, sign }) =>
    leaf.type === "account" && sign ? [new Set(asList(leaf.is))] : [],
  );
  const ids = [...accounts.keys()].filter((id) => named.every((each) => each.has(id)));
  const lacking = ids.filter((id) => accounts.get(id)?.calendar === undefined);
  if (named.length > 0) return lacking.length > 0 ? lacking : undefined;
  return lacking.length === accounts.size ? [] : undefined;
}
