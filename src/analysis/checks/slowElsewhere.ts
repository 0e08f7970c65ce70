import { mayBeSlowElsewhere } from "../../text/regex/advice.ts";
import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A pattern that other engines may be slow on. In this library none is: hence only when asked for. */
export const slowElsewhere = /* @__PURE__ */ defineCheck({
  severity: "info",
  onRequest: true,
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "messageMatches")) {
        if (!mayBeSlowElsewhere(condition.pattern)) continue;
        const rule = ruleName(each);
        const pattern = quoted(condition.pattern);
        yield {
          path: [...path, "pattern"],
          texts: {
            es: `En ${rule.es} la expresión regular ${pattern} podría ser lenta en otros sistemas; aquí no lo es.`,
            en: `In ${rule.en} the regular expression ${pattern} may be slow in other systems; here it is not.`,
          },
        };
      }
    }
  },
});
