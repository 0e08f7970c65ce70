/** Plain JSON, as it is while somebody edits it: nothing about its shape is certain. */

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Keys and indexes from the root of the document. */
export type Path = readonly (string | number)[];

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is a list, else an empty one. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : NOTHING;
}

const NOTHING: readonly Json[] = [];

/** The value if it is text, else empty text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The own member of an object. What has no such member has none. */
export function member(value: unknown, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What stands at a path, if anything does. */
export function at(value: unknown, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => member(found, key), value as Json | undefined);
}

/** A path as a key of maps. Ids may hold any sign, so no separator would do. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** Whether one path leads to something within another's. */
export function isWithin(path: Path, whole: Path): boolean {
  return whole.length <= path.length && whole.every((key, depth) => key === path[depth]);
}

/** Where a text stops being JSON, as far as the engine's error tells it; its words are English. */
export function placeOfMistake(error: unknown): { line: number; column: number } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
