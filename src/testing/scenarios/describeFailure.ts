import { member, quote } from "../../schema.ts";
import { ruleInWords, traceInWords, type WordsOptions } from "../words.ts";
import { failurePhrases } from "./failure.ts";
import type { ScenarioResult } from "./runScenarios.ts";

/**
 * A scenario that failed, in words: what was expected and what came, and of each rule concerned what it says and why it
 * fared as it did. Of one that passed: its name.
 */
export function describeFailure(result: ScenarioResult, options: WordsOptions): string {
  const { locale, workspace } = options;
  const written = member(workspace, "rules");
  const rules: readonly unknown[] = Array.isArray(written) ? written : [];
  const failures = result.failures.map((failure) => {
    const place =
      failure.code === "malformed" && failure.path.length > 0 ? `${failure.path.join(".")}: ` : "";
    return `  - ${place}${failurePhrases[failure.code][locale](failure)}`;
  });
  const suppressed = (result.decision?.suppressed ?? []).filter(({ rule }) =>
    result.failures.some((failure) => failure.rules.includes(rule)),
  );
  const traces = result.traces.map((trace) =>
    indented([
      `${WORDS[locale].rule} ${quote(trace.rule ?? trace.index)}: ${ruleInWords(rules[trace.index], options)}`,
      traceInWords(trace, options),
      ...suppressed
        .filter(({ rule }) => rule === trace.rule)
        .map(({ action, reason }) => WORDS[locale].suppressed(action, reason)),
    ]),
  );
  const mark = result.passed ? "✓" : "✗";
  return [[`${mark} ${result.name}`, ...failures].join("\n"), ...traces].join("\n\n");
}

const WORDS = {
  es: {
    rule: "Regla",
    suppressed: (action: string, reason: string) => `La acción \`${action}\` se suprimió: \`${reason}\`.`,
  },
  en: {
    rule: "Rule",
    suppressed: (action: string, reason: string) => `Action \`${action}\` was suppressed: \`${reason}\`.`,
  },
};

function indented(parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split("\n"))
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}
