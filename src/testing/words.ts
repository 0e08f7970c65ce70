/** Rules, decisions and traces in words, for texts about tests: of whatever document, and never throwing for one. */
import type { Condition, Path } from "../conditions/tree.ts";
import type { Decision } from "../decision.ts";
import { describe, describeTokens, type Token } from "../describe.ts";
import { describeDecision } from "../describeDecision.ts";
import { describeTrace } from "../describeTrace.ts";
import { Rule } from "../rule.ts";
import { member } from "../schema.ts";
import type { DescribeOptions } from "../sentences/names.ts";
import type { RuleTrace } from "../trace.ts";
import type { Workspace } from "../workspace.ts";

/** In which language, and where the names are. */
export interface WordsOptions {
  locale: "es" | "en";
  /** The document that was tested. */
  workspace: unknown;
}

/** The rules of a document. */
export function rulesIn(workspace: unknown): readonly unknown[] {
  const rules = member(workspace, "rules");
  return Array.isArray(rules) ? rules : [];
}

/** A rule as a sentence; of one that is not valid, nothing. */
export function ruleInWords(rule: unknown, options: WordsOptions): string {
  const parsed = parsedRule(rule);
  return parsed === undefined ? "" : describe(parsed, named(options));
}

/** What became of a rule, and why. */
export function traceInWords(trace: RuleTrace, options: WordsOptions): string {
  return describeTrace(trace, named(options));
}

/** What came out of an evaluation. */
export function decisionInWords(
  decision: Decision,
  account: string | null | undefined,
  options: WordsOptions,
): string {
  return describeDecision(decision, { ...named(options), account });
}

/**
 * The condition, trigger or action that stands at a path from a rule or around it, as it reads when it stands alone: a
 * condition under `not` is told as it is written, not denied. Of other paths nothing.
 */
export function partInWords(rule: unknown, path: Path, options: WordsOptions): string {
  const parsed = parsedRule(rule);
  if (parsed === undefined) return "";
  const condition = conditionAround(parsed, path);
  if (condition !== undefined) {
    const alone: Rule = { ...parsed, operator: "and", conditions: [condition] };
    return textAt(describeTokens(alone, named(options)), ["conditions", 0]);
  }
  const [key, at] = path;
  if (key === "trigger") return textAt(describeTokens(parsed, named(options)), ["trigger"]);
  return key === "actions" && at !== undefined
    ? textAt(describeTokens(parsed, named(options)), [key, at])
    : "";
}

/** The innermost condition on the way. */
function conditionAround(rule: Rule, path: Path): Condition | undefined {
  let found: Condition | undefined;
  let conditions: readonly Condition[] = rule.conditions;
  for (let at = 0; path[at] === "conditions"; at += 2) {
    const condition = conditions[Number(path[at + 1])];
    if (condition === undefined) return found;
    found = condition;
    conditions = condition.type === "group" ? condition.conditions : [];
  }
  return found;
}

/** From the first token that came from a part to the last. */
function textAt(tokens: readonly Token[], path: Path): string {
  const isBelow = (token: Token) => path.every((key, at) => token.path?.[at] === key);
  const own = tokens.slice(tokens.findIndex(isBelow), tokens.findLastIndex(isBelow) + 1);
  return own
    .map(({ text }) => text)
    .join("")
    .trim();
}

function parsedRule(rule: unknown): Rule | undefined {
  try {
    return Rule.safeParse(rule).data;
  } catch {
    // A getter of the author's that throws.
    return undefined;
  }
}

/** Sentences take a document in any state, whatever its type says. */
function named({ locale, workspace }: WordsOptions): DescribeOptions {
  return { locale, workspace: workspace as Workspace };
}
