import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";
import { isOrOfNegations } from "./orOfNegations.ts";

/** A condition that always has the same answer, and so decides nothing. */
export const ineffectiveCondition = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene, { idle }) {
    for (const { each, conditions } of idle()) {
      const rule = ruleName(each);
      for (const { path, condition, holds, because, suggest } of conditions) {
        if (because !== "itself" || isOrOfNegations(condition, scene)) continue;
        const { es, en } = conditionName(condition, path, scene);
        const found: Found = {
          path,
          texts: holds
            ? {
                es: `${sentence(es)} de ${rule.es} se cumple siempre: no cambia nada.`,
                en: `${sentence(en)} of ${rule.en} always holds: it changes nothing.`,
              }
            : {
                es: `${sentence(es)} de ${rule.es} no se cumple nunca: no cambia nada.`,
                en: `${sentence(en)} of ${rule.en} never holds: it changes nothing.`,
              },
        };
        yield suggest === undefined ? found : { ...found, suggest };
      }
    }
  },
});
