import fc from "fast-check";

/**
 * Patterns of every kind ECMAScript has, and texts to try them on. A grammar is a name, the flags it is about and
 * a generator; most generated patterns are valid, the rest are left to the host to refuse.
 */
export interface Grammar {
  readonly name: string;
  readonly flags: readonly string[];
  readonly pattern: fc.Arbitrary<string>;
}

const LETTERS = ["a", "b", "c", "A", "K", "s", "0", "1", "_", " ", "-", "\n", "é", "É", "ñ"];
/** Characters whose case, width or place in a pair is peculiar. */
const ODD = [
  "\u212a",
  "\u017f",
  "İ",
  "ı",
  "ß",
  "ẞ",
  "Σ",
  "σ",
  "ς",
  "\r",
  "\u2028",
  "\u00a0",
  "\ufeff",
  "µ",
  "μ",
  "Μ",
];
const ASTRAL = ["😀", "𝒳", "𐐀", "𐐨", "👍🏽", "🇨🇱", "1️⃣", "👩‍❤️‍👩"];
const HALVES = ["\ud83d", "\ude00", "\ud801", "\udc00"];

const letter = fc.constantFrom(...LETTERS);
const odd = fc.constantFrom(...ODD);
const astral = fc.constantFrom(...ASTRAL);
const half = fc.constantFrom(...HALVES);

/** A short text: native RegExp stays quick on it whatever the pattern. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: letter }, { weight: 2, arbitrary: odd }, astral, half), {
    maxLength: 9,
  })
  .map((parts) => parts.join(""));

interface Parts {
  readonly literal: fc.Arbitrary<string>;
  readonly atom: fc.Arbitrary<string>;
  readonly looks: boolean;
  readonly references: boolean;
  readonly quantifiableLooks: boolean;
  readonly names: boolean;
}

const shorthand = fc.constantFrom(
  ".",
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\s",
  "\\S",
  "\\n",
  "\\x61",
  "\\u0062",
  "\\cJ",
  "\\t",
  "[^]",
  "[]",
);
const assertion = fc.constantFrom("^", "$", "\\b", "\\B");
const quantifier = fc.constantFrom(
  "*",
  "+",
  "?",
  "*?",
  "+?",
  "??",
  "{0}",
  "{1}",
  "{2}",
  "{0,2}",
  "{1,3}?",
  "{2,}",
  "{1,}?",
  "{0,1}",
);
const lookStart = fc.constantFrom("(?=", "(?!", "(?<=", "(?<!");

const core: Parts = {
  literal: letter.map((c) => (c === "-" ? "-" : c)),
  atom: fc.oneof(shorthand, bracketed(fc.oneof(letter, odd), "")),
  looks: false,
  references: false,
  quantifiableLooks: false,
  names: false,
};

const unicodeAtom = fc.oneof(
  shorthand,
  fc.constantFrom(
    "\\p{L}",
    "\\P{L}",
    "\\p{Lu}",
    "\\P{Lu}",
    "\\p{Script=Greek}",
    "\\p{ASCII}",
    "\\u{1F600}",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\ude00",
    "\\u{61}",
    "\\-x".slice(2),
  ),
  bracketed(fc.oneof(letter, odd, astral, half), "u"),
);
const unicode: Parts = {
  ...core,
  literal: fc.oneof({ weight: 4, arbitrary: letter }, odd, astral, half),
  atom: unicodeAtom,
};

const setsAtom = fc.oneof(
  // Under `v`, V8's `[^]` may match nothing: see departures.ts.
  { weight: 8, arbitrary: unicodeAtom.map((atom) => (atom === "[^]" ? "." : atom)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\\p{RGI_Emoji}", "[\\p{RGI_Emoji}--\\q{👍🏽}]", "[\\p{RGI_Flag_Sequence}a]"),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "[\\p{L}--[a-z]]",
      "[[a-z]&&[^b]]",
      "[\\w--\\d]",
      "[^\\d[abc]]",
      "[a-c[A-C]]",
      "[\\p{L}&&\\p{ASCII}]",
      "[\\q{ab|c|}]",
      "[\\q{abc|a1}--\\q{a1}]",
      "[\\q{é|😀s|K-}b]",
      "\\p{Emoji_Keycap_Sequence}",
      "[^\\p{Lu}]",
      "\\P{Lu}",
      "[\\q{AA|Kk|ss}]",
      "[\\q{\\u{61}\\x62|\\-}]",
    ),
  },
);
const sets: Parts = { ...unicode, atom: setsAtom };

const annexB: Parts = {
  ...core,
  literal: fc.oneof(
    { weight: 4, arbitrary: letter },
    odd,
    astral,
    half,
    fc.constantFrom(
      "{",
      "}",
      "]",
      "{a}",
      "{,2}",
      "x{",
      "{1",
      "\\p",
      "\\k",
      "\\u",
      "\\x",
      "\\u{2}",
      "\\x6",
      "\\-",
      "\\é",
      "\\_",
      "\\a",
      "\\😀",
    ),
  ),
  atom: fc.oneof(
    shorthand,
    fc.constantFrom(
      "\\0",
      "\\1",
      "\\7",
      "\\8",
      "\\9",
      "\\12",
      "\\101",
      "\\141",
      "\\377",
      "\\400",
      "\\60",
      "\\08",
      "\\c",
      "\\c1",
      "\\cA",
      "[\\c1]",
      "[\\c_]",
      "[\\c]",
      "[\\1]",
      "[\\12-a]",
      "[\\w-a]",
      "[a-\\d]",
      "[\\k]",
      "[\\p{L}]",
      "[\\b]",
      "[\\-]",
    ),
    bracketed(fc.oneof(letter, odd, astral, half), ""),
  ),
  quantifiableLooks: true,
};

const both = (parts: Parts): Parts => ({ ...parts, looks: true, references: true, names: true });
const withLooks = (parts: Parts): Parts => ({ ...parts, looks: true });
const withReferences = (parts: Parts): Parts => ({ ...parts, references: true, names: true });

const PLAIN = ["", "i", "m", "s", "im", "is", "ms", "ims"];
const U = PLAIN.map((flags) => `${flags}u`);
const V = PLAIN.map((flags) => `${flags}v`);

/** All the grammars. */
export const grammars: readonly Grammar[] = [
  { name: "core", flags: PLAIN, pattern: patterns(core) },
  { name: "code points", flags: U, pattern: patterns(unicode) },
  { name: "sets", flags: V, pattern: patterns(sets) },
  { name: "look-arounds", flags: PLAIN, pattern: patterns(withLooks(core)) },
  { name: "look-arounds over code points", flags: U, pattern: patterns(withLooks(unicode)) },
  { name: "look-arounds over sets", flags: V, pattern: patterns(withLooks(sets)) },
  { name: "references", flags: PLAIN, pattern: patterns(withReferences(core)) },
  { name: "references and look-arounds", flags: PLAIN, pattern: patterns(both(core)) },
  { name: "references and look-arounds over code points", flags: U, pattern: patterns(both(unicode)) },
  { name: "references and look-arounds over sets", flags: V, pattern: patterns(both(sets)) },
  { name: "Annex B", flags: PLAIN, pattern: patterns(annexB) },
  { name: "Annex B with everything", flags: PLAIN, pattern: patterns(both(annexB)) },
];

function bracketed(member: fc.Arbitrary<string>, mode: "" | "u"): fc.Arbitrary<string> {
  const safe = member.map((c) => (c === "-" || c === "]" || c === "\\" || c === "^" ? `\\${c}` : c));
  const range = fc.constantFrom(
    "a-c",
    "A-Z",
    "0-9",
    "a-z",
    "\\d",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "K-s",
    "À-ÿ",
    "\\n-a",
    ...(mode ? ["\\p{L}", "\\P{Lu}", "😀-😂", "\\u{1F600}"] : []),
  );
  return fc
    .tuple(fc.boolean(), fc.array(fc.oneof({ weight: 3, arbitrary: safe }, range), { maxLength: 3 }))
    .map(([negated, members]) => `[${negated ? "^" : ""}${members.join("")}]`);
}

function patterns(parts: Parts): fc.Arbitrary<string> {
  const { node } = fc.letrec<{ node: string; sequence: string; group: string }>((tie) => ({
    node: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((items) => items.join("|")),
    sequence: fc
      .array(
        fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          { weight: 6, arbitrary: quantified(parts.literal) },
          { weight: 3, arbitrary: quantified(parts.atom) },
          { weight: 1, arbitrary: assertion },
          {
            weight: parts.references ? 2 : 0,
            arbitrary: quantified(fc.constantFrom("\\1", "\\1", "\\2", "\\3", "\\k<n>")),
          },
          { weight: 4, arbitrary: quantified(tie("group")) },
          {
            weight: parts.looks ? 3 : 0,
            arbitrary: fc
              .tuple(
                lookStart,
                tie("node"),
                parts.quantifiableLooks ? fc.constantFrom("", "", "?", "*", "{2}") : fc.constant(""),
              )
              .map(([start, body, many]) => `${start}${body})${start.includes("<") ? "" : many}`),
          },
        ),
        { maxLength: 4 },
      )
      .map((items) => items.join("")),
    group: fc
      .tuple(fc.constantFrom("(?:", "(", ...(parts.names ? ["(?<n>", "("] : [])), tie("node"))
      .map(([start, body]) => `${start}${body})`),
  }));
  return node;
}

function quantified(part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(part, fc.option(quantifier, { nil: "", freq: 2 })).map(([atom, many]) => atom + many);
}
