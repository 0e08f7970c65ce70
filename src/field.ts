import type * as z from "zod";
import type { Extensions } from "./extensions.ts";
import { exact, Id, list, Name, oneOf } from "./schema.ts";

/** One choice of a `select` or `multi` field. */
export interface FieldOption extends Extensions {
  id: string;
  name: string;
}

/** A field by which tickets are classified. */
export interface Field extends Extensions {
  id: string;
  name: string;
  type: "text" | "select" | "multi" | "boolean" | "date" | "number";
  /** Of `select` and `multi` fields only. */
  options?: FieldOption[] | undefined;
}

const FIELD_TYPES = ["text", "select", "multi", "boolean", "date", "number"] as const;

/** @see FieldOption */
export const FieldOption: z.ZodType<FieldOption, FieldOption> = exact({ id: Id, name: Name });

/** @see Field */
export const Field: z.ZodType<Field, Field> = exact({
  id: Id,
  name: Name,
  type: oneOf("field type", FIELD_TYPES),
  options: list("options", FieldOption).optional(),
}).superRefine(({ type, options }, context) => {
  if (options !== undefined && type !== "select" && type !== "multi") {
    const message = `options are not available for a ${type} field: expected a select or multi field`;
    context.addIssue({ code: "custom", path: ["options"], message });
  }
  for (const at of repeated(options ?? [])) {
    context.addIssue({ code: "custom", path: ["options", at, "id"], message: REPEATED_ID });
  }
});

/** The message for the second of two equal ids. */
export const REPEATED_ID = "the id is used twice: expected ids that differ";

/** Where an id stands that stood before. Items without an id that is text are passed over. */
export function repeated(items: readonly unknown[]): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, at) => {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
    if (typeof id !== "string") return [];
    if (seen.has(id)) return [at];
    seen.add(id);
    return [];
  });
}
