/** The trace of a rule as rows of a tree. */
import type {
  Edge,
  LeafCondition,
  Locale,
  NodeTrace,
  Operator,
  Path,
  Rule,
  RuleTrace,
  Verdict,
  Workspace,
} from "ticket-rules";
import { conditionText, triggerText } from "./phrases.ts";

/** One row: the trigger, a condition or a group. */
export interface TraceRow {
  /** `conditions.0.conditions.1`; `trigger`. */
  readonly key: string;
  readonly path: Path;
  readonly depth: number;
  readonly kind: "trigger" | "condition" | "group";
  readonly verdict: Verdict;
  /** What the condition says, standing alone; of a group its operator is shown instead. */
  readonly text: string;
  readonly operator?: Operator;
  /** What was looked at, where there was something. */
  readonly actual?: { readonly value: unknown; readonly leaf: LeafCondition };
  readonly missing?: string;
  readonly edge?: Edge;
  /** One of the smallest set that would have to change for the rule to fire. */
  readonly isToBlame: boolean;
}

/** The rows of a trace, from its trigger down. Of a rule that is not valid: none. */
export function rowsOf(
  trace: RuleTrace,
  rule: Rule,
  options: { locale: Locale; workspace: Workspace },
): TraceRow[] {
  const { tree, blame } = trace;
  if (tree === null) return [];
  const blamed = new Set(blame.map(keyOf));
  const { trigger } = tree;
  const below = (nodes: readonly NodeTrace[], depth: number): TraceRow[] =>
    nodes.flatMap((node) => {
      const { path, verdict } = node;
      const key = keyOf(path);
      const shared = {
        key,
        path,
        depth,
        verdict,
        isToBlame: blamed.has(key),
        ...(node.edge === undefined ? {} : { edge: node.edge }),
      };
      if (node.type === "group") {
        const group: TraceRow = { ...shared, kind: "group", text: "", operator: node.operator };
        return [group, ...below(node.conditions, depth + 1)];
      }
      return [
        {
          ...shared,
          kind: "condition",
          text: conditionText(node.condition, rule, options),
          ...("actual" in node ? { actual: { value: node.actual, leaf: node.condition } } : {}),
          ...(node.missing === undefined ? {} : { missing: node.missing }),
        },
      ];
    });
  return [
    {
      key: "trigger",
      path: ["trigger"],
      depth: 0,
      kind: "trigger",
      verdict: trigger.verdict,
      text: triggerText(rule, options),
      isToBlame: blamed.has("trigger"),
    },
    ...below(tree.conditions, 1),
  ];
}

/** A path as text: equal for equal paths. */
export function keyOf(path: Path): string {
  return path.join(".");
}
