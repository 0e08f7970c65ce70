import type { RuleScene } from "../linting/scene.ts";
import type { Study } from "../linting/study.ts";
import { conditionNames, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** The conditions of the rule cannot hold together. */
export const neverFires = /* @__PURE__ */ defineCheck({
  severity: "error",
  *find(scene, study) {
    for (const each of scene.rules) {
      if (!study.never(each)) continue;
      const { es, en } = ruleName(each);
      const culprits = culpritsOf(each, study);
      const names = conditionNames(culprits, scene);
      const isOne = culprits.length === 1;
      const texts =
        each.rule.operator === "not"
          ? {
              es: `${sentence(es)} no se ejecutará nunca: con “NO” ${names.es} ${isOne ? "debe ser falsa, y no lo es" : "deben ser falsas, y no lo son a la vez"} con ningún ticket.`,
              en: `${sentence(en)} never fires: with “not”, ${names.en} must be false, and ${isOne ? "it is for no ticket" : "for no ticket all of them are"}.`,
            }
          : isOne
            ? {
                es: `${sentence(es)} no se ejecutará nunca: ${names.es} no se cumple con ningún ticket.`,
                en: `${sentence(en)} never fires: ${names.en} holds for no ticket.`,
              }
            : {
                es: `${sentence(es)} no se ejecutará nunca: ${names.es} no pueden cumplirse a la vez.`,
                en: `${sentence(en)} never fires: ${names.en} cannot hold together.`,
              };
      yield { path: each.path, texts };
    }
  },
});

/** A smallest set of direct conditions that suffices. */
function culpritsOf(each: RuleScene, { neverWith }: Study) {
  const { rule, path } = each;
  let left = rule.conditions.map((condition, at) => ({ condition, path: [...path, "conditions", at] }));
  for (const one of [...left].reverse()) {
    const fewer = left.filter((other) => other !== one);
    const conditions = fewer.map(({ condition }) => condition);
    if (neverWith(each, conditions)) left = fewer;
  }
  return left;
}
