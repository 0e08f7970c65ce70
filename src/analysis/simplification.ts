import type { Path } from "../conditions/tree.ts";
import type { Rule } from "../rule.ts";
import { compareSubjects } from "./comparison.ts";
import type { Prover } from "./prover.ts";
import { conditionAt, pathsOf, replaced } from "./variants.ts";

/** A rule without what changes nothing. */
export interface Simplification {
  rule: Rule;
  /** What was left out, one after the other; each path is that of the rule as it was by then. */
  removed: Path[];
}

/**
 * Leaves out conditions, groups and words one at a time, each only when the rule without it is proved to fire on
 * exactly the same events. A rule that never fires stays as it is: what is wrong with it is not that it is long.
 */
export function simplifyRule(prover: Prover, rule: Rule): Simplification {
  const whole = prover.subject(rule);
  const removed: Path[] = [];
  let simple = rule;
  const canFire = prover.exists([{ subject: whole, fires: true }], whole.types);
  if (canFire.kind !== "yes") return { rule, removed };
  for (let path = nextNeedless(simple); path !== undefined; path = nextNeedless(simple)) {
    removed.push(path);
    simple = without(simple, path);
  }
  return { rule: simple, removed };

  function nextNeedless(now: Rule): Path | undefined {
    return [...pathsOf(now), ...wordPaths(now)].find((path) => {
      const { relation } = compareSubjects(prover, whole, prover.subject(without(now, path)));
      return relation === "equivalent";
    });
  }
}

/** The words of conditions that have several, last ones first: of equal words the first stays. */
function wordPaths(rule: Rule): Path[] {
  return pathsOf(rule).flatMap((path): Path[] => {
    const condition = conditionAt(rule, path);
    if (condition?.type !== "messageContains" || condition.words.length < 2) return [];
    return condition.words.map((_, at) => [...path, "words", at]).reverse();
  });
}

/** The rule without the condition, group or word at a path. */
export function without(rule: Rule, path: Path): Rule {
  const isWord = path.at(-2) === "words";
  return replaced(rule, isWord ? path.slice(0, -2) : path, (condition) => {
    if (!isWord || condition.type !== "messageContains") return [];
    return [{ ...condition, words: condition.words.filter((_, at) => at !== path.at(-1)) }];
  });
}
