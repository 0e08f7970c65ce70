/** Rules that were in the way of another of their integration on an event. */
import type { Decision } from "../decision.ts";
import type { Rule } from "../rule.ts";

/**
 * The rules because of which a rule may have no effect on an event: if it fired, those of which effects were planned,
 * itself too; else those that fired and stop.
 */
export function rivalsOf<Each extends { readonly rule: Rule }>(
  { rule: { id, integration } }: Each,
  { fired, effects }: Decision,
  running: ReadonlyMap<string, Each>,
): Each[] {
  const ids = fired.includes(id)
    ? effects.flatMap(({ rules }) => rules)
    : fired.filter((other) => running.get(other)?.rule.stop === true);
  return ids
    .flatMap((other) => running.get(other) ?? [])
    .filter((other) => other.rule.integration === integration);
}
