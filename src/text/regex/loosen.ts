import { children, EMPTY, type Node, type Pattern, type Reference, some } from "./tree.ts";

/**
 * A pattern without references that matches wherever `pattern` does, and perhaps elsewhere: each reference becomes
 * whatever its group could have matched, or nothing. Parts without references stay the very same nodes.
 */
export function loosen(pattern: Pattern, any: Node): Node {
  const groups = new Map<number, Node>();
  collect(pattern.root);

  function collect(node: Node): void {
    if (node.kind === "group") groups.set(node.index, node.item);
    for (const child of children(node)) collect(child);
  }

  /** `set`: the groups that have certainly matched by now, so that a reference to them is not to nothing. */
  function loose(node: Node, set: readonly number[], behind: boolean): Node {
    if (!some(node, ({ kind }) => kind === "reference")) return node;
    if (node.kind === "reference") return recalled(node, set);
    if (node.kind === "look") {
      // Not finding the loosened is more than not finding the exact.
      return node.negated ? EMPTY : { ...node, item: loose(node.item, set, !node.ahead) };
    }
    if (node.kind === "sequence") {
      const before = (i: number) => (behind ? set : [...set, ...node.items.slice(0, i).flatMap(surelySet)]);
      return { ...node, items: node.items.map((item, i) => loose(item, before(i), behind)) };
    }
    if ("items" in node) return { ...node, items: node.items.map((item) => loose(item, set, behind)) };
    return "item" in node ? { ...node, item: loose(node.item, set, behind) } : node;
  }

  function recalled(node: Reference, set: readonly number[]): Node {
    const anything: Node = { kind: "repeat", item: any, min: 0, max: Infinity, lazy: false, at: 0 };
    // Under `i` a class holds of all cases of a character, but not where `i` changes on the way.
    if (pattern.modifiers) return anything;
    const items = node.groups.flatMap((index) => groups.get(index) ?? []).map(consumed);
    if (!node.groups.some((index) => set.includes(index))) items.push(EMPTY);
    return { kind: "choice", items };

    function consumed(part: Node): Node {
      if (part.kind === "reference") return anything;
      if (part.kind === "assert" || part.kind === "look") return EMPTY;
      if (part.kind === "group") return consumed(part.item);
      if ("items" in part) return { ...part, items: part.items.map(consumed) };
      return part.kind === "repeat" ? { ...part, item: consumed(part.item) } : part;
    }
  }

  return loose(pattern.root, [], false);
}

/** The groups that every match of `node` sets. */
function surelySet(node: Node): number[] {
  if (node.kind === "group") return [node.index, ...surelySet(node.item)];
  if (node.kind === "sequence") return node.items.flatMap(surelySet);
  return node.kind === "repeat" && node.min > 0 ? surelySet(node.item) : [];
}
