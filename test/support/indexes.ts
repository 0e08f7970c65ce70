import { COMPILED, type RuleSet } from "../../src/compile.ts";
import { indexOf } from "../../src/matching/ruleIndex.ts";

/** The rule set with every rule looked up, however few there are. */
export function indexedThroughout(ruleSet: RuleSet): RuleSet {
  return withIndex(ruleSet, indexOf(running(ruleSet), 0));
}

/** The rule set with every rule that is switched on visited. */
export function unindexed(ruleSet: RuleSet): RuleSet {
  return withIndex(ruleSet, {
    candidates(_, visit) {
      for (const { place } of running(ruleSet)) visit(place);
    },
  });
}

/** The rules that an index is over. */
export function running(ruleSet: RuleSet) {
  return ruleSet[COMPILED].rules.flatMap((rule, place) =>
    rule.root === undefined || rule.off !== undefined ? [] : [{ place, root: rule.root }],
  );
}

function withIndex(ruleSet: RuleSet, index: ReturnType<typeof indexOf>): RuleSet {
  return { ...ruleSet, [COMPILED]: { ...ruleSet[COMPILED], index } };
}
