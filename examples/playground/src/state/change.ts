/** Changes of a document at a path: copies that share everything beside the path. */
import { isObject, type Json, type JsonObject, listOf, member, type Path } from "./json.ts";

/** The document with another value at a path. `undefined` takes the member away. Missing objects are made. */
export function put<Document extends Json | undefined>(
  document: Document,
  path: Path,
  value: Json | undefined,
): Document {
  return changedAt(document, path, () => value) as Document;
}

/** The document with something put into the list at a path. The list is made if there is none. */
export function insert(document: JsonObject, list: Path, index: number, value: Json): JsonObject {
  return changedAt(document, list, (items) => listOf(items).toSpliced(index, 0, value)) as JsonObject;
}

/** The document without one item of the list at a path. */
export function removeItem(document: JsonObject, list: Path, index: number): JsonObject {
  return changedAt(document, list, (items) => listOf(items).toSpliced(index, 1)) as JsonObject;
}

/** The document with one item of the list at a path in another place. */
export function moveItem(document: JsonObject, list: Path, from: number, to: number): JsonObject {
  return changedAt(document, list, (items) => {
    const all = listOf(items);
    const item = all[from];
    return item === undefined ? all : all.toSpliced(from, 1).toSpliced(to, 0, item);
  }) as JsonObject;
}

function changedAt(
  value: Json | undefined,
  path: Path,
  change: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  const [key, ...below] = path;
  if (key === undefined) return change(value);
  const changed = changedAt(member(value, key), below, change);
  if (typeof key === "number") {
    const items = listOf(value);
    if (changed === undefined) return items.toSpliced(key, 1);
    return key < items.length ? items.with(key, changed) : [...items, changed];
  }
  const entries = new Map(Object.entries(isObject(value) ? value : {}));
  if (changed === undefined) entries.delete(key);
  else entries.set(key, changed);
  // Unlike assignment this makes an own key of `__proto__` too.
  return Object.fromEntries(entries);
}
