import type { Rule } from "../../rule.ts";
import { witnessOf } from "../linting/witness.ts";
import { quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A rule that says what an earlier one says. */
export const duplicateRule = defineCheck({
  severity: "warning",
  *find(_, study) {
    for (const { members } of study.classes()) {
      const first = new Map<string, Rule>();
      for (const each of members) {
        const { rule, path } = each;
        const key = deedsOf(rule);
        const original = first.get(key);
        if (original === undefined) {
          first.set(key, rule);
          continue;
        }
        const { es, en } = ruleName(each);
        yield {
          path,
          ...witnessOf(each, study),
          texts: {
            es: `${sentence(es)} repite la regla ${quoted(original.name)}.`,
            en: `${sentence(en)} repeats rule ${quoted(original.name)}.`,
          },
          suggest: [{ op: "remove", path }],
        };
      }
    }
  },
});

/** What the rule does when it fires. */
export function deedsOf({ actions, stop = false }: Rule): string {
  const plain = actions.map((action) =>
    action.type === "sendSurvey"
      ? [action.type, action.survey, action.delayMinutes ?? 0, action.spamThresholdDays ?? 0]
      : [action.type, action.type === "activateBot" ? action.bot : undefined],
  );
  return JSON.stringify([plain, stop]);
}
