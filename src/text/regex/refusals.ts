import { boundedEngine } from "./engine.ts";
import type { RegexError } from "./errors.ts";
import { type Advice, type Locale, REASONS, UNKNOWN } from "./syntaxReasons.ts";

/** What people are told about a pattern that was refused. */
export interface Refusal extends Advice {
  /** Where in the pattern, in UTF-16 units from 0, if it is about one place. */
  readonly at: number | undefined;
}

/** Why this library's engine refuses a pattern, or nothing. */
export function refusedPattern(pattern: string, flags: string): RegexError | undefined {
  try {
    boundedEngine.compile(pattern, flags);
    return undefined;
  } catch (error) {
    if (isRegexError(error)) return error;
    throw error;
  }
}

/** Tells why a pattern was refused when it was defined, and what to write instead. */
export function regexRefusal(error: RegexError, pattern: string, flags: string, locale: Locale): Refusal {
  const { code, at, of = "states", limit = 0 } = error;
  if (code === "regex/syntax") return aboutSyntax(pattern, flags, locale);
  if (code === "regex/flags") return { at: undefined, ...aboutFlags(flags, locale) };
  if (code === "regex/unsupported") return { at, problem: error.message, instead: OTHER_ENGINE[locale] };
  const [problem, instead] = LIMITS[of][locale];
  const count = new Intl.NumberFormat(locale, { useGrouping: "always" }).format(limit);
  return { at, problem: problem.replace("{limit}", count), instead };
}

function isRegexError(error: unknown): error is RegexError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("regex/");
}

const LIMITS: Record<
  NonNullable<RegexError["of"]>,
  Record<Locale, readonly [problem: string, instead: string]>
> = {
  characters: {
    en: ["the pattern has more than {limit} characters", "split it into several conditions under `or`"],
    es: ["el patrón tiene más de {limit} caracteres", "repártelo en varias condiciones unidas por O"],
  },
  states: {
    en: [
      "its counts, written out, make the pattern larger than {limit} states",
      "write `+` or `*` instead of the count, or a smaller count",
    ],
    es: [
      "sus cantidades, desarrolladas, hacen que el patrón pase de {limit} estados",
      "escribe `+` o `*` en lugar de la cantidad, o una cantidad menor",
    ],
  },
  "look-arounds": {
    en: [
      "the pattern has more than {limit} look-arounds",
      "split it into several conditions under `or` or `and`",
    ],
    es: [
      "el patrón tiene más de {limit} miradas alrededor, como `(?=…)`",
      "repártelo en varias condiciones unidas por O o por Y",
    ],
  },
  "nested groups": {
    en: [
      "groups are nested more than {limit} deep",
      "leave out brackets that hold nothing but other brackets",
    ],
    es: [
      "hay más de {limit} grupos uno dentro de otro",
      "quita los paréntesis que solo contienen otros paréntesis",
    ],
  },
};

const FLAGS = {
  needless: {
    en: ["flag `{found}` is not available", "leave it out: it does not change whether a message matches"],
    es: ["la opción `{found}` no está disponible", "quítala: no cambia si un mensaje coincide"],
  },
  unknown: {
    en: ["flag `{found}` is not available", "write some of `i`, `m`, `s` and one of `u`, `v`"],
    es: ["la opción `{found}` no está disponible", "usa algunas de `i`, `m`, `s` y una de `u`, `v`"],
  },
  both: {
    en: ["flags `u` and `v` exclude each other", "leave out `u`: `v` does all that it does"],
    es: ["las opciones `u` y `v` se excluyen", "quita `u`: `v` hace todo lo que ella hace"],
  },
  twice: {
    en: ["a flag is written twice", "write each flag once"],
    es: ["una opción está escrita dos veces", "escribe cada opción una sola vez"],
  },
} as const;

const OTHER_ENGINE: Record<Locale, string> = {
  en: "write it without that part, or use the engine of this library",
  es: "escríbelo sin esa parte, o usa el motor de esta biblioteca",
};

function aboutFlags(flags: string, locale: Locale): Advice {
  const unknown = [...flags].find((flag) => !"imsuv".includes(flag));
  const both = flags.includes("u") && flags.includes("v");
  const kind = unknown ? ("gyd".includes(unknown) ? "needless" : "unknown") : both ? "both" : "twice";
  const [problem, instead] = FLAGS[kind][locale];
  return { problem: problem.replace("{found}", unknown ?? ""), instead };
}

function aboutSyntax(pattern: string, flags: string, locale: Locale): Refusal {
  const reason = reasonOf(pattern, flags) ?? "";
  // The mistake is at the end of the shortest beginning that the host refuses for the same reason.
  let end = pattern.length;
  while (end > 1 && reasonOf(pattern.slice(0, end - 1), flags) === reason) end--;
  const at = Math.max(0, end - 1);
  const found = String.fromCodePoint(pattern.codePointAt(at) ?? 32);
  const [problem, instead] =
    (Object.hasOwn(REASONS, reason) ? REASONS[reason] : UNKNOWN)?.[locale] ?? UNKNOWN[locale];
  return { at, problem: problem.replaceAll("{found}", found), instead: instead.replaceAll("{found}", found) };
}

/** V8 writes `Invalid regular expression: /(/: Unterminated group`; only the last part is about the mistake. */
function reasonOf(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return message
      .slice(message.lastIndexOf(": ") + 1)
      .trim()
      .toLowerCase();
  }
}
