/**
 * A second opinion on the analysis by going through every event of a small world. Verdicts of leaves are those of
 * the reference evaluator; combining them, and the edges of `or`, are written out here again.
 */
import type { Condition, Rule, TicketEvent, Workspace } from "ticket-rules";
import { judge } from "../../src/testing/reference/conditions.ts";
import { snapshotAfter, snapshotBefore } from "../../src/testing/reference/snapshot.ts";

type Leaf = Exclude<Condition, { type: "group" }>;
type Bits = Uint32Array;

/** On which events a condition is true, and on which false. */
interface Verdicts {
  isTrue: Bits;
  isFalse: Bits;
}

/** All events of one type in a small world. */
export interface Domain {
  readonly type: string;
  readonly events: readonly TicketEvent[];
}

/** The events on which rules fire, as bits over a domain. */
export interface Brute {
  fires(rule: Pick<Rule, "trigger" | "operator" | "conditions">): Bits;
  readonly size: number;
}

export function bruteForce(workspace: Workspace, { type, events }: Domain): Brute {
  const size = events.length;
  const words = Math.ceil(size / 32);
  const known = new Map<string, Verdicts>();
  const facts = new Map<Leaf["type"], readonly string[]>();
  const full = bits(() => true);

  function bits(holds: (at: number) => boolean): Bits {
    const result = new Uint32Array(words);
    for (let at = 0; at < size; at++) if (holds(at)) result[at >>> 5]! |= 1 << (at & 31);
    return result;
  }

  /** What leaves of a kind look at, for each event. */
  function factsOf({ type: leaf }: Leaf): readonly string[] {
    const found = facts.get(leaf) ?? events.map((event) => JSON.stringify(looked(leaf, event)));
    facts.set(leaf, found);
    return found;
  }

  function verdicts(leaf: Leaf, when: "after" | "before"): (boolean | "unknown")[] {
    const byFacts = new Map<string, boolean | "unknown">();
    const read = when === "after" ? snapshotAfter : snapshotBefore;
    const keys = factsOf(leaf);
    return events.map((event, at) => {
      const key = keys[at]!;
      let verdict = byFacts.get(key);
      if (verdict === undefined) {
        verdict = judge(leaf, read(workspace, event)).verdict;
        byFacts.set(key, verdict);
      }
      return verdict;
    });
  }

  function of(condition: Condition, when: "after" | "before"): Verdicts {
    if (condition.type === "group") {
      const parts = condition.conditions.map((each) => of(each, when));
      if (condition.operator === "and") return every(parts);
      const none = every(parts.map(({ isTrue, isFalse }) => ({ isTrue: isFalse, isFalse: isTrue })));
      return condition.operator === "not" ? none : { isTrue: none.isFalse, isFalse: none.isTrue };
    }
    const key = JSON.stringify(condition);
    let found = known.get(when + key);
    if (found === undefined) {
      const all = verdicts(condition, when);
      found = { isTrue: bits((at) => all[at] === true), isFalse: bits((at) => all[at] === false) };
      known.set(when + key, found);
    }
    return found;
  }

  function every(parts: readonly Verdicts[]): Verdicts {
    let isTrue = full;
    let isFalse: Bits = new Uint32Array(words);
    for (const part of parts) {
      isTrue = isTrue.map((word, at) => word & part.isTrue[at]!);
      isFalse = isFalse.map((word, at) => word | part.isFalse[at]!);
    }
    return { isTrue, isFalse };
  }

  function touched(condition: Condition): Bits {
    if (condition.type === "group") {
      const parts = condition.conditions.map(touched);
      return parts.reduce((a, b) => a.map((word, at) => word | b[at]!), new Uint32Array(words));
    }
    if (condition.type === "classification" && type === "ticket.classified") {
      const { field } = condition;
      return bits((at) => Object.hasOwn(events[at]!.changes?.classification ?? {}, field));
    }
    return condition.type.startsWith("message") && type === "message.received"
      ? full
      : new Uint32Array(words);
  }

  const fired = new WeakMap<object, Bits>();

  return {
    size,
    fires(rule) {
      const found = fired.get(rule) ?? firesOf(rule);
      fired.set(rule, found);
      return found;
    },
  };

  function firesOf({
    trigger,
    operator,
    conditions,
  }: Pick<Rule, "trigger" | "operator" | "conditions">): Bits {
    if (operator !== "or") {
      return type === trigger
        ? of({ type: "group", operator, conditions }, "after").isTrue
        : new Uint32Array(words);
    }
    if (type === trigger) return full;
    return conditions.reduce<Bits>((sum, condition) => {
      const touch = touched(condition);
      const after = of(condition, "after").isTrue;
      const before = of(condition, "before").isTrue;
      return sum.map((word, at) => word | (touch[at]! & after[at]! & ~before[at]!));
    }, new Uint32Array(words));
  }
}

function looked(leaf: Leaf["type"], { ticket, message, changes, at }: TicketEvent): unknown {
  if (leaf.startsWith("message")) return message?.text;
  if (leaf === "classification") return [ticket.classification, changes];
  if (leaf === "account") return ticket.account;
  if (leaf === "unassigned") return ticket.assignee;
  return leaf === "unattended" ? ticket.attended : [ticket.account, at];
}

/** The first event in the first set and not in the second, if any. */
export function firstOf(wanted: Bits, size: number): number {
  for (let at = 0; at < size; at++) if ((wanted[at >>> 5]! >>> (at & 31)) & 1) return at;
  return -1;
}
