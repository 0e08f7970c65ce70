import { makeBacktracker } from "./backtrack.ts";
import type { Meter } from "./budget.ts";
import { makeAlphabet, type Symbols } from "./classes.ts";
import { makeScanner, type Scanner } from "./dfa.ts";
import { loosen } from "./loosen.ts";
import { buildNfa } from "./nfa.ts";
import type { LookBit } from "./subsets.ts";
import { type Atom, anchored, children, looksOf, type Node, type Pattern, some } from "./tree.ts";

/** The automata of one pattern, with what they have learnt from the texts so far. */
export interface Matcher {
  /** Whether the pattern matches in `text`. `run` must be another number at every call. */
  test(text: string, maxSteps: number, run: number): boolean | "undecided";
  /** How many elements are remembered. */
  size(): number;
}

/** What an automaton may remember between tests, in elements. */
const NO_MARKS = new Int32Array(0);
const REMEMBERED = 8_192;

/** Builds the automata of a pattern of that many states. Every test is charged for the building, built or not. */
export function makeMatcher(pattern: Pattern, states: number): Matcher {
  const references = some(pattern.root, ({ kind }) => kind === "reference");
  const any: Atom = {
    source: "[^]",
    flags: pattern.unicode ? "u" : "",
    literal: -1,
    length: 1,
    first: -1,
    second: -1,
  };
  const atoms = references ? [...pattern.atoms, any] : pattern.atoms;
  const root = references ? loosen(pattern, { kind: "char", atom: pattern.atoms.length }) : pattern.root;
  const alphabet = makeAlphabet({ ...pattern, atoms }, assertedAtoms(pattern.root));
  const looks = new Map<Node, LookBit>();
  const scanners: Scanner[] = [];
  for (const look of looksOf(root)) {
    const reversed = look.ahead;
    scanners.push(
      makeScanner(buildNfa(look.item, { reversed }), alphabet, { reversed, anchored: false, looks }),
    );
    looks.set(look, { bit: 1 << looks.size, negated: look.negated });
  }
  // With references: where the loosened pattern could start to match. It ends where the scan begins: at the end.
  const reversed = references;
  const main = makeScanner(buildNfa(root, { reversed }), alphabet, {
    reversed,
    anchored: !reversed && anchored(root),
    looks,
  });
  const starts = 1 << looks.size;
  const backtracker = references ? makeBacktracker(pattern, alphabet, looks) : undefined;

  function decide(text: string, meter: Meter, run: number): boolean | undefined {
    const symbols = alphabet.read(text, meter, run);
    if (!symbols) return undefined;
    const marks = looks.size > 0 || backtracker ? new Int32Array(symbols.length) : NO_MARKS;
    for (const [index, scanner] of scanners.entries()) {
      if (scanner.scan(symbols, marks, 1 << index, meter, run) === undefined) return undefined;
    }
    const found = main.scan(symbols, marks, backtracker ? starts : 0, meter, run);
    if (!backtracker || found === undefined) return found;
    return backtracker.search(symbols, codesOf(text, symbols), marks, starts, meter);
  }

  function codesOf(text: string, { length }: Symbols): number[] {
    if (length - 2 < text.length) return Array.from(text, (character) => character.codePointAt(0) ?? 0);
    return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  }

  return {
    test(text, maxSteps, run) {
      const verdict = decide(text, { left: maxSteps - states }, run);
      for (const scanner of [main, ...scanners]) if (scanner.size() > REMEMBERED) scanner.clear();
      return verdict ?? "undecided";
    },
    size: () => alphabet.size(),
  };
}

function assertedAtoms(node: Node): Set<number> {
  const own = node.kind === "assert" ? [node.atom] : [];
  return new Set([...own, ...children(node).flatMap((child) => [...assertedAtoms(child)])]);
}
