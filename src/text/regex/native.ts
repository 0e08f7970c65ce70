import { makeSets, type Sets } from "./sets.ts";
import { type Assert, isStart, type Look, type Node, nullable, type Pattern, type Repeat } from "./tree.ts";

/** An amount that grows with the text: `[a, b]` is a + b·n for n characters; infinite if it grows faster. */
export type Linear = readonly [constant: number, perCharacter: number];

/** The host compiles property escapes slowly; a pattern with more of them is not handed over. */
const MAX_PROPERTIES = 6;

/**
 * How a matcher can arrive at one place in the pattern. An arrival is a start in the text and a way through the
 * pattern from there; different ways may arrive at the same position.
 */
interface Flow {
  /** How many arrivals there are, at all positions together. */
  readonly all: Linear;
  /** How many there are at one position, at the most. */
  readonly each: number;
  /** What is known of the character to the left: it is of one of these atoms, or there is none. */
  readonly left: readonly number[] | undefined;
  /** Also known: it is not of `atom`; if `ifAtom`, only where one of `atom` follows. */
  readonly apart: { readonly atom: number; readonly ifAtom: boolean } | undefined;
}

const ONE: Linear = [1, 0];
const N: Linear = [1, 1];
const TOO_MUCH: Linear = [Number.POSITIVE_INFINITY, 0];

/**
 * An upper bound of the work any backtracking matcher can spend on searching a text of n characters, or undefined
 * if this proof finds none that is linear.
 *
 * The proof: a backtracking matcher tries each way from each start at most once, so its work is the number of
 * arrivals at each place in the pattern, added up. Before the first place there are n + 1, one at each position.
 * - A character or an assertion passes arrivals on, at most; `^` passes on only those at the first position.
 * - Alternatives and counted repetitions add up the arrivals of all their ways.
 * - A repetition without limit of one character leads from an arrival to each position of a run of that character.
 *   If the character to the left of every arrival is not such a one, then each arrival is at the start of its run:
 *   no two runs overlap, so the runs together are not longer than the text and each position is reached from one
 *   place only. If the left is not known, every arrival may lead everywhere, and there must be a fixed number.
 * - A look-around is tried once for each arrival and passes it on at most once.
 * - A repetition without limit at the very end runs once in the whole search: nothing after it can fail.
 *
 * Left out are references; `(?i:…)`, with which sets are hard to compare; and where hosts have had faults: `v`, and
 * empty matches between the halves of a surrogate pair.
 */
export function nativeWork(pattern: Pattern): Linear | undefined {
  const { root, atoms, modifiers, unicode } = pattern;
  const properties = atoms.filter(({ source }) => /\\p/i.test(source)).length;
  if (modifiers || properties > MAX_PROPERTIES || atoms.some(({ flags }) => flags.includes("v")))
    return undefined;
  if (unicode && nullable(root)) return undefined;
  const { work } = follow(
    root,
    { all: N, each: 1, left: undefined, apart: undefined },
    makeSets(atoms),
    "search",
  );
  return Number.isFinite(work[0] + work[1]) ? work : undefined;
}

/** Follows the arrivals through `root`: how they leave it, and the work up to there. */
function follow(
  root: Node,
  from: Flow,
  sets: Sets,
  how: "search" | "ahead" | "behind",
): { work: Linear; flow: Flow } {
  let work: Linear = ONE;

  function walk(node: Node, flow: Flow, last: boolean): Flow {
    work = plus(work, flow.all);
    if (!Number.isFinite(work[0] + work[1])) return flow;
    switch (node.kind) {
      case "empty":
        return flow;
      case "char":
        return { ...flow, left: how === "behind" ? undefined : [node.atom], apart: undefined };
      case "assert":
        return asserted(node, flow);
      case "group":
        return walk(node.item, flow, last);
      case "choice":
        return node.items.map((item) => walk(item, flow, last)).reduce(either);
      case "sequence": {
        const items = how === "behind" ? node.items.toReversed() : node.items;
        return items.reduce((then, item, i) => walk(item, then, last && i === items.length - 1), flow);
      }
      case "look":
        return looked(node, flow);
      case "repeat":
        return node.max === Number.POSITIVE_INFINITY
          ? unlimited(node, flow, last)
          : counted(node, flow, last);
      case "reference":
        return never(flow);
    }
  }

  function asserted(node: Assert, flow: Flow): Flow {
    const behind = how === "behind";
    if (isStart(node)) return { ...flow, all: [flow.each, 0], left: behind ? undefined : [] };
    if (behind || node.what === "after") return flow;
    const { what, negated, atom } = node;
    if (what === "edge") return negated ? flow : { ...flow, apart: { atom, ifAtom: true } };
    return negated ? { ...flow, apart: { atom, ifAtom: false } } : { ...flow, left: [atom] };
  }

  function looked({ item, ahead }: Look, flow: Flow): Flow {
    const one: Flow = { all: ONE, each: 1, left: undefined, apart: undefined };
    const inside = follow(item, one, sets, ahead ? "ahead" : "behind");
    work = plus(work, times(flow.all, inside.work));
    return flow;
  }

  function counted({ item, min, max }: Repeat, flow: Flow, last: boolean): Flow {
    let here = flow;
    let left: Flow | undefined = min === 0 ? flow : undefined;
    for (let i = 1; i <= max && Number.isFinite(work[0] + work[1]); i++) {
      here = walk(item, here, last && max === 1);
      if (i >= min) left = left ? either(left, here) : here;
    }
    return left ?? here;
  }

  function unlimited({ item, min }: Repeat, flow: Flow, last: boolean): Flow {
    if (last) {
      let here = flow;
      for (let i = 0; i < min; i++) here = walk(item, here, false);
      work = plus(work, times(N, follow(item, { ...here, all: ONE, each: 1 }, sets, how).work));
      return here;
    }
    const left =
      item.kind !== "char" || how === "behind"
        ? undefined
        : [...(min === 0 ? (flow.left ?? []) : []), item.atom];
    if (item.kind === "char" && startsRun(flow, item.atom, min)) {
      work = plus(work, times([2 * flow.each, 0], N));
      const known = min === 0 && flow.left === undefined ? undefined : left;
      return { all: times([flow.each, 0], N), each: flow.each, left: known, apart: undefined };
    }
    const once = follow(item, { all: ONE, each: 1, left: undefined, apart: undefined }, sets, how);
    const oneWay = once.flow.all[0] === 1 && once.flow.all[1] === 0;
    if (!oneWay) return never(flow);
    work = plus(work, times(flow.all, times([min + 1, 1], once.work)));
    return { all: times(flow.all, N), each: flow.all[0], left: undefined, apart: undefined };
  }

  /** Whether no arrival is inside a run of characters of `atom`. */
  function startsRun({ left, apart }: Flow, atom: number, min: number): boolean {
    if (left?.every((other) => sets.disjoint(other, atom))) return true;
    return apart !== undefined && (min > 0 || !apart.ifAtom) && sets.within(atom, apart.atom);
  }

  function never(flow: Flow): Flow {
    work = TOO_MUCH;
    return flow;
  }

  return { flow: walk(root, from, how === "search"), work };
}

/** Arrivals one way or the other. */
function either(a: Flow, b: Flow): Flow {
  return {
    all: plus(a.all, b.all),
    each: a.each + b.each,
    left: a.left && b.left && [...new Set([...a.left, ...b.left])],
    apart: undefined,
  };
}

function plus(a: Linear, b: Linear): Linear {
  return [a[0] + b[0], a[1] + b[1]];
}

/** Constants here are never 0, so that an infinite factor makes an infinite product. */
function times(a: Linear, b: Linear): Linear {
  return a[1] > 0 && b[1] > 0 ? TOO_MUCH : [a[0] * b[0], a[0] * b[1] + a[1] * b[0]];
}
