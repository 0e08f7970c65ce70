/** The automata of messages: what they refuse does not exist. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createUnits, shortestText } from "../../src/analysis/texts/exactText.ts";
import { hasWord } from "../../src/analysis/texts/hasWord.ts";
import { surePatternReader, widePatternReader } from "../../src/analysis/texts/patternReader.ts";
import { MATCHED, type Reader, type Unit } from "../../src/analysis/texts/reader.ts";
import { requiredRuns } from "../../src/analysis/texts/sample.ts";
import { sureWordsReader } from "../../src/analysis/texts/sureWordsReader.ts";
import { wordsReader } from "../../src/analysis/texts/wordsReader.ts";
import { PATTERNS } from "../../src/testing/arbitraries/text.ts";
import { fold } from "../../src/text/fold.ts";
import { boundedEngine } from "../../src/text/regex/engine.ts";
import type { CompiledRegex } from "../../src/text/regex/port.ts";
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
    "\u0316",
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

  test("every character of two units: what becomes of it, by itself and beside a letter", () => {
    for (let code = 0x10000; code < 0x110000; code++) {
      const character = String.fromCodePoint(code);
      const made = fold(character).replace(/[^0-9a-z]/g, "");
      if (made === "") continue;
      expect(accepts(anywhere(made), character), code.toString(16)).toBe(true);
      expect(accepts(anywhere(`x${made}`), `x${character}`), code.toString(16)).toBe(true);
      expect(accepts(alone(made), character), code.toString(16)).toBe(true);
    }
  });

  test("two letters that are no such character's are refused where there is room for one only", () => {
    expect(accepts(anywhere("ho"), "😀")).toBe(false);
    expect(accepts(anywhere("dj"), "\u{1f190}")).toBe(true);
    expect(accepts(anywhere("dja"), "😀")).toBe(false);
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

  test("of texts with ñ, too", () => {
    const spanish = fc.string({ unit: fc.constantFrom(..."aonñÑ o"), maxLength: 8 });
    const word = fc.constantFrom("ano", "año", "ñ", "n", "no", "ño", "an", "añ", "nn", "ñn");
    fc.assert(
      fc.property(spanish, word, (message, each) => {
        expect(accepts(anywhere(each), message)).toBe(hasWord(fold(message), each, "substring"));
        expect(accepts(alone(each), message)).toBe(hasWord(fold(message), each, "word"));
      }),
      { numRuns: RUNS },
    );
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
  const words = [
    "n",
    "b",
    "an",
    "ab 1",
    "ba",
    "1",
    "@",
    "a@b",
    "n=",
    "b+",
    "(",
    "\\",
    "-1",
    "ñ",
    "añ",
    "nñ",
    "ña",
    "👍",
    "👍 a",
  ];
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

test.each([
  ["año", "feliz AÑO!"],
  ["cancelacion", "cancelación"],
  ["👍", "hola👍"],
  ["nandu", "ń(ⓝÁNDÚ)"],
])("the word %s is surely in %s", (word, message) => {
  const reader = sureWordsReader([word], "word") ?? expect.fail("no reader");
  expect(accepts(reader, message)).toBe(true);
});

/** What a wide and a sure automaton say of a text is true; where nothing keeps them from being exact, it is all there is. */
function holdReaders(
  source: string,
  flags: string,
  message: string,
  readers: readonly [Reader, Reader],
): void {
  // Not the host's engine, which has faults with back-references by code points.
  const matches = boundedEngine.compile(source, flags).test(message, 1_000_000);
  if (matches === "undecided") return;
  const [isWidely, isSurely] = readers.map((reader) => accepts(reader, message));
  const isWhole = !/[\ud800-\udfff]/.test(message) || !/[uv]/.test(flags);
  if (matches || (isWhole && isPlain(source))) expect(isWidely, JSON.stringify(message)).toBe(matches);
  if (isSurely || (isWhole && isPlain(source))) expect(isSurely, JSON.stringify(message)).toBe(matches);
}

/** Whether a pattern has no back-reference, no class of strings, and does not look ahead from behind. */
function isPlain(source: string): boolean {
  return !/\\[1-9kq]|\\p\{RGI|\\p\{Emoji_K|\\p\{Basic_E|\(\?<[=!].*(?:\(\?[=!]|\[\\q)/su.test(source);
}

function readersOf(source: string, flags: string): [Reader, Reader] | undefined {
  const [wide, sure] = [widePatternReader(source, flags), surePatternReader(source, flags)];
  return wide && sure && [wide, sure];
}

describe("the automata of a pattern accept what the pattern matches", () => {
  test.each(SOURCES)("/%s/%s", (source, flags) => {
    const readers = readersOf(source, flags) ?? expect.fail("no readers");
    fc.assert(
      fc.property(text, (message) => holdReaders(source, flags, message, readers)),
      { numRuns: RUNS / 10 },
    );
  });
});

describe("so do those of any pattern, on any text", () => {
  test.each(grammars)("$name", ({ pattern, flags }) => {
    const count = { all: 0, plain: 0 };
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom(...flags),
        fc.array(anyText, { maxLength: 6 }),
        (source, on, texts) => {
          const readers = compiled(source, on) && readersOf(source, on);
          if (readers === undefined) return;
          count.all++;
          if (isPlain(source)) count.plain++;
          for (const each of ["", ...texts]) holdReaders(source, on, each, readers);
        },
      ),
      { numRuns: RUNS / 10 },
    );
    expect(count.all).toBeGreaterThan(RUNS / 50);
    expect(count.plain).toBeGreaterThan(count.all / 4);
  });
});

describe("of a pattern that looks about it", () => {
  // Few letters and many look-arounds, one in another.
  const { look } = fc.letrec<{ item: string; look: string; part: string }>((tie) => ({
    item: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("a", "b", "n", ".", "[ab]", "^", "$", "\\b", "") },
      { weight: 1, arbitrary: tie("look") },
    ),
    look: fc
      .tuple(
        fc.constantFrom("(?=", "(?!", "(?<=", "(?<!", "(?:", "("),
        tie("part"),
        fc.constantFrom("", "", "*", "?", "{2}"),
      )
      .map(([open, part, often]) => `${open}${part})${open.startsWith("(?<") ? "" : often}`),
    part: fc.oneof(
      fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.join("")),
      fc.tuple(tie("item"), tie("item")).map((items) => items.join("|")),
    ),
  }));
  const message = fc.string({ unit: fc.constantFrom(..."abn\n"), maxLength: 7 });

  test("its automata are exact", () => {
    let asked = 0;
    fc.assert(
      fc.property(
        fc.array(look, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
        fc.constantFrom("", "m", "s", "u"),
        fc.array(message, { minLength: 4, maxLength: 8 }),
        (source, flags, messages) => {
          const readers = compiled(source, flags) && readersOf(source, flags);
          if (readers === undefined) return;
          asked++;
          for (const each of messages) holdReaders(source, flags, each, readers);
        },
      ),
      { numRuns: RUNS / 2 },
    );
    expect(asked).toBeGreaterThan(RUNS / 8);
  });
});

describe("of a pattern that refers back", () => {
  const message = fc.string({ unit: fc.constantFrom(..."aAbn"), maxLength: 7 });
  const flags = fc.constantFrom("", "i", "u", "iu", "v");
  const often = fc.constantFrom("", "", "", "*", "?", "{2}", "+");
  const group = fc.constantFrom(
    "(a|b)",
    "([ab])",
    "(a?)",
    "(ab|b|)",
    "(\\d|[an])",
    "((?:a|b)n)",
    "(a{1,2})",
    "(^a)",
    "(.+)",
    "(a|(b))",
    "(.)",
    "([^b])",
  );
  const reference = fc.constantFrom("\\1", "\\1", "\\2", "\\3");
  const other = fc.constantFrom("a", "b", ".", "^", "$", "[^a]");

  test("where groups have few texts, and stand in order, its automata are exact", () => {
    // Two groups of digits and letters have too many texts together.
    const few = group.filter((each) => !/[\^+.]|\(b|\\d/.test(each));
    const part = fc.oneof(
      { weight: 2, arbitrary: few },
      fc.tuple(reference, often).map(([one, times]) => one + times),
      other,
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 5 }),
        flags,
        fc.array(message, { minLength: 5, maxLength: 9 }),
        (parts, on, messages) => {
          const source = parts.join("");
          const readers = compiled(source, on) && readersOf(source, on);
          if (readers === undefined) return;
          for (const each of messages) {
            const matches = new RegExp(source, on).test(each);
            expect(
              readers.map((reader) => accepts(reader, each)),
              JSON.stringify(each),
            ).toEqual([matches, matches]);
          }
        },
      ),
      { numRuns: RUNS / 4 },
    );
  });

  test("wherever its groups stand, its automata are right", () => {
    const { all } = fc.letrec<{ all: string; part: string }>((tie) => ({
      part: fc.oneof(
        { weight: 3, arbitrary: group },
        { weight: 3, arbitrary: reference },
        { weight: 2, arbitrary: other },
        fc
          .tuple(fc.constantFrom("(?:", "(", "(?=", "(?!", "(?<=", "(?<!"), tie("all"), often)
          .map(([open, inner, times]) => `${open}${inner})${open.startsWith("(?<") ? "" : times}`),
      ),
      all: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
        },
        fc.tuple(tie("part"), tie("part")).map((parts) => parts.join("|")),
      ),
    }));
    let same = 0;
    let asked = 0;
    fc.assert(
      fc.property(
        all,
        fc.constantFrom("", "i", "u"),
        fc.array(message, { minLength: 5, maxLength: 9 }),
        (source, on, messages) => {
          const readers = compiled(source, on) && readersOf(source, on);
          if (readers === undefined) return;
          for (const each of messages) {
            holdReaders(source, on, each, readers);
            const [isWidely, isSurely] = readers.map((reader) => accepts(reader, each));
            asked++;
            if (isWidely === isSurely) same++;
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(same).toBeGreaterThan(asked * 0.8);
  });
});

function compiled(source: string, flags: string): CompiledRegex | undefined {
  try {
    return boundedEngine.compile(source, flags);
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
  const any = () => true;
  const sure = (source: string) => surePatternReader(source, "i") ?? expect.fail("no reader");
  const reader = (source: string) => widePatternReader(source, "i") ?? expect.fail("no reader");

  test.each([
    ["^\\d+$", "[a-z]"],
    ["^$", "."],
    ["^hola$", "^chao"],
    ["^.{0,3}$", "hola"],
  ])("no text matches both /%s/ and /%s/", (one, other) => {
    expect(shortestText({ accepted: [reader(one), reader(other)], refused: [] }, units, any)).toBe(null);
  });

  test.each([
    ["hola mundo", "hola"],
    ["^\\d{3}$", "^\\d+$"],
    ["a.*b", "a[^]*b"],
  ])("no text matches /%s/ without /%s/", (one, other) => {
    expect(shortestText({ accepted: [reader(one)], refused: [sure(other)] }, units, any)).toBe(null);
  });

  test("a text that matches one without the other is found", () => {
    expect(shortestText({ accepted: [reader("a[^]*b")], refused: [sure("a.*b")] }, units, any)).toBe("a\nb");
  });

  test("what is all digits has no word of letters", () => {
    const words = anywhere("baja", "cancelación");
    expect(shortestText({ accepted: [reader("^\\d+$"), words], refused: [] }, units, any)).toBe(null);
  });
});
