import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import { type Comparison, compareSubjects } from "./comparison.ts";
import type { Claim, Prover, Subject } from "./prover.ts";

/** What became of a rule, by its id. Switched off counts as not there. */
export interface RuleChange {
  rule: string;
  change: "added" | "removed" | "changed";
  /** Of changed rules: before and after compared. Equivalent: only actions, order or wording are others. */
  comparison?: Comparison;
}

/** An event for which an action is asked for by some rule of one set, and by none of the other. */
export interface ActionChange {
  /** The action, as stored. */
  action: Rule["actions"][number];
  change: "gained" | "lost";
  /** A rule that asks for it. */
  rule: string;
  event: TicketEvent;
}

/** How two sets of rules differ. */
export interface Changes {
  rules: RuleChange[];
  actions: ActionChange[];
  /** Ids of rules of which it is not known whether the actions they ask for were gained or lost. */
  unknown: string[];
}

/** Compares two versions of a list of rules over the same accounts, calendars and fields. */
export function changesBetween(
  prover: Prover,
  subjectOf: (rule: Rule) => Subject,
  before: readonly Rule[],
  after: readonly Rule[],
): Changes {
  const [old, now] = [byId(before), byId(after)];
  const rules: RuleChange[] = [];
  const touched: { rule: Rule; change: "gained" | "lost" }[] = [];
  for (const [id, rule] of old) {
    const other = now.get(id);
    if (other !== undefined && JSON.stringify(other) === JSON.stringify(rule)) continue;
    if (other === undefined) rules.push({ rule: id, change: "removed" });
    else {
      const comparison = compareSubjects(prover, subjectOf(rule), subjectOf(other));
      rules.push({ rule: id, change: "changed", comparison });
      touched.push({ rule: other, change: "gained" });
    }
    touched.push({ rule, change: "lost" });
  }
  for (const [id, rule] of now) {
    if (old.has(id)) continue;
    rules.push({ rule: id, change: "added" });
    touched.push({ rule, change: "gained" });
  }
  const changes: Changes = { rules, actions: [], unknown: [] };
  for (const { rule, change } of touched) {
    const others = [...(change === "gained" ? old : now).values()];
    for (const action of rule.actions) {
      const found = unmatched(prover, subjectOf, rule, action, others);
      if (found === "unknown") changes.unknown.push(rule.id);
      else if (found !== undefined) changes.actions.push({ action, change, rule: rule.id, event: found });
    }
  }
  return changes;
}

/**
 * An event on which a rule asks for an action and none of the others does. Others come into the question only when
 * one of them answers for an event that was found: most never do.
 */
function unmatched(
  prover: Prover,
  subjectOf: (rule: Rule) => Subject,
  rule: Rule,
  action: Rule["actions"][number],
  others: readonly Rule[],
): TicketEvent | "unknown" | undefined {
  const key = keyOf(rule, action);
  const rivals = others.filter((other) => other.actions.some((each) => keyOf(other, each) === key));
  const subject = subjectOf(rule);
  const claims: Claim[] = [{ subject, fires: true }];
  const own = rivals.find(({ id }) => id === rule.id);
  if (own !== undefined) claims.push({ subject: subjectOf(own), fires: false });
  for (;;) {
    const answer = prover.exists(claims, subject.types);
    if (answer.kind !== "yes") return answer.kind === "no" ? undefined : "unknown";
    const rival = rivals.find((each) => subjectOf(each).fires(answer.event));
    if (rival === undefined) return answer.event;
    claims.push({ subject: subjectOf(rival), fires: false });
  }
}

function keyOf({ integration }: Rule, action: Rule["actions"][number]): string {
  const said = Object.entries(action).filter(([key]) => !key.startsWith("x-"));
  return JSON.stringify([integration, said.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function byId(rules: readonly Rule[]): Map<string, Rule> {
  return new Map(rules.filter(({ active }) => active).map((rule) => [rule.id, rule]));
}
