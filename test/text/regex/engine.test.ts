import { describe, expect, it } from "vitest";
import { stepsAllowed } from "../../../src/text/regex/budget.ts";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { makeMatcher } from "../../../src/text/regex/matcher.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import { ordinaryText } from "./texts.ts";

describe("verdicts that engines get wrong", () => {
  it.each([
    ["a no-break space is white space", "no\\s+llega", "i", "no\u00a0llega", true],
    ["a word edge is ASCII, so an accent is one", "\\bllegó\\b", "i", "no llegó.", false],
    ["letters around, by properties", "(?<!\\p{L})llegó(?!\\p{L})", "iu", "no LLEGÓ.", true],
    ["KELVIN SIGN is k only for code points", "^k$", "i", "\u212a", false],
    ["KELVIN SIGN is k only for code points", "^k$", "iu", "\u212a", true],
    ["long s is s only for code points", "^\\w$", "iu", "\u017f", true],
    ["long s is s only for code points", "^\\w$", "i", "\u017f", false],
    ["dotted capital I has no other case", "^i$", "iu", "İ", false],
    ["final sigma", "^ΣΑΣ$", "iu", "σας", true],
    ["line separator ends a line", "^b$", "m", "a\u2028b", true],
    ["a dot is half an emoji", "^.$", "", "😀", false],
    ["a dot is an emoji, by code points", "^.$", "u", "😀", true],
    ["an emoji is repeated by its second half", "^😀{2}$", "", "😀\ude00", true],
    ["braces that count nothing are letters", "^a{,2}$", "", "a{,2}", true],
    ["an octal that is no group", "^\\101$", "", "A", true],
    ["a reference to a group that did not match is to nothing", "^(?:(a)|b)\\1c$", "", "bc", true],
    ["a group is forgotten when its repetition starts anew", "^(?:(a)|b)*\\1$", "", "ab", true],
    ["a reference to a later group is to nothing", "^\\1(a)$", "", "a", true],
    ["look-behind reads its groups from the right", "(?<=(\\d+)(\\d+))$|(?<=\\1(a))b", "", "1053", true],
    ["an iteration that consumes nothing is not made", "^(?:a?)*?b$", "", "ab", true],
    ["a flag sequence is one string", "^\\p{RGI_Emoji}$", "v", "🇨🇱", true],
    ["two flags are not", "^\\p{RGI_Emoji}$", "v", "🇨🇱🇨🇱", false],
    ["a string of a class, from the right", "(?<=^[\\q{abc|d}])x", "v", "abcx", true],
    ["lone halves stay halves", "^\\ud83d$", "u", "😀", false],
  ])("%s: /%s/%s", (_, pattern, flags, text, expected) => {
    expect(boundedEngine.compile(pattern, flags).test(text, 250_000)).toBe(expected);
    expect(makeMatcher(parsePattern(pattern, flags), 0).test(text, 250_000)).toBe(expected);
  });
});

describe("a compiled pattern", () => {
  it("keeps nothing between tests", () => {
    const regex = boundedEngine.compile("a+b|\\S+@\\S+", "i");
    for (let i = 0; i < 3; i++) {
      expect(regex.test("xAAb", 250_000)).toBe(true);
      expect(regex.test("xAA", 250_000)).toBe(false);
    }
  });

  it("forgets what it has learnt when that is much, and decides the same", () => {
    const regex = boundedEngine.compile("(?:\\p{L}|\\p{N}|[!-/])+x$", "iu");
    const host = /(?:\p{L}|\p{N}|[!-/])+x$/iu;
    for (let i = 0; i < 40; i++) {
      const letters = Array.from({ length: 400 }, (_, j) =>
        String.fromCharCode(0x100 + ((i * 997 + j * 37) % 0xa000)),
      );
      const text = `${letters.join("")} ${i % 2 ? "x" : "y"}`;
      expect(regex.test(text, 1_000_000)).toBe(host.test(text));
    }
  });

  it("tells more symbols apart than its rows have room for", () => {
    const letters = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const pattern = `(?:${letters.map((letter, i) => `${letter}${letters[i + 1] ?? "z"}`).join("|")})+.*z$`;
    const regex = makeMatcher(parsePattern(pattern, ""), 0);
    const host = new RegExp(pattern);
    for (const text of [letters.join(""), `${letters.join("")}z`, `${letters.toReversed().join("")}z`]) {
      expect(regex.test(text, 2_000_000)).toBe(host.test(text));
      expect(regex.test(text, 2_000_000)).toBe(host.test(text));
    }
  });

  it("is undecided at once where the text is longer than the allowance", () => {
    const regex = boundedEngine.compile("\\S+@\\S+", "");
    expect(regex.test(ordinaryText(64_000, 1).replaceAll("@", " "), 10_000)).toBe("undecided");
  });
});

describe("emoji as strings", () => {
  const mixed = ["😀", "👍🏽", "👩‍❤️‍👩", "🇨🇱", "1️⃣", "❤️", "👨‍👩‍👧", "🙏🏿"];
  const text = (count: number) => Array.from({ length: count }, (_, at) => mixed[at % mixed.length]).join("");

  it.each([
    ["^\\p{RGI_Emoji}+$", true],
    ["\\p{RGI_Emoji}{3}", true],
    ["^(?:\\p{RGI_Emoji}|\\s)+$", true],
    ["\\p{RGI_Emoji}\\s*gracias", false],
    ["[\\p{RGI_Emoji}--\\q{👍🏽}]x", false],
  ])("/%s/v is decided on three thousand of them", (pattern, verdict) => {
    const found = text(3_000);
    expect(boundedEngine.compile(pattern, "v").test(found, stepsAllowed(found.length, 1))).toBe(verdict);
  });

  it.each(mixed.flatMap((one) => mixed.map((other) => `${one}${other}`)))(
    "%s is what the host says it is",
    (pair) => {
      for (const pattern of ["^\\p{RGI_Emoji}$", "^\\p{RGI_Emoji}{2}$", "^[\\p{RGI_Emoji}--\\q{👍🏽}]+$"]) {
        expect(boundedEngine.compile(pattern, "v").test(pair, 250_000)).toBe(
          new RegExp(pattern, "v").test(pair),
        );
      }
    },
  );
});
