import { makeBacktracker } from "./backtrack.ts";
import type { Meter } from "./budget.ts";
import { makeAlphabet } from "./classes.ts";
import { makeScanner, type Scanner } from "./dfa.ts";
import { loosen } from "./loosen.ts";
import { buildNfa } from "./nfa.ts";
import { anchored, looksOf, type Node, type Pattern, some } from "./tree.ts";

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
  const root = references ? loosen(pattern) : pattern.root;
  const lookArounds = looksOf(root);
  const alphabet = makeAlphabet(pattern, lookArounds.length + 1);
  const looks = new Map<Node, number>();
  const scanners = lookArounds.map((look) => {
    const scanner = scannerOf(look.item, look.ahead);
    looks.set(look, pattern.atoms.length + looks.size);
    return scanner;
  });
  // With references: where the loosened pattern could start to match is one more thing to see ahead.
  const starts = references ? pattern.atoms.length + looks.size : -1;
  const main = scannerOf(root, references);
  const backtracker = references ? makeBacktracker(pattern, alphabet, looks) : undefined;
  const plain = alphabet.single && scanners.length === 0 && !backtracker;

  function scannerOf(node: Node, reversed: boolean): Scanner {
    const nfa = buildNfa(node, { reversed, looks, groups: 0 });
    return makeScanner(nfa, alphabet, { reversed, anchored: !reversed && anchored(node) });
  }

  function decide(text: string, meter: Meter): boolean | undefined {
    if (plain) return main.search(text, meter);
    // Each look-around passes all characters: if the allowance cannot suffice, nothing need be tried.
    if (meter.left < (scanners.length * text.length) / 2) return undefined;
    const reading = alphabet.read(text, meter);
    if (!reading) return undefined;
    for (const [index, scanner] of scanners.entries()) {
      if (scanner.scan(reading, pattern.atoms.length + index, meter) === undefined) return undefined;
    }
    const found = main.scan(reading, starts, meter);
    return backtracker && found !== undefined ? backtracker.search(reading, text, starts, meter) : found;
  }

  return { decide, automata: 1 + scanners.length };
}
