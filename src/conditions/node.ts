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
  /** Whether the condition is frozen, so that traces may share it. One with `x-` keys holds what is the author's. */
  readonly isFrozen: boolean;
  readonly nodes?: undefined;
}

/** A group. Equal ones have one number. */
export interface GroupNode {
  readonly id: number;
  readonly operator: Operator;
  readonly nodes: readonly Node[];
  /** The same nodes, the cheapest first. */
  readonly tested: readonly Node[];
  readonly cost: number;
}

/** What the rules of a set have in common while they are compiled. */
export interface Workshop {
  readonly model: Model;
  /** By what they mean: rules with equal conditions have the same. */
  readonly leaves: Map<string, LeafNode>;
  /** The numbers of groups, by their operator and the numbers of what is in them. */
  readonly groups: Map<string, number>;
}

/** What the rules of a set begin with. */
export function workshopOf(model: Model): Workshop {
  return { model, leaves: new Map(), groups: new Map() };
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
  const nodes = compileConditions(conditions, path, workshop);
  const { groups, model } = workshop;
  const key = `${operator} ${nodes.map(idOf).sort().join()}`;
  const id = groups.get(key) ?? model.memo.addGroup();
  groups.set(key, id);
  const cost = nodes.reduce((sum, node) => sum + costOf(node), 0);
  return { id, operator, nodes, tested: cheapestFirst(nodes), cost };
}

/** The number of a condition: equal ones of a rule set have the same. */
export function idOf(node: Node): number {
  return node.nodes === undefined ? node.leaf.id : node.id;
}

/** Conditions in the order in which they are best tested. Whichever it is, the verdict is the same. */
export function cheapestFirst(nodes: readonly Node[]): Node[] {
  return [...nodes].sort((a, b) => costOf(a) - costOf(b));
}

function costOf(node: Node): number {
  return node.nodes === undefined ? node.leaf.cost : node.cost;
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
    node = {
      leaf: model.memo.add(leaf, kind.reads(condition), kind.cost),
      condition: frozen(meaning),
      isFrozen: true,
    };
    leaves.set(key, node);
  }
  return meaning === condition ? node : { leaf: node.leaf, condition, isFrozen: false };
}

/** Freezes a condition that the schema made: its values are plain, or lists of plain ones. */
function frozen<C extends LeafCondition>(condition: C): C {
  for (const value of Object.values(condition)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(condition);
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

/**
 * The verdict of a condition, kept for the event however many rules share the condition. Numbers in one flat list that
 * lives as long as the rule set, so that nothing is allocated or cleared for an event: a verdict counts when it was
 * written with the stamp of the facts that ask. (An event that is evaluated within another's evaluation has its own
 * stamp.)
 */
export function testNode(node: Node, facts: Facts): Verdict {
  if (node.nodes === undefined) return testLeaf(node.leaf, facts);
  const known = recall(node.id, facts);
  return known ?? remember(node.id, combine(node.operator, node.tested, facts), facts);
}

/** The verdict of a leaf. */
export function testLeaf(leaf: SharedLeaf, facts: Facts): Verdict {
  const known = recall(leaf.id, facts);
  return known ?? remember(leaf.id, leaf.test(facts), facts);
}

/** The verdict of a condition that these facts have been asked about; nothing when they have not. */
function recall(id: number, { verdicts, stamp }: Facts): Verdict | undefined {
  const known = (verdicts[id] ?? 0) - stamp;
  if (known === FALSE) return false;
  if (known === TRUE) return true;
  return known === UNKNOWN ? "unknown" : undefined;
}

function remember(id: number, verdict: Verdict, { verdicts, stamp }: Facts): Verdict {
  verdicts[id] = stamp + (verdict === false ? FALSE : verdict === true ? TRUE : UNKNOWN);
  return verdict;
}

/** Verdicts as they are kept, each added to a stamp. Stamps lie further apart than these. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;

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
  if (path.length > 0) return [...path, "conditions", at];
  // Nearly all are direct conditions of a rule, of which there are a hundred at most.
  let known = TOP[at];
  if (known === undefined) {
    known = Object.freeze(["conditions", at]);
    TOP[at] = known;
  }
  return known;
}

/** The paths of the direct conditions of any rule. */
const TOP: Path[] = [];
