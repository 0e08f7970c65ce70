/** What a scenario expected and what came instead, as data and in words. */
import type { Path } from "../../conditions/tree.ts";
import { type Issue, quote } from "../../issues/define.ts";
import { issueInWords } from "../../issues/inWords.ts";
import type { Locale } from "../../locale.ts";
import { member } from "../../schema.ts";
import type { Outcome } from "../../trace.ts";

/** What kind of difference it is. */
export type FailureCode = keyof typeof failurePhrases;

/** One difference between what was expected and what came. */
export interface Failure extends Difference {
  code: FailureCode;
  /** In English; `describeFailure` has both languages. */
  message: string;
}

/** What the words of a failure are made of. */
export interface Difference {
  /** The id of the rule or the type of the effect it is about; of a malformed scenario, what is wrong. */
  subject: string;
  /** From the scenario to the expectation that was not met, or to what is wrong. */
  path: Path;
  /** What was expected; null: nothing. */
  expected: unknown;
  /** What came; null: nothing. */
  actual: unknown;
  /** The ids of the rules whose traces tell why. */
  rules: string[];
  /** Of a malformed scenario: the issue. */
  issue?: Issue | undefined;
}

type Phrase = (difference: Difference) => string;

/** Every kind of failure, in both languages. */
export const failurePhrases = {
  malformed: {
    es: ({ subject, issue }) =>
      `el escenario no es válido: ${issue === undefined ? subject : issueInWords(issue, "es")}`,
    en: ({ subject }) => `the scenario is not valid: ${subject}`,
  },
  unknownRule: {
    es: ({ subject }) => `no hay ninguna regla \`${subject}\` en el espacio de trabajo`,
    en: ({ subject }) => `there is no rule \`${subject}\` in the workspace`,
  },
  notFired: {
    es: ({ subject }) => `se esperaba que la regla \`${subject}\` se disparara, y no se disparó`,
    en: ({ subject }) => `rule \`${subject}\` was expected to fire, and did not`,
  },
  firedUnexpectedly: {
    es: ({ subject }) => `la regla \`${subject}\` se disparó, y no se esperaba`,
    en: ({ subject }) => `rule \`${subject}\` fired, and was not expected to`,
  },
  firedOrder: {
    es: ({ expected, actual }) =>
      `las reglas se dispararon en otro orden: se esperaba ${shown(expected)}, fue ${shown(actual)}`,
    en: ({ expected, actual }) =>
      `the rules fired in another order: expected ${shown(expected)}, was ${shown(actual)}`,
  },
  outcome: {
    es: ({ subject, expected, actual }) =>
      `resultado de la regla \`${subject}\`: se esperaba «${outcome(expected, "es")}», fue «${outcome(actual, "es")}»`,
    en: ({ subject, expected, actual }) =>
      `outcome of rule \`${subject}\`: expected ${outcome(expected, "en")}, was ${outcome(actual, "en")}`,
  },
  missingFacts: {
    es: ({ subject, expected, actual }) =>
      `a la regla \`${subject}\` le faltan otros datos: se esperaba ${shown(expected)}, fue ${shown(actual)}`,
    en: ({ subject, expected, actual }) =>
      `rule \`${subject}\` misses other facts: expected ${shown(expected)}, was ${shown(actual)}`,
  },
  effectMissing: {
    es: ({ subject }) => `se esperaba el efecto \`${subject}\`, y no se planificó`,
    en: ({ subject }) => `effect \`${subject}\` was expected, and was not planned`,
  },
  effectUnexpected: {
    es: ({ subject, rules }) => `se planificó el efecto \`${subject}\`${by(rules, "es")}, y no se esperaba`,
    en: ({ subject, rules }) => `effect \`${subject}\`${by(rules, "en")} was planned, and was not expected`,
  },
  effectDiffers: {
    es: ({ subject, path, expected, actual }) =>
      `efecto \`${subject}\`, \`${keyOf(path)}\`: se esperaba ${shown(expected)}, fue ${shown(actual)}`,
    en: ({ subject, path, expected, actual }) =>
      `effect \`${subject}\`, \`${keyOf(path)}\`: expected ${shown(expected)}, was ${shown(actual)}`,
  },
  suppressionMissing: {
    es: ({ subject, expected }) =>
      `se esperaba que se suprimiera ${shownAction(expected, "es")} de la regla \`${subject}\`, y no se suprimió`,
    en: ({ subject, expected }) =>
      `${shownAction(expected, "en")} of rule \`${subject}\` was expected to be suppressed, and was not`,
  },
  suppressionUnexpected: {
    es: ({ subject, actual }) =>
      `se suprimió ${shownAction(actual, "es")} de la regla \`${subject}\`, y no se esperaba`,
    en: ({ subject, actual }) =>
      `${shownAction(actual, "en")} of rule \`${subject}\` was suppressed, and was not expected to be`,
  },
  suppressionDiffers: {
    es: ({ subject, path, expected, actual }) =>
      `acción suprimida de la regla \`${subject}\`, \`${keyOf(path)}\`: se esperaba ${shown(expected)}, fue ${shown(actual)}`,
    en: ({ subject, path, expected, actual }) =>
      `suppressed action of rule \`${subject}\`, \`${keyOf(path)}\`: expected ${shown(expected)}, was ${shown(actual)}`,
  },
} satisfies { [code: string]: { es: Phrase; en: Phrase } };

/** A failure, with its words in English. */
export function failure(code: FailureCode, difference: Difference): Failure {
  return { code, ...difference, message: failurePhrases[code].en(difference) };
}

const OUTCOMES: { readonly [Key in Locale]: { readonly [Name in Outcome]: string } } = {
  es: {
    fired: "se dispara",
    notFired: "no se dispara",
    indeterminate: "indeterminada",
    skipped: "omitida",
    invalid: "no válida",
  },
  en: {
    fired: "fired",
    notFired: "not fired",
    indeterminate: "indeterminate",
    skipped: "skipped",
    invalid: "invalid",
  },
};

/** An outcome, and why a rule was skipped. */
function outcome(value: unknown, locale: Locale): string {
  const name = typeof value === "string" ? value : member(value, "outcome");
  const reason = member(value, "reason");
  const words = isOutcome(name) ? OUTCOMES[locale][name] : shown(name);
  return typeof reason === "string" ? `${words} (\`${reason}\`)` : words;
}

function isOutcome(name: unknown): name is Outcome {
  return typeof name === "string" && Object.hasOwn(OUTCOMES.en, name);
}

function by(rules: readonly string[], locale: Locale): string {
  if (rules.length === 0) return "";
  const names = rules.map(quote).join(", ");
  if (locale === "en") return ` of ${rules.length === 1 ? "rule" : "rules"} ${names}`;
  return rules.length === 1 ? ` de la regla ${names}` : ` de las reglas ${names}`;
}

/** The action of a suppression, and why. */
function shownAction(value: unknown, locale: Locale): string {
  const action = member(value, "action");
  const reason = member(value, "reason");
  const name = typeof action === "string" ? ` \`${action}\`` : "";
  const why = typeof reason === "string" ? ` (\`${reason}\`)` : "";
  return `${locale === "es" ? "una acción" : "an action"}${name}${why}`;
}

function keyOf(path: Path): string {
  return String(path.at(-1) ?? "");
}

/** A value of the test's as it stands in a sentence. */
function shown(value: unknown): string {
  return `\`${JSON.stringify(value) ?? "undefined"}\``;
}
