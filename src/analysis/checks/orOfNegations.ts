import type { Condition } from "../../conditions/tree.ts";
import { childSign, isGroup, type Literal, literalsOf } from "../linting/junction.ts";
import { factOf, possible } from "../linting/literals.ts";
import type { Catalogue } from "../linting/scene.ts";
import { conditionName, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** "Not this, or not that": true of nearly everything. */
export const orOfNegations = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of each.places) {
        if (!isOrOfNegations(condition, scene)) continue;
        const rule = ruleName(each);
        const { es, en } = conditionName(condition, path, scene);
        yield {
          path,
          texts: {
            es: `${sentence(es)} de ${rule.es} se cumple casi siempre: basta con que no se cumpla una de las condiciones negadas. Si no debe cumplirse ninguna, usa un solo “NO” con todas.`,
            en: `${sentence(en)} of ${rule.en} holds nearly always: it is enough that one of the negated conditions fails. If none of them may hold, use one “not” with all of them.`,
          },
        };
      }
    }
  },
});

/** Whether this is an `or` of two negations of which one always holds, or nearly: of values that exclude each other, or of words. */
export function isOrOfNegations(condition: Condition, catalogue: Catalogue): boolean {
  if (!isGroup(condition) || condition.operator !== "or") return false;
  const negated = condition.conditions.flatMap((each) => {
    const literal = negationIn(each);
    return literal === undefined ? [] : [literal];
  });
  return negated.some((one, at) => negated.slice(at + 1).some((other) => opposes(one, other, catalogue)));
}

/** The leaf of which a condition is the plain negation. */
function negationIn(condition: Condition): Literal | undefined {
  if (!isGroup(condition) || condition.operator !== "not") return undefined;
  const [literal, ...others] = literalsOf(condition.conditions, childSign("not", true));
  return others.length === 0 && condition.conditions.length === 1 && literal?.sign === false
    ? { leaf: literal.leaf, sign: true }
    : undefined;
}

function opposes(one: Literal, other: Literal, catalogue: Catalogue): boolean {
  if (factOf(one.leaf) !== factOf(other.leaf)) return false;
  if (one.leaf.type === "messageContains" && other.leaf.type === "messageContains") return true;
  return possible([one], catalogue) && possible([other], catalogue) && !possible([one, other], catalogue);
}
