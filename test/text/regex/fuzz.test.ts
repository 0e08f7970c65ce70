import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { makeMatcher } from "../../../src/text/regex/matcher.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import { refusedPattern } from "../../../src/text/regex/refusals.ts";
import { isDeparture } from "./departures.ts";
import { grammars, text } from "./grammar.ts";
import { hostVerdict } from "./oracle.ts";

// In the long run for some fifteen minutes: many short passes, each with a seed of its own and nothing kept between.
const LONG = process.env.LONG === "1";
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const PASSES = LONG ? 600 : 1;
const CASES = 2_000;
const STEPS = 250_000;

/** Pieces of patterns, whole and broken, as a hand that slips would join them. */
const PIECES = [
  ..."abKsé1_ -,<>=!:^$.|?*+(){}[]\\/&~\n",
  ..."(?: (?= (?! (?<= (?<! (?<n> (?<ñ> (?<\\u0061> (?i: (?-i: (?i-s: (?< (?".split(" "),
  ..."\\1 \\2 \\8 \\0 \\01 \\377 \\400 \\k<n> \\k<ñ> \\k \\k< \\b \\B \\d \\D \\w \\W \\s \\S \\n \\t".split(
    " ",
  ),
  ..."\\x41 \\x4 \\u0041 \\u00 \\u{41} \\u{1F600} \\u{110000} \\ud83d\\ude00 \\ud83d \\cA \\c \\c1 \\- \\/ \\]".split(
    " ",
  ),
  ..."\\p{L} \\P{Lu} \\p{RGI_Emoji} \\p{Script=Greek} \\p{ \\p \\q{ab|c} \\q{} [^ [^] [] [\\b] [a-c] [\\d-z] [&&] --".split(
    " ",
  ),
  ..."&& {2} {0} {2,} {1,2} {,2} {2,1} ?? *? +? {2}? 😀 ſ K \ud83d \ude00".split(" "),
];
const piece = fc.constantFrom(...PIECES);
const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
/** A pattern of a grammar, with up to three places spoiled. */
const spoiled = fc
  .tuple(
    fc.oneof(...grammars.map(({ pattern }) => pattern)),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(piece, fc.constant(""))), { maxLength: 3 }),
  )
  .map(([pattern, edits]) =>
    edits.reduce((before, [where, cut, put]) => {
      const at = where % (before.length + 1);
      return before.slice(0, at) + put + before.slice(at + cut);
    }, pattern),
  );
const source = fc.oneof(soup, spoiled);
const flags = fc.constantFrom("", "i", "m", "s", "u", "iu", "v", "iv", "ims", "imsu", "imsv");

describe(`patterns joined at random (SEED=${SEED}, ${PASSES} × ${CASES})`, () => {
  it.each(Array.from({ length: PASSES }, (_, pass) => SEED + pass))(
    "are read as the host reads them: seed %i",
    (seed) => {
      const count = { valid: 0, refused: 0, tooLarge: 0, tests: 0, undecided: 0, departures: 0, slowHost: 0 };
      fc.assert(
        fc.property(source, flags, fc.array(text, { minLength: 3, maxLength: 3 }), (pattern, set, texts) => {
          const host = hostRegExp(pattern, set);
          const error = refusedPattern(pattern, set);
          if (!host) {
            count.refused++;
            expect(error?.code).toBe("regex/syntax");
            return;
          }
          if (error) {
            count.tooLarge++;
            expect(error.code).toBe("regex/tooLarge");
            return;
          }
          count.valid++;
          const tree = parsePattern(pattern, set);
          expect(groupsOf(tree.names)).toEqual(hostGroups(pattern, set));
          const engine = boundedEngine.compile(pattern, set);
          const automata = makeMatcher(tree, 0);
          for (const string of texts) {
            const expected = hostVerdict(host, string);
            if (expected === undefined) {
              count.slowHost++;
              continue;
            }
            for (const verdict of [automata.test(string, STEPS), engine.test(string, STEPS)]) {
              count.tests++;
              if (verdict === expected) continue;
              if (verdict === "undecided") count.undecided++;
              else if (isDeparture(pattern, set, string)) count.departures++;
              else throw new Error(`on ${JSON.stringify(string)}: ${verdict}, the host ${expected}`);
            }
          }
        }),
        { numRuns: CASES, seed },
      );
      console.log(JSON.stringify(count));
      expect(count.valid).toBeGreaterThan(CASES / 5);
      expect(count.refused).toBeGreaterThan(CASES / 20);
      expect(count.undecided).toBeLessThan(count.tests / 200);
      expect(count.slowHost).toBeLessThan(count.tests / 1_000);
      expect(count.departures).toBeLessThan(count.tests / 300);
    },
  );
});

function hostRegExp(pattern: string, set: string): RegExp | undefined {
  try {
    return new RegExp(pattern, set);
  } catch {
    return undefined;
  }
}

/** How many groups the host finds, and their names: what matches first is nothing. */
function hostGroups(pattern: string, set: string): { count: number; names: string[] } {
  const found = new RegExp(`|${pattern}`, set).exec("");
  return { count: (found?.length ?? 0) - 1, names: Object.keys(found?.groups ?? {}).sort() };
}

function groupsOf(names: readonly (string | undefined)[]): { count: number; names: string[] } {
  const named = names.filter((name) => name !== undefined);
  return { count: names.length, names: [...new Set(named)].sort() };
}
