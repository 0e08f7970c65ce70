/** How the rules of an event type are found and sieved, as bits. */
import type { Gate, Keys, Source } from "../conditions/leaf.ts";
import { testLeaf } from "../conditions/node.ts";
import type { Facts } from "../facts.ts";
import type { Need, Way } from "./needs.ts";

/** Sets or clears bits of rules, by their slots: their places among the rules of an event type. */
export type Step = (facts: Facts, bits: Int32Array) => void;

/** The rules behind a source: all of them, for when it is not known, and by key. */
interface Shelf {
  readonly source: Source;
  readonly all: number[];
  readonly byKey: Map<unknown, number[]>;
}

/** The rules behind a leaf. */
interface Door {
  readonly way: Extract<Way, { leaf: unknown }>;
  readonly slots: number[];
}

/** Finds the rules of which the one need that is looked up is met, and those that have none. */
export function finderOf(needs: readonly (Need | undefined)[]): Step {
  const always = needs.flatMap((need, slot) => (need === undefined ? [slot] : []));
  const shelves = new Map<string, Shelf>();
  const doors = new Map<string, Door>();
  for (const [slot, need] of needs.entries()) {
    for (const way of need ?? []) {
      if ("leaf" in way) doorOf(doors, way).slots.push(slot);
      else shelve(shelves, way, slot);
    }
  }
  const shelfList = [...shelves.values()];
  const doorList = [...doors.values()];
  return (facts, bits) => {
    mark(bits, always);
    for (const shelf of shelfList) markOpen(bits, shelf, shelf.source.keys(facts));
    for (const { way, slots } of doorList) {
      if (testLeaf(way.leaf, facts) !== !way.wanted) mark(bits, slots);
    }
  };
}

/** A sieve is worth its pass over all bits when it concerns one rule in so many. */
const WORTH_A_SIEVE = 8;

/**
 * One for each source or leaf that many rules need besides what they are looked up by, as the account, or that nobody
 * has the ticket: it drops those found whose other need is not met, 32 at a time and without touching the rules.
 */
export function sievesOf(needs: readonly (readonly Need[])[], first: readonly (Need | undefined)[]): Step[] {
  const shelves = new Map<string, Shelf>();
  const doors = new Map<string, Door>();
  for (const [slot, own] of needs.entries()) {
    const taken = new Set<string>();
    for (const need of own) {
      const [way] = need;
      if (need === first[slot] || way === undefined) continue;
      if ("leaf" in way) {
        if (need.length === 1) doorOf(doors, way).slots.push(slot);
        continue;
      }
      const { name } = way.source;
      if (taken.has(name) || need.some((other) => "leaf" in other || other.source.name !== name)) continue;
      taken.add(name);
      for (const other of need) if (!("leaf" in other)) shelve(shelves, other, slot);
    }
  }
  const isWorthIt = (slots: readonly number[]) => slots.length * WORTH_A_SIEVE >= needs.length;
  return [
    ...[...shelves.values()].filter(({ all }) => isWorthIt(all)).map((shelf) => sieveOf(shelf, needs.length)),
    ...[...doors.values()]
      .filter(({ slots }) => isWorthIt(slots))
      .map((door) => leafSieveOf(door, needs.length)),
  ];
}

function leafSieveOf({ way: { leaf, wanted }, slots }: Door, rules: number): Step {
  const concerned = new Int32Array((rules + 31) >> 5);
  mark(concerned, slots);
  return (facts, bits) => {
    if (testLeaf(leaf, facts) !== !wanted) return;
    for (let word = 0; word < concerned.length; word++) {
      bits[word] = (bits[word] ?? 0) & ~(concerned[word] ?? 0);
    }
  };
}

function sieveOf(shelf: Shelf, rules: number): Step {
  const size = (rules + 31) >> 5;
  const concerned = new Int32Array(size);
  mark(concerned, shelf.all);
  let spare: Int32Array | undefined;
  return (facts, bits) => {
    const keys = shelf.source.keys(facts);
    if (keys === undefined) return;
    const open = spare ?? new Int32Array(size);
    spare = undefined;
    markOpen(open, shelf, keys);
    for (let word = 0; word < size; word++) {
      bits[word] = (bits[word] ?? 0) & (~(concerned[word] ?? 0) | (open[word] ?? 0));
      open[word] = 0;
    }
    spare = open;
  };
}

function doorOf(doors: Map<string, Door>, way: Door["way"]): Door {
  return put(doors, `${way.leaf.id} ${way.wanted}`, () => ({ way, slots: [] }));
}

function shelve(shelves: Map<string, Shelf>, { source, key }: Gate, slot: number): void {
  const shelf = put(shelves, source.name, () => ({ source, all: [], byKey: new Map() }));
  shelf.all.push(slot);
  put(shelf.byKey, key, () => []).push(slot);
}

/** Marks the rules behind a source that these keys open; all of them when the keys are not known. */
function markOpen(bits: Int32Array, { all, byKey }: Shelf, keys: Keys | undefined): void {
  if (keys === undefined) mark(bits, all);
  else {
    for (const key of keys) {
      const slots = byKey.get(key);
      if (slots !== undefined) mark(bits, slots);
    }
  }
}

/** What stands at a key, or what is created for it. */
export function put<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

function mark(bits: Int32Array, slots: readonly number[]): void {
  for (const slot of slots) bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
}
