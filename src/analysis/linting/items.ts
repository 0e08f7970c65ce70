import { asList } from "../../schema.ts";
import type { DocumentPath, Edit } from "../findings.ts";

/** The values of an operand, where they stand; the edit takes one of several out. */
export function itemsOf<Value extends string | number | boolean>(
  operand: Value | readonly Value[],
  path: DocumentPath,
): { value: Value; path: DocumentPath; suggest?: readonly Edit[] }[] {
  const values = asList(operand);
  return values.map((value, at) => {
    const place = Array.isArray(operand) ? [...path, at] : path;
    return values.length > 1
      ? { value, path: place, suggest: [{ op: "remove", path: place }] }
      : { value, path: place };
  });
}
