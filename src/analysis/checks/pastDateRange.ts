import { parseDay } from "../../time/date.ts";
import { localTime } from "../../time/local.ts";
import { zoneOf } from "../../time/zone.ts";
import { leavesOf, type Scene } from "../linting/scene.ts";
import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A range of dates that was over, in every zone of the workspace, at the instant the caller gave. */
export const pastDateRange = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    const today = earliestDay(scene);
    if (today === undefined) return;
    for (const each of scene.rules) {
      // What is switched off may well be kept for the next time.
      if (!each.rule.active) continue;
      for (const { condition, path } of leavesOf(each, "dateRange")) {
        const last = parseDay(condition.to ?? "");
        if (last === undefined || last >= today) continue;
        const rule = ruleName(each);
        const { es, en } = conditionName(condition, path, scene);
        yield {
          path,
          texts: {
            es: `${sentence(es)} de ${rule.es} terminó el ${condition.to}.`,
            en: `${sentence(en)} of ${rule.en} ended on ${condition.to}.`,
          },
        };
      }
    }
  },
});

/** The local date where it is earliest. */
function earliestDay({ at, timeZone, workspace }: Scene): number | undefined {
  if (at === undefined) return undefined;
  const names = new Set([timeZone, ...(workspace.calendars ?? []).map((calendar) => calendar.timeZone)]);
  const days = [...names].flatMap((name) => {
    const zone = zoneOf(name);
    return zone === undefined ? [] : [localTime(zone, at).day];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}
