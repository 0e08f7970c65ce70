/** Effects that one of two workspaces plans and the other does not. */
import type { Effect } from "../decision.ts";
import { evaluate } from "../evaluate.ts";
import type { TicketEvent } from "../event.ts";
import type { Action } from "../integrations/index.ts";
import { canonicalJson } from "../text/canonicalJson.ts";
import { MINUTES_PER_DAY } from "../time/date.ts";
import type { Claim, Prover } from "./prover.ts";
import { isOn, type Running, type Side } from "./sides.ts";

/** An event on which one of the workspaces plans an effect that the other does not plan, from whichever rule. */
export interface EffectChange {
  /** The rule that makes the difference: because it asks for the effect, or because it stops the one that does. */
  rule: string;
  /** `gained`: only the later one plans it. */
  change: "gained" | "lost";
  /** As it is planned by the one that does. */
  effect: Effect;
  /** What the other plans on the event. */
  instead: Effect[];
  /** Both rule sets were run on it. */
  event: TicketEvent;
}

/** What was found: nothing when there is none. */
type Sought = EffectChange | "unknown" | undefined;

/** How many events are looked at for one difference. */
const MAX_ROUNDS = 200;
/** How many rules that may block one are asked about, and how many may be left of them. */
const MAX_BLOCKERS = 2_000;
const MAX_BLOCKERS_LEFT = 64;
/** A bot that runs, where one is to be ended. */
const RUNNING_BOT = "bot-1";

/** Both sides, looked at from one. */
interface View {
  readonly prover: Prover;
  readonly own: Side;
  readonly other: Side;
  readonly touched: ReadonlySet<string>;
  /** What effects are called that only `own` plans, and that only `other` does. */
  readonly ownChange: EffectChange["change"];
  readonly otherChange: EffectChange["change"];
}

/** The differences that these rules make, and those of which it is not known. */
export function planChanges(
  prover: Prover,
  before: Side,
  after: Side,
  touched: ReadonlySet<string>,
): { effects: EffectChange[]; doubts: ReadonlySet<string> } {
  const effects: EffectChange[] = [];
  const doubts = new Set<string>();
  const views: readonly View[] = [
    { prover, touched, own: after, other: before, ownChange: "gained", otherChange: "lost" },
    { prover, touched, own: before, other: after, ownChange: "lost", otherChange: "gained" },
  ];
  for (const view of views) {
    for (const id of touched) {
      const rule = view.own.running.get(id);
      if (rule === undefined) continue;
      const sought = rule.rule.actions.map((action) => ownEffect(view, rule, action));
      for (const found of [...sought, stoppedEffect(view, rule)]) {
        if (found === "unknown") doubts.add(id);
        else if (found !== undefined && !isTold(found, effects)) effects.push(found);
      }
    }
  }
  return { effects, doubts };
}

/** Whether the same is told of the rule already: it may ask for an effect and stop another that is alike. */
function isTold({ rule, change, effect }: EffectChange, told: readonly EffectChange[]): boolean {
  const content = alikeContent(effect);
  return told.some(
    (each) => each.rule === rule && each.change === change && alikeContent(each.effect) === content,
  );
}

/** What an effect is, on whichever event. */
function alikeContent(effect: Effect): string {
  return effect.type === "sendSurvey"
    ? canonicalJson([
        effect.survey,
        effect.spamThresholdDays,
        Date.parse(effect.executeAt) - Date.parse(effect.event.at),
      ])
    : canonicalJson([effect.type, "bot" in effect ? effect.bot : null]);
}

/**
 * An event on which a rule has an action planned, and no rule of the other side has the same. Other rules come into the
 * question only when an event shows that they matter: most never do.
 */
function ownEffect(view: View, rule: Running, action: Action): Sought {
  const { prover, own, other, ownChange } = view;
  if (!isOn(action, own)) return undefined;
  const bot = action.type === "terminateBot" ? RUNNING_BOT : null;
  const claims: Claim[] = [{ subject: rule.subject, fires: true }];
  const twins = new Map<string, Running>();
  let isExact = true;
  // The same effect is missing where none of its rules fires; or, asked only then, where others come before them.
  let isWidened = false;
  const without = (twin: Running): Claim[] => {
    if (!isWidened) return [{ subject: twin.subject, fires: false }];
    const blockers = blockersOf(view, rule, twin, bot);
    if (blockers === undefined) isExact = false;
    const missing = [{ subject: twin.subject, fires: false }, ...(blockers ?? [])];
    return [{ subject: prover.oneOf(missing), fires: true }];
  };
  let missing: Claim[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const answer = prover.exists([...claims, ...missing], rule.subject.types);
    if (answer.kind === "unknown") return "unknown";
    if (answer.kind === "no") {
      if (isWidened || twins.size === 0) return isExact ? undefined : "unknown";
      isWidened = true;
      missing = [...twins.values()].flatMap(without);
      continue;
    }
    const event = withBot(answer.event, bot);
    const planned = evaluate(own.ruleSet, event);
    const effect = planned.effects.find(
      ({ type, rules }) => type === action.type && rules.includes(rule.rule.id),
    );
    if (effect === undefined || (effect.type === "activateBot" && !isOf(action, effect))) {
      const blocker = blockerIn(planned.fired, planned.effects, own, rule);
      // Another action of the rule goes first, always.
      if (blocker === rule) return undefined;
      if (blocker === undefined) return "unknown";
      // A survey is held back by one before it only if that is sent itself.
      const isSure =
        blocker.rule.stop === true || (isFirstSurvey(blocker, own) && !mayOutdo(rule, blocker, own, other));
      if (action.type === "sendSurvey" && !isSure) isExact = false;
      claims.push({ subject: blocker.subject, fires: false });
      continue;
    }
    const instead = evaluate(other.ruleSet, event).effects;
    if (isLacking(effect, planned.effects, instead)) {
      return { rule: rule.rule.id, change: ownChange, effect, instead, event };
    }
    const here = new Set(alike(effect, planned.effects).flatMap(({ rules }) => rules));
    const added = alike(effect, instead)
      .flatMap(({ rules }) => rules)
      .filter(
        (id) => !twins.has(id) && (effect.type !== "sendSurvey" || id === rule.rule.id || !here.has(id)),
      )
      .flatMap((id) => other.running.get(id) ?? []);
    // Of surveys each counts: another rule's makes up for one, and there may be two.
    if (effect.type === "sendSurvey" && added.some((twin) => twin.rule.id !== rule.rule.id)) isExact = false;
    if (added.length === 0) return "unknown";
    for (const twin of added) {
      twins.set(twin.rule.id, twin);
      missing.push(...without(twin));
    }
  }
  return "unknown";
}

/** An event on which a rule stops others, of which the other side plans an effect that is missing here. */
function stoppedEffect(view: View, rule: Running): Sought {
  const { prover, own, other, otherChange } = view;
  const { integration, stop, id } = rule.rule;
  // One notification stands for all: a rule that stops notifies.
  if (stop !== true || integration === "webhook") return undefined;
  let later = [...other.running.values()].filter((each) => {
    const here = own.running.get(each.rule.id);
    const isLater = each.rule.id !== id && here !== undefined && here.place > rule.place;
    return isLater && each.rule.integration === integration && mayOutdo(each, rule, own, other);
  });
  const twin = other.running.get(id);
  const isSame = twin?.rule.stop === true && later.every(({ place }) => place > twin.place);
  let isExact = true;
  for (let round = 0; round < MAX_ROUNDS && later.length > 0; round++) {
    const claims: Claim[] = [
      { subject: rule.subject, fires: true },
      { subject: prover.oneOf(later.map(({ subject }) => ({ subject, fires: true }))), fires: true },
      ...(isSame && twin !== undefined ? [{ subject: twin.subject, fires: false }] : []),
    ];
    const answer = prover.exists(claims, rule.subject.types);
    if (answer.kind === "unknown") return "unknown";
    if (answer.kind === "no") return isExact ? undefined : "unknown";
    for (const bot of [null, RUNNING_BOT]) {
      const event = withBot(answer.event, bot);
      const instead = evaluate(own.ruleSet, event).effects;
      const planned = evaluate(other.ruleSet, event).effects;
      const effect = planned.find((each) => isLacking(each, planned, instead));
      if (effect !== undefined) return { rule: id, change: otherChange, effect, instead, event };
    }
    const { event } = answer;
    later = later.filter(({ subject }) => !subject.fires(event));
    isExact = false;
  }
  return isExact ? undefined : "unknown";
}

/**
 * Whether a rule may have an effect beside one before it that stops nothing. Bots: where the first has none. Surveys:
 * that are not too near.
 */
function mayOutdo({ rule }: Running, first: Running, own: Side, other: Side): boolean {
  return rule.actions.some((action) => {
    if (action.type === "activateBot" || action.type === "terminateBot") {
      const bot = action.type === "activateBot" ? null : RUNNING_BOT;
      return claimsAll(action, other, bot) && !first.rule.actions.some((each) => claimsAll(each, own, bot));
    }
    const [before] = first.rule.actions;
    if (action.type !== "sendSurvey" || before?.type !== "sendSurvey") return action.type !== before?.type;
    const apart = (action.delayMinutes ?? 0) - (before.delayMinutes ?? 0);
    return apart < 0 || apart >= (action.spamThresholdDays ?? 0) * MINUTES_PER_DAY;
  });
}

/** Whether nothing can hold back the survey of a rule that runs. */
function isFirstSurvey({ place }: Running, { running }: Side): boolean {
  return [...running.values()].every(
    (each) => each.place >= place || each.rule.actions.every(({ type }) => type !== "sendSurvey"),
  );
}

/** The rule because of which a rule that fires has no effect: one that stopped it, or one that was planned before it. */
function blockerIn(
  fired: readonly string[],
  effects: readonly Effect[],
  { running }: Side,
  rule: Running,
): Running | undefined {
  const { integration, id } = rule.rule;
  const ids = fired.includes(id)
    ? effects.flatMap(({ rules }) => rules)
    : fired.filter((other) => running.get(other)?.rule.stop === true);
  return ids
    .flatMap((other) => running.get(other) ?? [])
    .find((other) => other.rule.integration === integration && other.place <= rule.place);
}

/**
 * The rules of the other side that may keep a twin from its effect, and do not keep the rule here from its own as well;
 * nothing when they are too many.
 */
function blockersOf(
  { prover, own, other, touched }: View,
  rule: Running,
  twin: Running,
  bot: string | null,
): Claim[] | undefined {
  const isShared = ({ rule: { id } }: Running) => {
    const here = own.running.get(id);
    return here !== undefined && here.place < rule.place && !touched.has(id);
  };
  const blockers = [...other.running.values()].filter(
    (each) => each.place < twin.place && mayBlock(each, twin, other, bot) && !isShared(each),
  );
  if (blockers.length > MAX_BLOCKERS) return undefined;
  const left = blockers.filter(
    ({ subject }) =>
      prover.exists(
        [rule, twin, { subject }].map((each) => ({ subject: each.subject, fires: true })),
        rule.subject.types,
      ).kind !== "no",
  );
  return left.length > MAX_BLOCKERS_LEFT ? undefined : left.map(({ subject }) => ({ subject, fires: true }));
}

/** Whether a rule that fires before another of its integration may keep that from its effect. */
function mayBlock({ rule }: Running, twin: Running, side: Side, bot: string | null): boolean {
  if (rule.integration !== twin.rule.integration) return false;
  return rule.stop === true || rule.actions.some((action) => claimsAll(action, side, bot));
}

/** Whether an action, once it is planned, may leave nothing to other actions of its kind. */
function claimsAll(action: Action, side: Side, bot: string | null): boolean {
  if (action.type === "activateBot") return bot === null && isOn(action, side);
  return action.type === "terminateBot" ? bot !== null : action.type === "sendSurvey";
}

/** Whether a plan has an effect less often than another: surveys count one by one, of others once is enough. */
function isLacking(effect: Effect, own: readonly Effect[], other: readonly Effect[]): boolean {
  const count = alike(effect, other).length;
  return effect.type === "sendSurvey" ? count < alike(effect, own).length : count === 0;
}

function alike(effect: Effect, among: readonly Effect[]): Effect[] {
  const content = contentOf(effect);
  return among.filter((each) => each.type === effect.type && contentOf(each) === content);
}

/** What an effect is, whichever rule asks for it. */
function contentOf({ rules: _rules, key: _key, cause: _cause, ...content }: Effect): string {
  return canonicalJson(content);
}

function isOf(action: Action, effect: Effect): boolean {
  return action.type === "activateBot" && effect.type === "activateBot" && action.bot === effect.bot;
}

function withBot(event: TicketEvent, activeBot: string | null): TicketEvent {
  return { ...event, ticket: { ...event.ticket, activeBot } };
}
