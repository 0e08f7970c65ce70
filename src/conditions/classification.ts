import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Facts } from "../facts.ts";
import type { Field } from "../field.ts";
import type { KnownField } from "../model.ts";
import { asList, exact, expecting, Id, literal, oneOrMany } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { defineCondition } from "./define.ts";

/** What a field can be compared with. */
export type ClassificationValue = string | number | boolean;

/** A field of the ticket holds one of these values. */
export interface ClassificationCondition extends Extensions {
  type: "classification";
  /** The id of the field. */
  field: string;
  /** A value, or several of which one must match. Of `select` and `multi` fields: option ids. */
  is: ClassificationValue | ClassificationValue[];
}

const Value = z.union([z.string(), z.number(), z.boolean()], {
  error: expecting("value"),
});

/** The field's value is one of `is`, as its type compares (spec §4, `docs/semantics.md`, "Classification"). */
export const classification = defineCondition<ClassificationCondition>({
  schema: exact({ type: literal("classification"), field: Id, is: oneOrMany("values", Value) }),
  reads: ({ field }) => ({ fact: "field", field }),
  cost: 2,
  compile({ field: id, is }, { fields, spoiledFields, spoiledLists, memo }) {
    if (spoiledFields.has(id) || spoiledLists.has("fields"))
      return { test: () => "unknown", actual: () => undefined, missing: () => `field ${id}` };
    const field = fields.get(id);
    const wanted = new Set(field === undefined ? [] : wantedKeys(field, asList(is)));
    const keys = keysOf(field?.type ?? "text");
    const source = memo.source(`field ${id}`, (facts) => {
      const value = facts.field(id);
      return value === undefined ? undefined : keys(value, facts);
    });
    return {
      test(facts) {
        if (wanted.size === 0) return false;
        const held = source.keys(facts);
        if (held === undefined) return "unknown";
        for (const key of held) if (wanted.has(key)) return true;
        return false;
      },
      actual: (facts) => facts.field(id),
      missing: () => "ticket.classification",
      gates: [...wanted].map((key) => ({ source, key })),
    };
  },
});

/** The wanted values as keys, without those that no value of the field can ever equal. */
export function wantedKeys({ type, options }: KnownField, wanted: readonly ClassificationValue[]): unknown[] {
  if (type === "boolean" || type === "number") return wanted.filter((value) => typeof value === type);
  const texts = wanted.filter((value) => typeof value === "string");
  if (type === "date") return texts.filter(isNotEmpty);
  return texts
    .map(fold)
    .filter(isNotEmpty)
    .filter((text) => type === "text" || options.has(text));
}

/**
 * What a value of the ticket is compared by, as a field of that type compares: one key, several, or none. Empty text,
 * and text of which folding leaves nothing, is known to be empty, and equal to nothing.
 */
function keysOf(type: Field["type"]): (value: unknown, facts: Facts) => readonly unknown[] {
  if (type === "text" || type === "select") return keysOfText;
  if (type !== "multi") return (value) => (value === "" ? NONE : [value]);
  return (value, facts) =>
    Array.isArray(value) ? value.flatMap((item) => keysOfText(item, facts)) : keysOfText(value, facts);
}

function keysOfText(value: unknown, facts: Facts): readonly string[] {
  if (typeof value !== "string") return NONE;
  const folded = facts.folded(value);
  return folded === "" ? NONE : [folded];
}

const NONE: readonly never[] = [];

function isNotEmpty(value: unknown): boolean {
  return value !== "";
}
