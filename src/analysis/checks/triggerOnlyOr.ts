import { alternativesOf } from "../linting/alternatives.ts";
import { ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** An `or` rule that fires on its trigger and on nothing else: its conditions add nothing. */
export const triggerOnlyOr = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      const alternatives = alternativesOf(each, scene);
      if (alternatives.length === 0 || alternatives.some(({ adds }) => adds)) continue;
      const { es, en } = ruleName(each);
      yield {
        path: each.path,
        texts: {
          es: `${sentence(es)} usa “O”: se ejecuta siempre que ocurre su primera condición, y las que siguen no agregan nada. Si la primera debe cumplirse junto con alguna de ellas, usa “Y” con una condición anidada “O”.`,
          en: `${sentence(en)} uses “or”: it fires whenever its trigger happens, and its conditions add nothing. If the trigger and any of them is meant, use “and” with a nested “or”.`,
        },
        suggest: [{ op: "replace", path: [...each.path, "conditions"], value: [] }],
      };
    }
  },
});
