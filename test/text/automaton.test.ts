import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { automatonOf } from "../../src/text/automaton.ts";

const word = fc.string({ unit: fc.constantFrom(..."aabñ x👍", "\uD83D"), minLength: 1, maxLength: 5 });

describe("the automaton of words", () => {
  it("finds every word at every place where it stands, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(..."aabñ xz👍", "\uD83D"), maxLength: 30 }),
        (words, text) => {
          const found: string[] = [];
          automatonOf(words).scan(text, (number, start, end) => {
            expect(text.slice(start, end)).toBe(words[number]);
            found.push(`${words[number]} ${end}`);
          });
          const expected = words.flatMap((each) => {
            const places: string[] = [];
            for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1)) {
              places.push(`${each} ${at + each.length}`);
            }
            return places;
          });
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: process.env.LONG ? 100_000 : 5000 },
    );
  });
});
