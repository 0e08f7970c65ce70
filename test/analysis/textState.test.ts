/** The theory of messages: what holds of a text is never refused, and never known to be otherwise. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAtoms } from "../../src/analysis/atoms.ts";
import { bringsWord, hasWord } from "../../src/analysis/texts/hasWord.ts";
import { createTextTheory } from "../../src/analysis/texts/textState.ts";
import { fold } from "../../src/text/fold.ts";

const RUNS = process.env.LONG ? 200_000 : 10_000;

/** Letters, signs and what stands between: few, so that words touch, overlap and hold one another. */
const piece = fc.constantFrom(
  ..."aabnñs+-. 1",
  "\u017f",
  "\u212a",
  "á",
  "n\u0303",
  "\u200b",
  "\n",
  "K",
  "👍",
);
const writing = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
const word = fc.record({
  text: fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => fold(pieces.join(""))),
  mode: fc.constantFrom("word", "substring"),
});

test("a text that has a word has those that it brings", () => {
  let brought = 0;
  fc.assert(
    fc.property(word, word, writing, writing, (one, other, before, after) => {
      fc.pre(one.text !== "" && other.text !== "");
      const text = fold(before + one.text + after);
      if (!bringsWord(one, other) || !hasWord(text, one.text, one.mode)) return;
      brought++;
      expect(hasWord(text, other.text, other.mode)).toBe(true);
    }),
    { numRuns: RUNS * 5 },
  );
  expect(brought).toBeGreaterThan(RUNS / 100);
});

test.each([
  ["+x", "substring", "a", "word", false],
  ["x+", "substring", "a", "word", false],
  ["+a+", "substring", "a", "word", true],
  ["a+", "substring", "a", "word", false],
  ["la baja", "word", "baja", "word", true],
  ["la baja", "substring", "baja", "word", false],
  ["baja", "substring", "aj", "substring", true],
] as const)("%s (%s) with %s (%s): %s", (text, mode, other, otherMode, brings) => {
  expect(bringsWord({ text, mode }, { text: other, mode: otherMode })).toBe(brings);
});

const SOURCES = ["a", "s", "k", "ab", "n", "an", "^a", "s$", "a.b", "\\bs", "a\\B", "^[^s]*$", "(?=s).", "1"];

/** Something that a text may have, and whether it has it. */
interface Claim {
  readonly name: string;
  readonly isPattern: boolean;
  readonly number: number;
  readonly holds: boolean;
}

describe("whatever is said truly of a text", () => {
  const sought = fc.oneof(
    word.filter(({ text }) => text !== ""),
    fc.record({ source: fc.constantFrom(...SOURCES), flags: fc.constantFrom("i", "iu", "", "u", "im") }),
  );
  const drawn = fc.record({ written: writing, all: fc.array(sought, { minLength: 1, maxLength: 6 }) });

  function claimsOf({
    written,
    all,
  }: {
    written: string;
    all: (typeof sought extends fc.Arbitrary<infer T> ? T : never)[];
  }) {
    const atoms = createAtoms();
    const [folded, normal] = [fold(written), written.normalize("NFC")];
    const claims = all.map((each): Claim => {
      const name = JSON.stringify(each);
      if ("text" in each) {
        const number = atoms.word(each.text, each.mode, each.text);
        return { name, isPattern: false, number, holds: hasWord(folded, each.text, each.mode) };
      }
      const number = atoms.pattern(each.source, each.flags);
      return { name, isPattern: true, number, holds: new RegExp(each.source, each.flags).test(normal) };
    });
    return { claims, theory: createTextTheory(atoms) };
  }

  function truths(input: Parameters<typeof claimsOf>[0]) {
    const { claims, theory } = claimsOf(input);
    let state = theory.start;
    for (const { name, isPattern, number, holds } of claims) {
      const known = isPattern ? theory.knownPattern(state, number) : theory.knownWords(state, [number]);
      expect([undefined, holds], name).toContain(known);
      const next = isPattern
        ? theory.assumePattern(state, number, holds)
        : theory.assumeWords(state, [number], holds);
      state = next ?? expect.fail(`${name} is refused`);
    }
    return { state, theory };
  }

  test("is not refused, nor known to be false", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        truths(input);
      }),
      { numRuns: RUNS },
    );
  });

  test("is not proved to be said of no text", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { state, theory } = truths(input);
        expect(theory.build(state)).not.toBe("none");
      }),
      { numRuns: RUNS / 50 },
    );
  });
});
