import { opens } from "../linting/literals.ts";
import { quoted } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A calendar that is never open. */
export const emptyCalendar = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find({ workspace }) {
    for (const [at, calendar] of (workspace.calendars ?? []).entries()) {
      if (opens(calendar)) continue;
      const name = quoted(calendar.name);
      yield {
        path: ["calendars", at, "weekly"],
        texts: {
          es: `El horario hábil ${name} no tiene horas: siempre se está fuera de horario.`,
          en: `Calendar ${name} has no hours: it is always outside business hours.`,
        },
      };
    }
  },
});
