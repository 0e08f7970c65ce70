/** What is measured: rules, events, and who takes part. */
import { eventsOf, longText } from "./events.mjs";
import { deepRule, mixedRules, sameAccountRules, simpleRule, wordRules } from "./rules.mjs";
import { workspaceOf } from "./workspace.mjs";

const FEW_ACCOUNTS = ["acc-0", "acc-1", "acc-2", "acc-3", "acc-4", "acc-5", "acc-6", "acc-7"];

const mixed = (count, events) => ({
  title: `W3 ${count.toLocaleString("en")} rules`,
  rules: () => mixedRules(count),
  events: () => eventsOf(events, 3),
});

export const WORKLOADS = {
  W1: {
    title: "W1 one simple rule",
    rules: simpleRule,
    events: () => eventsOf(1_000, 1, { accounts: FEW_ACCOUNTS }),
  },
  W2: {
    title: "W2 one deep rule",
    rules: deepRule,
    events: () => eventsOf(1_000, 2, { accounts: FEW_ACCOUNTS.slice(0, 6), messagesOnly: true, waiting: 0.95 }),
  },
  /** As W2, with the time from the clock of the hand-written rules instead of date-fns-tz: the engine alone. */
  W2s: {
    title: "W2s engine alone",
    rules: deepRule,
    events: () => eventsOf(1_000, 2, { accounts: FEW_ACCOUNTS.slice(0, 6), messagesOnly: true, waiting: 0.95 }),
    clock: "cached",
  },
  "W3-10": mixed(10, 1_000),
  "W3-100": mixed(100, 1_000),
  "W3-1000": mixed(1_000, 300),
  "W3-10000": mixed(10_000, 60),
  W5: {
    title: "W5 100 kB, 1,000 word rules",
    rules: () => wordRules(1_000),
    events: () => eventsOf(4, 5, { messagesOnly: true, text: longText }),
  },
  W6: {
    title: "W6 10,000 rules, one account",
    rules: () => sameAccountRules(10_000),
    events: () => eventsOf(60, 6, { accounts: ["acc-0"], messagesOnly: true }),
  },
};

/** The document and the events of a workload. */
export function dataOf(name) {
  const { rules, events } = WORKLOADS[name];
  return { workspace: workspaceOf(rules()), events: events() };
}
