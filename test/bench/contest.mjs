/** The contestants of one workload: rules translated to what each would store, and loaded. */
import { dataOf, WORKLOADS } from "./data/workloads.mjs";
import { expressionOf, factsRead } from "./expression.mjs";

/** What the rules of a workload are for an adapter: what it stores, and what it must know besides. */
export function storedFor(name) {
  const { workspace, events } = dataOf(name);
  const rules = workspace.rules.map((rule) => ({ id: rule.id, when: expressionOf(rule, workspace) }));
  const { accounts, calendars } = workspace;
  const read = [...factsRead(rules.map(({ when }) => when))];
  return {
    events,
    context: { workspace: { accounts, calendars }, read, clock: WORKLOADS[name].clock ?? "library" },
    stored: ({ translate }) => translate(rules, workspace),
  };
}

/** The contestants, ready. */
export function contestantsOf(adapters, { stored, context }) {
  return adapters.map((adapter) => ({
    name: adapter.name,
    asynchronous: adapter.asynchronous === true,
    // A round trip, so that nobody shares objects with another.
    match: adapter.prepare(JSON.parse(JSON.stringify(stored(adapter))), context),
  }));
}
