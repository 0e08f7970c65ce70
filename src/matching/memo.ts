import type { Leaf } from "../conditions/leaf.ts";
import type { Memo, SharedLeaf } from "../model.ts";
import type { Verdict } from "../verdict.ts";

/**
 * The verdicts of one event by the number of their leaf, in two flat lists that live as long as the rule set: nothing
 * is allocated or cleared for an event. A verdict counts when its stamp is the epoch of the facts that ask.
 */
export function createMemo(): Memo {
  const leaves = new Map<string, SharedLeaf>();
  const stamps: number[] = [];
  const verdicts: Verdict[] = [];
  let epoch = 0;
  const shared = (leaf: Leaf, id: number): SharedLeaf => ({
    ...leaf,
    id,
    test(facts) {
      if (stamps[id] === facts.epoch) return verdicts[id] ?? false;
      const verdict = leaf.test(facts);
      verdicts[id] = verdict;
      stamps[id] = facts.epoch;
      return verdict;
    },
  });
  return {
    nextEpoch: () => ++epoch,
    share(key, compile) {
      const known = leaves.get(key);
      if (known !== undefined) return known;
      const leaf = shared(compile(), stamps.length);
      stamps.push(0);
      verdicts.push(false);
      leaves.set(key, leaf);
      return leaf;
    },
  };
}
