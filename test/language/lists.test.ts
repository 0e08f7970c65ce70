import { describe, expect, it } from "vitest";
import { en } from "../../src/language/en.ts";
import { es } from "../../src/language/es.ts";
import { textOf } from "../../src/language/phrase.ts";

const listed = (language: typeof es, conjunction: "and" | "or" | "nor", ...texts: string[]) =>
  textOf(
    language.list(
      texts.map((text) => [{ text }]),
      conjunction,
    ),
  );

describe("lists", () => {
  it.each([
    ["and", "«Ana»", "y"],
    ["and", "«Instagram»", "e"],
    ["and", "«Ínsula»", "e"],
    ["and", "«hijos»", "e"],
    ["and", "«hielo»", "y"],
    ["and", "«Yapo»", "y"],
    ["or", "«Ventas»", "o"],
    ["or", "«Ofertas»", "u"],
    ["or", "«Órdenes»", "u"],
    ["or", "«Hogar»", "u"],
    ["or", "8", "u"],
    ["or", "80", "u"],
    ["or", "11", "u"],
    ["or", "110", "o"],
    ["or", "11000", "u"],
    ["or", "👍", "o"],
    ["nor", "«Ofertas»", "ni"],
  ] as const)("in Spanish with %s before %s take %s", (conjunction, next, word) => {
    expect(listed(es, conjunction, "A", next)).toBe(`A ${word} ${next}`);
  });

  it("have commas before the last two only", () => {
    expect(listed(es, "and", "A", "B", "C")).toBe("A, B y C");
    expect(listed(en, "nor", "A", "B", "C")).toBe("A, B nor C");
    expect(listed(en, "or", "A")).toBe("A");
  });

  it("are cut at two hundred, and say so", () => {
    const texts = Array.from({ length: 203 }, (_, at) => `v${at}`);
    expect(listed(es, "or", ...texts)).toMatch(/, v199 o 3 más$/);
    expect(listed(en, "or", ...texts)).toMatch(/, v199 or 3 more$/);
  });
});

describe("dates and lengths of time", () => {
  it.each([
    [0, "0 minutos", "0 minutes"],
    [1, "1 minuto", "1 minute"],
    [60, "1 hora", "1 hour"],
    [150, "2 horas y 30 minutos", "2 hours and 30 minutes"],
    [1440, "1 día", "1 day"],
    [10_000_000, "6944 días, 10 horas y 40 minutos", "6944 days, 10 hours and 40 minutes"],
  ])("%i minutes", (minutes, spanish, english) => {
    expect(es.duration(minutes)).toBe(spanish);
    expect(en.duration(minutes)).toBe(english);
  });

  it("share what two dates have in common", () => {
    expect(es.dates("2026-03-01", "2026-04-05")).toEqual(["1 de marzo", "5 de abril de 2026"]);
    expect(es.dates("2026-04-01", "2026-04-05")).toEqual(["1", "5 de abril de 2026"]);
    expect(en.dates("2025-12-31", "2026-01-01")).toEqual(["31 December 2025", "1 January 2026"]);
  });

  it("leave what is no date as it is", () => {
    expect(es.date("2026-02-30")).toBe("2026-02-30");
  });
});

describe("text of strangers", () => {
  it("stays on its line, in its quotation marks and within its length", () => {
    expect(es.quote('a\n\tb\u0000 "c" «d»')).toBe('«a b "c" “d”»');
    expect(en.quote("“x” \u202ey\u2069 \ud800")).toBe("“‘x’ y \uFFFD”");
    expect(es.quote("👍".repeat(100))).toBe(`«${"👍".repeat(79)}…»`);
    expect(es.quote("x".repeat(200_000))).toHaveLength(82);
    expect(es.quote(" ".repeat(10_000))).toBe("«…»");
  });
});
