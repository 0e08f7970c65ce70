/** What was planned, and why nothing was, in words. */
import type { Decision, Effect, LeafTrace, NodeTrace, Path, RuleTrace } from "ticket-rules";

/** Names of people and bots by id. */
export type Names = ReadonlyMap<string, string>;

/** What an effect asks for. `clock` writes an instant. */
export function effectInWords(effect: Effect, names: Names, clock: (at: string) => string): string {
  switch (effect.type) {
    case "activateBot":
      return `start ${names.get(effect.bot) ?? effect.bot}`;
    case "terminateBot":
      return `stop ${names.get(effect.bot ?? "") ?? "the bot"}`;
    case "sendSurvey":
      return `send survey ${effect.survey} at ${clock(effect.executeAt)}`;
    case "enableManualSurvey":
      return "let an executive send a survey";
    case "notify":
      return "notify the CRM";
  }
}

/** Why an action of a rule that fired is not done. */
export function suppressionInWords({ action, reason }: Decision["suppressed"][number]): string {
  return `no ${action}, ${SUPPRESSIONS[reason]}`;
}

const SUPPRESSIONS: Record<Decision["suppressed"][number]["reason"], string> = {
  alreadyActive: "that bot is running already",
  otherBotActive: "another bot is running",
  botInactive: "the bot is switched off",
  botUnknown: "there is no such bot",
  noActiveBot: "no bot is running",
  conflict: "an earlier rule has the bot of this event",
  spamThreshold: "the customer had a survey not long ago",
  customerUnknown: "nobody knows the customer",
};

/** What would have to be known. */
export function unknownInWords(missing: readonly string[]): string {
  return `not known: ${missing.join(", ")}`;
}

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
  return (
    tree !== null && (tree.trigger.verdict || tree.conditions.some(({ edge }) => edge?.touched === true))
  );
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

function leavesOf(node: NodeTrace): LeafTrace[] {
  return node.type === "group" ? node.conditions.flatMap(leavesOf) : [node];
}

function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** What was the case, whether that was wanted or, under a `not`, unwanted. */
function factOf({ condition, verdict, actual, edge }: LeafTrace, names: Names): string {
  if (edge && verdict === true) return edge.touched ? "it was so before" : "it did not change now";
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
    case "timeRange":
    case "dateRange":
      return `it is ${shown(actual)}`;
    case "unassigned":
      return holds ? "nobody has it" : `${assigneeOf(actual, names)} has it`;
    case "unattended":
      return holds ? "it is not attended" : "it is attended";
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
