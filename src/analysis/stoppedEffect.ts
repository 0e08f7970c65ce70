/** Whether a rule that stops others keeps this side from effects that the other side plans. */
import { evaluate } from "../evaluate.ts";
import type { TicketEvent } from "../event.ts";
import { mayOutdo } from "./blockers.ts";
import { MAX_ROUNDS, type PlanView, RUNNING_BOT, type Sought, withBot } from "./planView.ts";
import { isLacking } from "./sameEffect.ts";
import type { Running } from "./sides.ts";
import { type Claim, thatFires, thatMisses } from "./subject.ts";

/** An event on which a rule stops others, of which the other side plans an effect that is missing here. */
export function stoppedEffect(view: PlanView, rule: Running): Sought {
  const { integration, stop } = rule.rule;
  // One notification stands for all: a rule that stops notifies.
  if (stop !== true || integration === "webhook") return undefined;
  let later = laterRules(view, rule);
  const unlessAlike = stopsAlike(view, rule, later);
  let isExact = true;
  for (let round = 0; round < MAX_ROUNDS && later.length > 0; round++) {
    const claims = [thatFires(rule), view.prover.oneOf(later.map(thatFires)), ...unlessAlike];
    const answer = view.prover.exists(claims, rule.subject.types);
    if (answer.kind === "unknown") return "unknown";
    if (answer.kind === "no") break;
    const { event } = answer;
    const found = lackingOn(event, view, rule);
    if (found !== undefined) return found;
    later = later.filter(({ subject }) => !subject.fires(event));
    isExact = false;
  }
  return isExact ? undefined : "unknown";
}

/** The other side's rules that may have an effect and come after the rule here. */
function laterRules({ own, other }: PlanView, rule: Running): Running[] {
  const { id, integration } = rule.rule;
  return [...other.running.values()].filter((each) => {
    const here = own.running.get(each.rule.id);
    const isLater = each.rule.id !== id && here !== undefined && here.place > rule.place;
    return isLater && each.rule.integration === integration && mayOutdo(each, rule, own, other);
  });
}

/** That the rule does not fire on the other side, if it would stop the same there. */
function stopsAlike({ other }: PlanView, rule: Running, later: readonly Running[]): Claim[] {
  const twin = other.running.get(rule.rule.id);
  if (twin?.rule.stop !== true || later.some(({ place }) => place <= twin.place)) return [];
  return [thatMisses(twin)];
}

/** An effect that on an event, with a bot or without one, only the other side plans. */
function lackingOn(found: TicketEvent, { own, other, otherChange }: PlanView, { rule }: Running): Sought {
  for (const bot of [null, RUNNING_BOT]) {
    const event = withBot(found, bot);
    const instead = evaluate(own.ruleSet, event).effects;
    const planned = evaluate(other.ruleSet, event).effects;
    const effect = planned.find((each) => isLacking(each, planned, instead));
    if (effect !== undefined) return { rule: rule.id, change: otherChange, effect, instead, event };
  }
  return undefined;
}
