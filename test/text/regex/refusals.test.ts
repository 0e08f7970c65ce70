import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalIn } from "../../../src/issues/patterns/define.ts";
import { en } from "../../../src/issues/patterns/en.ts";
import { es } from "../../../src/issues/patterns/es.ts";
import type { Locale } from "../../../src/locale.ts";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import type { RegexError } from "../../../src/text/regex/errors.ts";
import { faultOf, refusedPattern } from "../../../src/text/regex/refusals.ts";

/** What people are told. */
function regexRefusal(error: RegexError, pattern: string, flags: string, locale: Locale) {
  return refusalIn({ en, es }[locale], faultOf(error, pattern, flags));
}

describe("a pattern is refused with a code, a position and a sentence", () => {
  it.each([
    ["a(b", "", "regex/syntax", 1, "a group is opened and never closed"],
    ["(a)(b", "", "regex/syntax", 3, "a group is opened and never closed"],
    ["a**", "", "regex/syntax", 2, "`*` has nothing before it to repeat"],
    ["hola)", "", "regex/syntax", 4, "a group is closed that was never opened"],
    ["(a[b)", "", "regex/syntax", 2, "a class is opened and never closed"],
    ["[z-a]", "", "regex/syntax", 3, "a range ends before it begins"],
    ["a{2,1}", "", "regex/syntax", 5, "a count has its larger number first"],
    ["{", "u", "regex/syntax", 0, "`{` stands alone, which the flags `u` and `v` do not allow"],
    ["\\d\\-\\d", "u", "regex/syntax", 3, "a backslash before `-` means nothing with the flags `u` and `v`"],
    ["a", "g", "regex/flags", undefined, "flag `g` is not available"],
    ["a", "y", "regex/flags", undefined, "flag `y` is not available"],
    ["a", "ii", "regex/flags", undefined, "a flag is written twice"],
    ["a", "uv", "regex/flags", undefined, "flags `u` and `v` exclude each other"],
    ["a".repeat(2_001), "", "regex/tooLong", 2_000, "the pattern has more than 2,000 characters"],
    [
      "b(?:a{200}){200}",
      "",
      "regex/tooLarge",
      11,
      "its counts, written out, make the pattern larger than 10,000 states",
    ],
    [
      "a{6000}b{6000}",
      "",
      "regex/tooLarge",
      0,
      "its counts, written out, make the pattern larger than 10,000 states",
    ],
    ["(?=ab)".repeat(31), "", "regex/tooLarge", 180, "the pattern has more than 30 look-arounds"],
    [
      `${"(".repeat(201)}${")".repeat(201)}`,
      "",
      "regex/tooLarge",
      201,
      "groups are nested more than 200 deep",
    ],
  ])("/%s/%s", (pattern, flags, code, at, problem) => {
    const error = refusedPattern(pattern, flags);
    expect(() => boundedEngine.compile(pattern, flags)).toThrow(Error);
    expect(error).toMatchObject({ code });
    expect(error && regexRefusal(error, pattern, flags, "en")).toMatchObject({ at, problem });
  });
});

describe("what to write instead is told in both languages", () => {
  it.each([
    ["¿hola?)", "", "escribe `\\)` si buscas ese signo"],
    ["*oferta*", "", "escribe `\\*` si buscas ese signo"],
    ["+56 9", "", "escribe `\\+` si buscas ese signo"],
    ["a{2,1}", "", "escribe primero el número menor, como en `{2,5}`"],
    ["\\ñ", "u", "escribe `ñ` sin la barra, o quita la opción"],
    ["precio {usd}", "u", "escribe `\\{` si buscas ese signo"],
    ["\\p{Letra}", "u", "escribe una propiedad como `\\p{L}`"],
    ["[(]", "v", "escribe `\\(`"],
    ["(?<1a>x)", "", "sin comenzar por un dígito"],
    ["hola", "g", "quítala: no cambia si un mensaje coincide"],
    [".{1,9999}.{1,9999}", "", "escribe `+` o `*` en lugar de la cantidad"],
    ["(?=ab)".repeat(31), "", "repártelo en varias condiciones unidas por O o por Y"],
  ])("/%s/%s", (pattern, flags, instead) => {
    const error = refusedPattern(pattern, flags);
    expect(error && regexRefusal(error, pattern, flags, "es").instead).toContain(instead);
  });

  it("what is to be written instead is a pattern again", () => {
    for (const [pattern, flags] of [
      ["a**", ""],
      ["+56", ""],
      ["hola)", ""],
      ["a(b", ""],
      ["[ab", ""],
      ["x{", "u"],
      ["}", "v"],
      ["[(]", "v"],
    ] as const) {
      const error = refusedPattern(pattern, flags);
      const refusal = error && regexRefusal(error, pattern, flags, "en");
      const escaped = `${pattern.slice(0, refusal?.at)}\\${pattern.slice(refusal?.at)}`;
      expect(refusal?.instead).toContain(`\`\\${pattern[refusal?.at ?? 0]}\``);
      expect(refusedPattern(escaped, flags), escaped).toBeUndefined();
    }
  });
});

/** Patterns that V8 refuses, for each of the reasons it can be made to give. */
const REFUSED: readonly (readonly [pattern: string, flags: string])[] = [
  ["(", ""],
  [")", ""],
  ["[", ""],
  ["*", ""],
  ["(?<=a)*", ""],
  ["a{2,1}", ""],
  ["a{1", "u"],
  ["{", "u"],
  ["\\", ""],
  ["\\-", "u"],
  ["\\u{", "u"],
  ["\\01", "u"],
  ["\\p{Foo}", "u"],
  ["[\\p{Foo}]", "u"],
  ["[z-a]", ""],
  ["[\\d-z]", "u"],
  ["[(]", "v"],
  ["[a--b&&c]", "v"],
  ["[^\\p{RGI_Emoji}]", "v"],
  ["(?", ""],
  ["(?i-i:a)", ""],
  ["(?<1>a)", ""],
  ["(?<a>x)(?<a>y)", ""],
  ["(?<a>x)\\k", ""],
  ["\\k<b>(?<a>x)", ""],
];

describe("the reasons of the host", () => {
  it.each(REFUSED)("are known: /%s/%s", (pattern, flags) => {
    const error = refusedPattern(pattern, flags);
    for (const locale of ["en", "es"] as const) {
      const refusal = error && regexRefusal(error, pattern, flags, locale);
      expect(refusal?.problem).not.toMatch(/not well formed here|no está bien formado aquí|\{found\}/);
    }
  });

  it("each have a sentence of their own form in both languages", () => {
    expect(Object.keys(es.reasons)).toEqual(Object.keys(en.reasons));
    for (const [reason, english] of Object.entries(en.reasons)) {
      const spanish = es.reasons[reason] ?? [];
      for (const sentence of [...english, ...spanish]) expect(sentence).toMatch(/^[^A-ZÁÉÍÓÚ].*[^.]$/);
      expect(spanish.join()).not.toBe(english.join());
    }
  });

  it("that are not known still give a position and a general sentence", () => {
    const host = globalThis.RegExp;
    try {
      globalThis.RegExp = class extends host {
        constructor(pattern: string | RegExp, flags?: string) {
          if (pattern === "ab(" || pattern === "ab(c") throw new SyntaxError("constructor");
          super(pattern, flags);
        }
      } as RegExpConstructor;
      const error = refusedPattern("ab(c", "");
      expect(error && regexRefusal(error, "ab(c", "", "es")).toMatchObject({
        at: 2,
        problem: "el patrón no está bien formado aquí",
      });
    } finally {
      globalThis.RegExp = host;
    }
  });

  it("whatever is refused, is refused with both texts and a position within the pattern", () => {
    const sign = fc.constantFrom(
      ..."()[]{}*+?|\\^$-,<>=!:kpuxc019aA&ñ~".split(""),
      "\\p{",
      "(?<",
      "(?",
      "&&",
      "--",
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 8 }).map((signs) => signs.join("")),
        fc.constantFrom("", "i", "u", "v", "g", "uu", "uv", "q"),
        (pattern, flags) => {
          const error = refusedPattern(pattern, flags);
          if (!error) return;
          for (const locale of ["en", "es"] as const) {
            const { at, problem, instead } = regexRefusal(error, pattern, flags, locale);
            expect(problem).toMatch(/^[^A-Z].*[^.]$/s);
            expect(instead).toMatch(/^[^A-Z].*[^.]$/s);
            expect(problem + instead).not.toContain("{found}");
            if (error.code === "regex/syntax") expect(at).toBeGreaterThanOrEqual(0);
            if (at !== undefined) expect(at).toBeLessThanOrEqual(pattern.length);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
