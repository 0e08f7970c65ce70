/** What conditions on fields mean: of the ticket as it is, and as it was. */
import type { KnownField, Model } from "../model.ts";
import { asList } from "../schema.ts";
import { fold } from "../text/fold.ts";
import type { Slot } from "./atoms.ts";
import type { Formula } from "./formula.ts";
import { classical, NEVER, UNKNOWN } from "./kleene.ts";
import type { LeafReader } from "./leafReaders.ts";
import type { Tables } from "./tables.ts";

type Value = Slot["values"][number];

/** Reads conditions on fields, of a workspace. */
export function fieldReader(model: Model, tables: Tables): LeafReader<"classification"> {
  const { formulas, atoms } = tables;
  return ({ field: id, is }, when) => {
    if (model.spoiledFields.has(id) || model.spoiledLists.has("fields")) return UNKNOWN;
    const field = model.fields.get(id);
    if (field === undefined) return NEVER;
    const { type } = field;
    const wanted = asList(is).flatMap((value) => comparable(value, field));
    if (wanted.length === 0) return NEVER;
    const after = holdsOneOf(atoms.slot(id, type, "after"), wanted, tables);
    if (when === "after") return classical(after, formulas);
    // What the event tells of the field before it, if it tells of it, and perhaps it does not say what it was; else
    // it was as it is.
    const told = fieldTouched(id, model, tables);
    const slot = atoms.slot(id, type, "before");
    const before = holdsOneOf(slot, wanted, tables);
    const unsaid = formulas.literal(tables.flag(`unsaid ${slot}`), true);
    const either = (now: Formula, then: Formula) =>
      formulas.or([
        formulas.and([formulas.not(told), now]),
        formulas.and([told, formulas.not(unsaid), then]),
      ]);
    return { isTrue: either(after, before), isFalse: either(formulas.not(after), formulas.not(before)) };
  };
}

/** That the event tells of a change of a field. */
export function fieldTouched(field: string, model: Model, { formulas, atoms, flag }: Tables): Formula {
  const slot = atoms.slot(field, model.fields.get(field)?.type ?? "text", "before");
  return formulas.literal(flag(`changed ${slot}`), true);
}

/** A value as values of the field are compared with it; nothing when none of them is equal. */
function comparable(value: Value, { type, options }: KnownField): Value[] {
  if (type === "boolean" || type === "number") return typeof value === type ? [value] : [];
  if (typeof value !== "string") return [];
  const text = type === "date" ? value : fold(value);
  return text === "" || (type !== "date" && type !== "text" && !options.has(text)) ? [] : [text];
}

/** That the value in a slot is one of these. */
function holdsOneOf(slot: number, wanted: readonly Value[], { formulas, atoms, literal }: Tables): Formula {
  const keys = [...new Set(wanted.map((value) => atoms.value(slot, value)))].sort((a, b) => a - b);
  const one = (some: readonly number[]) =>
    literal(`field ${slot} ${some.join()}`, () => ({ kind: "field", slot, keys: some }));
  // A list of values may hold several at once.
  return atoms.slots[slot]?.type === "multi" ? formulas.or(keys.map((key) => one([key]))) : one(keys);
}
