import { decideJoint, NOTHING } from "../linting/decide.ts";
import { witnessOf } from "../linting/witness.ts";
import { ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** The rule has conditions, and they hold on every event of its trigger. */
export const alwaysFires = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene, study) {
    for (const each of scene.rules) {
      const { rule, path } = each;
      // An `or` rule fires on its trigger by its nature, and a rule without conditions means to.
      if (rule.operator === "or" || rule.conditions.length === 0) continue;
      const isSeen = decideJoint(rule, true, NOTHING, scene) === true;
      if (!isSeen && study.firing(each)?.verdict !== "always") continue;
      const { es, en } = ruleName(each);
      yield {
        path,
        ...witnessOf(each, study),
        texts: {
          es: `${sentence(es)} se ejecuta siempre que ocurre su primera condición: las demás condiciones se cumplen siempre.`,
          en: `${sentence(en)} fires whenever its trigger happens: its conditions always hold.`,
        },
      };
    }
  },
});
