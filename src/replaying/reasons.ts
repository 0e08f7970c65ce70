/** Why a decision differs, rule by rule. */
import type { Condition, Path } from "../conditions/tree.ts";
import type { Decision, Effect } from "../decision.ts";
import type { DecisionDifference } from "../decisionDifference.ts";
import type { Rule } from "../rule.ts";
import { asList, member } from "../schema.ts";
import { type ChangedPart, type Changes, keyOfPart } from "./changes.ts";
import { outcomeOf, type RuleOutcome, type Side } from "./outcomes.ts";

/** One cause of a difference. Told apart by `type`. */
export type ReplayCause =
  | { type: "ruleAdded" }
  | { type: "ruleRemoved" }
  /** Paths from the rule to what is not as it was; the empty path is all of it. */
  | { type: "ruleChanged"; paths: Path[] }
  /** What the rule refers to, or what switches it. */
  | ({ type: "partChanged" } & ChangedPart)
  /**
   * Another rule: it stops this one, has the one bot effect of the event, is notified of or not in the same
   * notification, or has planned a survey that is too near.
   */
  | { type: "otherRule"; rule: string; how: "stop" | "bot" | "notification" | "survey" }
  /** Rules stand in another order. */
  | { type: "rulesMoved" }
  /** Other patterns take part, and each has its share of the steps that an event may cost. */
  | { type: "patternBudget" };

/** How one rule fared before and after, and why not the same came of it. */
export interface ReplayReason {
  rule: string;
  before: RuleOutcome;
  after: RuleOutcome;
  /** At least one. */
  because: ReplayCause[];
}

/** Both decisions on one event, and how they differ. */
export interface Compared {
  readonly event: object;
  readonly before: Decision;
  readonly after: Decision;
  readonly difference: DecisionDifference;
}

/** The reasons for a difference: each rule that it names, and each other rule that a cause names, if it changed. */
export function reasonsFor(
  compared: Compared,
  [before, after]: readonly [Side, Side],
  changes: Changes,
): ReplayReason[] {
  const named = rulesNamedBy(compared.difference, compared);
  const reasons = new Map<string, ReplayReason>();
  const pending = [...named];
  for (const rule of pending) {
    if (reasons.has(rule)) continue;
    const outcomes = {
      before: outcomeOf(before, rule, compared.before),
      after: outcomeOf(after, rule, compared.after),
    };
    const own = ownCauses(rule, compared, [before, after], changes);
    const others = causesByOthers(rule, compared, outcomes, [before, after]);
    const because = [...own, ...others];
    if (changes.moved && own.length === 0) because.push({ type: "rulesMoved" });
    if (because.length === 0) because.push({ type: "patternBudget" });
    const isSource = !named.has(rule);
    if (isSource && own.length === 0) continue;
    reasons.set(rule, { rule, ...outcomes, because });
    for (const cause of others) if (cause.type === "otherRule") pending.push(cause.rule);
  }
  return [...reasons.values()];
}

function rulesNamedBy(difference: DecisionDifference, { before, after }: Compared): Set<string> {
  const { fired, effects, suppressed, indeterminate, skipped, reordered = [] } = difference;
  const rules = new Set([...(fired?.removed ?? []), ...(fired?.added ?? [])]);
  for (const list of [suppressed, indeterminate, skipped])
    for (const { rule } of [...(list?.removed ?? []), ...(list?.added ?? [])]) rules.add(rule);
  const changed = effects?.changed.flatMap((pair) => [pair.before, pair.after]) ?? [];
  for (const effect of [...(effects?.removed ?? []), ...(effects?.added ?? []), ...changed])
    for (const rule of effect.rules) rules.add(rule);
  // What only stands in another order has to do with all that fired.
  if (rules.size === 0 && reordered.length > 0)
    for (const decision of [before, after])
      for (const rule of [
        ...decision.fired,
        ...[...decision.indeterminate, ...decision.skipped].map((each) => each.rule),
      ])
        rules.add(rule);
  return rules;
}

/** The rule itself, and what it refers to. */
function ownCauses(
  id: string,
  { event }: Compared,
  [before, after]: readonly [Side, Side],
  changes: Changes,
): ReplayCause[] {
  const [earlier, later] = [before.rules.get(id), after.rules.get(id)];
  if (earlier === undefined) return [{ type: "ruleAdded" }];
  if (later === undefined) return [{ type: "ruleRemoved" }];
  const paths = changes.rules.get(id);
  const keys = new Set(
    [earlier, later].flatMap((loaded) =>
      "rule" in loaded ? partsReadBy(loaded.rule, event, [before, after], changes) : [],
    ),
  );
  const parts = [...keys].flatMap((key) => changes.parts.get(key) ?? []);
  return [
    ...(paths === undefined ? [] : [{ type: "ruleChanged" as const, paths: paths.map((path) => [...path]) }]),
    ...parts.map((part) => ({ type: "partChanged" as const, ...part })),
  ];
}

/** The keys of the parts that a rule can look at on an event. */
function partsReadBy(rule: Rule, event: object, sides: readonly Side[], changes: Changes): string[] {
  const bots = rule.actions.flatMap((action) =>
    action.type === "activateBot" ? [keyOfPart("bot", action.bot)] : [],
  );
  const conditions = rule.conditions.flatMap((condition) =>
    partsOfCondition(condition, event, sides, changes),
  );
  return [keyOfPart("integration", rule.integration), ...bots, ...conditions];
}

function partsOfCondition(
  condition: Condition,
  event: object,
  sides: readonly Side[],
  changes: Changes,
): string[] {
  switch (condition.type) {
    case "group":
      return condition.conditions.flatMap((inner) => partsOfCondition(inner, event, sides, changes));
    case "account":
      return [...asList(condition.is).map((id) => keyOfPart("account", id)), keyOfPart("account")];
    case "classification":
      return [keyOfPart("field", condition.field), keyOfPart("field")];
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return condition.calendar === undefined
        ? partsOfLocalTime(event, sides, changes)
        : [keyOfPart("calendar", condition.calendar)];
    case "weekday":
    case "dateRange":
    case "timeRange":
      return partsOfLocalTime(event, sides, changes);
    case "messageContains":
    case "messageMatches":
    case "unassigned":
    case "unattended":
      return [];
  }
}

/** The account of the ticket, its calendar, or else the zone of the workspace. Of an unknown account: any. */
function partsOfLocalTime(event: object, sides: readonly Side[], changes: Changes): string[] {
  const account = member(member(event, "ticket"), "account");
  if (account === undefined) {
    return [...changes.parts].flatMap(([key, { part }]) =>
      part === "account" || part === "calendar" || part === "timeZone" ? [key] : [],
    );
  }
  const id = typeof account === "string" ? account : "";
  const calendars = sides.flatMap(
    ({ compiled }) => compiled.content.accounts.find((each) => each.id === id)?.calendar ?? [],
  );
  return [
    ...[keyOfPart("timeZone"), keyOfPart("account", id), keyOfPart("account")],
    ...calendars.map((calendar) => keyOfPart("calendar", calendar)),
  ];
}

/** What rules do to one another. */
function causesByOthers(
  id: string,
  { before, after }: Compared,
  outcomes: { readonly before: RuleOutcome; readonly after: RuleOutcome },
  [earlier, later]: readonly [Side, Side],
): ReplayCause[] {
  const causes: ReplayCause[] = [];
  const add = (how: "stop" | "bot" | "notification" | "survey", rules: readonly string[]) => {
    for (const rule of new Set(rules)) if (rule !== id) causes.push({ type: "otherRule", rule, how });
  };
  const stoppers = [outcomes.before, outcomes.after].map((each) =>
    each.outcome === "skipped" ? each.by : undefined,
  );
  if (stoppers[0] !== stoppers[1])
    add(
      "stop",
      stoppers.filter((rule) => rule !== undefined),
    );
  const loaded = later.rules.get(id) ?? earlier.rules.get(id);
  const actions =
    loaded !== undefined && "rule" in loaded ? loaded.rule.actions.map(({ type }): string => type) : [];
  const asks = (...types: string[]) => types.some((type) => actions.includes(type));
  // Where it fires on one side only, what its actions meet is no cause.
  if (![before, after].every(({ fired }) => fired.includes(id))) return causes;
  if (asks("activateBot", "terminateBot")) {
    const holders = [before, after].map(
      ({ effects }) => rulesOf(effects, ["activateBot", "terminateBot"])[0],
    );
    if (holders[0] !== holders[1])
      add(
        "bot",
        holders.filter((rule) => rule !== undefined),
      );
  }
  if (asks("notify")) add("notification", unshared(before, after, "notify"));
  if (asks("sendSurvey")) add("survey", unshared(before, after, "sendSurvey"));
  return causes;
}

function rulesOf(effects: readonly Effect[], types: readonly Effect["type"][]): string[] {
  return effects.flatMap(({ type, rules }) => (types.includes(type) ? rules : []));
}

/** The rules with an effect of a type in one decision and not in the other. */
function unshared(before: Decision, after: Decision, type: Effect["type"]): string[] {
  const [earlier, later] = [rulesOf(before.effects, [type]), rulesOf(after.effects, [type])];
  return [
    ...earlier.filter((rule) => !later.includes(rule)),
    ...later.filter((rule) => !earlier.includes(rule)),
  ];
}
