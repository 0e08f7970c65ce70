/** What is wrong with a pattern, and what to write instead, in English. */
import type { Advice, PatternWords } from "./define.ts";

const PROPERTY: Advice = [
  "`\\p` is not followed by the name of a property",
  "write a property such as `\\p{L}` or `\\p{Script=Latin}`; emoji sequences like `\\p{RGI_Emoji}` need the flag `v`",
];
const SET: Advice = [
  "signs inside `[…]` are joined in a way that does not exist with `v`",
  "write only one of `--` and `&&` in one class, with a class in brackets or a single character on either side",
];
const FLAG_GROUP: Advice = [
  "the flags of a group are not well formed",
  "write some of `i`, `m`, `s` once each, as in `(?i:…)` or `(?i-s:…)`",
];
const TOO_LARGE: Advice = [
  "the pattern is too large for this host",
  "split it into several conditions under `or`",
];

/** @see PatternWords */
export const en: PatternWords = {
  reasons: {
    "unterminated group": [
      "a group is opened and never closed",
      "close it with `)`, or write `\\(` for the sign itself",
    ],
    "unmatched ')'": [
      "a group is closed that was never opened",
      "open it with `(`, or write `\\)` for the sign itself",
    ],
    "unterminated character class": [
      "a class is opened and never closed",
      "close it with `]`, or write `\\[` for the sign itself",
    ],
    "nothing to repeat": [
      "`{found}` has nothing before it to repeat",
      "put it after what it repeats, or write `\\{found}` for the sign itself",
    ],
    "invalid quantifier": [
      "a look-around cannot be repeated",
      "leave the repetition out: looking twice finds no more than looking once",
    ],
    "numbers out of order in {} quantifier": [
      "a count has its larger number first",
      "write the smaller number first, as in `{2,5}`",
    ],
    "incomplete quantifier": [
      "a count is not finished",
      "write it whole, as in `{2,5}`, or `\\{` for the sign itself",
    ],
    "lone quantifier brackets": [
      "`{found}` stands alone, which the flags `u` and `v` do not allow",
      "write `\\{found}` for the sign itself",
    ],
    "\\ at end of pattern": [
      "the pattern ends with a backslash",
      "write `\\\\` for the sign itself, or leave it out",
    ],
    "invalid escape": [
      "a backslash before `{found}` means nothing with the flags `u` and `v`",
      "write `{found}` without the backslash, or leave out the flag",
    ],
    "invalid unicode escape": [
      "an escape lacks its digits or its letter",
      "write it whole, as in `\\u00f1`, `\\u{1F600}` or `\\cA`",
    ],
    "invalid decimal escape": [
      "a backslash before digits refers to no group",
      "write the digits without it, or `\\x00` for a character by its number",
    ],
    "invalid class escape": [
      "a class has a backslash that means nothing there",
      "write the character without the backslash",
    ],
    "invalid property name": PROPERTY,
    "invalid property name in character class": PROPERTY,
    "range out of order in character class": [
      "a range ends before it begins",
      "write the lower character first, as in `a-z`, or `\\-` for a hyphen",
    ],
    "invalid character class": [
      "a range has a class such as `\\d` for an end",
      "write `\\-` for a hyphen, or put the hyphen first or last",
    ],
    "invalid character in character class": [
      "`{found}` must have a backslash inside `[…]` with the flag `v`",
      "write `\\{found}`",
    ],
    "invalid set operation in character class": SET,
    "invalid class set operation": SET,
    "negated character class may contain strings": [
      "`[^…]` and `\\P{…}` cannot hold what has several characters, such as emoji sequences",
      "leave out the `^`, and write `(?!…)` before what must not be such a sequence",
    ],
    "invalid group": [
      "a group begins in a way that does not exist",
      "write `(?:…)`, or `\\(` and `\\?` for the signs themselves",
    ],
    "invalid flag group": FLAG_GROUP,
    "multiple dashes in flag group": FLAG_GROUP,
    "repeated flag in flag group": FLAG_GROUP,
    "invalid capture group name": [
      "the name of a group is not well formed",
      "write letters, digits and `_`, not a digit first, as in `(?<name>…)`",
    ],
    "duplicate capture group name": ["two groups have the same name", "give each group a name of its own"],
    "invalid named reference": ["`\\k` is not followed by the name of a group", "write `\\k<name>`"],
    "invalid named capture referenced": [
      "`\\k<…>` refers to a group that does not exist",
      "name the group it means, as in `(?<name>…)`",
    ],
    "too many captures": TOO_LARGE,
    "regular expression too large": TOO_LARGE,
    "maximum call stack size exceeded": TOO_LARGE,
    "stack overflow": TOO_LARGE,
  },
  unknown: [
    "the pattern is not well formed here",
    "write a backslash before a sign that stands for itself, or close what was opened",
  ],
  limits: {
    characters: [
      "the pattern has more than {limit} characters",
      "split it into several conditions under `or`",
    ],
    states: [
      "its counts, written out, make the pattern larger than {limit} states",
      "write `+` or `*` instead of the count, or a smaller count",
    ],
    "look-arounds": [
      "the pattern has more than {limit} look-arounds",
      "split it into several conditions under `or` or `and`",
    ],
    "nested groups": [
      "groups are nested more than {limit} deep",
      "leave out brackets that hold nothing but other brackets",
    ],
  },
  flags: {
    needless: [
      "flag `{found}` is not available",
      "leave it out: it does not change whether a message matches",
    ],
    unknown: ["flag `{found}` is not available", "write some of `i`, `m`, `s` and one of `u`, `v`"],
    both: ["flags `u` and `v` exclude each other", "leave out `u`: `v` does all that it does"],
    twice: ["a flag is written twice", "write each flag once"],
  },
  thousands: ",",
};
