import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";
import { isOrOfNegations } from "./orOfNegations.ts";

/** A condition that always has the same answer, and so decides nothing. */
export const ineffectiveCondition = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene, { idle }) {
    for (const { each, conditions } of idle()) {
      const rule = ruleName(each);
      for (const { path, condition, holds, because, exceptWithoutHours, suggest } of conditions) {
        if (because !== "itself" || isOrOfNegations(condition, scene)) continue;
        const { es, en } = conditionName(condition, path, scene);
        const always = holds
          ? { es: "se cumple siempre", en: "always holds" }
          : { es: "no se cumple nunca", en: "never holds" };
        const found: Found = {
          path,
          texts:
            exceptWithoutHours === true
              ? {
                  es: `${sentence(es)} de ${rule.es} ${always.es} en las cuentas con horario hábil, abierto o cerrado; en las demás el horario no se sabe.`,
                  en: `${sentence(en)} of ${rule.en} ${always.en} for accounts with a calendar, open or closed; for the others the hours are not known.`,
                }
              : {
                  es: `${sentence(es)} de ${rule.es} ${always.es}: no cambia nada.`,
                  en: `${sentence(en)} of ${rule.en} ${always.en}: it changes nothing.`,
                },
        };
        yield suggest === undefined ? found : { ...found, suggest };
      }
    }
  },
});
