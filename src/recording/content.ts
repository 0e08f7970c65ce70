/** What a rule set was made of, as records and comparisons of rule sets see it. Holds no secret. */
import { type Compiled, type CompiledRule, compiledOf, type RuleSet } from "../compile.ts";
import { type Node, readingsOf } from "../conditions/node.ts";
import type { Condition } from "../conditions/tree.ts";
import type { FactName } from "../decisionRecord.ts";
import { integrationKinds } from "../integrations/index.ts";
import type { LoadedRule } from "../load.ts";
import type { Rule } from "../rule.ts";
import { isRecord } from "../schema.ts";
import { hashOf } from "../text/hash.ts";
import { type Zone, zoneOf } from "../time/zone.ts";

/** What is worked out of a rule set once, on the first question. */
export interface Digest {
  /** @see ruleSetHash */
  readonly hash: string;
  /** The zones that local times may be in, by their names in the document. */
  readonly zones: ReadonlyMap<string, Zone>;
  /** What the rules that run ask for. */
  readonly needs: Needs;
}

/** Facts of an event. */
export interface Needs {
  readonly facts: ReadonlySet<FactName>;
  /** Of the classification, these fields. */
  readonly fields: ReadonlySet<string>;
}

const digests = new WeakMap<Compiled, Digest>();

/** The digest of a rule set. @throws TypeError for anything that `compile` did not return. */
export function digestOf(ruleSet: RuleSet): Digest {
  const compiled = compiledOf(ruleSet);
  const known = digests.get(compiled);
  if (known !== undefined) return known;
  const digest = { hash: hashOf(meaningOf(compiled)), zones: zonesOf(compiled), needs: needsOf(compiled) };
  digests.set(compiled, digest);
  return digest;
}

/**
 * A hash of all that `compile` read of the document, but secrets and what authors keep in `x-` keys: equal for equal
 * documents, whatever the order of their keys; another one whenever a rule, or what rules refer to, is another.
 * Worked out on the first question and kept.
 * @throws TypeError for anything that `compile` did not return.
 */
export function ruleSetHash(ruleSet: RuleSet): string {
  return digestOf(ruleSet).hash;
}

/** The rules of a rule set by id, those that did not load too. Of two with one id, the first. */
export function rulesById(compiled: Compiled): Map<string, LoadedRule> {
  const rules = new Map<string, LoadedRule>();
  for (const loaded of compiled.rules.map(loadedOf)) {
    const id = "rule" in loaded ? loaded.rule.id : loaded.id;
    if (id !== undefined && !rules.has(id)) rules.set(id, loaded);
  }
  return rules;
}

/** The rule as it was loaded, put together again: rule sets would be half as large again if they kept it. */
function loadedOf(compiled: CompiledRule): LoadedRule {
  const { index } = compiled;
  if (compiled.root === undefined) return { index, id: compiled.rule, issues: [...compiled.issues] };
  const { id, name, active, integration, root, actions, stop } = compiled;
  const { trigger, operator, nodes } = root;
  const conditions = nodes.map(conditionOf);
  const parts = { id, name, active, integration, trigger, operator, conditions, actions };
  // The parts of one rule that was parsed, and so of one integration.
  return { index, rule: { ...parts, ...(stop ? { stop } : {}) } as Rule };
}

function conditionOf(node: Node): Condition {
  if (node.nodes === undefined) return node.condition;
  return { type: "group", operator: node.operator, conditions: node.nodes.map(conditionOf) };
}

/** The same without `x-` keys, at any depth. */
export function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      key.startsWith("x-") ? [] : [[key, withoutExtensions(member)]],
    ),
  );
}

function meaningOf({ content, rules }: Compiled): unknown {
  const { timeZone, accounts, calendars, fields, integrations, spoiledFields, spoiledLists } = content;
  return withoutExtensions({
    ...{ timeZone, accounts, calendars, fields, integrations },
    spoiled: [...spoiledFields, ...spoiledLists].sort(),
    // One that did not load never fires, whatever it says.
    rules: rules
      .map(loadedOf)
      .map((loaded) => ("rule" in loaded ? loaded.rule : { invalid: loaded.id ?? null })),
  });
}

function zonesOf({ content: { timeZone, calendars } }: Compiled): Map<string, Zone> {
  const names = new Set(calendars.map((calendar) => calendar.timeZone));
  if (timeZone !== undefined) names.add(timeZone);
  return new Map(
    [...names].flatMap((name): [string, Zone][] => {
      const zone = zoneOf(name);
      return zone === undefined ? [] : [[name, zone]];
    }),
  );
}

/** What of an event each kind of reading looks at. */
const FACTS_READ = {
  message: ["message.text"],
  field: ["ticket.classification", "changes.classification"],
  account: ["ticket.account"],
  // Whose clock is on the wall, and whose hours count.
  time: ["ticket.account"],
  assignee: ["ticket.assignee"],
  attended: ["ticket.attended"],
} as const satisfies Record<string, readonly FactName[]>;

/** What the trigger and the loop guard look at. */
const ALWAYS_READ = ["message.direction", "message.author", "cause"] as const;

function needsOf({ rules }: Compiled): Needs {
  const facts = new Set<FactName>(ALWAYS_READ);
  const fields = new Set<string>();
  for (const rule of rules) {
    if (rule.root === undefined || rule.off !== undefined) continue;
    for (const fact of integrationKinds[rule.integration].reads) facts.add(fact);
    for (const reading of rule.root.nodes.flatMap(readingsOf)) {
      for (const fact of FACTS_READ[reading.fact]) facts.add(fact);
      if (reading.fact === "field") fields.add(reading.field);
    }
  }
  return { facts, fields };
}
