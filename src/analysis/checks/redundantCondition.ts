import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";

/** A condition that other conditions of the rule have decided already. */
export const redundantCondition = /* @__PURE__ */ defineCheck({
  severity: "info",
  *find(scene, { idle }) {
    for (const { each, conditions } of idle()) {
      const rule = ruleName(each);
      for (const { path, condition, because, suggest } of conditions) {
        if (because !== "others") continue;
        const { es, en } = conditionName(condition, path, scene);
        const found: Found = {
          path,
          texts: {
            es: `${sentence(es)} de ${rule.es} sobra: las otras condiciones ya la deciden.`,
            en: `${sentence(en)} of ${rule.en} is superfluous: the other conditions decide it already.`,
          },
        };
        yield suggest === undefined ? found : { ...found, suggest };
      }
    }
  },
});
