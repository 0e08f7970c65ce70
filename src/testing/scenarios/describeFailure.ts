import { quote } from "../../issues/define.ts";
import { requireLocale } from "../../locale.ts";
import { decisionInWords, ruleInWords, rulesIn, traceInWords, type WordsOptions } from "../words.ts";
import { type Failure, failurePhrases } from "./failure.ts";
import type { ScenarioResult } from "./runScenarios.ts";

/**
 * A scenario that failed, in words: what was expected and what came; where that is about effects, the decision; and of
 * each rule concerned what it says and why it fared as it did. Of one that passed: its name.
 */
export function describeFailure(result: ScenarioResult, options: WordsOptions): string {
  const { decision, event, failures, name, passed, traces } = result;
  const words = WORDS[requireLocale(options.locale)];
  const rules = rulesIn(options.workspace);
  const differences = failures.map((failure) => `  - ${differenceOf(failure, options)}`);
  const isAboutEffects = failures.some(({ path }) => path[1] === "effects" || path[1] === "suppressed");
  const came =
    decision !== null && isAboutEffects ? decisionInWords(decision, event?.ticket.account, options) : "";
  const parts = [
    ...(came === "" ? [] : [`${words.came}:\n${came}`]),
    ...traces
      .slice(0, TOLD)
      .map((trace) =>
        [
          `${words.rule} ${quote(trace.rule ?? trace.index)}: ${ruleInWords(rules[trace.index], options)}`.trimEnd(),
          traceInWords(trace, options),
        ].join("\n"),
      ),
    ...(traces.length > TOLD ? [words.more(traces.length - TOLD)] : []),
  ];
  return [[`${passed ? "✓" : "✗"} ${name}`, ...differences].join("\n"), ...parts.map(indented)].join("\n\n");
}

/** Of how many rules the traces are told. */
const TOLD = 10;

const WORDS = {
  es: {
    rule: "Regla",
    came: "Lo que resultó",
    more: (count: number) => (count === 1 ? "… y 1 regla más" : `… y ${count} reglas más`),
  },
  en: {
    rule: "Rule",
    came: "What came",
    more: (count: number) => (count === 1 ? "… and 1 more rule" : `… and ${count} more rules`),
  },
};

function differenceOf(failure: Failure, { locale }: WordsOptions): string {
  const place = failure.code === "malformed" && failure.path.length > 0 ? `${failure.path.join(".")}: ` : "";
  return place + failurePhrases[failure.code][locale](failure);
}

function indented(part: string): string {
  return part
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
