/** Rules and traces in words: the one place from which the tools for tests take them. */
import { isRecord, member } from "../schema.ts";
import type { RuleTrace } from "../trace.ts";

/** In which language, and where the names are. */
export interface WordsOptions {
  locale: "es" | "en";
  /** The document the rule stands in. */
  workspace: unknown;
}

/** A rule as a sentence; nothing when it is not one. */
export function ruleInWords(rule: unknown, _options: WordsOptions): string {
  return isRecord(rule) ? String(member(rule, "name")) : "";
}

/** How a rule fared, in words. */
export function traceInWords(trace: RuleTrace, _options: WordsOptions): string {
  return `${trace.outcome}`;
}

/** The words of one condition of a rule, at a path from the rule. */
export function conditionInWords(
  rule: unknown,
  path: readonly (string | number)[],
  _options: WordsOptions,
): string {
  const condition = path.reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : member(value, String(key))),
    rule,
  );
  return isRecord(condition) ? String(member(condition, "type")) : String(condition);
}
