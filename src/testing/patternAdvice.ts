import type { Condition } from "../conditions/tree.ts";
import { mayBeSlowElsewhere } from "../text/regex/advice.ts";
import type { Workspace } from "../workspace.ts";

/** A pattern that other engines may be slow on. */
export interface PatternAdvice {
  rule: string;
  /** From the rule to the pattern. */
  path: (string | number)[];
  pattern: string;
}

/**
 * The patterns of a workspace that may be slow in *other* engines, for teams whose rules also run elsewhere.
 * In this library none is: every pattern runs within a budget of steps. Advice, by safe-regex2, not a verdict.
 */
export function patternAdvice({ rules }: Workspace): PatternAdvice[] {
  return rules.flatMap(({ id, conditions }) =>
    adviceAmong(conditions, ["conditions"]).map((advice) => ({ rule: id, ...advice })),
  );
}

function adviceAmong(
  conditions: readonly Condition[],
  path: readonly (string | number)[],
): Omit<PatternAdvice, "rule">[] {
  return conditions.flatMap((condition, at) => {
    if (condition.type === "group") return adviceAmong(condition.conditions, [...path, at, "conditions"]);
    if (condition.type !== "messageMatches" || !mayBeSlowElsewhere(condition.pattern)) return [];
    return [{ path: [...path, at, "pattern"], pattern: condition.pattern }];
  });
}
