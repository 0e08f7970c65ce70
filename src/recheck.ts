import { compiledOf, type RuleSet } from "./compile.ts";
import type { Effect } from "./decision.ts";
import type { RecheckReason, RecheckState } from "./integrations/define.ts";
import { integrationKinds } from "./integrations/index.ts";

/** Whether an effect may still be carried out. */
export type Recheck = { send: true } | { send: false; reason: RecheckReason };

/**
 * Whether a planned effect may still be carried out, asked when it is due (spec §6). Pure.
 * Refused when the ticket was reopened, the integration or every rule that asked for it is switched off or gone,
 * another survey to the customer is too near, or a bot can no longer be started or stopped.
 * @throws TypeError when the effect is none.
 */
export function recheck(ruleSet: RuleSet, effect: Effect, state?: RecheckState | null): Recheck {
  if (!Array.isArray(effect?.rules))
    throw new TypeError("not an effect: expected one of a decision's effects");
  const { rules, planners, switchedOff } = compiledOf(ruleSet);
  const asking = rules.filter(
    (rule) =>
      rule.root !== undefined &&
      effect.rules.includes(rule.id) &&
      // An id that now belongs to a rule of another integration is another rule's.
      Object.hasOwn(integrationKinds[rule.integration].actions, effect.type),
  );
  const [first] = asking;
  if (first?.root === undefined) return { send: false, reason: "ruleGone" };
  if (switchedOff[first.integration] !== undefined) return { send: false, reason: "integrationInactive" };
  if (asking.every((rule) => rule.root === undefined || rule.off !== undefined)) {
    return { send: false, reason: "ruleInactive" };
  }
  const reason = planners[first.integration]?.recheck(effect, state ?? {});
  return reason === undefined ? { send: true } : { send: false, reason };
}
