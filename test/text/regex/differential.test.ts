import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { makeMatcher } from "../../../src/text/regex/matcher.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import { isDeparture } from "./departures.ts";
import { grammars, text } from "./grammar.ts";
import { hostVerdict } from "./oracle.ts";

const LONG = process.env.LONG === "1";
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const PATTERNS = 1_700;
// A long run is many short ones, each with a seed of its own, so that nothing piles up in the process.
const PASSES = LONG ? 5 : 1;
const runs = grammars.flatMap((grammar) =>
  Array.from({ length: PASSES }, (_, pass) => ({ ...grammar, seed: SEED + pass })),
);
const STEPS = 250_000;

describe(`verdicts equal the host's (SEED=${SEED}, ${PASSES} × ${PATTERNS} patterns of ${grammars.length} grammars)`, () => {
  it.each(runs)(
    "$name: seed $seed",
    ({ pattern, flags, seed }) => {
      const count = { tests: 0, undecided: 0, departures: 0, refused: 0, slowHost: 0 };
      fc.assert(
        fc.property(
          pattern,
          fc.constantFrom(...flags),
          fc.array(text, { minLength: 6, maxLength: 6 }),
          (source, set, texts) => {
            const host = hostRegExp(source, set);
            fc.pre(host !== undefined);
            const engine = compiled(source, set);
            if (!engine) {
              count.refused++;
              return;
            }
            const automata = makeMatcher(parsePattern(source, set), 0);
            for (const string of texts) {
              const expected = host && hostVerdict(host, string);
              if (expected === undefined) {
                count.slowHost++;
                continue;
              }
              // Without the short cut to the host, and as hosts use it.
              for (const verdict of [automata.test(string, STEPS), engine.test(string, STEPS)]) {
                count.tests++;
                if (verdict === expected) continue;
                if (verdict === "undecided") count.undecided++;
                else if (isDeparture(source, set, string)) count.departures++;
                else
                  throw new Error(
                    `/${source}/${set} on ${JSON.stringify(string)}: ${verdict}, the host ${expected}`,
                  );
              }
            }
          },
        ),
        { numRuns: PATTERNS, seed },
      );
      console.log(JSON.stringify(count));
      // Some drawn patterns are hostile, and each is tried twelve times.
      expect(count.undecided).toBeLessThan(count.tests / 1_000);
      expect(count.departures).toBeLessThan(count.tests / 300);
      expect(count.refused).toBeLessThan(PATTERNS / 500);
      expect(count.slowHost).toBeLessThan(count.tests / 1_000);
    },
    LONG ? 3_600_000 : 120_000,
  );
});

function hostRegExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** The pattern, unless it has more look-arounds or states than the engine takes. */
function compiled(source: string, flags: string) {
  try {
    return boundedEngine.compile(source, flags);
  } catch (error) {
    expect(error).toMatchObject({ code: "regex/tooLarge" });
    return undefined;
  }
}
