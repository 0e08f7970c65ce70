/** Where rules fare alike: formulas as they read at one site, with what its calendar and zone make of times. */
import { type Bits, join } from "./bits.ts";
import type { Formula } from "./formula.ts";
import type { PlaceSite } from "./places.ts";
import type { Subject } from "./subject.ts";
import type { Tables } from "./tables.ts";

/**
 * Accounts such that two rules fare alike at all others; nothing when there are none. Of rules that are written alike
 * the others are those where calendars and zones are the same.
 */
export function apartAt(
  one: Subject,
  other: Subject,
  sites: readonly PlaceSite[],
  tables: Tables,
): Bits | undefined {
  const types = [...new Set([...one.types, ...other.types])];
  const apart = sites.flatMap(({ accounts }, site) => {
    const reading = createReading(site, tables);
    const isAlike = types.every((type) => reading(one.formula(type)) === reading(other.formula(type)));
    return isAlike ? [] : [accounts];
  });
  return apart.length === 0 ? undefined : apart.reduce(join);
}

/** Writes formulas as they read at a site, by its number: equal texts are equal there. */
function createReading(site: number, { formulas, atoms, times }: Tables): (formula: Formula) => string {
  const known = new Map<Formula, string>();

  function reading(formula: Formula): string {
    const found = known.get(formula) ?? written(formula);
    known.set(formula, found);
    return found;
  }

  function written(formula: Formula): string {
    const node = formulas.node(formula);
    if (node.kind === "literal") return `${node.sign ? "" : "-"}${atomReading(node.atom)}`;
    return `${node.kind}(${node.parts.map(reading).sort().join()})`;
  }

  function atomReading(number: number): string {
    const atom = atoms.list[number];
    if (atom?.kind !== "time") return `${number}`;
    const set = atom.sets[site];
    return `t${set === undefined ? "" : times.number(set)}`;
  }

  return reading;
}
