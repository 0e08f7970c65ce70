/**
 * Which item of a list is which, from one version of the document to the next. Ids will not do: they are edited, and
 * may be missing or twice there. So each object has a key of its own, which its successor inherits.
 */
import { isObject, type Json } from "./json.ts";

const keys = new WeakMap<object, string>();
let made = 0;

/** The key of a part of the document, for lists of components and for what is remembered of it. */
export function keyOf(part: Json | undefined): string {
  if (typeof part !== "object" || part === null) return `value:${String(part)}`;
  const known = keys.get(part);
  if (known !== undefined) return known;
  made += 1;
  const key = `k${made}`;
  keys.set(part, key);
  return key;
}

/** Lets the parts of a new version inherit the keys of those that they replace. */
export function carryKeys(before: Json | undefined, after: Json | undefined): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) carryItems(before, after);
  if (!isObject(before) || !isObject(after)) return;
  inherit(before, after);
  for (const [name, value] of Object.entries(after)) {
    if (Object.hasOwn(before, name)) carryKeys(before[name], value);
  }
}

/** Items that are the same object need nothing. Of the others the first replaces the first, and so on. */
function carryItems(before: readonly Json[], after: readonly Json[]): void {
  const kept = new Set(after);
  const gone = before.filter((item) => !kept.has(item));
  if (gone.length === 0) return;
  const known = new Set(before);
  const come = after.filter((item) => !known.has(item));
  if (gone.length === come.length) for (const [place, item] of gone.entries()) carryKeys(item, come[place]);
}

function inherit(before: object, after: object): void {
  const key = keys.get(before);
  if (key !== undefined && !keys.has(after)) keys.set(after, key);
}
