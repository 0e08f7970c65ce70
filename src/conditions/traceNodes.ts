/** How conditions fared on one event, told condition by condition. The verdicts are those of the test. */
import type { Facts } from "../facts.ts";
import type { Verdict } from "../verdict.ts";
import type { LeafCondition, LeafType } from "./index.ts";
import { below, combine, type LeafNode, type Node, testLeaf } from "./node.ts";
import type { Operator, Path } from "./tree.ts";

/** How one leaf fared. */
export interface LeafTrace {
  path: Path;
  type: LeafType;
  verdict: Verdict;
  /** The condition as it is stored. Frozen, as paths are: traces share them. */
  condition: Readonly<LeafCondition>;
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

function traceLeaf({ leaf, condition: stored, isFrozen }: LeafNode, path: Path, facts: Facts): LeafTrace {
  const verdict = testLeaf(leaf, facts);
  const { type } = stored;
  const condition = isFrozen ? stored : copyOf(stored);
  const known = leaf.actual(facts);
  const actual = typeof known === "object" ? copyOf(known) : known;
  if (verdict === "unknown") {
    const trace: LeafTrace = { path, type, verdict, condition };
    if (actual !== undefined) trace.actual = actual;
    trace.missing = leaf.missing(facts);
    return trace;
  }
  return actual === undefined
    ? { path, type, verdict, condition }
    : { path, type, verdict, condition, actual };
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
