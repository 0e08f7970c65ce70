import type * as z from "zod";
import type { Extensions } from "./extensions.ts";
import { short } from "./issues/define.ts";
import { toldAt } from "./issues/tell.ts";
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
  type: oneOf("fieldType", FIELD_TYPES),
  options: list("options", FieldOption).optional(),
}).superRefine(({ type, options }, context) => {
  if (options !== undefined && type !== "select" && type !== "multi") {
    context.addIssue(toldAt(["options"], "optionsNotAllowed", { type }));
  }
  for (const [at, id] of repeated(options ?? [])) {
    context.addIssue(toldAt(["options", at, "id"], "duplicateId", { id: short(id) }));
  }
});

/** Where ids stand that stood before. Items without an id that is text are passed over. */
export function repeated(items: readonly unknown[]): Map<number, string> {
  const seen = new Set<string>();
  const found = new Map<number, string>();
  for (const [at, item] of items.entries()) {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
    if (typeof id !== "string") continue;
    if (seen.has(id)) found.set(at, id);
    seen.add(id);
  }
  return found;
}
