/** The root of a rule: its trigger and its conditions under its operator (spec §5). */
import type { Facts } from "../facts.ts";
import type { Verdict } from "../verdict.ts";
import { blame, blameAmong, missingAmong, smallest } from "./blame.ts";
import type { Reading } from "./leaf.ts";
import { combine, type Node, readingsOf, testNode } from "./node.ts";
import { type Edge, type NodeTrace, traceNodes } from "./traceNodes.ts";
import type { Operator, Path } from "./tree.ts";

/** A compiled root: data, of which the functions below tell everything. */
export interface Root {
  readonly trigger: string;
  readonly operator: Operator;
  readonly nodes: readonly Node[];
}

/** What event touches what: nothing else touches anything. */
const TOUCHED_BY: { readonly [Fact in Reading["fact"]]?: string } = {
  message: "message.received",
  field: "ticket.classified",
};

/** The event types that touch what is read. */
export function touchedBy({ fact }: Reading): string[] {
  const type = TOUCHED_BY[fact];
  return type === undefined ? [] : [type];
}

/** The event types on which the rule can fire. */
export function eventTypesOf({ trigger, operator, nodes }: Root): Set<string> {
  return new Set([trigger, ...(operator === "or" ? nodes.flatMap(readingsOf).flatMap(touchedBy) : [])]);
}

/** The verdict of the whole rule. Only `true` fires. */
export function testRoot({ trigger, operator, nodes }: Root, facts: Facts): Verdict {
  if (operator !== "or") return facts.trigger === trigger && combine(operator, nodes, facts);
  return facts.trigger === trigger || combine("or", open(nodes, facts), facts);
}

/** Alternatives that the event may have made true: it touches them, and they were not true before. */
function open(nodes: readonly Node[], facts: Facts): Node[] {
  return nodes.filter((node) => touches(node, facts) && testNode(node, facts.before()) !== true);
}

/** Whether an event touches a fact that a condition reads. */
export function touches(node: Node, facts: Facts): boolean {
  if (node.nodes !== undefined) return node.nodes.some((below) => touches(below, facts));
  const { reading } = node.leaf;
  return (
    (reading.fact === "message" && facts.touchesMessage) ||
    (reading.fact === "field" && facts.touchesField(reading.field))
  );
}

/** How each condition fared. */
export function traceRoot({ trigger, operator, nodes }: Root, facts: Facts): NodeTrace[] {
  const traces = traceNodes(nodes, RULE, facts);
  if (operator !== "or" || facts.trigger === trigger) return traces;
  return traces.map((trace, at) => {
    const node = nodes[at];
    return node === undefined ? trace : { ...trace, edge: edgeOf(node, facts) };
  });
}

function edgeOf(node: Node, facts: Facts): Edge {
  return { touched: touches(node, facts), before: testNode(node, facts.before()) };
}

/** The names of the facts for want of which the verdict is unknown. */
export function missingOf({ operator, nodes }: Root, facts: Facts): string[] {
  return missingAmong(operator === "or" ? open(nodes, facts) : nodes, facts);
}

/** The smallest set of leaves, the trigger among them, that keep the rule from firing. */
export function blameOf({ trigger, operator, nodes }: Root, facts: Facts): Path[] {
  const isTrigger = facts.trigger === trigger;
  if (operator !== "or") {
    const blamed = blameAmong(operator, nodes, RULE, facts, true);
    return isTrigger ? blamed : [TRIGGER, ...blamed];
  }
  if (isTrigger) return [];
  const opened = new Set(open(nodes, facts));
  const blames = nodes.flatMap((node, at) =>
    opened.has(node) ? [blame(node, ["conditions", at], facts, true)] : [],
  );
  // The trigger alone would do; a condition that would too is told first.
  return smallest([...blames, [TRIGGER]]);
}

/** Paths begin at the rule. */
const RULE: Path = Object.freeze([]);
const TRIGGER: Path = Object.freeze(["trigger"]);
