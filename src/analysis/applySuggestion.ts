import type { DocumentPath, Edit, Finding } from "./findings.ts";

/**
 * The workspace with the edits of a finding applied: a copy that shares what is not on their paths. Without edits, or
 * when a path is not there any more, the workspace itself.
 */
export function applySuggestion<Document>(
  workspace: Document,
  { suggest = [] }: Pick<Finding, "suggest">,
): Document {
  try {
    // Edits are made for the document they were found in: what has the shape of one keeps it.
    return suggest.reduce<unknown>(
      (document, edit) => edited(document, edit.path, edit),
      workspace,
    ) as Document;
  } catch (error) {
    if (error === GONE) return workspace;
    throw error;
  }
}

const GONE = new Error("the path is not in the document");

function edited(value: unknown, path: DocumentPath, edit: Edit): unknown {
  const [key, ...below] = path;
  if (key === undefined) return edit.op === "remove" ? undefined : edit.value;
  const isLast = below.length === 0;
  if (Array.isArray(value) && typeof key === "number") {
    const adds = isLast && edit.op === "add";
    if (key > value.length || (key === value.length && !adds)) throw GONE;
    if (isLast && edit.op === "remove") return value.toSpliced(key, 1);
    return adds ? value.toSpliced(key, 0, edit.value) : value.with(key, edited(value[key], below, edit));
  }
  if (typeof value !== "object" || value === null || typeof key !== "string") throw GONE;
  const entries = new Map<string, unknown>(Object.entries(value));
  if (!entries.has(key) && !(isLast && edit.op === "add")) throw GONE;
  if (isLast && edit.op === "remove") entries.delete(key);
  else entries.set(key, edited(entries.get(key), below, edit));
  // Unlike assignment this makes an own key of `__proto__` too.
  return Object.fromEntries(entries);
}
