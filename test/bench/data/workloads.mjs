/** What is measured: rules, events, and who takes part. */
import { eventsOf, longText } from "./events.mjs";
import { deepRule, mixedRules, sameAccountRules, simpleRule, wordRules } from "./rules.mjs";
import { workspaceOf } from "./workspace.mjs";

const ids = (count) => Array.from({ length: count }, (_, at) => `acc-${at}`);

const one = {
  rules: simpleRule,
  events: () => eventsOf(1_000, 1, { accounts: ids(8) }),
};

const deep = {
  rules: deepRule,
  quickEvents: 300,
  events: () => eventsOf(1_000, 2, { accounts: ids(6), messagesOnly: true, waiting: 0.95 }),
};

const mixed = (count, events) => ({
  title: `${count.toLocaleString("en")} rules`,
  rules: () => mixedRules(count),
  events: () => eventsOf(events, 3),
  count,
});

const decision = ["handWrittenDecision", "ticketRulesDecision"];
const slow = ["jsonRulesEngine", "sift", "zenEngine"];
const allButOne = [...slow, "jsonLogicJs", "celJs"];

/**
 * By name. `contestants`: absent, all that match ids. `leftOutWhenQuick` and `quickEvents` keep `--quick` within a
 * minute.
 */
export const WORKLOADS = {
  W1: { ...one, title: "one simple rule" },
  /** All of the answer, effects and all, against the same put together by hand. */
  W1d: { ...one, title: "one simple rule, whole decision", contestants: decision },
  W2: { ...deep, title: "one deep rule" },
  /** Peers take the time from the clock of the hand-written rule instead of date-fns-tz: the engine alone. */
  W2s: { ...deep, title: "one deep rule, engine alone", clock: "cached" },
  W2d: { ...deep, title: "one deep rule, whole decision", contestants: decision },
  "W3-10": { ...mixed(10, 1_000), quickEvents: 300 },
  "W3-100": { ...mixed(100, 1_000), quickEvents: 200 },
  "W3-1000": { ...mixed(1_000, 300), leftOutWhenQuick: ["jsonRulesEngine"], quickEvents: 100 },
  "W3-10000": { ...mixed(10_000, 60), leftOutWhenQuick: slow, quickEvents: 10 },
  W5: {
    title: "1,000 word rules, 100 kB",
    rules: () => wordRules(1_000),
    events: () => eventsOf(4, 5, { messagesOnly: true, text: longText }),
    leftOutWhenQuick: allButOne,
    quickEvents: 2,
  },
  W6: {
    title: "10,000 rules, one account",
    rules: () => sameAccountRules(10_000),
    events: () => eventsOf(60, 6, { accounts: ["acc-0"], messagesOnly: true }),
    leftOutWhenQuick: [...allButOne, "jsonLogicEngine"],
    quickEvents: 10,
  },
  /** Against deciding without the index, which visits every rule too. */
  W7: {
    ...mixed(1_000, 300),
    title: "explain, 1,000 rules",
    contestants: ["ticketRulesLinear", "ticketRules", "ticketRulesExplain", "jsonRulesEngine"],
    leftOutWhenQuick: ["jsonRulesEngine"],
    quickEvents: 60,
  },
};

/** The document and the events of a workload. */
export function dataOf(name) {
  const { rules, events } = WORKLOADS[name];
  return { workspace: workspaceOf(rules()), events: events() };
}
