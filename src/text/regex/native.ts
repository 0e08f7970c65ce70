import type { Node, Pattern } from "./tree.ts";

/** An amount of work that grows with the text: `[a, b]` is a + b·n for n characters; infinite if it grows faster. */
export type Linear = readonly [constant: number, perCharacter: number];

/** Property escapes are slow for the host to compile; a pattern with more of them is not handed over. */
const MAX_PROPERTIES = 6;

interface Cost {
  /** In how many ways the part can succeed from one position: how often what follows it may be tried. */
  readonly ways: Linear;
  /** How many parts are tried from one position if whatever follows always fails. */
  readonly work: Linear;
}

const ONE: Linear = [1, 0];
const NEVER: Linear = [Number.POSITIVE_INFINITY, 0];

/**
 * An upper bound of the work any backtracking matcher can spend on searching a text of n characters, or undefined
 * if this proof finds none that is linear.
 *
 * The proof: a backtracking matcher tries, from each start, each way through the pattern at most once. The ways
 * through a sequence multiply, those through alternatives add up, and a look-around, which is never re-entered,
 * has one. A repetition without limit of a part with one way has n + 1 ways, of any other part too many. So the
 * work of one start is a sum of products; if it grows with n at all, there must be one start only (`^` comes first).
 * One exception: where a repetition without limit comes last, nothing after it can fail, so it runs once in the
 * whole search. References and `v`, where hosts have had faults, are left out.
 */
export function nativeWork(pattern: Pattern): Linear | undefined {
  const { root, atoms } = pattern;
  const properties = atoms.filter(({ source }) => /\\p/i.test(source)).length;
  if (properties > MAX_PROPERTIES || atoms.some(({ flags }) => flags.includes("v"))) return undefined;
  const total = search(root);
  return Number.isFinite(total[0] + total[1]) ? total : undefined;
}

/** The work of trying `node` at every position. */
function search(node: Node): Linear {
  if (node.kind === "group") return search(node.item);
  if (node.kind === "choice") return node.items.map(search).reduce(plus);
  const { work, once } = finishing(node);
  const [first] = node.kind === "sequence" ? node.items : [node];
  const anchored = first?.kind === "assert" && first.what === "start" && first.atom < 0;
  return plus(once, anchored ? plus(work, [1, 1]) : times(work, [1, 1]));
}

/** The work of `node` from one position, apart from what runs once in the search because nothing can fail after it. */
function finishing(node: Node): { readonly work: Linear; readonly once: Linear } {
  if (node.kind === "group") return finishing(node.item);
  if (node.kind === "sequence") {
    const last = node.items.at(-1);
    const before = inSequence(node.items.slice(0, -1).map(cost));
    const end = last ? finishing(last) : { work: ONE, once: ONE };
    return { work: plus(before.work, times(before.ways, end.work)), once: end.once };
  }
  if (node.kind === "repeat" && node.max === Number.POSITIVE_INFINITY) {
    const { ways, work } = cost(node.item);
    const required = inSequence(Array<Cost>(node.min).fill({ ways, work }));
    return { work: required.work, once: times(work, [1, 1]) };
  }
  return { work: cost(node).work, once: ONE };
}

function cost(node: Node): Cost {
  switch (node.kind) {
    case "empty":
    case "char":
    case "assert":
      return { ways: ONE, work: ONE };
    case "group":
      return cost(node.item);
    case "look":
      return { ways: ONE, work: plus(ONE, cost(node.item).work) };
    case "sequence":
      return inSequence(node.items.map(cost));
    case "choice": {
      const items = node.items.map(cost);
      return {
        ways: items.map(({ ways }) => ways).reduce(plus),
        work: items.map(({ work }) => plus(ONE, work)).reduce(plus),
      };
    }
    case "repeat":
      return repeated(cost(node.item), node.min, node.max);
    case "reference":
      return { ways: NEVER, work: NEVER };
  }
}

function inSequence(items: readonly Cost[]): Cost {
  return items.reduce(
    (before, item) => ({
      ways: times(before.ways, item.ways),
      work: plus(before.work, times(before.ways, item.work)),
    }),
    { ways: ONE, work: ONE },
  );
}

function repeated(item: Cost, min: number, max: number): Cost {
  if (max === Number.POSITIVE_INFINITY) {
    const single = item.ways[0] === 1 && item.ways[1] === 0;
    return { ways: single ? [1, 1] : NEVER, work: times([2 + min, 1], plus(ONE, item.work)) };
  }
  let ways: Linear = ONE;
  let work: Linear = ONE;
  let all: Linear = [Number(min === 0), 0];
  for (let i = 1; i <= max && Number.isFinite(ways[0] + ways[1]); i++) {
    work = plus(work, times(ways, plus(ONE, item.work)));
    ways = times(ways, item.ways);
    if (i >= min) all = plus(all, ways);
  }
  return { ways: all, work };
}

function plus(a: Linear, b: Linear): Linear {
  return [a[0] + b[0], a[1] + b[1]];
}

/** Constants here are never 0, so that an infinite factor makes an infinite product. */
function times(a: Linear, b: Linear): Linear {
  return a[1] > 0 && b[1] > 0 ? NEVER : [a[0] * b[0], a[0] * b[1] + a[1] * b[0]];
}
