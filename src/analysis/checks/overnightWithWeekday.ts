import { asList } from "../../schema.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY, WEEKDAYS } from "../../time/date.ts";
import type { Literal } from "../linting/junction.ts";
import { leavesOf } from "../linting/scene.ts";
import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A night and weekdays: the hours after midnight belong to the next weekday, not to the night's. */
export const overnightWithWeekday = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path, sign, together } of leavesOf(each, "timeRange")) {
        const isNight = sign && spanOf([condition.from, condition.to]).end > MINUTES_PER_DAY;
        if (!isNight || !limitsWeekdays(together)) continue;
        const rule = ruleName(each);
        const { es, en } = conditionName(condition, path, scene);
        yield {
          path,
          texts: {
            es: `${sentence(es)} de ${rule.es} cruza la medianoche, y el día de la semana es el de cada momento: la madrugada cuenta como el día siguiente.`,
            en: `${sentence(en)} of ${rule.en} crosses midnight, and the weekday is that of the moment: the small hours count as the next day.`,
          },
        };
      }
    }
  },
});

/** Whether some weekdays, and not all, are left. */
function limitsWeekdays(together: readonly Literal[]): boolean {
  const left = WEEKDAYS.filter((day) =>
    together.every(({ leaf, sign }) => leaf.type !== "weekday" || asList(leaf.is).includes(day) === sign),
  );
  return left.length > 0 && left.length < WEEKDAYS.length;
}
