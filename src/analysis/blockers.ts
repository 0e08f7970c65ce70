/** Rules that may keep others of their integration from an effect, and effects that they leave. */
import type { Action } from "../integrations/index.ts";
import { MINUTES_PER_DAY } from "../time/date.ts";
import { type Asked, RUNNING_BOT } from "./planView.ts";
import { isOn, type Running, type Side } from "./sides.ts";
import { type Claim, thatFires } from "./subject.ts";

/** How many rules that may block one are asked about, and how many may be left of them. */
const MAX_BLOCKERS = 2_000;
const MAX_BLOCKERS_LEFT = 64;

/**
 * That a rule fires which may keep a twin from its effect, the other side's rule with the same effect, and does not keep
 * the rule that is asked about from its own as well: a claim for each such rule; nothing when they are too many.
 */
export function blockersOf({ view, rule, bot }: Asked, twin: Running): Claim[] | undefined {
  const { prover, own, other, touched } = view;
  const isShared = ({ rule: { id } }: Running) => {
    const here = own.running.get(id);
    return here !== undefined && here.place < rule.place && !touched.has(id);
  };
  const blockers = [...other.running.values()].filter(
    (each) => each.place < twin.place && mayBlock(each, twin, other, bot) && !isShared(each),
  );
  if (blockers.length > MAX_BLOCKERS) return undefined;
  const left = blockers.filter(
    (each) => prover.exists([rule, twin, each].map(thatFires), rule.subject.types).kind !== "no",
  );
  return left.length > MAX_BLOCKERS_LEFT ? undefined : left.map(thatFires);
}

/** Whether a rule that fires before another of its integration may keep that from its effect. */
function mayBlock({ rule }: Running, twin: Running, side: Side, bot: string | null): boolean {
  if (rule.integration !== twin.rule.integration) return false;
  return rule.stop === true || rule.actions.some((action) => claimsAll(action, side, bot));
}

/** Whether an action, once it is planned, may leave nothing to other actions of its kind; `bot`: the one that runs. */
export function claimsAll(action: Action, side: Side, bot: string | null): boolean {
  if (action.type === "activateBot") return bot === null && isOn(action, side);
  return action.type === "terminateBot" ? bot !== null : action.type === "sendSurvey";
}

/**
 * Whether a rule may have an effect beside one before it that stops nothing. Bots: where the first has none. Surveys:
 * that are not too near.
 */
export function mayOutdo({ rule }: Running, first: Running, own: Side, other: Side): boolean {
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
