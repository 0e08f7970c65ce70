import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsAllowed } from "../../../src/text/regex/budget.ts";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { makeMatcher } from "../../../src/text/regex/matcher.ts";
import { countStates } from "../../../src/text/regex/nfa.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import hostile from "./corpus/hostile.json";
import ordinary from "./corpus/ordinary.json";
import { grammars, text } from "./grammar.ts";
import { calibrated, ordinaryText } from "./texts.ts";

const LONG = process.env.LONG === "1";
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const length = fc.nat(70_000);
const patterns = fc.integer({ min: 1, max: 20_000 });

describe("the allowance of one pattern in an evaluation", () => {
  it("is never under what an ordinary pattern needs, nor over max(250,000, 16 · length)", () => {
    fc.assert(
      fc.property(length, patterns, (n, count) => {
        const steps = stepsAllowed(n, count);
        expect(steps).toBeGreaterThanOrEqual(20_000 + 3 * n);
        expect(steps).toBeLessThanOrEqual(Math.max(250_000, 16 * n));
        expect(Number.isInteger(steps)).toBe(true);
      }),
    );
  });

  it("is bounded in sum, but for the linear least", () => {
    fc.assert(
      fc.property(length, patterns, (n, count) => {
        expect(stepsAllowed(n, count) * count).toBeLessThanOrEqual(100_000_000 + count * (20_000 + 3 * n));
      }),
    );
  });

  it("falls as patterns are added and rises with the text", () => {
    fc.assert(
      fc.property(length, patterns, (n, count) => {
        expect(stepsAllowed(n, count + 1)).toBeLessThanOrEqual(stepsAllowed(n, count));
        expect(stepsAllowed(n + 1, count)).toBeGreaterThanOrEqual(stepsAllowed(n, count));
      }),
    );
  });

  it("is the most for a message of a chat, up to 400 patterns", () => {
    expect(stepsAllowed(100, 1)).toBe(250_000);
    expect(stepsAllowed(15_000, 400)).toBe(250_000);
    expect(stepsAllowed(64_000, 1)).toBe(1_024_000);
    expect(stepsAllowed(64_000, 1_000)).toBe(212_000);
    expect(stepsAllowed(0, 0)).toBe(250_000);
  });
});

describe("one evaluation of 1,000 distinct patterns", () => {
  it.each([
    ["hostile", hostile],
    ["ordinary", ordinary],
  ] as const)(
    "is bounded on 64,000 characters: %s",
    (_, corpus) => {
      const rules = Array.from({ length: 1_000 }, (__, i) => {
        const { pattern, flags } = corpus[i % corpus.length] ?? { pattern: "", flags: "" };
        return boundedEngine.compile(`${pattern}(?:zq${i})?`, flags);
      });
      for (const string of ["a".repeat(64_000), ordinaryText(64_000, 7)]) {
        const steps = stepsAllowed(string.length, rules.length);
        // As a multiple of about a millisecond.
        expect(calibrated(() => rules.map((rule) => rule.test(string, steps)))).toBeLessThan(3_000);
      }
    },
    120_000,
  );
});

describe(`what a test costs (SEED=${SEED})`, () => {
  it(
    "does not depend on the tests before it",
    () => {
      const sources = fc.oneof(
        ...grammars.map(({ pattern, flags }) => fc.tuple(pattern, fc.constantFrom(...flags))),
        fc.constantFrom(...ordinary.map((entry) => [entry.pattern, entry.flags] as [string, string])),
      );
      fc.assert(
        fc.property(sources, fc.array(text, { minLength: 3, maxLength: 6 }), ([source, flags], texts) => {
          const fresh = () => matcherOf(source, flags);
          fc.pre(fresh() !== undefined);
          const used = fresh();
          const long = texts.join("").repeat(40);
          for (const string of [...texts, long, ...texts]) used?.(string, 250_000);
          for (const string of [...texts, long]) {
            const least = leastSteps((steps) => fresh()?.(string, steps) ?? "undecided");
            expect(leastSteps((steps) => used?.(string, steps) ?? "undecided")).toBe(least);
            expect(leastSteps((steps) => used?.(string, steps) ?? "undecided")).toBe(least);
          }
        }),
        {
          numRuns: LONG ? 10_000 : 300,
          seed: SEED,
          interruptAfterTimeLimit: LONG ? 3_000_000 : 60_000,
          markInterruptAsFailure: false,
        },
      );
    },
    LONG ? 3_600_000 : 120_000,
  );

  it.each(hostile.filter((_, i) => LONG || i % 9 === 0))(
    "does not, either, where moves are forgotten: $pattern",
    ({ pattern, flags, prefix, pump, suffix }) => {
      const fresh = matcherOf(pattern, flags);
      const used = matcherOf(pattern, flags);
      const attack = prefix + pump.repeat(2_000) + suffix;
      for (let i = 0; i < 6; i++) used?.(ordinaryText(3_000, i) + pump.repeat(50 * i), 200_000);
      for (const steps of [20_000, 60_000, 90_000, 120_000, 250_000]) {
        expect(used?.(attack, steps)).toBe(fresh?.(attack, steps));
      }
    },
  );

  it("is more than nothing: without an allowance nothing is decided", () => {
    for (const { pattern, flags } of ordinary) {
      expect(boundedEngine.compile(pattern, flags).test("hola", 0)).toBe("undecided");
    }
  });
});

function matcherOf(source: string, flags: string) {
  try {
    new RegExp(source, flags);
  } catch {
    return undefined;
  }
  const tree = parsePattern(source, flags);
  return makeMatcher(tree, countStates(tree.root)).test;
}

/** The least allowance with which a verdict is reached, if it is small. */
function leastSteps(test: (steps: number) => boolean | "undecided"): number {
  let [low, high] = [0, 2 ** 17];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle) === "undecided") low = middle + 1;
    else high = middle;
  }
  return low;
}
