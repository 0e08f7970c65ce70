import { disjoint } from "./sets.ts";
import { isStart, type Look, type Node, nullable, type Pattern, type Repeat, some } from "./tree.ts";

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
}

/**
 * An upper bound of the work any backtracking matcher can spend on searching a text of n characters, or undefined
 * if this proof finds none that is linear.
 *
 * The proof: a backtracking matcher tries each way from each start at most once, so its work is the number of
 * arrivals at each place in the pattern, added up. Before the first place there are n + 1, one at each position.
 * - A character or an assertion passes arrivals on, at most; `^` passes on only those at the first position.
 * - Alternatives and counted repetitions add up the arrivals of all their ways. So does a look-around, of which one
 *   succeeding way goes on.
 * - A repetition without limit of one character leads from an arrival to each position of a run of that character.
 *   If the character to the left of every arrival is not such a one, then each arrival is at the start of its run:
 *   no two runs overlap, so the runs together are not longer than the text and each position is reached from one
 *   place only. If the left is not known, every arrival may lead everywhere, and there must be a fixed number.
 * - A repetition without limit at the very end runs once in the whole search: nothing after it can fail. It arrives
 *   at what it repeats once for each position, at the most.
 *
 * Left out are other repetitions without limit; references; `(?i:…)`, with which sets are hard to compare; and where
 * hosts have had faults: `v`, and empty matches between the halves of a surrogate pair.
 */
export function nativeWork({ root, atoms, modifiers, unicode }: Pattern): Linear | undefined {
  const properties = atoms.filter(({ source }) => /\\p/i.test(source)).length;
  if (modifiers || properties > MAX_PROPERTIES || atoms.some(({ flags }) => flags.includes("v")))
    return undefined;
  if (unicode && nullable(root)) return undefined;
  let work: Linear = [1, 0];
  let behind = false;
  walk(root, { all: [1, 1], each: 1, left: undefined }, true);
  return isBounded(work) ? work : undefined;

  /** How arrivals leave a part of the pattern; `last` if nothing is left to do after it. */
  function walk(node: Node, flow: Flow, last: boolean): Flow {
    work = plus(work, flow.all);
    if (!isBounded(work)) return flow;
    switch (node.kind) {
      case "char":
        return { ...flow, left: [node.atom] };
      case "assert":
        if (isStart(node)) return { all: [flow.each, 0], each: flow.each, left: [] };
        return node.what === "before" && !node.negated ? { ...flow, left: [node.atom] } : flow;
      case "group":
        return walk(node.item, flow, last);
      case "choice":
        return node.items.map((item) => walk(item, flow, last)).reduce(either);
      case "sequence": {
        const items = behind ? node.items.toReversed() : node.items;
        return items.reduce((then, item, i) => walk(item, then, last && i === items.length - 1), flow);
      }
      case "look":
        return looked(node, flow);
      case "repeat":
        return isUnlimited(node) ? unlimited(node, flow, last) : counted(node, node.max, flow, last);
      case "reference":
        return never(flow);
    }
  }

  function looked({ item, ahead }: Look, flow: Flow): Flow {
    if (some(item, isUnlimited)) return never(flow);
    const outside = behind;
    behind = !ahead;
    walk(item, flow, false);
    behind = outside;
    return flow;
  }

  function counted({ item, min }: Repeat, max: number, flow: Flow, last: boolean): Flow {
    let here = flow;
    let left: Flow | undefined = min === 0 ? flow : undefined;
    for (let i = 1; i <= max && isBounded(work); i++) {
      here = walk(item, here, last && max === 1);
      if (i >= min) left = left ? either(left, here) : here;
    }
    return left ?? here;
  }

  function unlimited(node: Repeat, flow: Flow, last: boolean): Flow {
    const { item, min } = node;
    if (last && !some(item, isUnlimited)) {
      walk(item, { all: [1, 1], each: 1, left: undefined }, false);
      return counted(node, min, flow, false);
    }
    if (item.kind !== "char") return never(flow);
    const { all, each, left } = flow;
    const ways = startsRun(left, item.atom) ? each : all[1] > 0 ? Infinity : all[0];
    work = plus(work, [ways * (min + 2), ways * 2]);
    return { all: [ways, ways], each: ways, left: min > 0 ? [item.atom] : left && [...left, item.atom] };
  }

  /** Whether no arrival is inside a run of characters of `atom`. */
  function startsRun(left: Flow["left"], atom: number): boolean {
    const run = atoms[atom];
    return left?.every((index) => run && atoms[index] && disjoint(atoms[index], run)) === true;
  }

  function never(flow: Flow): Flow {
    work = [Infinity, 0];
    return flow;
  }
}

function isUnlimited(node: Node): boolean {
  return node.kind === "repeat" && node.max === Infinity;
}

function isBounded([constant, perCharacter]: Linear): boolean {
  return constant + perCharacter < Infinity;
}

/** Arrivals one way or the other. */
function either(a: Flow, b: Flow): Flow {
  const left = a.left && b.left && [...new Set([...a.left, ...b.left])];
  return { all: plus(a.all, b.all), each: a.each + b.each, left };
}

function plus(a: Linear, b: Linear): Linear {
  return [a[0] + b[0], a[1] + b[1]];
}
