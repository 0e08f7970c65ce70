/** Which rules an event can concern: it may name too many, never too few. */
import type { Source } from "../conditions/leaf.ts";
import { type Root, touchedBy } from "../conditions/root.ts";
import type { Facts } from "../facts.ts";
import { type Need, needsOf, needsOfAny, type Way } from "./needs.ts";

/** An index over the rules of a set, by their places. */
export interface RuleIndex {
  /** Calls `visit` with the place of every rule that may not be false on these facts, in order. */
  candidates(facts: Facts, visit: (place: number) => void): void;
}

/** A rule to be found. */
export interface Indexed {
  readonly place: number;
  readonly root: Root;
}

/** Up to this number of rules an index costs more than it saves. */
const FEW = 16;

/** The index of the rules that can run. `few`: up to how many rules of an event type are simply all visited. */
export function indexOf(rules: readonly Indexed[], few = FEW): RuleIndex {
  const byType = new Map<string, Indexed[]>();
  for (const rule of rules) {
    for (const type of rule.root.eventTypes) {
      const own = byType.get(type) ?? [];
      byType.set(type, own);
      own.push(rule);
    }
  }
  const indexes = new Map([...byType].map(([type, own]) => [type, typeIndexOf(type, own, few)]));
  return {
    candidates(facts, visit) {
      if (facts.trigger !== null) indexes.get(facts.trigger)?.(facts, visit);
    },
  };
}

type TypeIndex = RuleIndex["candidates"];

function typeIndexOf(type: string, rules: readonly Indexed[], few: number): TypeIndex {
  if (rules.length <= few) {
    return (_, visit) => {
      for (const { place } of rules) visit(place);
    };
  }
  const needs = rules.map(({ root }) => needsOn(type, root));
  const likelihood = likelihoodAmong(needs.flat(2));
  return lookup(
    rules.map(({ place }) => place),
    needs.map((each) => leastLikely(each, likelihood)),
  );
}

/** What must hold for a rule not to be false on an event of a type. */
function needsOn(type: string, { trigger, operator, nodes }: Root): Need[] {
  if (operator === "and") return nodes.flatMap((node) => needsOf(node, true));
  if (operator === "not") return nodes.flatMap((node) => needsOf(node, false));
  // On its trigger an `or` rule fires whatever its conditions say.
  if (type === trigger) return [];
  const touched = nodes.filter(({ readings }) =>
    readings.some((reading) => touchedBy(reading).includes(type)),
  );
  return needsOfAny(touched, true);
}

/** How likely a way is to be open: the more keys of a source rules name, the less likely each is the event's. */
function likelihoodAmong(ways: readonly Way[]): (way: Way) => number {
  const keys = new Map<string, Set<unknown>>();
  for (const way of ways) {
    if ("leaf" in way) continue;
    const known = keys.get(way.source.name) ?? new Set();
    keys.set(way.source.name, known.add(way.key));
  }
  return (way) => ("leaf" in way ? 0.5 : 1 / (1 + (keys.get(way.source.name)?.size ?? 0)));
}

/** The need by which a rule is looked up; nothing when it is as well to look at it always. */
function leastLikely(needs: readonly Need[], likelihood: (way: Way) => number): Need | undefined {
  let best: Need | undefined;
  let least = 1;
  for (const need of needs) {
    const sum = need.reduce((total, way) => total + likelihood(way), 0);
    if (sum < least) [best, least] = [need, sum];
  }
  return best;
}

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

/** `places` and `needs` of the same rules; a slot is a rule's place in these lists. */
function lookup(places: readonly number[], needs: readonly (Need | undefined)[]): TypeIndex {
  const always = needs.flatMap((need, slot) => (need === undefined ? [slot] : []));
  const shelves = new Map<string, Shelf>();
  const doors = new Map<string, Door>();
  for (const [slot, need] of needs.entries()) {
    for (const way of need ?? []) {
      if ("leaf" in way)
        put(doors, `${way.leaf.id} ${way.wanted}`, () => ({ way, slots: [] })).slots.push(slot);
      else {
        const { source, key } = way;
        const shelf = put(shelves, source.name, () => ({ source, all: [], byKey: new Map() }));
        shelf.all.push(slot);
        put(shelf.byKey, key, () => []).push(slot);
      }
    }
  }
  const shelfList = [...shelves.values()];
  const doorList = [...doors.values()];
  return (facts, visit) => {
    // A bit for each rule: none is visited twice, and reading the bits gives the order of rules.
    const bits = new Uint32Array((places.length + 31) >> 5);
    mark(bits, always);
    for (const { source, all, byKey } of shelfList) {
      const keys = source.keys(facts);
      if (keys === undefined) mark(bits, all);
      else for (const key of keys) mark(bits, byKey.get(key) ?? NONE);
    }
    for (const { way, slots } of doorList) {
      if (way.leaf.test(facts) !== !way.wanted) mark(bits, slots);
    }
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
        const place = places[word * 32 + 31 - Math.clz32(left & -left)];
        if (place !== undefined) visit(place);
      }
    }
  };
}

const NONE: readonly number[] = [];

function put<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

function mark(bits: Uint32Array, slots: readonly number[]): void {
  for (const slot of slots) bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
}
