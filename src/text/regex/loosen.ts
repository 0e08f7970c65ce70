import { children, EMPTY, type Node, type Pattern, type Reference, some } from "./tree.ts";

/**
 * A node without references that matches wherever the pattern does, and perhaps elsewhere: each reference becomes what its
 * group could have matched, or nothing, or, where that depends on more than the group itself, anything. Parts
 * without references stay the very same nodes.
 */
export function loosen({ root, modifiers }: Pattern): Node {
  const groups = new Map<number, Node>();
  collect(root);
  return loose(root);

  function collect(node: Node): void {
    if (node.kind === "group") groups.set(node.index, node.item);
    for (const child of children(node)) collect(child);
  }

  function loose(node: Node): Node {
    if (!some(node, ({ kind }) => kind === "reference")) return node;
    if (node.kind === "reference") return recalled(node);
    // Not finding the loosened is more than not finding the exact.
    if (node.kind === "look" && node.negated) return EMPTY;
    if ("items" in node) return { ...node, items: node.items.map(loose) };
    return "item" in node ? { ...node, item: loose(node.item) } : node;
  }

  function recalled({ groups: indices, any }: Reference): Node {
    const items = indices.flatMap((index) => groups.get(index) ?? []);
    const depends = items.some((item) => some(item, ({ kind }) => /assert|look|reference/.test(kind)));
    // Under `i` a class holds of all cases of a character, but not where `i` changes on the way.
    if (depends || modifiers)
      return { kind: "repeat", item: { kind: "char", atom: any }, min: 0, max: Infinity, lazy: false, at: 0 };
    return { kind: "choice", items: [...items, EMPTY] };
  }
}
