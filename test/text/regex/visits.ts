import type { Node, Pattern } from "../../../src/text/regex/tree.ts";

/**
 * A backtracking matcher as plain as can be, to count what such a matcher does: how many parts of the pattern a
 * search visits, at all starts together. Gives up at `limit`. Not for references.
 */
export function countVisits({ root, atoms, unicode }: Pattern, text: string, limit: number): number {
  const characters = unicode ? Array.from(text) : text.split("");
  const answers = new Map<string, boolean>();
  let visits = 0;

  function is(atom: number, at: number): boolean {
    const character = characters[at];
    if (character === undefined) return false;
    const key = `${atom}/${character}`;
    const { source = "", flags = "" } = atoms[atom] ?? {};
    const answer = answers.get(key) ?? new RegExp(`^(?:${source})$`, flags).test(character);
    answers.set(key, answer);
    return answer;
  }

  function visit(node: Node, p: number, step: 1 | -1, then: (p: number) => boolean): boolean {
    if (++visits > limit) throw limit;
    switch (node.kind) {
      case "char":
        return is(node.atom, step > 0 ? p : p - 1) && then(p + step);
      case "group":
        return visit(node.item, p, step, then);
      case "choice":
        return node.items.some((item) => visit(item, p, step, then));
      case "sequence":
        return sequence(step > 0 ? node.items : node.items.toReversed(), p, step, then);
      case "repeat":
        return iterate(node, 0, p, step, then);
      case "look":
        return visit(node.item, p, node.ahead ? 1 : -1, () => true) !== node.negated && then(p);
      case "assert": {
        const { what, negated, atom } = node;
        const before = is(atom, p - 1) || (p === 0 && atoms[atom]?.beyond === true);
        const after = is(atom, p) || (p === characters.length && atoms[atom]?.beyond === true);
        return (
          (what === "edge" ? before !== after : what === "before" ? before : after) !== negated && then(p)
        );
      }
      case "reference":
        throw new Error("no references here");
    }
  }

  function sequence(items: readonly Node[], p: number, step: 1 | -1, then: (p: number) => boolean): boolean {
    const [first, ...rest] = items;
    return first ? visit(first, p, step, (q) => sequence(rest, q, step, then)) : then(p);
  }

  function iterate(
    node: Node & { kind: "repeat" },
    done: number,
    p: number,
    step: 1 | -1,
    then: (p: number) => boolean,
  ): boolean {
    const again = () =>
      done < node.max &&
      visit(
        node.item,
        p,
        step,
        (q) => (q !== p || done < node.min) && iterate(node, done + 1, q, step, then),
      );
    if (done < node.min) return again();
    return node.lazy ? then(p) || again() : again() || then(p);
  }

  try {
    for (let start = 0; start <= characters.length; start++) if (visit(root, start, 1, () => true)) break;
  } catch (thrown) {
    if (thrown !== limit) throw thrown;
  }
  return visits;
}
