/** Which rules an event can concern: it may name too many, never too few. */
import { readingsOf } from "../conditions/node.ts";
import { eventTypesOf, type Root, touchedBy } from "../conditions/root.ts";
import type { Facts } from "../facts.ts";
import { type Need, needsOf, needsOfAny, type Way } from "./needs.ts";
import { finderOf, put, sievesOf } from "./steps.ts";

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
    for (const type of eventTypesOf(rule.root)) put(byType, type, () => []).push(rule);
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
  const places = Int32Array.from(rules, ({ place }) => place);
  if (rules.length <= few) {
    return (_, visit) => {
      for (const place of places) visit(place);
    };
  }
  const needs = rules.map(({ root }) => needsOn(type, root));
  const likelihood = likelihoodAmong(needs);
  const first = needs.map((each) => leastLikely(each, likelihood));
  const find = finderOf(first);
  const narrow = sievesOf(needs, first);
  const size = (rules.length + 31) >> 5;
  // Kept for the next event. An event that is evaluated within another's evaluation finds none, and makes its own.
  let spare: Int32Array | undefined;
  return (facts, visit) => {
    // A bit for each rule: none is visited twice, and reading the bits gives the order of rules.
    const bits = spare ?? new Int32Array(size);
    spare = undefined;
    find(facts, bits);
    for (const sieve of narrow) sieve(facts, bits);
    for (let word = 0; word < size; word++) {
      for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
        visit(places[word * 32 + 31 - Math.clz32(left & -left)] ?? 0);
      }
      bits[word] = 0;
    }
    spare = bits;
  };
}

/** What must hold for a rule not to be false on an event of a type. */
function needsOn(type: string, { trigger, operator, nodes }: Root): Need[] {
  if (operator === "and") return nodes.flatMap((node) => needsOf(node, true));
  if (operator === "not") return nodes.flatMap((node) => needsOf(node, false));
  // On its trigger an `or` rule fires whatever its conditions say.
  if (type === trigger) return [];
  const touched = nodes.filter((node) =>
    readingsOf(node).some((reading) => touchedBy(reading).includes(type)),
  );
  return needsOfAny(touched, true);
}

/** How likely a way is to be open: the more keys of a source rules name, the less likely each is the event's. */
function likelihoodAmong(rules: readonly (readonly Need[])[]): (way: Way) => number {
  const keys = new Map<string, Set<unknown>>();
  // Rules that share a leaf share its need.
  const met = new Set<Need>();
  for (const needs of rules) {
    for (const need of needs) {
      if (met.has(need)) continue;
      met.add(need);
      for (const way of need) if (!("leaf" in way)) put(keys, way.source.name, () => new Set()).add(way.key);
    }
  }
  const likelihoods = new Map([...keys].map(([name, { size }]) => [name, 1 / (1 + size)]));
  return (way) => ("leaf" in way ? 0.5 : (likelihoods.get(way.source.name) ?? 1));
}

/** The need by which a rule is looked up; nothing when it is as well to look at it always. */
function leastLikely(needs: readonly Need[], likelihood: (way: Way) => number): Need | undefined {
  let best: Need | undefined;
  let least = 1;
  for (const need of needs) {
    let sum = 0;
    for (const way of need) sum += likelihood(way);
    if (sum < least) [best, least] = [need, sum];
  }
  return best;
}
