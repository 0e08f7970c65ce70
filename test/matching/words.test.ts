import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWordTable } from "../../src/matching/words.ts";
import { fold } from "../../src/text/fold.ts";
import { foldWords, standsAlone } from "../../src/text/words.ts";

/** Words and texts of few letters, so that one is in the other: spaces, signs, what folds to them, what is not plain. */
const letters = [..."aábñN1²-.  \t\u00A0´", "\u0301", "\u00AD", "👍", "ﬁ"];
const string = (maxLength: number) => fc.string({ unit: fc.constantFrom(...letters), maxLength });
const plain = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."aábñN1²-.  \t\u00A0´"), maxLength });

describe("the table of words", () => {
  it("finds in a text as it was written what is in it folded, standing alone or not", () => {
    const words = fc.array(fc.oneof(plain(4), string(4)), { minLength: 1, maxLength: 6 });
    const texts = fc.array(fc.oneof(plain(25), string(25)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, texts, (written, all) => {
        const table = createWordTable();
        const folded = foldWords(written);
        const keys = folded.map((word) => ({
          word,
          anywhere: table.key(word, "substring"),
          alone: table.key(word, "word"),
        }));
        for (const text of all) {
          const found = table.findIn(text);
          expect([...found].toSorted()).toEqual([...table.find(fold(text))].toSorted());
          for (const { word, anywhere, alone } of keys) {
            const places = [...fold(text)].length === 0 ? [] : placesOf(fold(text), word);
            expect(found.has(anywhere)).toBe(places.length > 0);
            expect(found.has(alone)).toBe(places.some((at) => standsAlone(fold(text), at, at + word.length)));
          }
        }
      }),
      { numRuns: process.env.LONG ? 100_000 : 5000 },
    );
  });

  it("keeps what it found in one text when it looks at another", () => {
    const table = createWordTable();
    const [hola, baja] = [table.key("hola", "word"), table.key("baja", "word")];
    const first = table.findIn("Hola");
    const second = table.findIn("dar de BAJA");
    expect([first.has(hola), first.has(baja), [...first]]).toEqual([true, false, [hola - 1, hola]]);
    expect([second.has(hola), second.has(baja), [...second]]).toEqual([false, true, [baja - 1, baja]]);
  });
});

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}
