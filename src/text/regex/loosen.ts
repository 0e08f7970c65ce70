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

  function loose(node: Node): Node {
    if (!some(node, ({ kind }) => kind === "reference")) return node;
    if (node.kind === "reference") return recalled(node);
    // Not finding the loosened is more than not finding the exact.
    if (node.kind === "look" && node.negated) return EMPTY;
    if ("items" in node) return { ...node, items: node.items.map(loose) };
    return "item" in node ? { ...node, item: loose(node.item) } : node;
  }

  function recalled(node: Reference): Node {
    const anything: Node = { kind: "repeat", item: any, min: 0, max: Infinity, lazy: false, at: 0 };
    // Under `i` a class holds of all cases of a character, but not where `i` changes on the way.
    if (pattern.modifiers) return anything;
    const items = node.groups.flatMap((index) => groups.get(index) ?? []).map(consumed);
    return { kind: "choice", items: [...items, EMPTY] };

    function consumed(part: Node): Node {
      if (part.kind === "reference") return anything;
      if (part.kind === "assert" || part.kind === "look") return EMPTY;
      if (part.kind === "group") return consumed(part.item);
      if ("items" in part) return { ...part, items: part.items.map(consumed) };
      return part.kind === "repeat" ? { ...part, item: consumed(part.item) } : part;
    }
  }

  return loose(pattern.root);
}
