/** What a rule set was made of, as records and comparisons of rule sets see it. Holds no secret. */
import { type Compiled, compiledOf, type RuleSet } from "../compile.ts";
import type { FactName } from "../decisionRecord.ts";
import { integrationKinds } from "../integrations/index.ts";
import type { LoadedRule } from "../load.ts";
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
export function rulesById({ content }: Compiled): Map<string, LoadedRule> {
  const rules = new Map<string, LoadedRule>();
  for (const loaded of content.rules) {
    const id = "rule" in loaded ? loaded.rule.id : loaded.id;
    if (id !== undefined && !rules.has(id)) rules.set(id, loaded);
  }
  return rules;
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

function meaningOf({ content }: Compiled): unknown {
  const { timeZone, accounts, calendars, fields, integrations, rules, spoiledFields, spoiledLists } = content;
  return withoutExtensions({
    ...{ timeZone, accounts, calendars, fields, integrations },
    spoiled: [...spoiledFields, ...spoiledLists].sort(),
    // One that did not load never fires, whatever it says.
    rules: rules.map((loaded) => ("rule" in loaded ? loaded.rule : { invalid: loaded.id ?? null })),
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

function needsOf({ content, rules }: Compiled): Needs {
  const facts = new Set<FactName>(ALWAYS_READ);
  const fields = new Set<string>();
  for (const [at, loaded] of content.rules.entries()) {
    const compiled = rules[at];
    if (!("rule" in loaded) || compiled?.root === undefined || compiled.off !== undefined) continue;
    for (const fact of integrationKinds[loaded.rule.integration].reads) facts.add(fact);
    for (const reading of compiled.root.nodes.flatMap(({ readings }) => readings)) {
      for (const fact of FACTS_READ[reading.fact]) facts.add(fact);
      if (reading.fact === "field") fields.add(reading.field);
    }
  }
  return { facts, fields };
}
