import { parsePattern } from "../../text/regex/parse.ts";
import type { Node } from "../../text/regex/tree.ts";
import { leavesOf, type RuleScene } from "../linting/scene.ts";
import { conditionName, quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";
import { isOrOfNegations } from "./orOfNegations.ts";

/** A condition that always has the same answer, and so decides nothing. */
export const ineffectiveCondition = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene, { idle }) {
    for (const each of scene.rules) yield* openPatterns(each);
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

/** Patterns of which the empty text is a match wherever it is looked for, and so every message that has a text. */
function* openPatterns(each: RuleScene): Iterable<Found> {
  for (const { condition, path } of leavesOf(each, "messageMatches")) {
    const { pattern, flags = "i" } = condition;
    // Something in it must be there no time at all, or be an empty alternative.
    if (!/[*?{|]/.test(pattern) || !asksNothing(parsePattern(pattern.normalize("NFC"), flags).root)) continue;
    const rule = ruleName(each);
    yield {
      path: [...path, "pattern"],
      texts: {
        es: `En ${rule.es} la expresión regular ${quoted(pattern)} coincide con cualquier texto: nada de ella tiene que estar en el mensaje.`,
        en: `In ${rule.en} the regular expression ${quoted(pattern)} matches any text: nothing of it has to be in the message.`,
      },
    };
  }
}

function asksNothing(node: Node): boolean {
  switch (node.kind) {
    case "sequence":
      return node.items.every(asksNothing);
    case "choice":
      return node.items.some(asksNothing);
    case "group":
      return asksNothing(node.item);
    case "repeat":
      return node.min === 0 || asksNothing(node.item);
    default:
      return false;
  }
}
