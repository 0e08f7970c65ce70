/** All mutants of a workspace as changes of single rules, lazily and in a fixed order. */

import type { Path } from "../../conditions/tree.ts";
import { type IntegrationName, integrationKinds } from "../../integrations/index.ts";
import { type LoadedWorkspace, loadWorkspace } from "../../load.ts";
import type { Rule } from "../../rule.ts";
import { MAX_RULES } from "../../workspace.ts";
import { isInert } from "../coverage/leaves.ts";
import { editsOfActions } from "./actions.ts";
import { canonicalForms } from "./canonical.ts";
import { type Edit, type Names, within } from "./edit.ts";
import type { MutantKind, Wording } from "./kinds.ts";
import { editsOfConditions, editsOfOperator } from "./tree.ts";

/** One mutant: the rules that stand at some places instead of what stood there. */
export interface Change extends Wording {
  /** Of rule, kind, path and what was changed: the same as long as these are, whatever other rules do. */
  readonly id: string;
  readonly rule: string;
  /** From the rule. */
  readonly path: Path;
  readonly kind: MutantKind;
  readonly rules: readonly Place[];
}

/** The changes of every rule that is valid and whose integration is switched on. */
export function* changesOf(document: unknown): Generator<Change> {
  const loaded = loadWorkspace(document, MAX_RULES);
  const names = namesOf(loaded);
  const rules = loaded.rules.flatMap((each) =>
    "rule" in each && isOn(loaded, each.rule.integration) ? [each] : [],
  );
  const followers = followersOf(rules);
  for (const place of rules) {
    const { index, rule } = place;
    const next = followers.get(place);
    const formOf = canonicalForms();
    const seen = new Set([formOf(rule)]);
    for (const { kind, path, value, from, to } of editsOfRule(rule, names, next !== undefined)) {
      // Whatever becomes of an alternative that no event can make matter, nobody can notice.
      const [part, at = 0] = path;
      const alternative = part === "conditions" ? rule.conditions[Number(at)] : undefined;
      if (alternative !== undefined && isInert(rule, alternative)) continue;
      const form = formOf(value);
      if (seen.has(form)) continue;
      seen.add(form);
      const id = idOf(rule, kind, path, [from, to]);
      yield { id, rule: rule.id, path, kind, from, to, rules: [{ index, rule: value }] };
    }
    if (next === undefined || !rule.active) continue;
    const places = [
      { index, rule: next.rule },
      { index: next.index, rule },
    ];
    const to = next.rule.id;
    yield {
      id: idOf(rule, "swapRules", [], [to]),
      rule: rule.id,
      path: [],
      kind: "swapRules",
      to,
      rules: places,
    };
  }
}

function* editsOfRule(rule: Rule, names: Names, isFollowed: boolean): Generator<Edit<Rule>> {
  yield {
    kind: "toggleRule",
    path: ["active"],
    to: rule.active ? "off" : "on",
    value: withParts(rule, { active: !rule.active }),
  };
  // Of a rule that does not run, nothing else makes a difference.
  if (!rule.active) return;
  for (const trigger of integrationKinds[rule.integration].triggers) {
    if (trigger === rule.trigger) continue;
    const value = withParts(rule, { trigger });
    yield { kind: "changeTrigger", path: ["trigger"], from: rule.trigger, to: trigger, value };
  }
  if (rule.conditions.length > 0) {
    yield* within(["operator"], editsOfOperator(rule.operator), (operator) => withParts(rule, { operator }));
  }
  yield* within(["conditions"], editsOfConditions(rule.conditions, 0, names), (conditions) =>
    withParts(rule, { conditions }),
  );
  yield* within(["actions"], editsOfActions(rule.actions, names), (actions) => withParts(rule, { actions }));
  const stops = rule.stop === true;
  if (stops || isFollowed) {
    yield {
      kind: "toggleStop",
      path: ["stop"],
      to: stops ? "off" : "on",
      value: withParts(rule, { stop: !stops }),
    };
  }
}

/** The rule with other parts. That they are parts of its integration is for who makes them to see to. */
function withParts(rule: Rule, parts: { readonly [Key in keyof Rule]?: unknown }): Rule {
  return { ...rule, ...parts } as Rule;
}

interface Place {
  readonly index: number;
  readonly rule: Rule;
}

/** Of each rule the next one of its integration that runs. */
function followersOf(rules: readonly Place[]): Map<Place, Place> {
  const followers = new Map<Place, Place>();
  const nearest = new Map<IntegrationName, Place>();
  for (const place of rules.toReversed()) {
    const { integration, active } = place.rule;
    const next = nearest.get(integration);
    if (next !== undefined) followers.set(place, next);
    if (active) nearest.set(integration, place);
  }
  return followers;
}

function isOn({ integrations }: LoadedWorkspace, name: IntegrationName): boolean {
  return integrations[name]?.enabled === true && integrations[name]?.active === true;
}

function namesOf({ accounts, calendars, fields, integrations }: LoadedWorkspace): Names {
  return {
    accounts: accounts.map(({ id }) => id),
    calendars: calendars.map(({ id }) => id),
    bots: (integrations.botcenter?.bots ?? []).map(({ id }) => id),
    fields: new Map(fields.map((field) => [field.id, field])),
  };
}

/** No two are equal: the parts are told apart whatever is in them. */
function idOf({ id }: Rule, kind: MutantKind, path: Path, words: readonly (string | undefined)[]): string {
  const parts = [id, ...path.map(String), ...words.flatMap((word) => word ?? [])];
  const [rule, ...rest] = parts.map((part) => (/^[\w.:-]+$/.test(part) ? part : JSON.stringify(part)));
  return [rule, kind, ...rest].join(" ");
}
