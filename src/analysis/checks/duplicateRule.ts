import type { Rule } from "../../rule.ts";
import type { RuleScene } from "../linting/scene.ts";
import type { Study } from "../linting/study.ts";
import { witnessOf } from "../linting/witness.ts";
import { quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A rule that says what an earlier one says. */
export const duplicateRule = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(_, study) {
    for (const { copy, original } of copiesIn(study)) {
      const { es, en } = ruleName(copy);
      yield {
        path: copy.path,
        ...witnessOf(copy, study),
        texts: {
          es: `${sentence(es)} repite la regla ${quoted(original.rule.name)}.`,
          en: `${sentence(en)} repeats rule ${quoted(original.rule.name)}.`,
        },
        suggest: [{ op: "remove", path: copy.path }],
      };
    }
  },
});

/** The rules that repeat an earlier one, `stop` included, by what they say or by proof. */
export function copiesIn({ classes, pairs }: Study): Iterable<{ copy: RuleScene; original: RuleScene }> {
  const copies = new Map<number, { copy: RuleScene; original: RuleScene }>();
  for (const group of [...classes().map(({ members }) => members), ...pairs().duplicates]) {
    const originals = new Map<string, RuleScene>();
    for (const copy of group) {
      const key = deedsOf(copy.rule);
      const original = originals.get(key);
      if (original === undefined) originals.set(key, copy);
      else if (!copies.has(copy.at)) copies.set(copy.at, { copy, original });
    }
  }
  return copies.values();
}

/** What the rule does when it fires. */
export function deedsOf({ actions, stop = false }: Rule): string {
  const plain = actions.map((action) =>
    action.type === "sendSurvey"
      ? [action.type, action.survey, action.delayMinutes ?? 0, action.spamThresholdDays ?? 0]
      : [action.type, action.type === "activateBot" ? action.bot : undefined],
  );
  return JSON.stringify([plain, stop]);
}
