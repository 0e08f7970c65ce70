import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWordTable } from "../../src/matching/words.ts";
import {
  fold,
  foldAny,
  isNormalizable,
  isPictographUnit,
  NOT_PLAIN,
  plainUnit,
} from "../../src/text/fold.ts";
import { foldWords, parseWords, type WordMode } from "../../src/text/words.ts";

/** Whether a word occurs in a text, as rules look for it. */
function containsWord(written: string, word: string, mode: WordMode): boolean {
  const table = createWordTable();
  const keys = foldWords([word]).map((folded) => table.key(folded, mode));
  const found = table.findIn(written);
  return keys.some((key) => found.has(key));
}

/** Text with what matters: letters with marks, both forms of ñ, joiners, emoji, compatibility forms, odd case. */
const piece = fc.constantFrom(
  ..."aeinñNÑÁéüç ÇßİıςΣſK1٣-_.,'",
  "\u0301",
  "\u0303",
  "\u0308",
  "n\u0303",
  "N\u0303",
  "\u200B",
  "\u200C",
  "\u200D",
  "\u2060",
  "\uFEFF",
  "\u00AD",
  "\uFE0F",
  "👍",
  "🏽",
  "👩",
  "💻",
  "❤",
  "🔥",
  "ﬁ",
  "𝗵",
  "①",
  "\u00A0",
  "\t",
  "\n",
  "\u3000",
  "한",
  "\uD83D",
  "\uDC4D",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 10 }),
);
/** What nearly all texts are made of: folded without normalizing. */
const plainText = fc.string({
  unit: fc.constantFrom(..."aeinñNÑÁéüç AB1²ªß´¨  \t\n\u00A0.,¿?'’–€"),
  maxLength: 15,
});
const runs = process.env.LONG ? 200_000 : 10_000;

describe("folding", () => {
  it("is the same for plain text, in part or whole, without normalizing", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          plainText,
          fc.tuple(plainText, text).map(([a, b]) => a + b),
        ),
        (each) => {
          expect(fold(each)).toBe(foldAny(each));
        },
      ),
      { numRuns: runs },
    );
  });

  it("needs no normalizing for plain units, between any neighbours that are plain", () => {
    const plain = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => plainUnit(unit) !== NOT_PLAIN,
    );
    expect(plain.length).toBeGreaterThan(500);
    const neighbours = [..."nñNa9. ~´²"];
    for (const unit of plain.map((each) => String.fromCharCode(each))) {
      for (const other of neighbours) {
        for (const each of [other + unit, unit + other, other + unit + other, unit + unit]) {
          expect(fold(each)).toBe(foldAny(each));
        }
      }
    }
  });

  it("needs no normalizing for pictographs, between any neighbours that are plain or dropped", () => {
    const astral = Array.from({ length: 0x1fc00 - 0x1f000 }, (_, at) => String.fromCodePoint(0x1f000 + at));
    const pictographs = astral.filter((each) => isPictographUnit(each, 0) && isPictographUnit(each, 1));
    expect(pictographs.length).toBeGreaterThan(1500);
    // A letter in a square folds to the letter, and a flag is two of them.
    expect(astral.filter((each) => isPictographUnit(each, 0))).toEqual(pictographs);
    expect(pictographs).not.toContain("🄰");
    const neighbours = [..."nÑ9. ~´²", "\u00AD", "\u200B", "\uFE0F", "👍", "🏽", "\uD83D", "\uDC4D"];
    for (const pictograph of pictographs) {
      for (const other of neighbours) {
        for (const each of [other + pictograph, pictograph + other, other + pictograph + other]) {
          expect(fold(each)).toBe(foldAny(each));
        }
      }
    }
  });

  it("folds a long text as it folds its parts", () => {
    const part = "Ámbar,  ñandú² ";
    expect(fold(part.repeat(10_000))).toBe("ambar, ñandu2 ".repeat(10_000).trimEnd());
  });

  it("does nothing the second time", () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(fold(fold(each))).toBe(fold(each));
      }),
      { numRuns: runs },
    );
  });

  it("is the same for composed and decomposed text", () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(fold(each.normalize("NFD"))).toBe(fold(each.normalize("NFC")));
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ["CANCELACIÓN", "cancelacion"],
    ["cancelacio\u0301n", "cancelacion"],
    ["Año", "año"],
    ["an\u0303o", "año"],
    ["AN\u0303O", "año"],
    ["Ñandú", "ñandu"],
    ["  hola \n\t mundo\u00A0", "hola mundo"],
    ["ba\u200Bja\u00AD", "baja"],
    ["𝗵𝗼𝗹𝗮", "hola"],
    ["İSTANBUL", "istanbul"],
    ["ΟΔΟΣ", "οδοσ"],
    ["👍\uFE0F", "👍"],
    ["a\u200Db", "ab"],
    ["👩\u200D💻", "👩\u200D💻"],
    ["❤\uFE0F\u200D🔥", "❤\u200D🔥"],
    ["👩🏽\u200D💻", "👩🏽\u200D💻"],
    ["👩\u200D", "👩"],
    ["\u200B \uFE0F", ""],
    ["pingüino", "pinguino"],
  ])("makes %j %j", (written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});

describe("a word", () => {
  it("is found in any text that has it between blanks, whatever its spelling", () => {
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const [folded] = foldWords([word]);
        fc.pre(folded !== undefined);
        // Joiners and marks at the seams belong to the neighbours: a blank keeps them apart.
        expect(containsWord(`${before} ${folded} ${after}`, folded!, "word")).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it("that stands as a word is also found anywhere", () => {
    fc.assert(
      fc.property(text, text, (each, word) => {
        if (containsWord(each, word, "word")) expect(containsWord(each, word, "substring")).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ["baja", "trabaja", false],
    ["baja", "quiero la baja.", true],
    ["baja", "trabaja, ya dije: baja", true],
    ["ano", "año", false],
    ["an", "año", false],
    ["👍", "👍🏽", true],
    ["👍", "ok👍ok", true],
    ["+56", "mi fono es +56 9", true],
    ["c++", "uso c++17", true],
    ["17", "uso c++17a", false],
    ["no", "¿no?", true],
    ["no", "no²", false],
    ["dar de baja", "quiero DAR  de\nbaja mi plan", true],
    ["dar de baja", "dar una baja", false],
    ["𝒳", "a𝒳", false],
  ])("%s in %j: %s", (word, each, expected) => {
    expect(containsWord(each, word, "word")).toBe(expected);
  });
});

describe("comma-separated words", () => {
  it("keep every list of words that has no blanks at the edges, once commas and backslashes are escaped", () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).filter((each) => each.trim() === each);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const written = words.map((each) => each.replace(/[\\,]/g, "\\$&")).join(",");
        expect(parseWords(written)).toEqual(words);
      }),
      { numRuns: runs },
    );
  });
});

describe("a text of nothing but marks", () => {
  const endless = `a${"\u0301\u0323".repeat(150_000)}`;

  it("is folded without sorting it: normalizing it would take minutes", () => {
    expect(fold(endless)).toBe("a");
    expect(isNormalizable(endless)).toBe(false);
    expect(isNormalizable(`a${"\u0301\u0323".repeat(64)} b${"\u0301".repeat(128)}`)).toBe(true);
  });
});
