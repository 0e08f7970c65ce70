/** Why a rule did not fire, in words, from what `explain` says is to blame. */
import type { LeafTrace, Path, RuleTrace } from "ticket-rules";

/** Names of people for ids in tickets. */
export type Names = ReadonlyMap<string, string>;

/**
 * The rules that came nearest to firing, and what kept each from it. Rules that start from another event are far,
 * and so are rules that would have needed more conditions to turn out otherwise.
 */
export function nearestMisses(traces: readonly RuleTrace[], names: Names): string[] {
  const misses = traces.filter((trace) => trace.outcome === "notFired" && concerned(trace));
  const nearest = Math.min(...misses.map(({ blame }) => blame.length));
  return misses
    .filter(({ blame }) => blame.length === nearest)
    .map((trace) => `${trace.rule}: ${reasons(trace, names)}`);
}

/** Whether the event is the rule's trigger, or touches one of the alternatives of an `or` rule. */
function concerned({ tree }: RuleTrace): boolean {
  return tree !== null && (tree.trigger.verdict || tree.conditions.some(({ edge }) => edge?.touched === true));
}

function reasons(trace: RuleTrace, names: Names): string {
  const { tree } = trace;
  if (tree === null) return "";
  const leaves = tree.conditions.flatMap(leavesOf);
  // On another event than its trigger an `or` rule has nothing but its alternatives to look at.
  const blamed = tree.trigger.verdict
    ? leaves.filter(({ path }) => trace.blame.some((part) => samePath(part, path)))
    : leaves;
  return blamed.map((leaf) => factOf(leaf, names)).join(", ");
}

function leavesOf(node: LeafTrace | Extract<RuleTree["conditions"][number], { type: "group" }>): LeafTrace[] {
  return node.type === "group" ? node.conditions.flatMap(leavesOf) : [node];
}
type RuleTree = NonNullable<RuleTrace["tree"]>;

function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** What was the case, whether that was wanted or, under a `not`, unwanted. */
function factOf({ condition, verdict, actual, edge }: LeafTrace, names: Names): string {
  if (edge !== undefined && verdict === true) return edge.touched ? "it was so before" : "that did not change now";
  const holds = verdict === true;
  switch (condition.type) {
    case "account":
      return `the account is ${shown(actual)}`;
    case "classification":
      return `${condition.field} is ${shown(actual)}`;
    case "messageContains":
      if (isEmpty(actual)) return "the message has no text";
      return holds ? "one of the words is in it" : "none of the words is in it";
    case "messageMatches":
      if (isEmpty(actual)) return "the message has no text";
      return holds ? "the pattern matches" : "the pattern does not match";
    case "withinBusinessHours":
      return holds ? "it is within business hours" : "it is outside the hours";
    case "outsideBusinessHours":
      return holds ? "it is outside business hours" : "it is within business hours";
    case "weekday":
      return `it is ${shown(actual)}`;
    case "timeRange":
      return `it is ${shown(actual)}`;
    case "dateRange":
      return `it is ${shown(actual)}`;
    case "unassigned":
      return holds ? "nobody has it" : `${assigneeOf(actual, names)} has it`;
    case "unattended":
      return holds ? "it is not attended" : "it is attended";
    case "group":
      return "";
  }
}

function isEmpty(actual: unknown): boolean {
  return actual === null || actual === "";
}

function shown(actual: unknown): string {
  return isEmpty(actual) ? "empty" : typeof actual === "string" ? actual : JSON.stringify(actual);
}

function assigneeOf(actual: unknown, names: Names): string {
  const id = typeof actual === "object" && actual !== null && "id" in actual ? String(actual.id) : "somebody";
  return names.get(id) ?? id;
}
