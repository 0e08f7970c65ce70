import type { Memo } from "../model.ts";

/** How far stamps lie apart: there are three verdicts. */
const STAMP = 4;

/** The numbers of the leaves of a rule set, and the list of their verdicts. */
export function createMemo(): Memo {
  let leaves = 0;
  let verdicts = new Float64Array(0);
  let stamp = 0;
  return {
    // All of one shape, since the hottest loop reads them.
    add: ({ test, actual, missing, gates }, reading) => ({
      id: leaves++,
      reading,
      test,
      actual,
      missing,
      gates,
    }),
    nextStamp() {
      stamp += STAMP;
      return stamp;
    },
    verdicts() {
      // Rules are all compiled before the first event.
      if (verdicts.length !== leaves) verdicts = new Float64Array(leaves);
      return verdicts;
    },
  };
}
