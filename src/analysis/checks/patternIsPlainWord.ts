import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A regular expression that only looks for words, which “message contains” does better. */
export const patternIsPlainWord = /* @__PURE__ */ defineCheck({
  severity: "info",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "messageMatches")) {
        // With other flags the case of letters counts, as it does not in words.
        if (!(condition.flags ?? "i").includes("i") || !PLAIN.test(condition.pattern)) continue;
        const rule = ruleName(each);
        const pattern = quoted(condition.pattern);
        yield {
          path: [...path, "pattern"],
          texts: {
            es: `En ${rule.es} la expresión regular ${pattern} solo busca palabras: “Mensaje contiene” las busca enteras, con y sin acentos.`,
            en: `In ${rule.en} the regular expression ${pattern} only looks for words: “message contains” looks for whole ones, accents or not.`,
          },
        };
      }
    }
  },
});

/** Letters, digits, spaces and commas, in alternatives, perhaps between word boundaries or `.*`. */
const WORDS = /* @__PURE__ */ String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M} ,]*(?:\|[\p{L}\p{N}][\p{L}\p{N}\p{M} ,]*)*`;
const PLAIN = /* @__PURE__ */ new RegExp(
  String.raw`^(?:\.\*|\\b)?(?:${WORDS}|\((?:\?:)?${WORDS}\))(?:\.\*|\\b)?$`,
  "u",
);
