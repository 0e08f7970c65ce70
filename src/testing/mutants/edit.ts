import type { Path } from "../../conditions/tree.ts";
import type { Field } from "../../field.ts";
import type { MutantKind, Wording } from "./kinds.ts";

/** One small change of a value. */
export interface Edit<Value> extends Wording {
  readonly kind: MutantKind;
  /** From the value to what was changed. */
  readonly path: Path;
  readonly value: Value;
}

/** What a changed rule may refer to. */
export interface Names {
  readonly accounts: readonly string[];
  readonly calendars: readonly string[];
  readonly bots: readonly string[];
  readonly fields: ReadonlyMap<string, Field>;
}

/** Edits of a part as edits of the whole. */
export function* within<Part, Whole>(
  key: Path,
  edits: Iterable<Edit<Part>>,
  whole: (part: Part) => Whole,
): Generator<Edit<Whole>> {
  for (const { path, value, ...rest } of edits) {
    yield { ...rest, path: [...key, ...path], value: whole(value) };
  }
}

/** A list without one item. */
export function dropped<Item>(items: readonly Item[], at: number): Item[] {
  return items.filter((_, place) => place !== at);
}

/** A list with one item in place of another. */
export function replaced<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return items.map((each, place) => (place === at ? item : each));
}

/** A list with an item and the next one in each other's place. */
export function swapped<Item>(items: readonly Item[], at: number): Item[] {
  const [here, next] = items.slice(at, at + 2);
  return here === undefined || next === undefined
    ? [...items]
    : [...items.slice(0, at), next, here, ...items.slice(at + 2)];
}
