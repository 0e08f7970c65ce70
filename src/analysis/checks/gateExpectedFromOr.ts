import { alternativesOf } from "../linting/alternatives.ts";
import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** Beside alternatives that make an `or` rule fire, one that cannot: somebody took it for a limit. */
export const gateExpectedFromOr = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      const alternatives = alternativesOf(each, scene);
      if (!alternatives.some(({ adds }) => adds)) continue;
      for (const { condition, path, touches } of alternatives) {
        if (touches) continue;
        const rule = ruleName(each);
        const { es, en } = conditionName(condition, path, scene);
        yield {
          path,
          texts: {
            es: `${sentence(es)} de ${rule.es} no limita la regla, porque con “O” basta la primera condición, y ningún otro evento la hace cumplirse. Si debe limitarla, usa “Y” con una condición anidada “O”.`,
            en: `${sentence(en)} of ${rule.en} does not limit it, because with “or” the trigger is enough, and no other event makes it true. If it is to limit the rule, use “and” with a nested “or”.`,
          },
        };
      }
    }
  },
});
