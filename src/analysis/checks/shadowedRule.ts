import type { Class } from "../linting/cover.ts";
import type { RuleScene, Scene } from "../linting/scene.ts";
import type { Study } from "../linting/study.ts";
import { witnessOf } from "../linting/witness.ts";
import { listed, quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";
import { copiesIn } from "./duplicateRule.ts";

/** A rule whose turn never comes: whenever it would fire, an earlier one has stopped it, or has taken the one bot effect. */
export const shadowedRule = /* @__PURE__ */ defineCheck({
  severity: "error",
  *find(scene, study) {
    const copies = new Set([...copiesIn(study)].map(({ copy }) => copy.at));
    for (const { each, by, stops } of shadowsIn(scene, study)) {
      if (copies.has(each.at)) continue;
      const { es, en } = ruleName(each);
      const ordered = [...by].sort((one, other) => one.at - other.at);
      const names = ordered.map(({ rule }) => quoted(rule.name));
      const isOne = names.length === 1;
      const spanish = isOne ? "la regla" : "las reglas";
      const english = isOne ? "rule" : "rules";
      yield {
        path: each.path,
        ...witnessOf(each, study),
        texts: stops
          ? {
              es: `${sentence(es)} no se evaluará nunca: con los mismos tickets ya la ${isOne ? "detiene" : "detienen"} ${spanish} ${listed(names, "o")}.`,
              en: `${sentence(en)} is never evaluated: on the same tickets it is stopped by ${english} ${listed(names, "or")}.`,
            }
          : {
              es: `${sentence(es)} no activará nunca su bot: con los mismos tickets ya ${isOne ? "activa" : "activan"} uno ${spanish} ${listed(names, "o")}.`,
              en: `${sentence(en)} never activates its bot: on the same tickets one is activated already by ${english} ${listed(names, "or")}.`,
            },
      };
    }
  },
});

interface Shadow {
  readonly each: RuleScene;
  readonly by: readonly RuleScene[];
  /** Whether it is stopped, and not only without effect. */
  readonly stops: boolean;
}

/** Each rule once: what shows at once before what is proved. */
function shadowsIn(scene: Scene, { classes, pairs }: Study): Iterable<Shadow> {
  const shadows = new Map<number, Shadow>();
  const add = (shadow: Shadow) => {
    if (!shadows.has(shadow.each.at)) shadows.set(shadow.each.at, shadow);
  };
  for (const own of classes()) {
    const stoppers = earliest(own, ({ rule }) => rule.stop === true);
    // Rules on the very same events are told by `duplicateRule` and `conflictingEffects`.
    const takers = earliest({ ...own, members: [] }, (each) => takesTheBot(each, scene));
    for (const each of own.members) {
      const stopper = before(each, stoppers);
      if (stopper !== undefined) add({ each, by: [stopper], stops: true });
      const taker = onlyActivates(each) ? before(each, takers) : undefined;
      if (taker !== undefined) add({ each, by: [taker], stops: false });
    }
  }
  for (const { each, by } of pairs().stopped) add({ each, by, stops: true });
  for (const { each, by } of pairs().outdone) add({ each, by, stops: false });
  for (const { earlier, later, relation } of pairs().clashes) {
    if (relation === "impliedBy" && takesTheBot(earlier, scene) && onlyActivates(later)) {
      add({ each: later, by: [earlier], stops: false });
    }
  }
  return shadows.values();
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

function onlyActivates({ rule }: RuleScene): boolean {
  return rule.actions.every(({ type }) => type === "activateBot");
}

/** Whether after this rule no other can activate a bot on the same event: its own bot runs, or is started. */
function takesTheBot({ rule }: RuleScene, { bots }: Scene): boolean {
  return rule.actions.some(
    (action) => action.type === "activateBot" && bots.get(action.bot)?.active === true,
  );
}
