import type { Class } from "../linting/cover.ts";
import type { RuleScene, Scene } from "../linting/scene.ts";
import { witnessOf } from "../linting/witness.ts";
import { quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";
import { deedsOf } from "./duplicateRule.ts";

/** A rule whose turn never comes: whenever it would fire, an earlier one has stopped it, or has taken the one bot effect. */
export const shadowedRule = defineCheck({
  severity: "error",
  *find(scene, study) {
    for (const own of study.classes()) {
      const stoppers = earliest(own, ({ rule }) => rule.stop === true);
      // Rules on the very same events are told by `duplicateRule` and `conflictingEffects`.
      const takers = earliest({ ...own, members: [] }, (each) => takesTheBot(each, scene));
      for (const each of own.members) {
        const stopper = before(each, stoppers);
        const taker = each.rule.actions.every(({ type }) => type === "activateBot")
          ? before(each, takers)
          : undefined;
        const earlier = stopper ?? taker;
        if (earlier === undefined || isCopy(each, own)) continue;
        const { es, en } = ruleName(each);
        const name = quoted(earlier.rule.name);
        yield {
          path: each.path,
          ...witnessOf(each, study),
          texts:
            stopper === undefined
              ? {
                  es: `${sentence(es)} no activará nunca su bot: antes la regla ${name} activa el suyo con los mismos tickets.`,
                  en: `${sentence(en)} never activates its bot: before it rule ${name} activates another one on the same tickets.`,
                }
              : {
                  es: `${sentence(es)} no se evaluará nunca: antes la regla ${name} se ejecuta con los mismos tickets y detiene las siguientes.`,
                  en: `${sentence(en)} is never evaluated: before it rule ${name} fires on the same tickets and stops those behind it.`,
                },
        };
      }
    }
  },
});

/** Whether the rule repeats an earlier one, `stop` included: then that is what is to be told. */
function isCopy({ rule, at }: RuleScene, { members }: Class): boolean {
  const deeds = deedsOf(rule);
  return members.some((other) => other.at < at && deedsOf(other.rule) === deeds);
}

/** The first rule of its class, and of each class that covers it, for which `is` holds. */
function earliest({ members, covers }: Class, is: (each: RuleScene) => boolean): RuleScene[] {
  return [members, ...covers.map((wider) => wider.members)].flatMap((each) => each.find(is) ?? []);
}

function before({ at }: RuleScene, others: readonly RuleScene[]): RuleScene | undefined {
  return others
    .filter((other) => other.at < at)
    .sort((one, other) => one.at - other.at)
    .at(0);
}

/** Whether after this rule no other can activate a bot on the same event: its own bot runs, or is started. */
function takesTheBot({ rule }: RuleScene, { bots }: Scene): boolean {
  return rule.actions.some(({ type, ...action }) => {
    if (type !== "activateBot") return false;
    return "bot" in action && bots.get(action.bot)?.active === true;
  });
}
