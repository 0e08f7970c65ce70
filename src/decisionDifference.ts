/** How two decisions on one event differ. */
import type { Decision, Effect, Skipped } from "./decision.ts";
import { canonicalJson } from "./text/canonicalJson.ts";

/** What a decision has no more, and what it has besides. */
export interface ListDifference<Item> {
  added: Item[];
  removed: Item[];
}

/** How a decision differs from an earlier one. What is not named is equal. */
export interface DecisionDifference {
  /** Ids of rules. */
  fired?: ListDifference<string>;
  /** Effects with other keys; `changed`: other effects with the same key. */
  effects?: ListDifference<Effect> & { changed: { before: Effect; after: Effect }[] };
  suppressed?: ListDifference<Decision["suppressed"][number]>;
  indeterminate?: ListDifference<Decision["indeterminate"][number]>;
  skipped?: ListDifference<Skipped>;
  /** The lists whose common members come in another order. */
  reordered?: ("fired" | "effects" | "suppressed" | "indeterminate" | "skipped")[];
}

const LISTS = ["fired", "effects", "suppressed", "indeterminate", "skipped"] as const;

/**
 * How `after` differs from `before`, both decided on one event; nothing when they are equal. The order of the names in
 * `missing` says nothing and is not compared.
 */
export function differenceOf(before: Decision, after: Decision): DecisionDifference | undefined {
  const difference: DecisionDifference = {};
  const fired = compare(before.fired, after.fired);
  const effects = compareEffects(before.effects, after.effects);
  const suppressed = compare(before.suppressed, after.suppressed);
  const indeterminate = compare(before.indeterminate.map(sorted), after.indeterminate.map(sorted));
  const skipped = compare(before.skipped, after.skipped);
  if (fired !== undefined) difference.fired = fired;
  if (effects !== undefined) difference.effects = effects;
  if (suppressed !== undefined) difference.suppressed = suppressed;
  if (indeterminate !== undefined) difference.indeterminate = indeterminate;
  if (skipped !== undefined) difference.skipped = skipped;
  const reordered = LISTS.filter((list) =>
    isReordered(before[list].map(identity), after[list].map(identity)),
  );
  if (reordered.length > 0) difference.reordered = reordered;
  return Object.keys(difference).length === 0 ? undefined : difference;
}

type Indeterminate = Decision["indeterminate"][number];

function sorted({ rule, missing }: Indeterminate): Indeterminate {
  return { rule, missing: [...missing].sort() };
}

/** Members may be there several times: each counts. */
function compare<Item>(before: readonly Item[], after: readonly Item[]): ListDifference<Item> | undefined {
  const removed = without(before, after);
  const added = without(after, before);
  return removed.length + added.length === 0 ? undefined : { added, removed };
}

function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(canonicalJson(other), (left.get(canonicalJson(other)) ?? 0) + 1);
  return items.filter((item) => {
    const text = canonicalJson(item);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function compareEffects(before: readonly Effect[], after: readonly Effect[]): DecisionDifference["effects"] {
  const [earlier, later] = [byKey(before), byKey(after)];
  const added = after.filter(({ key }) => !earlier.has(key));
  const removed = before.filter(({ key }) => !later.has(key));
  const changed = before.flatMap((effect) => {
    const other = later.get(effect.key);
    const isEqual = other === undefined || canonicalJson(other) === canonicalJson(effect);
    return isEqual ? [] : [{ before: effect, after: other }];
  });
  return added.length + removed.length + changed.length === 0 ? undefined : { added, removed, changed };
}

function byKey(effects: readonly Effect[]): Map<string, Effect> {
  return new Map(effects.map((effect) => [effect.key, effect]));
}

/** What stays the same of a member that changed. */
function identity(item: Decision[(typeof LISTS)[number]][number]): string {
  if (typeof item === "string") return item;
  if ("key" in item) return item.key;
  return "action" in item ? canonicalJson(item) : item.rule;
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [earlier, later] = [new Set(before), new Set(after)];
  const [kept, found] = [before.filter((id) => later.has(id)), after.filter((id) => earlier.has(id))];
  return kept.length === found.length && kept.some((id, at) => id !== found[at]);
}
