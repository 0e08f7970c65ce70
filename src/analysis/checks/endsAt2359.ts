import type { OpenInterval } from "../../time/calendar.ts";
import { WEEKDAYS } from "../../time/date.ts";
import type { DocumentPath } from "../findings.ts";
import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";

/** An end at 23:59, which leaves the last minute of the day out. */
export const endsAt2359 = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const [at, { name, weekly, exceptions = {} }] of (scene.workspace.calendars ?? []).entries()) {
      const user = { es: `el horario hábil ${quoted(name)}`, en: `calendar ${quoted(name)}` };
      for (const day of WEEKDAYS) {
        yield* early(weekly[day] ?? [], ["calendars", at, "weekly", day], user);
      }
      for (const [date, intervals] of Object.entries(exceptions)) {
        yield* early(intervals, ["calendars", at, "exceptions", date], user);
      }
    }
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "timeRange")) {
        if (condition.to === "23:59") yield finding([...path, "to"], ruleName(each));
      }
    }
  },
});

/** Unless the last minute has an interval of its own. */
function early(
  intervals: readonly OpenInterval[],
  path: DocumentPath,
  user: { es: string; en: string },
): Found[] {
  if (intervals.some(([start]) => start === "23:59")) return [];
  return intervals.flatMap(([, end], at) => (end === "23:59" ? [finding([...path, at, 1], user)] : []));
}

function finding(path: DocumentPath, user: { es: string; en: string }): Found {
  return {
    path,
    texts: {
      es: `En ${user.es} el término 23:59 deja fuera el último minuto del día; el día termina a las 24:00.`,
      en: `In ${user.en} the end 23:59 leaves out the last minute of the day; the day ends at 24:00.`,
    },
    suggest: [{ op: "replace", path, value: "24:00" }],
  };
}
