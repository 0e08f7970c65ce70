import { quote } from "../../issues/define.ts";
import { requireLocale } from "../../locale.ts";
import { partInWords, rulesIn, type WordsOptions } from "../words.ts";
import { type Coverage, type LeafCoverage, partOf, type Ratio, type RuleCoverage } from "./coverage.ts";

/** Coverage as text for people: the totals, then each rule that lacks something and what it lacks, in words. */
export function coverageReport(coverage: Coverage, options: WordsOptions): string {
  const words = WORDS[requireLocale(options.locale)];
  const rules = rulesIn(options.workspace);
  const { totals, scenarios } = coverage;
  const head = [
    words.scenarios(scenarios),
    `${words.rules}: ${shownRatio(totals.rules, options)}`,
    `${words.leaves}: ${shownRatio(totals.leaves, options)}`,
  ];
  const details = coverage.rules.flatMap((rule) => {
    const lines = linesOf(rule, rules[rule.index], options);
    return lines.length === 0 ? [] : [[`${quote(rule.rule ?? rule.index)}`, ...lines].join("\n  - ")];
  });
  return [head.join("\n"), ...details].join("\n\n");
}

const WORDS = {
  es: {
    scenarios: (count: number) => `${count} ${count === 1 ? "escenario" : "escenarios"}`,
    rules: "Reglas vistas dispararse y no dispararse",
    leaves: "Condiciones que por sí solas decidieron",
    of: "de",
    idle: "no puede ejecutarse: no es válida o está desactivada",
    neverFired: "ningún escenario la dispara",
    alwaysFired: "ningún escenario la deja sin disparar",
    inert: "nunca puede importar: ningún evento la hace verdadera sin disparar la regla por sí mismo",
    both: "ningún escenario en que decida por sí sola, ni al cumplirse ni al no cumplirse",
    true: "ningún escenario en que decida por sí sola al cumplirse",
    false: "ningún escenario en que decida por sí sola al no cumplirse",
    otherEvent: "ningún escenario con otro evento en que se cumpla todo lo demás",
    neverTrue: "nunca se cumple",
    neverFalse: "siempre se cumple",
    unseen: "nunca se evaluó",
  },
  en: {
    scenarios: (count: number) => `${count} ${count === 1 ? "scenario" : "scenarios"}`,
    rules: "Rules seen to fire and seen not to",
    leaves: "Conditions that decided alone",
    of: "of",
    idle: "cannot run: it is not valid, or switched off",
    neverFired: "no scenario makes it fire",
    alwaysFired: "no scenario keeps it from firing",
    inert: "can never matter: no event makes it true without firing the rule by itself",
    both: "no scenario in which it alone decides, neither by holding nor by not holding",
    true: "no scenario in which it alone decides by holding",
    false: "no scenario in which it alone decides by not holding",
    otherEvent: "no scenario of another event in which all else holds",
    neverTrue: "it never holds",
    neverFalse: "it always holds",
    unseen: "it was never judged",
  },
} as const;

function shownRatio(ratio: Ratio, { locale }: WordsOptions): string {
  // Rounded down: 100% is all of them.
  return `${ratio.hit} ${WORDS[locale].of} ${ratio.found} (${Math.floor(partOf(ratio) * 100)}%)`;
}

function linesOf(coverage: RuleCoverage, rule: unknown, options: WordsOptions): string[] {
  const words = WORDS[options.locale];
  if (!coverage.runs) return [words.idle];
  const { fired, notFired } = coverage.outcomes;
  return [
    ...(fired === 0 ? [words.neverFired] : []),
    ...(notFired === 0 ? [words.alwaysFired] : []),
    ...coverage.leaves.flatMap((leaf) => {
      if (leaf.covered) return [];
      const what = `${leaf.path.join(".")}, ${partInWords(rule, leaf.path, options)}`;
      return [`${what}: ${lackOf(leaf, options)}`];
    }),
  ];
}

/** What is not shown of a leaf, and, where it tells why, what was never seen. */
function lackOf({ type, inert, seen, shown }: LeafCoverage, { locale }: WordsOptions): string {
  const words = WORDS[locale];
  if (inert) return words.inert;
  if (type === "trigger" && shown.true !== null) return words.otherEvent;
  const lack = shown.true !== null ? words.false : shown.false !== null ? words.true : words.both;
  if (seen.true + seen.false + seen.unknown === 0) return `${lack} (${words.unseen})`;
  if (seen.true === 0) return `${lack} (${words.neverTrue})`;
  return seen.false === 0 && seen.unknown === 0 ? `${lack} (${words.neverFalse})` : lack;
}
