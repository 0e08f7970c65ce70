import { isStart, type Node } from "./tree.ts";

/** Part of a conjunction: whether a match of `root` is found, or, if `negated`, that none is. */
export interface Clause {
  readonly root: Node;
  readonly negated: boolean;
}

/**
 * A pattern without references as patterns all of which must hold: `^(?=A)(?!B)C` is found where `^A` and `^C` are
 * and `^B` is not, for all three can only start at the start. Each is then read only as far as it takes.
 */
export function clausesOf(root: Node): Clause[] {
  if (root.kind !== "sequence") return [{ root, negated: false }];
  const [start, ...items] = root.items;
  if (!start || !isStart(start)) return [{ root, negated: false }];
  const clauses: Clause[] = [];
  const rest: Node[] = [start];
  for (const item of items) {
    if (rest.length === 1 && item.kind === "look" && item.ahead) {
      clauses.push({ root: { kind: "sequence", items: [start, item.item] }, negated: item.negated });
    } else rest.push(item);
  }
  return [...clauses, { root: { kind: "sequence", items: rest }, negated: false }];
}
