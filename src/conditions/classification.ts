import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Field } from "../field.ts";
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
  error: expecting("text, a number or a boolean"),
});

/** The field's value is one of `is`, as its type compares (spec §4, `docs/semantics.md`, "Classification"). */
export const classification = defineCondition<ClassificationCondition>({
  schema: exact({ type: literal("classification"), field: Id, is: oneOrMany("values", Value) }),
  reads: ({ field }) => ({ fact: "field", field }),
  compile({ field: id, is }, { fields }) {
    const field = fields.get(id);
    const matches = field === undefined ? undefined : matcher(field, asList(is));
    return {
      test(facts) {
        if (matches === undefined) return false;
        const value = facts.field(id);
        return value === undefined ? "unknown" : matches(value);
      },
      actual: (facts) => facts.field(id),
      missing: () => "ticket.classification",
    };
  },
});

/** Whether a value is one of the wanted ones. Nothing when none of them can ever be one. */
function matcher(
  { type, options = [] }: Field,
  wanted: readonly ClassificationValue[],
): ((value: unknown) => boolean) | undefined {
  if (type === "boolean" || type === "number") {
    const exactly: ReadonlySet<unknown> = new Set(wanted.filter((value) => typeof value === type));
    return exactly.size === 0 ? undefined : (value) => exactly.has(value);
  }
  const texts = wanted.filter((value) => typeof value === "string");
  if (type === "date") {
    const dates: ReadonlySet<unknown> = new Set(texts);
    return dates.size === 0 ? undefined : (value) => dates.has(value);
  }
  const known = new Set(options.map((option) => fold(option.id)));
  const folded = new Set(texts.map(fold).filter((text) => type === "text" || known.has(text)));
  if (folded.size === 0) return undefined;
  const matchesText = (value: unknown) => typeof value === "string" && folded.has(fold(value));
  return type === "multi"
    ? (value) => (Array.isArray(value) ? value.some(matchesText) : matchesText(value))
    : matchesText;
}
