/** The automata of messages: what they refuse does not exist. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createUnits, shortestText } from "../../src/analysis/exactText.ts";
import { hasWord } from "../../src/analysis/hasWord.ts";
import {
  MATCHED,
  patternReader,
  patternReaders,
  type Reader,
  surePatternReader,
  sureWordsReader,
  type Unit,
} from "../../src/analysis/readers.ts";
import { requiredRuns } from "../../src/analysis/sample.ts";
import { wordsReader } from "../../src/analysis/wordsReader.ts";
import { PATTERNS } from "../../src/testing/arbitraries/text.ts";
import { fold } from "../../src/text/fold.ts";
import { text as anyText, grammars } from "../text/regex/grammar.ts";

const RUNS = process.env.LONG ? 200_000 : 20_000;
const anywhere = (...words: string[]) =>
  wordsReader(words.map((word) => ({ text: word, mode: "substring" })));
const alone = (...words: string[]) => wordsReader(words.map((word) => ({ text: word, mode: "word" })));

function accepts(reader: Reader, message: string): boolean {
  let state = reader.start;
  let last: Unit;
  for (const unit of [...message.split(""), undefined]) {
    state = reader.step(state, last, unit);
    last = unit;
  }
  return state === MATCHED;
}

/** Letters, what looks like them, and what folding drops, joins or takes apart. */
const piece = fc.constantFrom(
  ..."abjnñoáABN10 7",
  ...[
    "\u200b",
    "\u200d",
    "\u0303",
    "\u0323",
    "\u0335",
    "\u0301",
    "ﬁ",
    "ﾞ",
    "ｂ",
    "ａ",
    "ſ",
    "\u212a",
    "İ",
    "ß",
    "\u00ad",
  ],
  ...["𝐛", "𝐚", "👍", "👩‍💻", "각", "\u1100", "\u1161", "½", "㎅", "\ud835", "ạ̃", "Σ", "ς", "\n", "_"],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

describe("a text whose folding has a word is accepted by the word's automaton", () => {
  const cut = fc.record({ message: text, from: fc.nat(8), length: fc.integer({ min: 1, max: 6 }) });

  test("words cut out of folded texts", () => {
    fc.assert(
      fc.property(cut, ({ message, from, length }) => {
        const word = fold(message)
          .slice(from, from + length)
          .trim();
        fc.pre(word !== "");
        expect(accepts(anywhere("zzz", word), message)).toBe(true);
        const isAlone = hasWord(fold(message), word, "word");
        if (isAlone) expect(accepts(alone("zzz", word), message)).toBe(true);
        if (isAlone) expect(accepts(alone("zzz", word), message.normalize("NFC"))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test("every unit between two letters, and every unit that becomes a letter", () => {
    const reader = anywhere("xx");
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      if (fold(`x${unit}x`).includes("xx"))
        expect(accepts(reader, `x${unit}x`), code.toString(16)).toBe(true);
      const [letter] = /[0-9a-z]/.exec(fold(unit)) ?? [];
      if (letter !== undefined) expect(accepts(anywhere(letter), unit), code.toString(16)).toBe(true);
    }
  });

  test("no character of two units but one becomes more than two ASCII letters and digits", () => {
    for (let code = 0x10000; code < 0x110000; code++) {
      const made = fold(String.fromCodePoint(code)).replace(/[^0-9a-z]/g, "");
      if (made.length > 2 && made !== "ppv") expect.fail(code.toString(16));
    }
  });

  test("of ASCII texts all others are refused", () => {
    const ascii = fc.string({ unit: fc.constantFrom(..."aabbnN1 \t_-"), maxLength: 10 });
    const word = fc.constantFrom("ab", "a b", "a", "1", "-a", "a-", "an", "_", "a - b");
    fc.assert(
      fc.property(ascii, word, (message, each) => {
        expect(accepts(anywhere(each), message)).toBe(hasWord(fold(message), each, "substring"));
        expect(accepts(alone(each), message)).toBe(hasWord(fold(message), each, "word"));
      }),
      { numRuns: RUNS },
    );
  });

  test("every unit beside a word that must stand alone", () => {
    const reader = alone("b");
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      for (const message of [
        `${unit}b`,
        `b${unit}`,
        `a${unit}b`,
        `b${unit}a`,
        `Ⓜ${unit}b`,
        `b${unit}ℹ`,
        `ℹ${unit}ⓑ`,
      ])
        if (hasWord(fold(message), "b", "word"))
          expect(accepts(reader, message), code.toString(16)).toBe(true);
    }
  });

  test("and one that cannot have the word is refused", () => {
    expect(accepts(anywhere("baja"), "2026")).toBe(false);
    expect(accepts(anywhere("baja"), "ba ja")).toBe(false);
  });
});

const SOURCES: readonly [string, string][] = [
  ...PATTERNS.map(({ pattern, flags = "i" }): [string, string] => [pattern, flags]),
  ...[
    "^$",
    "a*b|n+$",
    "^(?:a|ab)(?:b|)n",
    "\\bba",
    "a\\B",
    "^[^b]{2,4}$",
    "(?=.)n",
    "(?<!a)b",
    "(a)|b\\1",
    "^(?!b).+$",
    "\\d{2}.",
    "(?:a?){3}n",
    "[\\s_]",
  ].map((source): [string, string] => [source, "i"]),
  ...["^a|b$", "^$", ".n"].map((source): [string, string] => [source, "m"]),
  [".n", "s"],
  ["[A-Z]", ""],
  ...["(?<!\\p{L})lleg[oó](?!\\p{L})", "^\\p{L}+$", "^.{2}$", "[^a]b", "\\u{1F44D}", "a\\b"].map(
    (source): [string, string] => [source, "iu"],
  ),
  ["[\\p{L}--[a-j]]n", "v"],
  ...["ab(?=.*n)", "(?<=a.)b", "(?<=^|b)a(?=b|$)", "a(?=b)|(?<=an)j"].map((source): [string, string] => [
    source,
    "i",
  ]),
];

test("a text that the automaton for certain words accepts has the word", () => {
  const words = ["n", "b", "an", "ab 1", "ba", "1", "@", "a@b", "n=", "b+", "(", "\\", "-1"];
  const spaced = fc.array(fc.oneof(piece, fc.constantFrom(...words, " ", ",", "\u00e9", "K")), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      spaced.map((pieces) => pieces.join("")),
      fc.constantFrom(...words),
      fc.constantFrom("word", "substring"),
      (message, word, mode) => {
        const reader = sureWordsReader([word], mode) ?? expect.fail("no reader");
        // Patterns read NFC; so do the automata beside them.
        const normal = message.normalize("NFC");
        if (accepts(reader, normal)) expect(hasWord(fold(normal), word, mode)).toBe(true);
        if (/^[ -~]*$/.test(normal)) expect(accepts(reader, normal)).toBe(hasWord(fold(normal), word, mode));
      },
    ),
    { numRuns: RUNS },
  );
});

describe("the automaton of a pattern accepts what the pattern matches", () => {
  test.each([
    ["^(?=.*b)(?=.*1)[ab1]+$", ""],
    ["^(?=a|b.)(?=.?n)", "i"],
    ["^(?=.*n$)", "iu"],
  ])("all its automata together: /%s/%s", (source, flags) => {
    const readers = patternReaders(source, flags);
    const regex = new RegExp(source, flags);
    expect(readers.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(text, (message) => {
        const isMatch = regex.test(message);
        const areMet = readers.every((reader) => accepts(reader, message));
        if (isMatch || !flags.includes("u")) expect(areMet).toBe(isMatch);
      }),
      { numRuns: RUNS / 10 },
    );
  });

  test.each(SOURCES)("/%s/%s", (source, flags) => {
    const reader = patternReader(source, flags) ?? expect.fail("no reader");
    const sure = surePatternReader(source, flags);
    const regex = new RegExp(source, flags);
    fc.assert(
      fc.property(text, (message) => {
        const matches = regex.test(message);
        if (matches || reader.isExact) expect(accepts(reader, message)).toBe(matches);
        if (sure !== undefined && accepts(sure, message)) expect(matches).toBe(true);
      }),
      { numRuns: RUNS / 10 },
    );
  });
});

describe("so does that of any pattern, on any text", () => {
  test.each(grammars)("$name", ({ pattern, flags }) => {
    let automata = 0;
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom(...flags),
        fc.array(anyText, { maxLength: 6 }),
        (source, on, texts) => {
          const regex = compiled(source, on);
          const reader = regex && patternReader(source, on);
          if (regex === undefined || reader === undefined) return;
          automata++;
          const sure = surePatternReader(source, on);
          for (const each of ["", ...texts]) {
            const matches = regex.test(each);
            if (sure !== undefined && accepts(sure, each)) expect(matches, JSON.stringify(each)).toBe(true);
            if (matches || reader.isExact) expect(accepts(reader, each), JSON.stringify(each)).toBe(matches);
          }
        },
      ),
      { numRuns: RUNS / 10 },
    );
    // Classes with strings have none.
    expect(automata).toBeGreaterThan(RUNS / 50);
  });
});

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

test("runs that a pattern requires are in the folding of every text that it matches", () => {
  const sources = ["baja", "^ban", "ab+a1", "(?:ab)n", "(ab)?an", "a\\bn", "jan|ba", "aj.ba"];
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom("i", "iu", ""),
      text,
      text,
      (source, flags, before, after) => {
        const [body] = source.replace(/[\\^?()b+.|:]/g, (sign) => (sign === "b" ? "b" : "")).split("|");
        const message = `${before}${body}${after}`.normalize("NFC");
        fc.pre(new RegExp(source, flags).test(message));
        for (const run of requiredRuns(source, flags)) expect(fold(message)).toContain(run);
      },
    ),
    { numRuns: RUNS },
  );
});

describe("together", () => {
  const units = createUnits();
  const reader = (source: string) => patternReader(source, "i") ?? expect.fail("no reader");

  test.each([
    ["^\\d+$", "[a-z]"],
    ["^$", "."],
    ["^hola$", "^chao"],
    ["^.{0,3}$", "hola"],
  ])("no text matches both /%s/ and /%s/", (one, other) => {
    expect(shortestText({ accepted: [reader(one), reader(other)], refused: [] }, units)).toBe(null);
  });

  test.each([
    ["hola mundo", "hola"],
    ["^\\d{3}$", "^\\d+$"],
    ["a.*b", "a[^]*b"],
  ])("no text matches /%s/ without /%s/", (one, other) => {
    expect(shortestText({ accepted: [reader(one)], refused: [reader(other)] }, units)).toBe(null);
  });

  test("a text that matches one without the other is found", () => {
    expect(shortestText({ accepted: [reader("a[^]*b")], refused: [reader("a.*b")] }, units)).toBe("a\nb");
  });

  test("what is all digits has no word of letters", () => {
    const words = anywhere("baja", "cancelación");
    expect(shortestText({ accepted: [reader("^\\d+$"), words], refused: [] }, units)).toBe(null);
  });
});
