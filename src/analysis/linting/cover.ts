/** Which rules fire whenever others do, as far as it shows without search: by equal and by narrower conditions. */

import type { Condition } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";
import { asList } from "../../schema.ts";
import { foldWords } from "../../text/words.ts";
import { follows, type Known, NOTHING, withLiterals } from "./decide.ts";
import { childSign, type Literal, literalsOf } from "./junction.ts";
import { conditionKey, rootKey } from "./key.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** Rules of one integration that fire on the same events, in their order. */
export interface Class {
  readonly members: readonly RuleScene[];
  /** Classes of which the members fire whenever these do. */
  readonly covers: readonly Class[];
}

/** How many classes are compared with one: beyond, relations may be missed. */
const MAX_CANDIDATES = 200;

interface Shape extends Class {
  readonly rule: Rule;
  readonly literals: readonly Literal[];
  readonly facts: Known;
  /** The direct conditions, and their keys. */
  readonly parts: readonly { readonly condition: Condition; readonly key: string }[];
  readonly keys: ReadonlySet<string>;
  readonly covers: Class[];
}

/** The rules that are switched on, by what they fire on. Those that never fire are left out. */
export function classesOf(scene: Scene, never: (each: RuleScene) => boolean): readonly Class[] {
  const byKey = new Map<string, RuleScene[]>();
  for (const each of scene.rules) {
    const { rule } = each;
    if (!rule.active || never(each)) continue;
    const key = JSON.stringify([rule.integration, rule.trigger, rootKey(rule)]);
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [each]);
    else members.push(each);
  }
  const shapes = [...byKey.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [shapeOf(first.rule, members)];
  });
  const index = anchorsOf(shapes);
  for (const shape of shapes) {
    for (const wider of candidates(shape, index)) {
      if (wider !== shape && covers(wider, shape, scene)) shape.covers.push(wider);
    }
  }
  return shapes;
}

function shapeOf(rule: Rule, members: readonly RuleScene[]): Shape {
  const sign = childSign(rule.operator, true);
  const literals = rule.operator === "or" ? [] : literalsOf(rule.conditions, sign);
  const parts = rule.conditions.map((condition) => ({
    condition,
    key: `${sign} ${conditionKey(condition)}`,
  }));
  return {
    rule,
    members,
    literals,
    facts: withLiterals(NOTHING, literals),
    parts,
    keys: new Set(parts.map(({ key }) => key)),
    covers: [],
  };
}

/** Whether the one fires whenever the other does. */
function covers(wider: Shape, { rule, keys, facts }: Shape, scene: Scene): boolean {
  const { rule: other } = wider;
  if (other.integration !== rule.integration || other.trigger !== rule.trigger) return false;
  // An `or` rule fires whenever its trigger happens; two of them also on edges of their own.
  if (rule.operator === "or") return other.operator === "or" && [...keys].every((key) => wider.keys.has(key));
  if (other.operator === "or") return true;
  const sign = childSign(other.operator, true);
  return wider.parts.every(({ condition, key }) => keys.has(key) || follows(condition, sign, facts, scene));
}

/**
 * Each shape stands under the values of one of its conditions, the one that fewest share; a shape that it covers has
 * the same condition, or a narrower one, and so one of these values first.
 */
function anchorsOf(shapes: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const frequency = new Map<string, number>();
  for (const shape of shapes) {
    for (const key of sightings(shape)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const index = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const rarest =
      shape.rule.operator === "or"
        ? []
        : choices(shape).map((keys) => ({
            keys,
            weight: keys.reduce((sum, key) => sum + (frequency.get(key) ?? 0), 0),
          }));
    const best = rarest.reduce<(typeof rarest)[number] | undefined>(
      (least, each) => (least === undefined || each.weight < least.weight ? each : least),
      undefined,
    );
    for (const key of best?.keys ?? [scopeOf(shape)]) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [shape]);
      else list.push(shape);
    }
  }
  return index;
}

function candidates(shape: Shape, index: ReadonlyMap<string, readonly Shape[]>): ReadonlySet<Shape> {
  return new Set(
    [scopeOf(shape), ...sightings(shape)]
      .flatMap((key) => (index.get(key) ?? []).slice(0, MAX_CANDIDATES))
      .slice(0, MAX_CANDIDATES),
  );
}

/** Shapes without a condition to look up, and `or` rules: they may cover any of their integration and trigger. */
function scopeOf({ rule }: Shape): string {
  return JSON.stringify([rule.integration, rule.trigger]);
}

/** For each condition that can be looked up, the keys under any of which a narrower one is seen. */
function choices(shape: Shape): string[][] {
  const ofLiterals = shape.literals.map(({ leaf, sign }) => valuesOf({ leaf, sign }, shape));
  return ofLiterals.filter((keys) => keys.length > 0);
}

/** The keys that this shape is looked up by: one value of each condition is enough. */
function sightings(shape: Shape): string[] {
  return [...new Set(choices(shape).flatMap((keys) => keys.slice(0, 1)))];
}

function valuesOf({ leaf, sign }: Literal, shape: Shape): string[] {
  const scope = scopeOf(shape);
  const keyed = (fact: string, values: readonly unknown[]) =>
    values.map((value) => `${scope} ${JSON.stringify([fact, value])}`).sort();
  if (sign && leaf.type === "account") return keyed("account", asList(leaf.is));
  if (sign && leaf.type === "classification") return keyed(`field ${leaf.field}`, asList(leaf.is));
  if (sign && leaf.type === "weekday") return keyed("weekday", asList(leaf.is));
  if (sign && leaf.type === "messageContains" && (leaf.match ?? "any") === "any") {
    return keyed("words", foldWords(leaf.words));
  }
  if (leaf.type === "timeRange" || leaf.type === "dateRange") return [];
  return sign ? keyed("leaf", [conditionKey(leaf)]) : [];
}
