/**
 * Which leaves decide a rule on one event: masking MC/DC, after Chilenski. A leaf decides when, every other verdict
 * being as it is, turning its own from true to false or back turns the root. An unknown verdict shows nothing.
 */
import { combine, type Node, testNode } from "../../conditions/node.ts";
import { eventTypesOf, type Root, touches } from "../../conditions/root.ts";
import type { Operator } from "../../conditions/tree.ts";
import type { Facts } from "../../facts.ts";
import type { Verdict } from "../../verdict.ts";

/** Told of each leaf: its number, the trigger first, then all leaves as they are written. */
export type VisitLeaf = (leaf: number, verdict: Verdict, decides: boolean) => void;

/** Visits the trigger; and, on event types on which the rule can fire, all leaves. */
export function visitLeaves(root: Root, facts: Facts, visit: VisitLeaf): void {
  const { operator, nodes, trigger } = root;
  const isTrigger = facts.trigger === trigger;
  const isConcerned = facts.trigger !== null && eventTypesOf(root).has(facts.trigger);
  if (operator === "or") visitAlternatives(root, facts, isTrigger, isConcerned, visit);
  else {
    visit(0, isTrigger, combine(operator, nodes, facts) === true);
    if (isConcerned) visitBelow(operator, nodes, facts, isTrigger, { next: 1 }, visit);
  }
}

/** The trigger or, on other events, what the event makes true: a direct alternative that is not open is masked. */
function visitAlternatives(
  { nodes }: Root,
  facts: Facts,
  isTrigger: boolean,
  isConcerned: boolean,
  visit: VisitLeaf,
): void {
  // By their places: conditions that are equal are one node.
  const open = nodes.map((node) => touches(node, facts) && testNode(node, facts.before()) !== true);
  const isHeld = (skipped: number) =>
    combine(
      "or",
      nodes.filter((_, at) => open[at] === true && at !== skipped),
      facts,
    ) === false;
  visit(0, isTrigger, isHeld(-1));
  if (!isConcerned) return;
  const numbers = { next: 1 };
  for (const [at, node] of nodes.entries()) {
    visitNode(node, facts, !isTrigger && open[at] === true && isHeld(at), numbers, visit);
  }
}

/** A child decides when its parent does and every other child leaves the answer to it. */
function visitBelow(
  operator: Operator,
  nodes: readonly Node[],
  facts: Facts,
  isShown: boolean,
  numbers: { next: number },
  visit: VisitLeaf,
): void {
  const neutral = operator === "and";
  // By their places: conditions that are equal are one node.
  const masking = [...nodes.keys()].filter(
    (at) => nodes[at] !== undefined && testNode(nodes[at], facts) !== neutral,
  );
  for (const [at, node] of nodes.entries()) {
    const isAlone = masking.length === 0 || (masking.length === 1 && masking[0] === at);
    visitNode(node, facts, isShown && isAlone, numbers, visit);
  }
}

function visitNode(
  node: Node,
  facts: Facts,
  isShown: boolean,
  numbers: { next: number },
  visit: VisitLeaf,
): void {
  if (node.nodes !== undefined) {
    visitBelow(node.operator, node.nodes, facts, isShown, numbers, visit);
    return;
  }
  const verdict = testNode(node, facts);
  visit(numbers.next++, verdict, isShown && verdict !== "unknown");
}
