import { MS_PER_DAY } from "../../time/date.ts";
import type { Class } from "../linting/cover.ts";
import type { RuleScene, Scene } from "../linting/scene.ts";
import { witnessOf } from "../linting/witness.ts";
import { quoted, ruleName, sentence } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";
import { deedsOf } from "./duplicateRule.ts";
import { delayOf, stoppedIn, thresholdOf } from "./shadowedRule.ts";

/** Two things asked for on the same events, of which only one can happen, or only one is wanted. */
export const conflictingEffects = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene, study) {
    const told = new Set<number>();
    for (const each of scene.rules) yield* withinRule(each);
    const { clashes } = study.pairs();
    const stopped = stoppedIn(scene, study);
    // On the event of a proof nothing stops either.
    const eventOf = (one: RuleScene, other: RuleScene) =>
      clashes.find(({ earlier, later }) => earlier.at === one.at && later.at === other.at)?.event;
    const firingOf = (each: RuleScene) => witnessOf(each, study).witness;
    for (const own of study.classes()) {
      const { covers } = own;
      const members = own.members.filter(({ at }) => !stopped.has(at));
      for (const [at, each] of members.entries()) {
        const rival = members.slice(0, at).find((earlier) => botsCollide(earlier, each, scene));
        if (rival === undefined) continue;
        told.add(each.at);
        // With another between them that stops some of it, any event would not do.
        const event = eventOf(rival, each) ?? (mayBeStopped(each, scene) ? undefined : firingOf(each));
        yield { ...botConflict(each, rival), ...(event === undefined ? {} : { witness: event }) };
      }
      for (const [first, second, narrower] of surveysAmong(members, covers)) {
        if (told.has(second.at) || isCutOff(second, own)) continue;
        told.add(second.at);
        const event =
          eventOf(first, second) ?? (mayBeStopped(second, scene) ? undefined : firingOf(narrower));
        yield { ...surveyConflict(first, second), ...(event === undefined ? {} : { witness: event }) };
      }
    }
    for (const { earlier, later, relation, event } of clashes) {
      if (told.has(later.at)) continue;
      const isBots = relation === "equivalent" && botsCollide(earlier, later, scene);
      if (!isBots && !bothSent(earlier, later)) continue;
      told.add(later.at);
      const found = isBots ? botConflict(later, earlier) : surveyConflict(earlier, later);
      yield { ...found, witness: event };
    }
  },
});

/** Whether on the events of this class a rule is stopped by an earlier one. */
function isCutOff({ at }: RuleScene, own: Class): boolean {
  return [own, ...own.covers].some(({ members }) =>
    members.some((each) => each.at < at && each.rule.stop === true),
  );
}

/** Whether an earlier rule may stop a rule on some events. */
function mayBeStopped({ at, rule }: RuleScene, { rules }: Scene): boolean {
  return rules.some(
    (each) => each.at < at && each.rule.stop === true && each.rule.integration === rule.integration,
  );
}

/** One bot effect an event: of several in one rule only one comes about. */
function* withinRule(each: RuleScene): Iterable<Found> {
  const { actions } = each.rule;
  for (const [at, { type }] of actions.entries()) {
    if (at === 0 || (type !== "activateBot" && type !== "terminateBot")) continue;
    const { es, en } = ruleName(each);
    yield {
      path: [...each.path, "actions", at],
      texts: {
        es: `En ${es} hay más de una acción de bot: en cada evento se realiza solo una, y las demás quedan en conflicto.`,
        en: `In ${en} there is more than one bot action: on each event only one is carried out, and the others are in conflict.`,
      },
    };
  }
}

function botsCollide(earlier: RuleScene, later: RuleScene, { bots }: Scene): boolean {
  // What an earlier rule stops is told as shadowed.
  if (earlier.rule.integration !== "botcenter" || earlier.rule.stop === true) return false;
  const deedOf = ({ rule: { actions } }: RuleScene) => {
    const done = actions.find((each) => each.type !== "activateBot" || bots.get(each.bot)?.active === true);
    return done?.type === "activateBot" ? `start ${done.bot}` : done?.type;
  };
  const [one, other] = [deedOf(earlier), deedOf(later)];
  return one !== undefined && other !== undefined && one !== other;
}

function botConflict(each: RuleScene, rival: RuleScene): Found {
  const { es, en } = ruleName(each);
  const name = quoted(rival.rule.name);
  return {
    path: each.path,
    texts: {
      es: `${sentence(es)} se ejecuta con los mismos tickets que la regla ${name}, y piden cosas distintas al bot: solo una se realiza.`,
      en: `${sentence(en)} fires on the same tickets as rule ${name}, and they ask different things of the bot: only one is done.`,
    },
  };
}

/** Two surveys to one customer for one close, within a day: the earlier rule, the later, and the one on whose events both go out. */
function* surveysAmong(
  members: readonly RuleScene[],
  covers: readonly Class[],
): Iterable<[RuleScene, RuleScene, RuleScene]> {
  const wider = covers.flatMap((each) => each.members);
  for (const each of members) {
    const rival = [...members.filter(({ at }) => at < each.at), ...wider].find((other) =>
      bothSent(other, each),
    );
    if (rival !== undefined) yield rival.at < each.at ? [rival, each, each] : [each, rival, each];
  }
}

function surveyConflict(first: RuleScene, second: RuleScene): Found {
  const { es, en } = ruleName(second);
  const name = quoted(first.rule.name);
  return {
    path: second.path,
    texts: {
      es: `${sentence(es)} y la regla ${name} envían cada una su encuesta por el mismo cierre: el cliente recibe dos.`,
      en: `${sentence(en)} and rule ${name} each send a survey for the same close: the customer gets two.`,
    },
  };
}

function bothSent(one: RuleScene, other: RuleScene): boolean {
  const [earlier, later] = one.at < other.at ? [one.rule, other.rule] : [other.rule, one.rule];
  const [first] = earlier.actions;
  const [second] = later.actions;
  if (first?.type !== "sendSurvey" || second?.type !== "sendSurvey" || earlier.stop === true) return false;
  if (deedsOf({ ...earlier, stop: false }) === deedsOf({ ...later, stop: false })) return false;
  const apart = delayOf(second) - delayOf(first);
  // The one that is due later is dropped: when it is planned or, if that was before the other was, when it is due.
  const isThrottled = Math.abs(apart) < thresholdOf(apart < 0 ? first : second);
  return !isThrottled && Math.abs(apart) < MS_PER_DAY;
}
