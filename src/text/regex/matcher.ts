import { makeBacktracker } from "./backtrack.ts";
import type { Meter } from "./budget.ts";
import { makeAlphabet } from "./classes.ts";
import { clausesOf } from "./clauses.ts";
import { makeScanner, type Scanner } from "./dfa.ts";
import { loosen } from "./loosen.ts";
import { buildNfa } from "./nfa.ts";
import { type Atom, anchored, looksOf, type Node, type Pattern, some } from "./tree.ts";

/** Decides one pattern. */
export interface Matcher {
  /** Whether the pattern matches in `text`. */
  test(text: string, maxSteps: number): boolean | "undecided";
}

/** The automata of a pattern. */
interface Machine {
  /** Whether the pattern matches; undefined if the allowance did not suffice. */
  decide(text: string, meter: Meter): boolean | undefined;
  /** How many automata there are. */
  readonly automata: number;
}

/** How much may be remembered from one test to the next, as it was charged: a few bytes a step. */
const REMEMBERED = 65_536;
/** What building an automaton costs besides its states, in steps. */
const AUTOMATON = 1_000;

/**
 * Makes the matcher of a pattern. Its machine remembers what it has found out, yet a verdict is the one of a machine
 * that has seen no text before: every test is charged all that is remembered, which can only be more than what it
 * needs of that; and if this is too much, the test is made again by a new machine. So is the charge for building
 * it, of which `states` tells the size, whether it is built or not.
 */
export function makeMatcher(pattern: Pattern, states: number): Matcher {
  const meter: Meter = { left: 0, built: 0 };
  let machine: Machine | undefined;

  function attempt(text: string, maxSteps: number): boolean | undefined {
    if (machine === undefined) meter.built = 0;
    machine ??= makeMachine(pattern);
    meter.left = maxSteps - states - AUTOMATON * machine.automata - meter.built;
    const verdict = meter.left < 0 ? undefined : machine.decide(text, meter);
    if (verdict === undefined || meter.built > REMEMBERED) machine = undefined;
    return verdict;
  }

  function test(text: string, maxSteps: number): boolean | "undecided" {
    const isNew = machine === undefined;
    return attempt(text, maxSteps) ?? (isNew ? undefined : attempt(text, maxSteps)) ?? "undecided";
  }

  return { test };
}

function makeMachine(pattern: Pattern): Machine {
  const references = some(pattern.root, ({ kind }) => kind === "reference");
  const atoms = references ? [...pattern.atoms, anyAtom(pattern.unicode)] : pattern.atoms;
  const root = references ? loosen(pattern, { kind: "char", atom: pattern.atoms.length }) : pattern.root;
  // With references: where the loosened pattern could start to match is one more thing to see ahead.
  const clauses = references ? [{ root, negated: false }] : clausesOf(root);
  const lookArounds = clauses.flatMap((clause) => looksOf(clause.root));
  const alphabet = makeAlphabet({ ...pattern, atoms }, lookArounds.length + 1);
  const looks = new Map<Node, number>();
  const scanners = lookArounds.map((look) => {
    const scanner = scannerOf(look.item, look.ahead);
    looks.set(look, atoms.length + looks.size);
    return scanner;
  });
  const starts = atoms.length + looks.size;
  const main = clauses.map((clause) => ({ ...clause, scanner: scannerOf(clause.root, references) }));
  const backtracker = references ? makeBacktracker(pattern, alphabet, looks) : undefined;

  const single = alphabet.single && scanners.length === 0 && !backtracker;

  function scannerOf(node: Node, reversed: boolean): Scanner {
    const nfa = buildNfa(node, { reversed, looks, groups: 0 });
    return makeScanner(nfa, alphabet, { reversed, anchored: !reversed && anchored(node) });
  }

  function decide(text: string, meter: Meter): boolean | undefined {
    return single ? all((scanner) => scanner.search(text, meter)) : decideRead(text, meter);
  }

  function decideRead(text: string, meter: Meter): boolean | undefined {
    const reading = alphabet.read(text, meter);
    if (!reading) return undefined;
    for (const [index, scanner] of scanners.entries()) {
      if (scanner.scan(reading, atoms.length + index, meter) === undefined) return undefined;
    }
    if (!backtracker) return all((scanner) => scanner.scan(reading, -1, meter));
    if (main[0]?.scanner.scan(reading, starts, meter) === undefined) return undefined;
    return backtracker.search(reading, text, starts, meter);
  }

  /** Whether all clauses hold, asked one after the other. */
  function all(found: (scanner: Scanner) => boolean | undefined): boolean | undefined {
    for (const { scanner, negated } of main) {
      const verdict = found(scanner);
      if (verdict === undefined || verdict === negated) return verdict && false;
    }
    return true;
  }

  return { decide, automata: main.length + scanners.length };
}

function anyAtom(unicode: boolean): Atom {
  return { source: "[^]", flags: unicode ? "u" : "", literal: -1, beyond: false, length: 1, needs: [] };
}
