/** The tables of an analysis: what is looked for, each thing once, by number. */
import { type Atom, type Atoms, createAtoms, type Flag } from "./atoms.ts";
import { createFormulas, type Formula, type Formulas } from "./formula.ts";
import { createTimeTable, type Days, type TimeTable } from "./timeSets.ts";

/** Tables that refer to one another by number: what is made with some has no meaning to others. */
export interface Tables {
  readonly formulas: Formulas;
  readonly atoms: Atoms;
  readonly times: TimeTable;
  /** The local dates in which events are looked for. */
  readonly horizon: Days;
  /** That an atom is so: the same formula for the same key. */
  literal(key: string, make: () => Atom): Formula;
  /** The number of the atom of a flag. */
  flag(flag: Flag): number;
}

/** Empty tables. */
export function createTables(horizon: Days): Tables {
  const formulas = createFormulas();
  const atoms = createAtoms();
  return {
    formulas,
    atoms,
    times: createTimeTable(horizon),
    horizon,
    literal: (key, make) => formulas.literal(atoms.add(key, make), true),
    flag: (flag) => atoms.add(flag, () => ({ kind: "flag", flag })),
  };
}
