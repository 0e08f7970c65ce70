import type { LeafNode } from "../conditions/node.ts";
import type { Memo } from "../model.ts";

/** How far stamps lie apart: there are three verdicts. */
const STAMP = 4;

/** The leaves of a rule set, each compiled once, and the list of their verdicts. */
export function createMemo(): Memo {
  const known = new Map<string, LeafNode>();
  let verdicts = new Float64Array(0);
  let stamp = 0;
  return {
    share(key, create) {
      const node = known.get(key) ?? create(known.size);
      known.set(key, node);
      return node;
    },
    nextStamp() {
      stamp += STAMP;
      return stamp;
    },
    verdicts() {
      // Rules are all compiled before the first event.
      if (verdicts.length !== known.size) verdicts = new Float64Array(known.size);
      return verdicts;
    },
  };
}
