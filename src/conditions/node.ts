/**
 * and, or, not over compiled conditions. Nodes are data and what is done with them are functions, not closures:
 * ten thousand rules have a hundred thousand nodes, and equal leaves are one.
 */
import type { Facts } from "../facts.ts";
import type { Model, SharedLeaf } from "../model.ts";
import type { Verdict } from "../verdict.ts";
import type { ConditionKind } from "./define.ts";
import { conditionKinds, type LeafCondition, type LeafType } from "./index.ts";
import type { Leaf, Reading } from "./leaf.ts";
import type { Condition, Group, Operator, Path } from "./tree.ts";

/** A compiled condition. The test and the trace come from the same leaves and the same operators. */
export type Node = LeafNode | GroupNode;

/** A leaf, with the condition as it is stored. */
export interface LeafNode {
  readonly leaf: SharedLeaf;
  readonly condition: LeafCondition;
  readonly nodes?: undefined;
}

/** A group. */
export interface GroupNode {
  readonly operator: Operator;
  readonly nodes: readonly Node[];
}

/** What the rules of a set have in common while they are compiled. */
export interface Workshop {
  readonly model: Model;
  /** By what they mean: rules with equal conditions have the same. */
  readonly leaves: Map<string, LeafNode>;
}

/** Compiles the conditions of a rule or group that stands at `path`. @throws what the host's regex engine throws. */
export function compileConditions(conditions: readonly Condition[], path: Path, workshop: Workshop): Node[] {
  return conditions.map((condition, at) => {
    const place = [...path, "conditions", at];
    return condition.type === "group"
      ? groupNode(condition, place, workshop)
      : leafNode(condition, place, kindOf(condition), workshop);
  });
}

function groupNode({ operator, conditions }: Group, path: Path, workshop: Workshop): GroupNode {
  return { operator, nodes: compileConditions(conditions, path, workshop) };
}

function leafNode<C extends LeafCondition>(
  condition: C,
  path: Path,
  kind: ConditionKind<C>,
  { model, leaves }: Workshop,
): LeafNode {
  const meaning = meaningOf(condition);
  const key = JSON.stringify(meaning);
  let node = leaves.get(key);
  if (node === undefined) {
    const leaf = compileAt(path, () => kind.compile(condition, model));
    node = { leaf: model.memo.add(leaf, kind.reads(condition)), condition: meaning };
    leaves.set(key, node);
  }
  return meaning === condition ? node : { leaf: node.leaf, condition };
}

/** A condition without what authors keep in `x-` keys, which has no meaning and may not even be JSON. */
function meaningOf<C extends LeafCondition>(condition: C): C {
  for (const key in condition) {
    if (!key.startsWith("x-")) continue;
    // Left out are only keys that the type does not tell of.
    return Object.fromEntries(Object.entries(condition).filter(([each]) => !each.startsWith("x-"))) as C;
  }
  return condition;
}

/** Tells where in the rule a host's regex engine refused. */
function compileAt(path: Path, compile: () => Leaf): Leaf {
  try {
    return compile();
  } catch (error) {
    const message = error instanceof Error ? error.message : "no reason given";
    throw Object.assign(new Error(message), { path });
  }
}

/** The kind of a condition: the list is keyed by the tag, which the types cannot follow. */
export function kindOf<C extends LeafCondition>({ type }: C): ConditionKind<C> {
  return conditionKinds[type as LeafType] as unknown as ConditionKind<C>;
}

/** The verdict of a condition. */
export function testNode(node: Node, facts: Facts): Verdict {
  return node.nodes === undefined ? testLeaf(node.leaf, facts) : combine(node.operator, node.nodes, facts);
}

/**
 * The verdict of a leaf, kept for the event however many rules share the leaf. Numbers in one flat list that lives as
 * long as the rule set, so that nothing is allocated or cleared for an event: a verdict counts when it was written
 * with the stamp of the facts that ask. (An event that is evaluated within another's evaluation has its own stamp.)
 */
export function testLeaf(leaf: SharedLeaf, facts: Facts): Verdict {
  const { verdicts, stamp } = facts;
  const known = (verdicts[leaf.id] ?? 0) - stamp;
  if (known === FALSE) return false;
  if (known === TRUE) return true;
  if (known === UNKNOWN) return "unknown";
  const verdict = leaf.test(facts);
  verdicts[leaf.id] = stamp + (verdict === false ? FALSE : verdict === true ? TRUE : UNKNOWN);
  return verdict;
}

const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;

/** The verdict of an operator over conditions, after Kleene: a deciding verdict wins over any that is unknown. */
export function combine(operator: Operator, nodes: readonly Node[], facts: Facts): Verdict {
  const deciding = operator !== "and";
  let decided: Verdict = operator !== "or";
  for (const node of nodes) {
    const verdict = testNode(node, facts);
    if (verdict === deciding) return operator === "or";
    if (verdict === "unknown") decided = "unknown";
  }
  return decided;
}

/** What the leaves of a condition read. */
export function readingsOf(node: Node): Reading[] {
  return node.nodes === undefined ? [node.leaf.reading] : node.nodes.flatMap(readingsOf);
}

/** The path of a condition of the rule or group at `path`. */
export function below(path: Path, at: number): Path {
  // Nearly all are direct conditions of a rule.
  return path.length === 0 ? ["conditions", at] : [...path, "conditions", at];
}
