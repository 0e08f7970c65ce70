import type { Extensions } from "../extensions.ts";
import { asList, exact, Id, literal, oneOrMany } from "../schema.ts";
import { defineCondition } from "./define.ts";
import type { Leaf, Source } from "./leaf.ts";

/** The ticket came in by one of these accounts. */
export interface AccountCondition extends Extensions {
  type: "account";
  /** An account id, or several of which one must match. */
  is: string | string[];
}

/** `ticket.account` is one of `is`. Ids that are not in the workspace match nothing (spec §2, references). */
export const account = defineCondition<AccountCondition>({
  schema: exact({ type: literal("account"), is: oneOrMany("accountIds", Id) }),
  reads: () => ({ fact: "account" }),
  cost: 1,
  compile({ is }, { accounts, spoiledLists }) {
    if (spoiledLists.has("accounts")) return UNREADABLE;
    const wanted: ReadonlySet<unknown> = new Set(asList(is).filter((id) => accounts.has(id)));
    return {
      test(facts) {
        if (wanted.size === 0) return false;
        return facts.account === undefined ? "unknown" : wanted.has(facts.account);
      },
      actual: (facts) => facts.account,
      missing: () => "ticket.account",
      gates: [...wanted].map((key) => ({ source: ACCOUNT, key })),
    };
  },
});

const UNREADABLE: Leaf = {
  test: () => "unknown",
  actual: (facts) => facts.account,
  missing: () => "workspace.accounts",
};

const ACCOUNT: Source = {
  name: "account",
  keys: (facts) => (facts.account === undefined ? undefined : [facts.account]),
};
