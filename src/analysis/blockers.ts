/** Rules that may keep others of their integration from an effect. */
import type { Action } from "../integrations/index.ts";
import type { Asked } from "./planView.ts";
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
