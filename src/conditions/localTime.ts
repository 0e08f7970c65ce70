/** What the conditions on the local time of the ticket's account have in common. */
import { isMissing } from "../facts.ts";
import { type LocalTime, writtenLocalTime } from "../time/local.ts";
import type { Leaf } from "./leaf.ts";

/** A leaf that looks at the wall clock of the ticket's account. */
export function localTimeLeaf(
  holds: (local: LocalTime) => boolean,
  shown: keyof ReturnType<typeof writtenLocalTime>,
): Leaf {
  return {
    test(facts) {
      const local = facts.local();
      return isMissing(local) ? "unknown" : holds(local);
    },
    actual(facts) {
      const local = facts.local();
      return isMissing(local) ? undefined : writtenLocalTime(local)[shown];
    },
    missing(facts) {
      const local = facts.local();
      return isMissing(local) ? local.missing : "";
    },
  };
}
