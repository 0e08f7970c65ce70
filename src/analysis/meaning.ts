/** What conditions mean as formulas. */
import type { LeafCondition } from "../conditions/index.ts";
import type { Condition } from "../conditions/tree.ts";
import type { Model } from "../model.ts";
import { fieldReader, fieldTouched } from "./fieldMeaning.ts";
import type { Formula } from "./formula.ts";
import { classical, combined, type Meaning } from "./kleene.ts";
import { type LeafReaders, type Moment, readerOf } from "./leafReaders.ts";
import { placeReaders, type Whereabouts } from "./placeMeaning.ts";
import type { Tables } from "./tables.ts";
import { textReaders } from "./textMeaning.ts";

/** Tells what conditions mean. */
export interface Meanings {
  of(condition: Condition, when: Moment): Meaning;
  /** The event tells of a change of a field. */
  touches(field: string): Formula;
}

/** Tells what the conditions of a workspace's rules mean. */
export function createMeanings(model: Model, where: Whereabouts, tables: Tables): Meanings {
  const { formulas } = tables;
  const known = { after: new Map<string, Meaning>(), before: new Map<string, Meaning>() };
  const readers: LeafReaders = {
    ...placeReaders(model, where, tables),
    ...textReaders(tables),
    classification: fieldReader(model, tables),
    unassigned: () => flag("unassigned"),
    unattended: () => flag("unattended"),
  };

  function flag(name: "unassigned" | "unattended"): Meaning {
    return classical(formulas.literal(tables.flag(name), true), formulas);
  }

  function of(condition: Condition, when: Moment): Meaning {
    if (condition.type === "group") {
      const inner = condition.conditions.map((each) => of(each, when));
      return combined(condition.operator, inner, formulas);
    }
    const key = JSON.stringify(condition);
    const found = known[when].get(key) ?? read(condition, when);
    known[when].set(key, found);
    return found;
  }

  function read<Leaf extends LeafCondition>(condition: Leaf, when: Moment): Meaning {
    return readerOf(readers, condition)(condition, when);
  }

  return { of, touches: (field) => fieldTouched(field, model, tables) };
}
