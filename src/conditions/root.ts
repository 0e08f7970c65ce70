/** The root of a rule: its trigger and its conditions under its operator (spec §5). */
import type { Facts } from "../facts.ts";
import type { Verdict } from "../verdict.ts";
import type { Reading } from "./leaf.ts";
import {
  blameAmong,
  combine,
  type Edge,
  type Node,
  type NodeTrace,
  type Operator,
  type Path,
  smallest,
} from "./tree.ts";

/** A compiled root. */
export interface Root {
  readonly trigger: string;
  readonly operator: Operator;
  /** Only `true` fires. */
  test(facts: Facts): Verdict;
  /** How each condition fared. */
  trace(facts: Facts): NodeTrace[];
  /** The names of the facts for want of which the verdict is unknown. */
  missing(facts: Facts): string[];
  /** The smallest set of leaves, the trigger among them, that keep the rule from firing. */
  blame(facts: Facts): Path[];
  /** The event types on which the rule can fire. */
  readonly eventTypes: ReadonlySet<string>;
  /** What it is made of, for the index. */
  readonly nodes: readonly Node[];
}

/** What event touches what: nothing else touches anything. */
const TOUCHED_BY: { readonly [Fact in Reading["fact"]]?: string } = {
  message: "message.received",
  field: "ticket.classified",
};

/** The root over compiled conditions. */
export function compileRoot(trigger: string, operator: Operator, nodes: readonly Node[]): Root {
  return operator === "or" ? alternativesRoot(trigger, nodes) : gatedRoot(trigger, operator, nodes);
}

/** `and`, `not`: the trigger, and all or none of the conditions. */
function gatedRoot(trigger: string, operator: "and" | "not", nodes: readonly Node[]): Root {
  return {
    trigger,
    operator,
    test: (facts) => facts.trigger === trigger && combine(operator, nodes, facts),
    trace: (facts) => nodes.map((node) => node.trace(facts)),
    missing: (facts) => missingAmong(nodes, facts),
    blame: (facts) => [
      ...(facts.trigger === trigger ? [] : [TRIGGER]),
      ...blameAmong(operator, nodes, facts, true),
    ],
    eventTypes: new Set([trigger]),
    nodes,
  };
}

const TRIGGER: Path = ["trigger"];

/** `or`: the trigger, or an event that makes one of the alternatives true. */
function alternativesRoot(trigger: string, nodes: readonly Node[]): Root {
  /** Alternatives that the event may have made true: it touches them, and they were not true before. */
  const open = (facts: Facts) =>
    nodes.filter((node) => touches(node, facts) && node.test(facts.before()) !== true);
  return {
    trigger,
    operator: "or",
    test: (facts) => facts.trigger === trigger || combine("or", open(facts), facts),
    trace: (facts) =>
      nodes.map((node) =>
        facts.trigger === trigger ? node.trace(facts) : { ...node.trace(facts), edge: edgeOf(node, facts) },
      ),
    missing: (facts) => missingAmong(open(facts), facts),
    blame(facts) {
      if (facts.trigger === trigger) return [];
      // The trigger alone would do; a condition that would too is told first.
      return smallest([...open(facts).map((node) => node.blame(facts, true)), [TRIGGER]]);
    },
    eventTypes: new Set([trigger, ...nodes.flatMap(({ readings }) => readings.flatMap(touchedBy))]),
    nodes,
  };
}

/** The event types that touch what is read. */
export function touchedBy({ fact }: Reading): string[] {
  const type = TOUCHED_BY[fact];
  return type === undefined ? [] : [type];
}

/** Whether an event touches a fact that a node reads. */
export function touches({ readings }: Node, facts: Facts): boolean {
  return readings.some(
    (reading) =>
      (reading.fact === "message" && facts.touchesMessage) ||
      (reading.fact === "field" && facts.touchesField(reading.field)),
  );
}

function edgeOf(node: Node, facts: Facts): Edge {
  return { touched: touches(node, facts), before: node.test(facts.before()) };
}

function missingAmong(nodes: readonly Node[], facts: Facts): string[] {
  const names = new Set<string>();
  for (const node of nodes) node.missing(facts, names);
  return [...names];
}
