/** What became of a rule on an event, in sentences. */
import type { LeafCondition } from "../conditions/index.ts";
import { phrasesOf } from "../conditions/phrases/index.ts";
import type { GroupTrace, LeafTrace, NodeTrace } from "../conditions/traceNodes.ts";
import type { Path } from "../conditions/tree.ts";
import { eventWording } from "../integrations/phrases/events.ts";
import type { Issue } from "../issues/define.ts";
import { issueInWords } from "../issues/inWords.ts";
import type { Locale } from "../language/define.ts";
import { capitalized, type Phrase, phrase, textOf } from "../language/phrase.ts";
import type { Say } from "../language/say.ts";
import { asCode, shown } from "../language/shown.ts";
import type { RuleTrace, RuleTree } from "../trace.ts";
import { clausesInOne } from "./clauses.ts";
import { missingFact } from "./missing.ts";
import { type DescribeOptions, sayIn } from "./names.ts";
import { traceWordings } from "./traceWording.ts";

/** One to three sentences. */
export function traceSentences(trace: RuleTrace, options: DescribeOptions): string {
  const { locale } = options;
  const say = sayIn(options);
  const words = traceWordings[locale];
  const subject =
    trace.rule === null ? words.nameless(trace.index + 1) : `${words.rule}${say.rule(trace.rule)}`;
  const because = (facts: readonly Phrase[]) =>
    facts.length === 0 ? "" : `${words.because}${clausesInOne(facts, say)}`;
  const remedy = (before: string, tree: RuleTree) =>
    trace.blame.length === 0
      ? []
      : [`${before}${clausesInOne(wantedOf(trace.blame, tree, locale, say), say)}.`];
  const sentences = (): string[] => {
    switch (trace.outcome) {
      case "fired":
        return [`${subject}${words.fired}${because(whyFired(trace.tree, locale, say))}.`];
      case "notFired":
        return [
          `${subject}${words.notFired}${because(whyNot(trace.blame, trace.tree, locale, say))}.`,
          ...remedy(words.remedy, trace.tree),
        ];
      case "indeterminate": {
        const missing = trace.missing.map((name) => phrase`${missingFact(name, locale, say)}`);
        return [
          `${subject}${words.indeterminate}${clausesInOne(missing, say)}.`,
          ...remedy(words.remedyKnown, trace.tree),
        ];
      }
      case "skipped": {
        const wouldFire = trace.tree.verdict === true && trace.reason !== "loop" && trace.reason !== "depth";
        return [
          `${subject}${words.skipped}${words.skips[trace.reason]}.`,
          ...(wouldFire ? [words.otherwise] : []),
        ];
      }
      case "invalid":
        return [`${subject}${words.invalid}${issuesInOne(trace.issues, locale)}.`];
    }
  };
  return textOf(capitalized([{ text: sentences().join(" ") }]));
}

/** The facts that made the root true. */
function whyFired(tree: RuleTree, locale: Locale, say: Say): Phrase[] {
  const words = traceWordings[locale];
  const { trigger, operator, conditions } = tree;
  const happened = eventWording(trigger.actual, locale)?.happened;
  const start = phrase`${happened ?? words.isEvent(say.quote(trigger.actual))}`;
  if (trigger.verdict) {
    // An `or` rule does not look further.
    return operator === "or" ? [start] : [start, ...conditions.flatMap((node) => factsOf(node, locale, say))];
  }
  const brought = conditions.filter(
    ({ verdict, edge }) => verdict === true && edge?.touched === true && edge.before !== true,
  );
  return brought.map((node) => phrase`${words.brought}${clausesInOne(factsOf(node, locale, say), say)}`);
}

/** The facts that are to blame. */
function whyNot(blame: readonly Path[], tree: RuleTree, locale: Locale, say: Say): Phrase[] {
  if (blame.some(isTrigger)) {
    const wrong = phrase`${wrongEvent(tree, locale, say)}`;
    // There is nothing more to say of a rule that needs its trigger.
    return tree.operator === "or" ? [wrong, ...whyNoAlternative(tree, locale, say)] : [wrong];
  }
  const leaves = tree.conditions.flatMap(leavesOf);
  return blame.flatMap((path) => {
    const leaf = leaves.find((each) => isSame(each.path, path));
    return leaf === undefined ? [] : [factOf(leaf, locale, say)];
  });
}

/** Why the event did not make any alternative of an `or` rule true: those that it touches, or that it touches none. */
function whyNoAlternative({ conditions }: RuleTree, locale: Locale, say: Say): Phrase[] {
  if (conditions.length === 0) return [];
  const words = traceWordings[locale];
  const touched = conditions.filter(({ edge }) => edge?.touched === true);
  if (touched.length === 0) return [phrase`${words.broughtNothing}`];
  return touched.flatMap((node) => {
    if (node.verdict !== true && node.edge?.before === true) return [phrase`${words.heldBefore}`];
    if (node.verdict !== true) return factsOf(node, locale, say);
    // The condition, not what it found: what was there before may have met it in another way.
    const held = holding(node).map(({ condition, verdict }) =>
      clause(condition, verdict === true, locale, say),
    );
    return [phrase`${words.already}${clausesInOne(held, say)}`];
  });
}

/** What would have to hold instead. */
function wantedOf(blame: readonly Path[], tree: RuleTree, locale: Locale, say: Say): Phrase[] {
  const words = traceWordings[locale];
  const leaves = tree.conditions.flatMap((node) => wantedLeaves(node, tree.operator === "not"));
  return blame.flatMap((path) => {
    if (isTrigger(path)) {
      return isOfAnother(tree)
        ? [phrase`${words.fromCustomer}`]
        : [phrase`${words.isEvent(nounOf(tree.trigger.expected, locale, say))}`];
    }
    const found = leaves.find(({ leaf }) => isSame(leaf.path, path));
    return found === undefined ? [] : [clause(found.leaf.condition, !found.isDenied, locale, say)];
  });
}

/** Leaves, and whether an odd number of `not` stands over each. */
function wantedLeaves(node: NodeTrace, isDenied: boolean): { leaf: LeafTrace; isDenied: boolean }[] {
  if (node.type !== "group") return [{ leaf: node, isDenied }];
  return node.conditions.flatMap((each) => wantedLeaves(each, isDenied !== (node.operator === "not")));
}

/** The leaves that give a condition its verdict. */
function holding(node: NodeTrace): LeafTrace[] {
  return node.type === "group" ? decidingOf(node).flatMap(holding) : [node];
}

/** The facts that gave a condition its verdict: all that had to be so, or those that were enough. */
function factsOf(node: NodeTrace, locale: Locale, say: Say): Phrase[] {
  if (node.type !== "group") return [factOf(node, locale, say)];
  return decidingOf(node).flatMap((each) => factsOf(each, locale, say));
}

/** The conditions of a group that give it its verdict: all, or those that were enough. */
function decidingOf({ verdict, operator, conditions }: GroupTrace): NodeTrace[] {
  if (verdict === "unknown") return conditions.filter((each) => each.verdict === "unknown");
  // What decides an `and` is one false, what decides the others one true.
  const deciding = operator !== "and";
  const isDecidedByOne = verdict === (operator === "or");
  return isDecidedByOne ? conditions.filter((each) => each.verdict === deciding) : conditions;
}

/** What was the case with a leaf. */
function factOf({ condition, verdict, actual }: LeafTrace, locale: Locale, say: Say): Phrase {
  const wording = phrasesOf(condition)[locale];
  if (verdict === "unknown")
    return phrase`${traceWordings[locale].unknown}${clause(condition, true, locale, say)}`;
  const fact = verdict ? wording.met : wording.unmet;
  return actual === undefined || fact === undefined
    ? clause(condition, verdict, locale, say)
    : fact(condition, actual, say);
}

function clause(condition: LeafCondition, holds: boolean, locale: Locale, say: Say): Phrase {
  const wording = phrasesOf(condition)[locale];
  return holds ? wording.holds(condition, say) : wording.fails(condition, say);
}

function wrongEvent(tree: RuleTree, locale: Locale, say: Say): string {
  const words = traceWordings[locale];
  const { actual, expected } = tree.trigger;
  return isOfAnother(tree)
    ? words.notFromCustomer
    : words.isNotEvent(
        // It may not be the customer's: the trace does not tell.
        actual === "message.received" ? words.someMessage : nounOf(actual, locale, say),
        nounOf(expected, locale, say),
      );
}

/** The type is the trigger's, and yet it is not: the message did not come from the customer. */
function isOfAnother({ trigger }: RuleTree): boolean {
  return trigger.actual === trigger.expected;
}

function nounOf(type: string, locale: Locale, say: Say): string {
  return eventWording(type, locale)?.noun ?? say.quote(type);
}

/** The first three issues. */
function issuesInOne(issues: readonly Issue[], locale: Locale): string {
  const words = traceWordings[locale];
  const told = issues.slice(0, 3).map((issue) => {
    const place = issue.path.length === 0 ? "" : words.issueAt(asCode(issue.path.join(".")));
    return `${place}${shown(issueInWords(issue, locale), 200)}`;
  });
  const rest = issues.length - told.length;
  return [...told, ...(rest > 0 ? [words.moreIssues(rest)] : [])].join("; ");
}

function leavesOf(node: NodeTrace): LeafTrace[] {
  return node.type === "group" ? node.conditions.flatMap(leavesOf) : [node];
}

function isTrigger(path: Path): boolean {
  return path.length === 1 && path[0] === "trigger";
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
