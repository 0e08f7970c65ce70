/**
 * What is left to be read, as alternatives. A place is a state of an automaton from which its end may still be reached; a
 * number that is a place asks that what follows takes it there, and its complement (`~place`) that it does not.
 */

/** All of which must hold, in rising order. */
export type Branch = readonly number[];

/** One of which must hold. None is false. */
export type Branches = readonly Branch[];

export const NEVER: Branches = [];
export const DONE: Branches = [[]];

/** How many branches that ask for several things are told apart. */
const MAX_COMPOUND = 100;
/** How many are compared with one another. */
const MAX_COMPARED = 400;

export function isDone(branches: Branches): boolean {
  return branches.some(({ length }) => length === 0);
}

/** One of several. */
export function either(all: readonly Branches[]): Branches {
  return all.length === 1 && all[0] !== undefined ? all[0] : absorbed(all.flat());
}

/** All of several. */
export function both(one: Branches, other: Branches): Branches {
  if (one === DONE || other === NEVER) return other;
  if (other === DONE || one === NEVER) return one;
  return absorbed(one.flatMap((a) => other.flatMap((b) => joined(a, b))));
}

/** What holds where none of these does, as `bounded` has it. */
export function neither(branches: Branches, isWide: boolean): Branches {
  const refused = branches.map((branch) => branch.map((asked): Branch => [~asked]));
  return refused.reduce<Branches>((all, each) => bounded(both(all, each), isWide), DONE);
}

/** The same or, of too many to be told apart, something that is more often true (`isWide`), or less often. */
export function bounded(branches: Branches, isWide: boolean): Branches {
  const compound = branches.filter(({ length }) => length > 1);
  if (compound.length <= MAX_COMPOUND) return branches;
  const others = branches.filter(({ length }) => length < 2);
  return absorbed([...others, ...(isWide ? compound.map((branch) => branch.slice(0, 1)) : [])]);
}

/** Both branches as one, unless they contradict each other. */
function joined(one: Branch, other: Branch): Branches {
  const all = [...new Set([...one, ...other])].sort((a, b) => a - b);
  return all.some((asked) => asked < 0 && all.includes(~asked)) ? NEVER : [all];
}

/** Without what another makes needless, equal for equal. */
function absorbed(branches: Branches): Branches {
  if (isDone(branches)) return DONE;
  const single = new Set(branches.flatMap((branch) => (branch.length === 1 ? branch : [])));
  const compound = new Map(
    branches
      .filter((branch) => branch.length > 1 && !branch.some((asked) => single.has(asked)))
      .map((branch) => [branch.join(), branch]),
  );
  const lists = [...compound.values()];
  const isMany = lists.length > MAX_COMPARED;
  const least = isMany ? lists : lists.filter((branch) => !lists.some((other) => isWithin(other, branch)));
  const singles = [...single].sort((a, b) => a - b).map((asked) => [asked]);
  return [...singles, ...least.sort(inOrder)];
}

function isWithin(one: Branch, other: Branch): boolean {
  return one.length < other.length && one.every((asked) => other.includes(asked));
}

function inOrder(one: Branch, other: Branch): number {
  const at = one.findIndex((asked, index) => asked !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? Number.NEGATIVE_INFINITY);
}
