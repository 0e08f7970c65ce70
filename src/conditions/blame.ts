/** Why conditions did not hold: what was missing, and the smallest set of leaves to blame. */
import type { Facts } from "../facts.ts";
import { below, combine, type Node, testLeaf, testNode } from "./node.ts";
import type { Operator, Path } from "./tree.ts";

/** The names of the facts for want of which conditions are unknown. */
export function missingAmong(nodes: readonly Node[], facts: Facts): string[] {
  const names = new Set<string>();
  for (const node of nodes) addMissing(node, facts, names);
  return [...names];
}

function addMissing(node: Node, facts: Facts, names: Set<string>): void {
  if (testNode(node, facts) !== "unknown") return;
  if (node.nodes === undefined) names.add(node.leaf.missing(facts));
  else for (const inner of node.nodes) addMissing(inner, facts, names);
}

/** The smallest set of leaves below an operator at `path` that keep its verdict from being `wanted`. */
export function blameAmong(
  operator: Operator,
  nodes: readonly Node[],
  path: Path,
  facts: Facts,
  wanted: boolean,
): Path[] {
  if (combine(operator, nodes, facts) === wanted) return [];
  // `not` is none of them: an `or` with the other answer.
  const wantedBelow = operator === "not" ? !wanted : wanted;
  const needsAll = (operator === "and") === wantedBelow;
  if (!needsAll) return smallest(nodes.map((node, at) => blame(node, below(path, at), facts, wantedBelow)));
  const blamed: Path[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined || testNode(node, facts) === wantedBelow) continue;
    if (node.nodes === undefined) blamed.push(below(path, at));
    else blamed.push(...blameAmong(node.operator, node.nodes, below(path, at), facts, wantedBelow));
  }
  return blamed;
}

/** The smallest set of leaves that keep the verdict of the condition at `path` from being `wanted`. */
export function blame(node: Node, path: Path, facts: Facts, wanted: boolean): Path[] {
  if (node.nodes !== undefined) return blameAmong(node.operator, node.nodes, path, facts, wanted);
  return testLeaf(node.leaf, facts) === wanted ? [] : [path];
}

/** The shortest list, the first of several. */
export function smallest(blames: readonly Path[][]): Path[] {
  return (
    blames.reduce<Path[] | undefined>(
      (least, each) => (least === undefined || each.length < least.length ? each : least),
      undefined,
    ) ?? []
  );
}
