import { quote } from "../../issues/define.ts";
import { requireLocale } from "../../locale.ts";
import { member } from "../../schema.ts";
import { partInWords, rulesIn, type WordsOptions } from "../words.ts";
import type { MutantRun } from "./testMutants.ts";

/** A mutant run as text for people: the score, then each mistake that no scenario would notice, and what would. */
export function mutantReport(run: MutantRun, options: WordsOptions): string {
  const { locale, workspace } = options;
  const words = WORDS[requireLocale(locale)];
  const byId = new Map(rulesIn(workspace).map((rule) => [member(rule, "id"), rule]));
  const head = [
    `${words.noticed}: ${run.noticed} ${words.of} ${run.tested} (${Math.floor(run.score * 100)}%)`,
    ...(run.tested < run.mutants ? [`${words.sampled}: ${run.mutants}`] : []),
    ...(run.failing.length > 0 ? [`${words.failing}: ${run.failing.join(", ")}`] : []),
  ];
  const survivors = new Map<string, string[]>();
  for (const { rule, path, description, hint } of run.survivors) {
    const place = path.length === 0 ? "" : `${path.join(".")}, `;
    const inWords = partInWords(byId.get(rule), path, options);
    const what = inWords === "" ? "" : `${inWords}: `;
    const lines = survivors.get(rule) ?? [];
    survivors.set(rule, lines);
    lines.push(`${place}${what}${description[locale]}\n    → ${hint[locale]}`);
  }
  const details = [...survivors].map(([rule, lines]) => [quote(rule), ...lines].join("\n  - "));
  return [head.join("\n"), ...details].join("\n\n");
}

const WORDS = {
  es: {
    noticed: "Cambios que los escenarios notan",
    of: "de",
    sampled: "Muestra; cambios posibles",
    failing: "Escenarios que fallan sin ningún cambio",
  },
  en: {
    noticed: "Changes that the scenarios notice",
    of: "of",
    sampled: "A sample; possible changes",
    failing: "Scenarios that fail without any change",
  },
};
