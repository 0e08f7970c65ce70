import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A regular expression between slashes, as programs write it: the slashes are looked for in the message. */
export const patternInSlashes = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "messageMatches")) {
        if (!/^\/[\s\S]*[^\\]\/[dgimsuvy]*$/.test(condition.pattern)) continue;
        const rule = ruleName(each);
        const pattern = quoted(condition.pattern);
        yield {
          path: [...path, "pattern"],
          texts: {
            es: `En ${rule.es} la expresión regular ${pattern} está entre barras: así busca las barras en el mensaje.`,
            en: `In ${rule.en} the regular expression ${pattern} stands between slashes: it looks for the slashes in the message.`,
          },
        };
      }
    }
  },
});
