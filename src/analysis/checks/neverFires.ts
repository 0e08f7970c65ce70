import { decideJoint, NOTHING } from "../linting/decide.ts";
import { isNever } from "../linting/never.ts";
import type { RuleScene, Scene } from "../linting/scene.ts";
import { conditionNames, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** The conditions of the rule cannot hold together. */
export const neverFires = defineCheck({
  severity: "error",
  *find(scene) {
    for (const each of scene.rules) {
      if (!isNever(each.rule, scene)) continue;
      const { es, en } = ruleName(each);
      const culprits = culpritsOf(each, scene);
      const names = conditionNames(culprits);
      const texts =
        culprits.length === 1
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
function culpritsOf({ rule, path }: RuleScene, scene: Scene) {
  let left = rule.conditions.map((condition, at) => ({ condition, path: [...path, "conditions", at] }));
  for (const each of [...left].reverse()) {
    const fewer = left.filter((other) => other !== each);
    const conditions = fewer.map(({ condition }) => condition);
    if (decideJoint({ operator: rule.operator, conditions }, true, NOTHING, scene) === false) left = fewer;
  }
  return left;
}
