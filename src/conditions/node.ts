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

/** How one leaf fared. */
export interface LeafTrace {
  path: Path;
  type: LeafType;
  verdict: Verdict;
  /** The condition as it is stored. */
  condition: LeafCondition;
  /** What the condition looked at. Null: known to be empty. Absent: not known. */
  actual?: unknown;
  /** When the verdict is unknown: the fact that was missing. */
  missing?: string;
  edge?: Edge;
}

/** How a group fared. */
export interface GroupTrace {
  path: Path;
  type: "group";
  operator: Operator;
  verdict: Verdict;
  conditions: NodeTrace[];
  edge?: Edge;
}

/** How a condition fared. */
export type NodeTrace = LeafTrace | GroupTrace;

/** On a direct alternative of an `or` rule, on an event that is not its trigger: did the event make it true? */
export interface Edge {
  /** Whether the event touches a fact that the alternative reads. */
  touched: boolean;
  /** The verdict before the event. */
  before: Verdict;
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

/** How each condition of a rule or group that stands at `path` fared. */
export function traceNodes(nodes: readonly Node[], path: Path, facts: Facts): NodeTrace[] {
  return nodes.map((node, at) => traceNode(node, below(path, at), facts));
}

function traceNode(node: Node, path: Path, facts: Facts): NodeTrace {
  if (node.nodes === undefined) return traceLeaf(node, path, facts);
  const { operator, nodes } = node;
  const verdict = combine(operator, nodes, facts);
  return { path, type: "group", operator, verdict, conditions: traceNodes(nodes, path, facts) };
}

function traceLeaf({ leaf, condition }: LeafNode, path: Path, facts: Facts): LeafTrace {
  const verdict = testLeaf(leaf, facts);
  const { type } = condition;
  const known = leaf.actual(facts);
  const actual = typeof known === "object" ? copyOf(known) : known;
  if (verdict === "unknown") {
    const trace: LeafTrace = { path, type, verdict, condition: copyOf(condition) };
    if (actual !== undefined) trace.actual = actual;
    trace.missing = leaf.missing(facts);
    return trace;
  }
  return actual === undefined
    ? { path, type, verdict, condition: copyOf(condition) }
    : { path, type, verdict, condition: copyOf(condition), actual };
}

/** The path of a condition of the rule or group at `path`. */
function below(path: Path, at: number): Path {
  // Nearly all are direct conditions of a rule.
  return path.length === 0 ? ["conditions", at] : [...path, "conditions", at];
}

/** A copy that shares nothing: traces are the caller's to change. What is nested absurdly deep is cut. */
function copyOf<Value>(value: Value, level?: number): Value;
function copyOf(value: unknown, level = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > 8) return "…";
  if (Array.isArray(value))
    return value.some(isObject) ? value.map((item) => copyOf(item, level + 1)) : [...value];
  // Spreading makes `__proto__` an own key like any other, so that setting it below sets no prototype.
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const inner = copy[key];
    if (isObject(inner)) copy[key] = copyOf(inner, level + 1);
  }
  return copy;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

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
  for (const [at, node] of nodes.entries()) {
    if (testNode(node, facts) === wantedBelow) continue;
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

/** What the leaves of a condition read. */
export function readingsOf(node: Node): Reading[] {
  return node.nodes === undefined ? [node.leaf.reading] : node.nodes.flatMap(readingsOf);
}
