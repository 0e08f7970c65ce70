import { compiledOf, type RuleSet } from "./compile.ts";
import { eventTypesOf } from "./conditions/root.ts";

/** The event types on which any rule that is switched on can fire: the host need send no others (spec §5). */
export function eventsFor(ruleSet: RuleSet): Set<string> {
  const types = new Set<string>();
  for (const rule of compiledOf(ruleSet).rules) {
    if (rule.root === undefined || rule.off !== undefined) continue;
    for (const type of eventTypesOf(rule.root)) types.add(type);
  }
  return types;
}
