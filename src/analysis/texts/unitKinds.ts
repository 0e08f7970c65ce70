/** Units of a text that an automaton of words need not tell apart. */
import { factsWith, isEdge, type UnitFacts } from "./unitFacts.ts";

/** Letters and digits. */
const TOUCHES = /[\p{L}\p{N}]/u;

/** Numbers for units that words with these signs tell apart; `areBound`: some of them must stand alone. */
export function kindsFor(signs: ReadonlySet<string>, areBound: boolean): (facts: UnitFacts) => number {
  const kinds = new Map<UnitFacts, number>();
  const numbers = new Map<string, number>();
  // Of other signs counts where they stand, and whether they touch what is beside them.
  const known = (text: string) =>
    text
      .split("")
      .map((sign) => (signs.has(sign) ? sign : TOUCHES.test(sign) ? "\0" : "\x01"))
      .join("");
  for (const facts of factsWith(signs)) {
    const key = `${known(facts.yields ?? facts.letters)} ${roughKind(facts, areBound)}`;
    const number = numbers.get(key) ?? ROUGH_KINDS + numbers.size;
    numbers.set(key, number);
    kinds.set(facts, number);
  }
  return (facts) => kinds.get(facts) ?? roughKind(facts, areBound);
}

const ROUGH_KINDS = 256;

/** What tells units apart of which none of the signs comes. */
function roughKind({ yields, half, isDropped, isTilde }: UnitFacts, areBound: boolean): number {
  const plain = [half === "first", half === "second", yields === undefined, yields === "", yields === " "];
  const kind = plain.findIndex((is) => is) + 1;
  const edges = [
    isTilde,
    areBound && isDropped,
    areBound && isEdge(yields?.[0]),
    areBound && isEdge(yields?.at(-1)),
  ];
  return edges.reduce((sum, is) => sum * 2 + (is ? 1 : 0), kind);
}
