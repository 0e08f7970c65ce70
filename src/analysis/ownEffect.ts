/** Whether an action of a rule is planned where the other side plans nothing that is the same. */
import type { Decision, Effect } from "../decision.ts";
import { evaluate } from "../evaluate.ts";
import type { TicketEvent } from "../event.ts";
import type { Action } from "../integrations/index.ts";
import { blockersOf, mayOutdo } from "./blockers.ts";
import { type Asked, MAX_ROUNDS, type PlanView, RUNNING_BOT, type Sought, withBot } from "./planView.ts";
import { rivalsOf } from "./rivals.ts";
import { alike, isLacking } from "./sameEffect.ts";
import { isOn, type Running, type Side } from "./sides.ts";
import { type Claim, thatFires, thatMisses } from "./subject.ts";

/** What is asked for, as far as events have shown what matters. */
interface Quest {
  /** That the rule fires, and that those do not which were seen in its way. */
  readonly claims: readonly Claim[];
  /** The rules of the other side that were seen to have the same effect, by id. */
  readonly twins: ReadonlyMap<string, Running>;
  /** That no twin has the effect. */
  readonly missing: readonly Claim[];
  /** Whether a twin may also be without the effect where it fires, and others come before it. */
  readonly isWidened: boolean;
  /** Whether no event that is looked for is left out: only then that there is none is a proof. */
  readonly isExact: boolean;
}

/** What an answer leads to: another quest, or the end. */
type Step = Quest | Sought;

/**
 * An event on which a rule has an action planned, and no rule of the other side has the same. Other rules come into the
 * question only when an event shows that they matter: most never do.
 */
export function ownEffect(view: PlanView, rule: Running, action: Action): Sought {
  if (!isOn(action, view.own)) return undefined;
  const asked: Asked = { view, rule, action, bot: action.type === "terminateBot" ? RUNNING_BOT : null };
  let quest: Quest = {
    claims: [thatFires(rule)],
    twins: new Map(),
    missing: [],
    isWidened: false,
    isExact: true,
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const answer = view.prover.exists([...quest.claims, ...quest.missing], rule.subject.types);
    if (answer.kind === "unknown") return "unknown";
    const step = answer.kind === "no" ? stepWithout(asked, quest) : stepFrom(asked, quest, answer.event);
    if (!isQuest(step)) return step;
    quest = step;
  }
  return "unknown";
}

function isQuest(step: Step): step is Quest {
  return typeof step === "object" && "twins" in step;
}

/** There is no such event: perhaps one on which twins fire, and others come before them. */
function stepWithout(asked: Asked, quest: Quest): Step {
  const { twins, isWidened, isExact } = quest;
  if (isWidened || twins.size === 0) return isExact ? undefined : "unknown";
  const wider = { ...quest, twins: new Map(), missing: [], isWidened: true };
  return withTwins(asked, wider, [...twins.values()]);
}

/** What the evaluator says of an event that meets the claims. */
function stepFrom(asked: Asked, quest: Quest, found: TicketEvent): Step {
  const { view, rule, action, bot } = asked;
  const event = withBot(found, bot);
  const planned = evaluate(view.own.ruleSet, event);
  const effect = planned.effects.find(
    ({ type, rules }) => type === action.type && rules.includes(rule.rule.id),
  );
  if (effect === undefined || isOfAnotherBot(action, effect)) return stepAside(asked, quest, planned);
  const instead = evaluate(view.other.ruleSet, event).effects;
  return isLacking(effect, planned.effects, instead)
    ? { rule: rule.rule.id, change: view.ownChange, effect, instead, event }
    : stepBeyond(asked, quest, effect, [planned.effects, instead]);
}

function isOfAnotherBot(action: Action, effect: Effect): boolean {
  return effect.type === "activateBot" && action.type === "activateBot" && action.bot !== effect.bot;
}

/** The rule has no effect: where the one in its way does not fire it may. */
function stepAside({ view, rule, action }: Asked, quest: Quest, planned: Decision): Step {
  const { own, other } = view;
  const rival = rivalsOf(rule, planned, own.running).find(({ place }) => place <= rule.place);
  // Another action of the rule goes first, always.
  if (rival === rule) return undefined;
  if (rival === undefined) return "unknown";
  // A survey is held back by one before it only if that is sent itself.
  const isSure =
    rival.rule.stop === true || (isFirstSurvey(rival, own) && !mayOutdo(rule, rival, own, other));
  const claims = [...quest.claims, thatMisses(rival)];
  return { ...quest, claims, isExact: quest.isExact && (action.type !== "sendSurvey" || isSure) };
}

/** Whether nothing can hold back the survey of a rule that runs. */
function isFirstSurvey({ place }: Running, { running }: Side): boolean {
  return [...running.values()].every(
    (each) => each.place >= place || each.rule.actions.every(({ type }) => type !== "sendSurvey"),
  );
}

/** The other side plans the same: where the rules because of which it does so have no effect it may not. */
function stepBeyond(
  asked: Asked,
  quest: Quest,
  effect: Effect,
  [planned, instead]: readonly [own: readonly Effect[], other: readonly Effect[]],
): Step {
  const { view, rule } = asked;
  const isSurvey = effect.type === "sendSurvey";
  const here = new Set(rulesOf(alike(effect, planned)));
  const added = rulesOf(alike(effect, instead))
    .filter((id) => !quest.twins.has(id) && (!isSurvey || id === rule.rule.id || !here.has(id)))
    .flatMap((id) => view.other.running.get(id) ?? []);
  if (added.length === 0) return "unknown";
  // Of surveys each counts: another rule's makes up for one, and there may be two.
  const isMadeUpFor = isSurvey && added.some((twin) => twin.rule.id !== rule.rule.id);
  return withTwins(asked, { ...quest, isExact: quest.isExact && !isMadeUpFor }, added);
}

function rulesOf(effects: readonly Effect[]): string[] {
  return effects.flatMap(({ rules }) => rules);
}

/** With more twins that are not to have the effect. */
function withTwins(asked: Asked, quest: Quest, added: readonly Running[]): Quest {
  const blockers = added.map((twin) => (quest.isWidened ? blockersOf(asked, twin) : []));
  const missing = added.map((twin, at) =>
    asked.view.prover.oneOf([thatMisses(twin), ...(blockers[at] ?? [])]),
  );
  return {
    ...quest,
    twins: new Map([...quest.twins, ...added.map((twin) => [twin.rule.id, twin] as const)]),
    missing: [...quest.missing, ...missing],
    isExact: quest.isExact && !blockers.includes(undefined),
  };
}
