/**
 * Back-references, written out: where a group has few texts, for each of them; where it is one character, for each letter
 * and digit; else as what the group may have read.
 */
import {
  type Atom,
  children,
  EMPTY,
  type Node,
  type Pattern,
  type Reference,
} from "../../text/regex/tree.ts";
import { fewTexts, plainMembers } from "./fewTexts.ts";

/** How large a pattern may get, in nodes. */
const MAX_NODES = 1_500;

/** What a reference to a group reads: just that or, if it is rough, perhaps more. Absent: nothing, the group is not set. */
type Captured = ReadonlyMap<number, { readonly node: Node; readonly isRough: boolean }>;

type Group = Extract<Node, { kind: "group" }>;

/** What a group reads: one of these texts or, if that is not all, what `rest` reads. */
interface Known {
  readonly texts: readonly string[];
  readonly rest?: Node;
}

/** A pattern that matches the same texts or, if it is wide, at least these; with no more references than it must have. */
export function writtenOut(pattern: Pattern, isWide: boolean): Pattern {
  const { root, unicode, modifiers } = pattern;
  const nodes = inside(root);
  const references = nodes.filter((node) => node.kind === "reference");
  // With modifiers letter case may count in the group and not in the reference.
  if (references.length === 0 || modifiers) return pattern;
  const referred = new Set(references.flatMap(({ groups }) => groups));
  const flags = `${references.some(({ ignoreCase }) => ignoreCase) ? "i" : ""}${unicode ? "u" : ""}`;
  const atoms = [...pattern.atoms];
  const known = knownGroups();
  return { ...pattern, root: written(root, new Map(), isWide, () => EMPTY), atoms };

  /** What groups read, of so many that the pattern does not get too large. */
  function knownGroups(): Map<number, Known> {
    const found = new Map<number, Known>();
    let size = nodes.length;
    for (const node of nodes) {
      if (node.kind !== "group" || !referred.has(node.index)) continue;
      const own = knownOf(node);
      const count = own.texts.length + (own.rest ? 1 : 0);
      if (count === 0 || size * count > MAX_NODES) continue;
      size *= count;
      found.set(node.index, own);
    }
    return found;
  }

  function knownOf({ item }: Group): Known {
    const few = fewTexts(item, pattern, referred);
    if (few !== undefined) return { texts: apart(few, flags) };
    if (item.kind !== "char") return { texts: [] };
    const other = atoms.push({ ...PLAIN, source: "[^0-9A-Za-z]", flags, literal: -1 }) - 1;
    const rest = sequence({ kind: "assert", what: "after", negated: false, atom: other }, item);
    return { texts: apart(plainMembers(atoms[item.atom]), flags), rest };
  }

  /** A node, and behind it what follows once its groups have read something. */
  function written(
    node: Node,
    before: Captured,
    isWidely: boolean,
    behind: (captured: Captured) => Node,
  ): Node {
    const groups = groupsIn(node);
    const captured = new Map([...before].filter(([index]) => !groups.some((group) => group.index === index)));
    const alone = (item: Node, isOwnWide = isWidely) => written(item, captured, isOwnWide, () => EMPTY);
    switch (node.kind) {
      case "sequence": {
        const at = node.items.findIndex((item) => groupsIn(item).length > 0);
        const first = node.items[at];
        const plain = node.items.slice(0, at === -1 ? undefined : at).map((item) => alone(item));
        if (first === undefined) return sequence(...plain, behind(captured));
        const rest: Node = { kind: "sequence", items: node.items.slice(at + 1) };
        const onward = (now: Captured) => written(rest, now, isWidely, behind);
        return sequence(...plain, written(first, captured, isWidely, onward));
      }
      case "group": {
        const own = known.get(node.index);
        if (own === undefined)
          return written(node.item, captured, isWidely, (now) => behind(rough(now, [node], [])));
        const after = (reads: Node, isRough: boolean) =>
          sequence(reads, behind(new Map(captured).set(node.index, { node: reads, isRough })));
        const items = own.texts.map((text) => after(literalOf(text), false));
        return { kind: "choice", items: own.rest ? [...items, after(own.rest, true)] : items };
      }
      case "choice":
        return sequence(
          { kind: "choice", items: node.items.map((item) => alone(item)) },
          behind(rough(captured, groups)),
        );
      case "repeat":
        return sequence({ ...node, item: alone(node.item) }, behind(rough(captured, groups)));
      case "look": {
        // Behind, the last is read first: which groups are set there is another matter.
        const isOwn = !node.ahead && groups.length > 0;
        const look = isOwn ? node : { ...node, item: alone(node.item, isWidely !== node.negated) };
        return sequence(look, behind(node.negated ? captured : rough(captured, groups)));
      }
      case "reference":
        return sequence(read(node, captured, isWidely), behind(captured));
      default:
        return sequence(node, behind(captured));
    }
  }

  function groupsIn(node: Node): Group[] {
    return inside(node)
      .filter((each) => each.kind === "group")
      .filter(({ index }) => referred.has(index));
  }

  function literalOf(text: string): Node {
    const items = text.split("").map((unit): Node => {
      const literal = unit.charCodeAt(0);
      return { kind: "char", atom: atoms.push({ ...PLAIN, source: escaped(unit), flags, literal }) - 1 };
    });
    return { kind: "sequence", items };
  }
}

const PLAIN: Pick<Atom, "beyond" | "length" | "needs"> = { beyond: false, length: 1, needs: [] };

/** What a reference reads; itself where that cannot be said. */
function read(node: Reference, captured: Captured, isWide: boolean): Node {
  const [index, ...others] = node.groups;
  if (index === undefined || others.length > 0) return node;
  const { node: own, isRough } = captured.get(index) ?? { node: EMPTY, isRough: false };
  return isRough && !isWide ? node : own;
}

/** With groups of which is only known what they have read at most: one of `unset` nothing, perhaps. */
function rough(captured: Captured, groups: readonly Group[], unset: readonly Node[] = [EMPTY]): Captured {
  const all = new Map(captured);
  for (const { index, item } of groups) {
    all.set(index, { node: { kind: "choice", items: [bare(item), ...unset] }, isRough: true });
  }
  return all;
}

/** What a node reads, whatever stands around it. */
function bare(node: Node): Node {
  if (node.kind === "assert" || node.kind === "look") return EMPTY;
  if (node.kind === "group") return bare(node.item);
  if (node.kind === "repeat") return { ...node, item: bare(node.item) };
  return "items" in node ? { ...node, items: node.items.map(bare) } : node;
}

/** Of texts that are the same but for letter case the first, if case is ignored. */
function apart(texts: readonly string[], flags: string): readonly string[] {
  return texts.filter((text, at) => {
    const same = new RegExp(`^${text.split("").map(escaped).join("")}$`, flags);
    return !texts.slice(0, at).some((other) => same.test(other));
  });
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function sequence(...items: readonly Node[]): Node {
  return { kind: "sequence", items };
}

function inside(node: Node): Node[] {
  return [node, ...children(node).flatMap(inside)];
}
