/** What the document offers to choose from, as it stands: names for people, ids for the rule. */
import { document } from "../../state/document.ts";
import { type Json, listOf, member, textOf } from "../../state/json.ts";
import type { Choice } from "../../ui/controls.tsx";

/** The items of a list of the document. */
export function choicesOf(list: "accounts" | "calendars" | "fields"): Choice[] {
  return choicesIn(document.value[list]);
}

/** Items with an id, by their names. */
export function choicesIn(list: Json | undefined): Choice[] {
  return listOf(list).flatMap((item) => {
    const id = textOf(member(item, "id"));
    return id === "" ? [] : [{ value: id, label: textOf(member(item, "name")).trim() || id }];
  });
}

/** `is` as a list: one value stands for a list of one. */
export function valuesOf(is: Json | undefined): readonly Json[] {
  if (is === undefined) return [];
  return Array.isArray(is) ? is : [is];
}

/** A list as it is written: a single value by itself. */
export function oneOrMany<Value extends Json>(values: readonly Value[]): Json {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}
