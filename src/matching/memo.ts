import type { Keys, Source } from "../conditions/leaf.ts";
import type { Facts } from "../facts.ts";
import type { Memo } from "../model.ts";

/** How far stamps lie apart: there are three verdicts. */
const STAMP = 4;

/** The numbers of the conditions of a rule set, and the list of their verdicts. */
export function createMemo(): Memo {
  let conditions = 0;
  let verdicts = new Float64Array(0);
  let stamp = 0;
  const sources = new Map<string, Source>();
  return {
    source(name, read) {
      const source = sources.get(name) ?? remembering(name, read);
      sources.set(name, source);
      return source;
    },
    // All of one shape, since the hottest loop reads them.
    add: ({ test, actual, missing, gates }, reading, cost) => ({
      id: conditions++,
      reading,
      cost,
      test,
      actual,
      missing,
      gates,
    }),
    addGroup: () => conditions++,
    nextStamp() {
      stamp += STAMP;
      return stamp;
    },
    verdicts() {
      // Rules are all compiled before the first event.
      if (verdicts.length !== conditions) verdicts = new Float64Array(conditions);
      return verdicts;
    },
  };
}

/** A source that keeps the keys of the facts that asked last. */
function remembering(name: string, read: (facts: Facts) => Keys | undefined): Source {
  let stamp = 0;
  let keys: Keys | undefined;
  return {
    name,
    keys(facts) {
      if (facts.stamp !== stamp) {
        keys = read(facts);
        stamp = facts.stamp;
      }
      return keys;
    },
  };
}
