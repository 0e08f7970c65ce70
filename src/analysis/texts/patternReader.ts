/** The automata of patterns. By code points (flags `u` and `v`), what is beyond the first 65,536 may be anything. */
import { parsePattern } from "../../text/regex/parse.ts";
import { type Assert, type Atom, anchored, BEYOND, type Pattern } from "../../text/regex/tree.ts";
import { mayBeBeyond } from "./beyond.ts";
import {
  type Branch,
  type Branches,
  both,
  bounded,
  DONE,
  either,
  isDone,
  NEVER,
  neither,
} from "./branches.ts";
import { type Machine, machineOf, type Part, type Way } from "./machine.ts";
import { type Automaton, DEAD, MATCHED, type Reader, readerOf, type Unit } from "./reader.ts";
import { writtenOut } from "./references.ts";

/** Accepts every text that a pattern matches. Nothing for a pattern that is too large. */
export function widePatternReader(source: string, flags: string): Reader | undefined {
  return patternReader(source, flags, true);
}

/** Accepts only texts that a pattern matches. */
export function surePatternReader(source: string, flags: string): Reader | undefined {
  return patternReader(source, flags, false);
}

function patternReader(source: string, flags: string, isWide: boolean): Reader | undefined {
  const pattern = writtenOut(parsePattern(source, flags), isWide);
  const machine = machineOf(pattern, isWide);
  return machine === undefined ? undefined : readerOf(automatonOf(pattern, machine));
}

/** What has been read: what is wanted of the rest, and where each part that looks behind may stand. */
interface Reading {
  readonly wanted: Branches;
  readonly behind: readonly (readonly number[])[];
}

/** A position in the text. */
interface Spot {
  readonly before: Unit;
  readonly after: Unit;
  /** The parts that look behind whose text stands before it. */
  readonly seen: Set<Part>;
  /** What is wanted behind the next unit for what is wanted here. */
  readonly known: Map<number, Branches>;
}

/** How many ways through look-aheads are followed from one place. */
const MAX_WAYS = 1_000;

function automatonOf(
  { atoms, root, unicode }: Pattern,
  { whole, behind, ways, goals, isWideAt }: Machine,
): Automaton<Reading> {
  const isAnchored = anchored(root);
  const tests = atoms.map(testOf);
  const isHalf = (unit: Unit) => unicode && unit !== undefined && HALF.test(unit);
  const has = (atom: number, unit: Unit) =>
    unit === undefined ? (atoms[atom]?.beyond ?? false) : (tests[atom]?.(unit) ?? false);

  const beyond = new Map<number, boolean>();

  /** Whether a class may have a character of two halves. */
  function isOpenTo(number: number): boolean {
    const atom = atoms[number];
    const found = beyond.get(number) ?? (number !== BEYOND && atom !== undefined && mayBeBeyond(atom));
    beyond.set(number, found);
    return found;
  }

  /** The places behind the next unit. */
  function readFrom(place: number, { after }: Spot): number[] {
    return (ways[place] ?? []).flatMap(({ to, atom }) => {
      if (atom === undefined) return [];
      return (isHalf(after) ? isWideAt(place) && isOpenTo(atom) : after !== undefined && has(atom, after))
        ? [to]
        : [];
    });
  }

  /** What must hold of the rest to go a way that reads nothing; nothing where it cannot be gone. */
  function toll({ asks }: Way, { before, after, seen }: Spot, isWide: boolean): Branch | undefined {
    if (asks === undefined) return [];
    if (asks.kind === "around") {
      const { ahead, negated, part } = asks;
      if (ahead) return [negated ? ~part.start : part.start];
      return seen.has(part) === negated ? undefined : [];
    }
    const isOpen = (isHalf(before) || isHalf(after)) && isOpenTo(asks.atom);
    return (isOpen ? isWide : asserted(asks, before, after, has)) ? [] : undefined;
  }

  /** The places that are reached from others without reading, by a part that looks behind. */
  function reached(from: readonly number[], spot: Spot): Set<number> {
    const all = new Set(from);
    for (const at of all) {
      const isWide = isWideAt(at);
      for (const way of ways[at] ?? []) {
        if (way.atom !== undefined) continue;
        const asked = toll(way, spot, isWide);
        // What stands behind is decided before what is ahead of it.
        if (asked !== undefined && (asked.length === 0 || isWide)) all.add(way.to);
      }
    }
    return all;
  }

  /** What is wanted behind the next unit for the goal to be reached from a place. */
  function wantedFrom(place: number, spot: Spot): Branches {
    const isWide = isWideAt(place);
    const found: Branches[] = [];
    const open = new Map<string, { at: number; asked: Branch }>([["", { at: place, asked: [] }]]);
    for (const { at, asked } of open.values()) {
      if (open.size > MAX_WAYS) return isWide ? DONE : either(found);
      const onward = goals.has(at) ? DONE : readFrom(at, spot).map((to) => [to]);
      if (onward.length > 0) found.push(both(onward, wantedOf(asked, spot)));
      for (const way of ways[at] ?? []) {
        const also = way.atom === undefined ? toll(way, spot, isWide) : undefined;
        if (also === undefined) continue;
        const together = [...new Set([...asked, ...also])].sort((a, b) => a - b);
        const key = `${way.to} ${together.join()}`;
        if (!open.has(key)) open.set(key, { at: way.to, asked: together });
      }
    }
    return bounded(either(found), isWide);
  }

  /** What is wanted behind the next unit for all that is asked here. */
  function wantedOf(asked: Branch, spot: Spot): Branches {
    return asked.reduce((all, one) => both(all, wantedFor(one, spot)), DONE);
  }

  function wantedFor(asked: number, spot: Spot): Branches {
    const found = spot.known.get(asked);
    if (found !== undefined) return found;
    const wanted = asked < 0 ? neither(wantedFor(~asked, spot), !isWideAt(~asked)) : wantedFrom(asked, spot);
    spot.known.set(asked, wanted);
    return wanted;
  }

  return {
    start: { wanted: NEVER, behind: behind.map(() => []) },
    kindOf(unit) {
      let kind = isHalf(unit) ? (FIRST_HALF.test(unit) ? "1" : "2") : "";
      for (const test of tests) kind += test(unit) ? "+" : "-";
      return kind;
    },
    step(reading, before, unit) {
      // Within a character nothing starts and nothing ends.
      if (isHalf(before) && FIRST_HALF.test(before ?? "") && isHalf(unit) && !FIRST_HALF.test(unit ?? ""))
        return reading;
      const spot: Spot = { before, after: unit, seen: new Set(), known: new Map() };
      const places = behind.map((part, index) => {
        const all = reached([part.start, ...(reading.behind[index] ?? [])], spot);
        if (all.has(part.goal)) spot.seen.add(part);
        return all;
      });
      const isBegun = isAnchored && before !== undefined;
      const wanted = isBegun ? reading.wanted : [...reading.wanted, [whole.start]];
      const next = bounded(either(wanted.map((branch) => wantedOf(branch, spot))), whole.isWide);
      if (isDone(next)) return MATCHED;
      if (unit === undefined || (isAnchored && next.length === 0)) return DEAD;
      return {
        wanted: next,
        behind: places.map((all) => rising([...all].flatMap((at) => readFrom(at, spot)))),
      };
    },
  };
}

/** Half of a character beyond the first 65,536. */
const HALF = /^[\ud800-\udfff]$/;
const FIRST_HALF = /^[\ud800-\udbff]$/;

/** As the standard has it of `^`, `$` and `\b`; of what stands beyond the ends, atoms know themselves. */
function asserted(
  { what, atom, negated }: Assert,
  before: Unit,
  after: Unit,
  holds: (atom: number, unit: Unit) => boolean,
): boolean {
  const [isBefore, isAfter] = [holds(atom, before), holds(atom, after)];
  if (what === "edge") return (isBefore !== isAfter) !== negated;
  return (what === "before" ? isBefore : isAfter) !== negated;
}

/** Whether a class has a unit: asked of the host's own engine, once for each. */
function testOf({ source, flags, literal, length }: Atom, index: number): (unit: string) => boolean {
  if (index === BEYOND || length > 1) return () => false;
  if (literal >= 0 && !flags.includes("i")) return (unit) => unit.charCodeAt(0) === literal;
  // Only by code points is an ASCII letter the same as another character than its other case.
  if (literal >= 0 && literal < 0x80 && flags === "i") {
    const other = otherCase(literal);
    return (unit) => unit.charCodeAt(0) === literal || unit.charCodeAt(0) === other;
  }
  const regex = new RegExp(`^(?:${source})$`, flags);
  return (unit) => regex.test(unit);
}

function otherCase(code: number): number {
  const letter = String.fromCharCode(code);
  const lower = letter.toLowerCase();
  return (letter === lower ? letter.toUpperCase() : lower).charCodeAt(0);
}

function rising(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
