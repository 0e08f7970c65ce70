import { makeBacktracker } from "./backtrack.ts";
import type { Meter } from "./budget.ts";
import { makeAlphabet } from "./classes.ts";
import { clausesOf } from "./clauses.ts";
import { makeScanner, type Scanner } from "./dfa.ts";
import { loosen } from "./loosen.ts";
import { buildNfa } from "./nfa.ts";
import { scratch } from "./scratch.ts";
import type { LookBit } from "./subsets.ts";
import { type Atom, anchored, looksOf, type Node, type Pattern, some } from "./tree.ts";

/** The automata of one pattern, with what they have learnt from the texts so far. */
export interface Matcher {
  /** Whether the pattern matches in `text`. */
  test(text: string, maxSteps: number): boolean | "undecided";
  /** Whether it has learnt so much that it should be made anew. */
  worn(): boolean;
}

/** What may be remembered of the characters met, in elements. */
const REMEMBERED = 32_768;
/** What building an automaton costs besides its states, in steps. */
const AUTOMATON = 1_000;
/** Runs are numbered within what an Int32Array holds. */
const LAST_RUN = 2 ** 30;

/** Builds the automata of a pattern. Every test is charged their `states` for the building, built or not. */
export function makeMatcher(pattern: Pattern, states: number): Matcher {
  const references = some(pattern.root, ({ kind }) => kind === "reference");
  const atoms = references ? [...pattern.atoms, anyAtom(pattern.unicode)] : pattern.atoms;
  const root = references ? loosen(pattern, { kind: "char", atom: pattern.atoms.length }) : pattern.root;
  const alphabet = makeAlphabet({ ...pattern, atoms });
  const looks = new Map<Node, LookBit>();
  // With references: where the loosened pattern could start to match. It ends where the scan begins: at the end.
  const clauses = references ? [{ root, negated: false }] : clausesOf(root);
  const scanners: Scanner[] = [];
  for (const look of clauses.flatMap((clause) => looksOf(clause.root))) {
    scanners.push(scannerOf(look.item, look.ahead));
    looks.set(look, { bit: 1 << looks.size, negated: look.negated });
  }
  const main = clauses.map((clause) => ({
    scanner: scannerOf(clause.root, references),
    negated: clause.negated,
  }));
  const starts = 1 << looks.size;
  const backtracker = references ? makeBacktracker(pattern, alphabet, looks) : undefined;
  let run = 0;

  function scannerOf(node: Node, reversed: boolean): Scanner {
    return makeScanner(buildNfa(node, { reversed }), alphabet, {
      reversed,
      anchored: !reversed && anchored(node),
      looks,
    });
  }

  function decide(text: string, meter: Meter): boolean | undefined {
    run++;
    const reading = alphabet.read(text, meter, run);
    if (!reading) return undefined;
    const marks = scratch("marks", reading.length + 1);
    if (looks.size > 0 || backtracker) marks.fill(0, 0, reading.length + 1);
    for (const [index, scanner] of scanners.entries()) {
      if (scanner.scan(reading, marks, 1 << index, meter, run) === undefined) return undefined;
    }
    for (const { scanner, negated } of main) {
      const found = scanner.scan(reading, marks, backtracker ? starts : 0, meter, run);
      if (found === undefined) return undefined;
      if (!backtracker && found === negated) return false;
    }
    return backtracker
      ? backtracker.search(reading, codesOf(text, reading.length), marks, starts, meter)
      : true;
  }

  /** The characters of a text, as they are read. */
  function codesOf(text: string, length: number): Int32Array {
    const codes = scratch("codes", length);
    for (let i = 0, at = 0; i < length; i++) {
      const code = (pattern.unicode ? text.codePointAt(at) : text.charCodeAt(at)) ?? 0;
      codes[i] = code;
      at += code > 0xffff ? 2 : 1;
    }
    return codes;
  }

  function test(text: string, maxSteps: number): boolean | "undecided" {
    const left = maxSteps - states - AUTOMATON * (main.length + scanners.length);
    const guess: Meter = { left, guessed: 0, exact: backtracker !== undefined };
    let verdict = decide(text, guess);
    // If even too high a charge is within the allowance, the exact one need not be known.
    if (verdict === undefined && !guess.exact && guess.left + guess.guessed >= 0) {
      verdict = decide(text, { left, guessed: 0, exact: true });
    }
    for (const scanner of scanners) scanner.tidy();
    for (const { scanner } of main) scanner.tidy();
    return verdict ?? "undecided";
  }

  return { test, worn: () => run > LAST_RUN || alphabet.size() > REMEMBERED };
}

function anyAtom(unicode: boolean): Atom {
  return { source: "[^]", flags: unicode ? "u" : "", literal: -1, length: 1, needs: [] };
}
