/** Effects that one of two workspaces plans and the other does not. */
import { ownEffect } from "./ownEffect.ts";
import type { EffectChange, PlanView } from "./planView.ts";
import type { Prover } from "./prover.ts";
import { lastingContent } from "./sameEffect.ts";
import type { Side } from "./sides.ts";
import { stoppedEffect } from "./stoppedEffect.ts";

/** The differences that these rules make, and those of which it is not known. */
export function planChanges(
  prover: Prover,
  before: Side,
  after: Side,
  touched: ReadonlySet<string>,
): { effects: EffectChange[]; doubts: ReadonlySet<string> } {
  const effects: EffectChange[] = [];
  const doubts = new Set<string>();
  const views: readonly PlanView[] = [
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
  const content = lastingContent(effect);
  return told.some(
    (each) => each.rule === rule && each.change === change && lastingContent(each.effect) === content,
  );
}
