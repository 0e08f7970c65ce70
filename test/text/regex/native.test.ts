import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOST_STEPS } from "../../../src/text/regex/budget.ts";
import { nativeWork } from "../../../src/text/regex/native.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import hostile from "./corpus/hostile.json";
import ordinary from "./corpus/ordinary.json";
import { grammars, text } from "./grammar.ts";
import { countVisits } from "./visits.ts";

const LONG = process.env.LONG === "1";
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const atom = fc.constantFrom(
  "a",
  "b",
  "\\w",
  "\\s",
  "\\d",
  "[ab]",
  "[^a]",
  ".",
  " ",
  "1",
  "\\S",
  "[a1]",
  "(?:ab)",
  "(?:a|b1)",
);
const many = fc.constantFrom("", "", "*", "+", "*?", "+?", "{2,}", "?", "{0,2}", "{1,3}");
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(atom, many).map(([part, repeated]) => part + repeated) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\\b", "\\B", "^", "$", "(?<!\\w)", "(?<!a)", "(?<=\\s)", "(?=a)", "(?!\\d)"),
  },
);
const phrase = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
const nested = fc.oneof(
  { weight: 3, arbitrary: phrase },
  fc.tuple(phrase, phrase, phrase, many).map(([a, b, c, repeated]) => `${a}(?:${b}|${c})${repeated}`),
  fc.tuple(phrase, phrase, phrase).map(([a, b, c]) => `${a}(?=${b})${c}`),
  fc.tuple(phrase, phrase, phrase).map(([a, b, c]) => `${a}(?<!${b})${c}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `${a}|${b}`),
);
/** Nearly repeating texts, which are what makes backtracking slow. */
const pumped = fc
  .array(fc.tuple(fc.stringMatching(/^[ab1 \n]{1,3}$/), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(""));

describe(`what the short cut proves (SEED=${SEED})`, () => {
  it.each([
    ["parts and how they repeat", nested, ["", "i", "m", "s", "u", "iu"]],
    ...grammars
      .filter(({ name }) => !/sets|references/.test(name))
      .map(({ name, pattern, flags }) => [name, pattern, [...flags]] as const),
  ] as const)(
    "no text takes a backtracking matcher longer: %s",
    (name, pattern, flags) => {
      let proven = 0;
      fc.assert(
        fc.property(
          pattern,
          fc.constantFrom(...flags),
          fc.array(fc.oneof(pumped, text), { minLength: 4, maxLength: 4 }),
          (source, set, texts) => {
            fc.pre(isPattern(source, set));
            const tree = parsePattern(source, set);
            const bound = nativeWork(tree);
            if (!bound) return;
            proven++;
            for (const string of texts) {
              const proved = bound[0] + bound[1] * string.length;
              expect(countVisits(tree, string, 2 * proved), JSON.stringify(string)).toBeLessThanOrEqual(
                proved,
              );
            }
          },
        ),
        { numRuns: (LONG ? 20 : 1) * (name.startsWith("parts") ? 6_000 : 400), seed: SEED },
      );
      expect(proven).toBeGreaterThan(20);
    },
    LONG ? 3_600_000 : 120_000,
  );

  it("hostile patterns are not handed to the host, unless their attack is harmless at that length", () => {
    for (const { pattern, flags, prefix, pump, times, suffix } of hostile) {
      const bound = nativeWork(parsePattern(pattern, flags));
      const length = prefix.length + pump.length * times + suffix.length;
      if (bound) expect(bound[0] + bound[1] * length, pattern).toBeGreaterThan(HOST_STEPS * 250_000);
    }
  });

  it("most ordinary patterns are", () => {
    const proven = ordinary.filter(({ pattern, flags }) => nativeWork(parsePattern(pattern, flags)));
    expect(proven.length).toBeGreaterThan(ordinary.length / 2);
  });
});

function isPattern(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
