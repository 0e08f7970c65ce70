import type { SendSurveyAction } from "../../integrations/timepoints.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../../time/date.ts";
import type { Texts } from "../findings.ts";
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
    for (const { each, by, how } of shadowsIn(scene, study)) {
      if (copies.has(each.at)) continue;
      yield { path: each.path, ...witnessOf(each, study), texts: textsOf(each, by, how) };
    }
  },
});

interface Shadow {
  readonly each: RuleScene;
  readonly by: readonly RuleScene[];
  /** Whether it is stopped, or only without effect: other rules start a bot, or send a survey. */
  readonly how: "stopped" | "botTaken" | "surveyDropped";
}

function textsOf(each: RuleScene, by: readonly RuleScene[], how: Shadow["how"]): Texts {
  const { es, en } = ruleName(each);
  const names = [...by].sort((one, other) => one.at - other.at).map(({ rule }) => quoted(rule.name));
  const isOne = names.length === 1;
  const spanish = `${isOne ? "la regla" : "las reglas"} ${listed(names, "o")}`;
  const english = `${isOne ? "rule" : "rules"} ${listed(names, "or")}`;
  switch (how) {
    case "stopped":
      return {
        es: `${sentence(es)} no se evaluará nunca: con los mismos tickets ya la ${isOne ? "detiene" : "detienen"} ${spanish}.`,
        en: `${sentence(en)} is never evaluated: on the same tickets it is stopped by ${english}.`,
      };
    case "botTaken":
      return {
        es: `${sentence(es)} no activará nunca su bot: con los mismos tickets ya ${isOne ? "activa" : "activan"} uno ${spanish}.`,
        en: `${sentence(en)} never activates its bot: on the same tickets one is activated already by ${english}.`,
      };
    case "surveyDropped":
      return {
        es: `${sentence(es)} no enviará nunca su encuesta: por el mismo cierre ya envía una ${spanish}, y el umbral de spam descarta la segunda.`,
        en: `${sentence(en)} never sends its survey: for the same close one is sent already by ${english}, and the spam threshold drops the second.`,
      };
  }
}

/** The places of the rules that never run. */
export function stoppedIn(scene: Scene, study: Study): ReadonlySet<number> {
  return new Set(
    [...shadowsIn(scene, study)].flatMap(({ each, how }) => (how === "stopped" ? [each.at] : [])),
  );
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
      if (stopper !== undefined) add({ each, by: [stopper], how: "stopped" });
      const taker = onlyActivates(each) ? before(each, takers) : undefined;
      if (taker !== undefined) add({ each, by: [taker], how: "botTaken" });
      const wider = [own, ...own.covers].flatMap(({ members }) => members);
      const sender = before(
        each,
        wider.filter((earlier) => dropsSurvey(earlier, each)),
      );
      if (sender !== undefined) add({ each, by: [sender], how: "surveyDropped" });
    }
  }
  for (const { each, by } of pairs().stopped) add({ each, by, how: "stopped" });
  for (const { each, by } of pairs().outdone) add({ each, by, how: "botTaken" });
  for (const { earlier, later, relation } of pairs().clashes) {
    if (relation === "impliedBy" && takesTheBot(earlier, scene) && onlyActivates(later)) {
      add({ each: later, by: [earlier], how: "botTaken" });
    }
    const isCovered = relation === "impliedBy" || relation === "equivalent";
    if (isCovered && dropsSurvey(earlier, later)) add({ each: later, by: [earlier], how: "surveyDropped" });
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

/**
 * Whether the survey of a later rule is dropped whenever both fire: the threshold reaches back to the survey of the
 * earlier one and, where that is dropped itself because of a third, to that as well.
 */
function dropsSurvey(earlier: RuleScene, later: RuleScene): boolean {
  const [first] = earlier.rule.actions;
  const [second] = later.rule.actions;
  if (earlier.at >= later.at || first?.type !== "sendSurvey" || second?.type !== "sendSurvey") return false;
  const apart = delayOf(second) - delayOf(first);
  const reach = thresholdOf(second) - apart;
  return apart >= 0 && reach > 0 && reach >= thresholdOf(first);
}

/** Milliseconds. */
export function delayOf({ delayMinutes = 0 }: SendSurveyAction): number {
  return delayMinutes * MS_PER_MINUTE;
}

/** Milliseconds. */
export function thresholdOf({ spamThresholdDays = 0 }: SendSurveyAction): number {
  return spamThresholdDays * MS_PER_DAY;
}
