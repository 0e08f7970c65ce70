/** Documents with something changed at random, near enough to valid ones to be wrong in one place. */
import * as fc from "fast-check";

type Json = null | boolean | number | string | Json[] | JsonObject;
type JsonObject = { [name: string]: Json };
type Path = (string | number)[];

/** The documents, each with one to three changes. */
export function mutated(documents: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return documents.chain((document) =>
    fc.array(fc.tuple(fc.nat(), fc.nat(), mutation), { minLength: 1, maxLength: 3 }).map((changes) =>
      changes.reduce<Json>((current, [place, other, change]) => {
        const paths = pathsOf(current);
        const values = () => valueAt(current, paths[other % paths.length] ?? []);
        return changedAt(current, paths[place % paths.length] ?? [], (value) => change(value, values));
      }, document),
    ),
  );
}

/** What becomes of a value: others to put in its place, none to drop it, two to duplicate it in a list. */
type Mutation = (value: Json, other: () => Json) => Json[];

const strange: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    "",
    " ",
    "x",
    "24:00",
    "23:60",
    "02-29",
    "02-30",
  ),
  fc.constantFrom<Json>(
    "2026-02-29",
    "2026-13-01",
    "UTC",
    "GMT",
    "a/b",
    "mon",
    "or",
    "group",
    "i",
    "uv",
    "gg",
    "(",
  ),
  fc.constantFrom<Json>(
    "webhook",
    "ticket.closed",
    "https://localhost",
    "HTTPS:example.com",
    "http://a.cl",
    "\ufeff",
  ),
  fc.constantFrom<Json>([], {}, [[]], [null], { type: "unassigned" }, { type: "group" }, ["09:00", "09:00"]),
  fc.constantFrom<Json>("\u{1F600}".repeat(60), "x".repeat(101), "x".repeat(2001), "12:30", "00:00"),
  fc.string().map((text): Json => text),
  fc.integer().map((number): Json => number),
);

const newKeys = fc.constantFrom(
  "x-note",
  "colour",
  "__proto__",
  "constructor",
  "type",
  "is",
  "id",
  "stop",
  "X-",
  "",
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>(() => []),
  fc.constant<Mutation>((value) => [value, value]),
  fc.constant<Mutation>((_, other) => [other()]),
  fc.constant<Mutation>((value) => [[value]]),
  fc.constant<Mutation>((value) =>
    Array.isArray(value) && value[0] !== undefined ? [value[0]] : [value, null],
  ),
  fc.constant<Mutation>((value) => [typeof value === "string" ? value.toUpperCase() : String(value)]),
  fc.nat(300).map(
    (times): Mutation =>
      (value) => [Array.isArray(value) ? Array(times).fill(value[0] ?? 1) : value],
  ),
  strange.map(
    (value): Mutation =>
      () => [value],
  ),
  fc.tuple(newKeys, strange).map(
    ([key, value]): Mutation =>
      (object) => [isObject(object) ? withKey(object, key, value) : value],
  ),
  fc.integer({ min: 1, max: 8 }).map(
    (times): Mutation =>
      (value) => [nested(value, times)],
  ),
);

/** Groups around a condition; nonsense around anything else. */
function nested(value: Json, times: number): Json {
  return times === 0 ? value : { type: "group", operator: "and", conditions: [nested(value, times - 1)] };
}

function withKey(object: JsonObject, key: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(object), [key, value]]);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function valueAt(value: Json, [key, ...rest]: Path): Json {
  if (key === undefined) return value;
  const inner = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : null;
  return valueAt(inner ?? null, rest);
}

function changedAt(value: Json, [key, ...rest]: Path, change: (value: Json) => Json[]): Json {
  if (key === undefined) return change(value)[0] ?? null;
  if (Array.isArray(value)) {
    return value.flatMap((item, at) =>
      at !== key ? [item] : rest.length === 0 ? change(item) : [changedAt(item, rest, change)],
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([each, item]): [string, Json][] => {
      if (each !== key) return [[each, item]];
      const [changed] = rest.length === 0 ? change(item) : [changedAt(item, rest, change)];
      return changed === undefined ? [] : [[each, changed]];
    }),
  );
}
