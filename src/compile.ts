import { compileConditions, type Workshop, workshopOf } from "./conditions/node.ts";
import type { Root } from "./conditions/root.ts";
import { isMissing, type Missing, missingCalendar } from "./facts.ts";
import type { Planner } from "./integrations/define.ts";
import {
  type Action,
  type IntegrationName,
  type Integrations,
  integrationKinds,
} from "./integrations/index.ts";
import type { Issue } from "./issues/define.ts";
import { issueAt } from "./issues/tell.ts";
import { type LoadedWorkspace, loadWorkspace } from "./load.ts";
import { createMemo } from "./matching/memo.ts";
import { type Rows, rowsOf } from "./matching/rows.ts";
import { indexOf, type RuleIndex } from "./matching/ruleIndex.ts";
import { createWordTable } from "./matching/words.ts";
import type { Model, Patterns, Site } from "./model.ts";
import { redact } from "./redact.ts";
import type { Rule } from "./rule.ts";
import { fold } from "./text/fold.ts";
import { stepsAllowed } from "./text/regex/budget.ts";
import { boundedEngine } from "./text/regex/engine.ts";
import type { CompiledRegex, RegexEngine } from "./text/regex/port.ts";
import { readSchedule } from "./time/calendar.ts";
import { type OpeningHours, openingHours } from "./time/openingHours.ts";
import { zoneOf } from "./time/zone.ts";
import type { SkipReason } from "./trace.ts";
import { MAX_RULES } from "./workspace.ts";

/** A rule that did not load. */
export interface InvalidRule {
  /** Its place in `workspace.rules`. */
  readonly index: number;
  /** Its id, if it has one that is text. */
  readonly rule?: string;
  /** Paths from the rule. */
  readonly issues: readonly Issue[];
}

/** A compiled workspace: immutable, and independent of the document it came from. Holds no secret. */
export interface RuleSet {
  /** The rules that did not load. They never fire. */
  readonly invalid: readonly InvalidRule[];
  /** What is wrong with the document outside its rules; paths from the document. */
  readonly issues: readonly Issue[];
  readonly [COMPILED]: Compiled;
}

/** Settings of `compile`. */
export interface CompileOptions {
  /** What carries out `messageMatches`. Absent: the library's own bounded engine. */
  regexEngine?: RegexEngine | undefined;
  /** How many rules may run; those beyond are invalid. Absent: 10,000. */
  maxRules?: number | undefined;
}

/** The inside of a rule set. Registered, so that the ESM and CJS copies of the library understand each other. */
export const COMPILED: unique symbol = Symbol.for("ticket-rules/compiled");

/** @internal */
export interface Compiled {
  readonly model: Model;
  /** Every rule of the document, in order. */
  readonly rules: readonly CompiledRule[];
  /** Over the rules that are valid and switched on, by their places in `rules`. */
  readonly index: RuleIndex;
  /** The same rules, as the loop over them wants them. */
  readonly rows: Rows;
  readonly planners: { readonly [Name in IntegrationName]?: Planner<Action> };
  readonly switchedOff: { readonly [Name in IntegrationName]?: SkipReason };
  /** What was loaded besides the rules, without secrets: for records and comparisons of rule sets. */
  readonly content: Omit<LoadedWorkspace, "rules">;
}

/** @internal */
export type CompiledRule = RunnableRule | (InvalidRule & { readonly root?: undefined });

/** @internal */
export interface RunnableRule {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly integration: IntegrationName;
  readonly root: Root;
  readonly actions: readonly Action[];
  readonly stop: boolean;
  /** Why it does not run, if it does not. */
  readonly off: SkipReason | undefined;
}

/**
 * Prepares a stored document for evaluation. Lenient: a rule that is not valid is listed in `invalid` and never
 * fires; the others run. Total: it throws for no document. `Workspace.safeParse` is the strict way.
 * @throws TypeError for a rule set that is compiled already, and for nothing else.
 */
export function compile(document: unknown, options: CompileOptions = {}): RuleSet {
  // Not a bad document, of which some could be used, but a slip of the caller's that would look like an empty one.
  if (isRuleSet(document))
    throw new TypeError("a rule set, which `compile` returned: expected a workspace document");
  const loaded = loadWorkspace(document, options.maxRules ?? MAX_RULES);
  const model = modelOf(loaded, options.regexEngine ?? boundedEngine);
  const switchedOff = switchesOf(loaded.integrations);
  const workshop = workshopOf(model);
  const rules = loaded.rules.map((each): CompiledRule => {
    if (!("rule" in each)) return invalid(each.index, each.id, each.issues);
    try {
      return runnable(each.rule, each.index, workshop, switchedOff);
    } catch (error) {
      // Only the host's regex engine throws: it may refuse what ECMAScript allows.
      return invalid(each.index, each.rule.id, [refusalOf(error)]);
    }
  });
  const running = rules.flatMap((rule, place) =>
    rule.root === undefined || rule.off !== undefined ? [] : [{ place, root: rule.root }],
  );
  const planners = plannersOf(loaded.integrations);
  const { rules: _, ...content } = redact(loaded);
  const [index, rows] = [indexOf(running), rowsOf(running)];
  const compiled: Compiled = { model, rules, index, rows, switchedOff, planners, content };
  const invalidRules = Object.freeze(rules.filter(isInvalid).map(withoutRoot));
  return Object.freeze(
    // Not enumerable: printing a rule set prints what is wrong with it, not its inside.
    Object.defineProperty(
      { invalid: invalidRules, issues: Object.freeze(loaded.issues.map(frozen)) },
      COMPILED,
      {
        value: compiled,
      },
    ),
  ) as unknown as RuleSet;
}

function isRuleSet(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, COMPILED);
}

/** The inside of a rule set. @throws TypeError for anything that `compile` did not return. */
export function compiledOf(ruleSet: RuleSet): Compiled {
  const compiled: Compiled | undefined = ruleSet?.[COMPILED];
  if (compiled === undefined) throw new TypeError("not a rule set: expected what `compile` returned");
  return compiled;
}

function refusalOf(error: unknown): Issue {
  const reason = error instanceof Error ? error.message : "no reason given";
  const path =
    error instanceof Error && "path" in error && Array.isArray(error.path) ? error.path : ["conditions"];
  return issueAt(path, "patternRefused", { reason });
}

function invalid(index: number, id: string | undefined, issues: readonly Issue[]): InvalidRule {
  return { index, ...(id === undefined ? {} : { rule: id }), issues: Object.freeze(issues.map(frozen)) };
}

function frozen(issue: Issue): Issue {
  Object.freeze(issue.path);
  return Object.freeze(issue);
}

function isInvalid(rule: CompiledRule): rule is InvalidRule & { readonly root?: undefined } {
  return rule.root === undefined;
}

function withoutRoot({ index, rule, issues }: InvalidRule): InvalidRule {
  return invalid(index, rule, issues);
}

function runnable(
  { id, name, integration, trigger, operator, conditions, actions, active, stop = false }: Rule,
  index: number,
  workshop: Workshop,
  switchedOff: Compiled["switchedOff"],
): RunnableRule {
  const root: Root = { trigger, operator, nodes: compileConditions(conditions, [], workshop) };
  const off = switchedOff[integration] ?? (active ? undefined : "ruleInactive");
  return { index, id, name, active, integration, root, actions, stop, off };
}

function modelOf(
  { timeZone, accounts, calendars, fields, spoiledFields, spoiledLists }: LoadedWorkspace,
  engine: RegexEngine,
): Model {
  const zone = timeZone === undefined ? undefined : zoneOf(timeZone);
  const hours = new Map(
    calendars.flatMap((calendar): [string, OpeningHours][] => {
      const own = zoneOf(calendar.timeZone);
      const { id } = calendar;
      return own === undefined ? [] : [[id, openingHours(id, own, readSchedule(calendar))]];
    }),
  );
  const isCommon = accounts.every(
    ({ calendar }) => calendar === undefined || hours.get(calendar)?.zone.id === zone?.id,
  );
  const elsewhere: Site = { zone: zone ?? WORKSPACE_ZONE, hours: ACCOUNT_CALENDAR };
  const siteOf = (calendar: string | undefined): Site => {
    if (calendar === undefined) return elsewhere;
    const own = hours.get(calendar) ?? missingCalendar(calendar);
    return { zone: isMissing(own) ? own : own.zone, hours: own };
  };
  return {
    accounts: new Map(accounts.map(({ id, calendar }) => [id, siteOf(calendar)])),
    elsewhere,
    // Local time is the same wherever the ticket is, if all zones are.
    anywhere: { zone: (isCommon ? zone : undefined) ?? TICKET_ACCOUNT, hours: TICKET_ACCOUNT },
    calendars: hours,
    fields: new Map(
      fields.map(({ id, type, options = [] }) => [
        id,
        { type, options: new Set(options.map((option) => fold(option.id))) },
      ]),
    ),
    spoiledFields,
    spoiledLists,
    patterns: patternsOf(engine),
    words: createWordTable(),
    memo: createMemo(),
  };
}

const TICKET_ACCOUNT: Missing = { missing: "ticket.account" };
const ACCOUNT_CALENDAR: Missing = { missing: "account.calendar" };
const WORKSPACE_ZONE: Missing = { missing: "workspace.timeZone" };

function patternsOf(engine: RegexEngine): Patterns {
  const compiled = new Map<string, CompiledRegex>();
  return {
    compile(pattern, flags) {
      // Flags have no slash.
      const key = `${flags}/${pattern}`;
      const regex = compiled.get(key) ?? engine.compile(pattern, flags);
      compiled.set(key, regex);
      return regex;
    },
    stepsAllowed: (textLength) => stepsAllowed(textLength, compiled.size),
  };
}

function switchesOf(integrations: Integrations): Compiled["switchedOff"] {
  const entries = Object.entries(integrations).flatMap(([name, settings]) => {
    if (settings?.enabled === false) return [[name, "integrationDisabled"]];
    return settings?.active === false ? [[name, "integrationInactive"]] : [];
  });
  return Object.fromEntries(entries);
}

function plannersOf({ botcenter, timepoints, webhook }: Integrations): Compiled["planners"] {
  return {
    ...(botcenter && { botcenter: anyAction(integrationKinds.botcenter.planner(botcenter)) }),
    ...(timepoints && { timepoints: anyAction(integrationKinds.timepoints.planner(timepoints)) }),
    ...(webhook && { webhook: anyAction(integrationKinds.webhook.planner(webhook)) }),
  };
}

/** A planner is only ever given the actions of its own rules: the schema of the rule has seen to it. */
function anyAction<Own extends Action>(planner: Planner<Own>): Planner<Action> {
  return planner as unknown as Planner<Action>;
}
