/** Reads the conformance files. The words are those of README.md, which is the description of the format. */
import { readdirSync, readFileSync } from "node:fs";

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export type Path = (string | number)[];

/** What every case has. */
export interface Case {
  name: string;
  /** Laid over the file's workspace. */
  workspace?: JsonObject;
  /** In place of the workspace's rules, each laid over the file's `rule`. */
  rules?: Json[];
  set?: [Path, Json][];
  without?: Path[];
  /** Laid over the file's event. */
  event?: JsonObject;
}

/** One file. Its cases have more than `Case` says: what their kind has. */
export interface File {
  name: string;
  title: string;
  spec: string;
  kind: string;
  workspace?: JsonObject;
  event?: JsonObject;
  rule?: JsonObject;
  named?: { [name: string]: Json };
  calendars?: JsonObject[];
  cases: Case[];
}

/** All files of this folder, in order of their names. */
export function readFiles(): File[] {
  const folder = new URL("./", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), "utf8")) }));
}

/** The workspace document of a case, built as README.md says, frozen. */
export function documentOf(file: File, testCase: Omit<Case, "name">): unknown {
  let document: Json = layOver(file.workspace ?? {}, testCase.workspace ?? {});
  if (testCase.rules !== undefined) {
    const rules = testCase.rules.map((rule) => layOver(file.rule ?? {}, named(rule, file.named)));
    document = layOver(document, { rules });
  }
  return changed(document, testCase);
}

/** The event of a case, frozen. */
export function eventOf(file: File, testCase: Omit<Case, "name">): unknown {
  return frozen(expanded(layOver(file.event ?? {}, testCase.event ?? {})));
}

/** A document with the values of `set` and without the places of `without`, special values filled in, frozen. */
export function changed(document: Json, { set = [], without = [] }: Pick<Case, "set" | "without">): unknown {
  let result = document;
  for (const [path, value] of set) result = at(result, path, () => [value]);
  for (const path of without) result = at(result, path, () => []);
  return frozen(expanded(result));
}

/** Objects are laid over key by key; anything else replaces what was there. `$absent` takes the key away. */
export function layOver(base: Json, over: Json): Json {
  if (!isObject(over) || !isObject(base) || isSpecial(over) || isSpecial(base)) return over;
  const entries = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    if (isObject(value) && Object.hasOwn(value, "$absent")) entries.delete(key);
    else entries.set(key, layOver(entries.get(key) ?? null, value));
  }
  return Object.fromEntries(entries);
}

/** Conditions that are written as a name, in place of the condition. */
export function named(value: Json, names: { [name: string]: Json } = {}, key = ""): Json {
  if (typeof value === "string" && key === "conditions" && Object.hasOwn(names, value))
    return names[value] ?? null;
  if (Array.isArray(value)) return value.map((item) => named(item, names, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, named(item, names, inner)]));
}

/** The value with `change` made at a path: nothing returned takes the key away. */
function at(value: Json, path: Path, change: () => Json[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change()[0] ?? null;
  if (Array.isArray(value)) {
    const items = [...value];
    const changes = rest.length === 0 ? change() : [at(items[Number(key)] ?? null, rest, change)];
    items.splice(Number(key), 1, ...changes);
    return items;
  }
  const entries = new Map(Object.entries(isObject(value) ? value : {}));
  const [inner] = rest.length === 0 ? change() : [at(entries.get(String(key)) ?? null, rest, change)];
  if (inner === undefined) entries.delete(String(key));
  else entries.set(String(key), inner);
  return Object.fromEntries(entries);
}

/** Special values, whose one meaning is told by a key that begins with `$`, as what they mean. */
export function expanded(value: Json): unknown {
  if (Array.isArray(value)) return value.map(expanded);
  if (!isObject(value)) return value;
  const { $repeat, $join, $list, $nest, $date, $undefined, times, leaf } = value;
  if (Object.hasOwn(value, "$repeat")) return String($repeat).repeat(Number(times));
  if (Object.hasOwn(value, "$join")) return [expanded($join ?? [])].flat().join("");
  if (Object.hasOwn(value, "$list") && $list !== undefined) {
    return Array.from({ length: Number(times) }, (_, index) => expanded(numbered($list, index)));
  }
  if (Object.hasOwn(value, "$nest") && isObject($nest))
    return nested($nest, Number(times), expanded(leaf ?? null));
  if (Object.hasOwn(value, "$date")) return new Date(String($date));
  if (Object.hasOwn(value, "$undefined") && $undefined === true) return undefined;
  const entries = Object.entries(value).filter(
    ([, item]) => !isObject(item) || !Object.hasOwn(item, "$absent"),
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, expanded(item)]));
}

function nested(group: JsonObject, times: number, leaf: unknown): unknown {
  let result = leaf;
  for (let depth = 0; depth < times; depth++) result = { ...group, conditions: [result] };
  return result;
}

/** The item with its number from 0 in place of `{n}` in every text. */
function numbered(value: Json, index: number): Json {
  if (typeof value === "string") return value.replaceAll("{n}", String(index));
  if (Array.isArray(value)) return value.map((item) => numbered(item, index));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbered(item, index)]));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isSpecial(value: JsonObject): boolean {
  return Object.keys(value).some((key) => key.startsWith("$"));
}

/** The value, frozen through and through. */
export function frozen<Value>(value: Value): Value {
  const waiting: unknown[] = [value];
  for (let item = waiting.pop(); item !== undefined || waiting.length > 0; item = waiting.pop()) {
    if (typeof item !== "object" || item === null || Object.isFrozen(item)) continue;
    waiting.push(...Object.values(item));
    Object.freeze(item);
  }
  return value;
}
