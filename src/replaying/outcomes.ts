/** How rules fared in a decision, without asking every rule again. */
import type { Compiled } from "../compile.ts";
import type { Decision } from "../decision.ts";
import type { LoadedRule } from "../load.ts";
import { rulesById } from "../recording/content.ts";
import type { SkipReason } from "../trace.ts";

/** How one rule fared. Told apart by `outcome`. */
export type RuleOutcome =
  /** `absent`: it is not in the rule set. */
  | { outcome: "fired" | "notFired" | "invalid" | "absent" }
  /** `missing` names the facts that were not supplied. */
  | { outcome: "indeterminate"; missing: string[] }
  /** `by`: the rule that stopped it. */
  | { outcome: "skipped"; reason: SkipReason; by?: string };

/** One of the two rule sets. */
export interface Side {
  readonly compiled: Compiled;
  readonly rules: ReadonlyMap<string, LoadedRule>;
}

/** A rule set, with its rules by id. */
export function sideOf(compiled: Compiled): Side {
  return { compiled, rules: rulesById(compiled) };
}

/** How a rule of a side fared in a decision of that side: what `explain` says of it. */
export function outcomeOf({ compiled, rules }: Side, id: string, decision: Decision): RuleOutcome {
  const loaded = rules.get(id);
  const rule = loaded === undefined ? undefined : compiled.rules[loaded.index];
  if (rule === undefined) return { outcome: "absent" };
  if (rule.root === undefined) return { outcome: "invalid" };
  if (decision.fired.includes(id)) return { outcome: "fired" };
  const unknown = decision.indeterminate.find((entry) => entry.rule === id);
  if (unknown !== undefined) return { outcome: "indeterminate", missing: unknown.missing };
  const held = decision.skipped.find((entry) => entry.rule === id);
  if (held !== undefined) return { outcome: "skipped", reason: held.reason };
  if (rule.off !== undefined) return { outcome: "skipped", reason: rule.off };
  const by = decision.fired.find((other) => {
    const index = rules.get(other)?.index;
    const earlier = index === undefined ? undefined : compiled.rules[index];
    const isStop = earlier?.root !== undefined && earlier.stop && earlier.integration === rule.integration;
    return isStop && earlier.index < rule.index;
  });
  return by === undefined ? { outcome: "notFired" } : { outcome: "skipped", reason: "stopped", by };
}
