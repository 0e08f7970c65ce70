/** Lenient loading: all of a stored document that can be used, and what is wrong with the rest (spec §2). */
import * as z from "zod";
import { Account } from "./account.ts";
import { Field, repeated } from "./field.ts";
import { type IntegrationName, type Integrations, integrationKinds } from "./integrations/index.ts";
import { type Issue, short } from "./issues/define.ts";
import { issueAt, issuesBelow, issuesOf } from "./issues/tell.ts";
import { Rule } from "./rule.ts";
import { exact, expecting, isRecord } from "./schema.ts";
import { Calendar } from "./time/calendar.ts";
import { absentIntegration, workspaceShape } from "./workspace.ts";

/** A rule as it was found in the document. */
export type LoadedRule =
  | { readonly index: number; readonly rule: Rule }
  | { readonly index: number; readonly id: string | undefined; readonly issues: readonly Issue[] };

/** The usable parts of a document. */
export interface LoadedWorkspace {
  /** Absent when it is not valid. */
  readonly timeZone: string | undefined;
  /** Those with an id, whatever else is wrong with them: an id is all that conditions compare. */
  readonly accounts: readonly Pick<Account, "id" | "calendar">[];
  readonly calendars: readonly Calendar[];
  readonly fields: readonly Field[];
  /** Fields that are there and not valid, by id: what they hold cannot be compared. */
  readonly spoiledFields: ReadonlySet<string>;
  /** Lists that are there and no lists. */
  readonly spoiledLists: ReadonlySet<"accounts" | "fields">;
  readonly integrations: Integrations;
  /** Every rule of the document, in order. */
  readonly rules: readonly LoadedRule[];
  /** What is wrong outside the rules; paths from the document. */
  readonly issues: readonly Issue[];
}

/** Loads what can be loaded. Total: whatever the document is. */
export function loadWorkspace(document: unknown, maxRules: number): LoadedWorkspace {
  const issues: Issue[] = [];
  const head = Head.safeParse(document);
  if (!head.success) issues.push(...issuesOf(head.error));
  const source = isRecord(document) ? document : {};
  loadList("accounts", Account, source.accounts, issues);
  const accounts = salvagedAccounts(source.accounts);
  const calendars = loadList("calendars", Calendar, source.calendars, issues);
  const fields = loadList("fields", Field, source.fields, issues);
  const spoiledFields = idsOf(source.fields);
  for (const { id } of fields) spoiledFields.delete(id);
  const spoiledLists = new Set(
    (["accounts", "fields"] as const).filter(
      (key) => source[key] !== undefined && !Array.isArray(source[key]),
    ),
  );
  const integrations = loadIntegrations(source.integrations, issues);
  const timeZone = workspaceShape.timeZone.safeParse(source.timeZone).data;
  // The rules of another version of the format may mean something else.
  const version = workspaceShape.schemaVersion.safeParse(source.schemaVersion);
  const refused = version.success ? [] : [issueAt([], "otherSchemaVersion", {})];
  const written: readonly unknown[] = Array.isArray(source.rules) ? source.rules : [];
  const repeatedIds = repeated(written);
  const rules = written.map((rule, index): LoadedRule => {
    const parsed = Rule.safeParse(rule);
    const problems = [
      ...refused,
      ...(index < maxRules ? [] : [issueAt([], "tooMany", { of: "rules", most: maxRules })]),
      ...(parsed.success ? [] : issuesOf(parsed.error)),
      ...repeatedIssue(repeatedIds, index, []),
      ...integrationProblem(rule, source.integrations, integrations),
    ];
    return parsed.success && problems.length === 0
      ? { index, rule: parsed.data }
      : { index, id: idOf(rule), issues: problems };
  });
  return { timeZone, accounts, calendars, fields, spoiledFields, spoiledLists, integrations, rules, issues };
}

/** The document without its lists and integrations, which are loaded one by one. */
const Head = exact({
  ...workspaceShape,
  accounts: z.unknown().optional(),
  calendars: z.unknown().optional(),
  fields: z.unknown().optional(),
  integrations: z.unknown().optional(),
  rules: z.array(z.unknown(), { error: expecting({ listOf: "rules" }) }),
});

/** The items of a list of the document that are valid. */
function loadList<Item>(
  name: "accounts" | "calendars" | "fields",
  schema: z.ZodType<Item>,
  value: unknown,
  issues: Issue[],
): Item[] {
  if (value !== undefined && !Array.isArray(value)) {
    issues.push(issueAt([name], "wrongType", { expected: { listOf: name } }));
  }
  return loadItems([name], schema, value, issues);
}

/** The items of a list that are valid and whose id is not taken. What is no list has none. */
function loadItems<Item>(
  path: Issue["path"],
  schema: z.ZodType<Item>,
  value: unknown,
  issues: Issue[],
): Item[] {
  if (!Array.isArray(value)) return [];
  const repeatedIds = repeated(value);
  return value.flatMap((item: unknown, at) => {
    const parsed = schema.safeParse(item);
    if (!parsed.success) issues.push(...issuesBelow([...path, at], parsed.error));
    issues.push(...repeatedIssue(repeatedIds, at, [...path, at]));
    return parsed.success && !repeatedIds.has(at) ? [parsed.data] : [];
  });
}

/** That an id of a list is not the first of its kind, for the item that has it. */
function repeatedIssue(repeatedIds: ReadonlyMap<number, string>, at: number, path: Issue["path"]): Issue[] {
  const id = repeatedIds.get(at);
  return id === undefined ? [] : [issueAt([...path, "id"], "duplicateId", { id: short(id) })];
}

/** A spoiled name does not make the account of a ticket another one; nor does it change whose calendar it has. */
function salvagedAccounts(value: unknown): Pick<Account, "id" | "calendar">[] {
  if (!Array.isArray(value)) return [];
  const first = new Map<string, Pick<Account, "id" | "calendar">>();
  for (const item of value) {
    const id = idOf(item);
    const calendar = isRecord(item) ? item.calendar : undefined;
    if (id === undefined || first.has(id)) continue;
    // A calendar that is no text is none that can be found.
    first.set(
      id,
      calendar === undefined ? { id } : { id, calendar: typeof calendar === "string" ? calendar : "" },
    );
  }
  return [...first.values()];
}

function idsOf(value: unknown): Set<string> {
  return new Set(Array.isArray(value) ? value.flatMap((item) => idOf(item) ?? []) : []);
}

function loadIntegrations(value: unknown, issues: Issue[]): Integrations {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    issues.push(issueAt(["integrations"], "wrongType", { expected: "object" }));
    return {};
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(integrationKinds, key) || key.startsWith("x-")) continue;
    const expected = Object.keys(integrationKinds);
    issues.push(issueAt(["integrations"], "unknownKey", { keys: [short(key)], expected }));
  }
  return {
    botcenter: loadSettings("botcenter", integrationKinds.botcenter, value, issues),
    timepoints: loadSettings("timepoints", integrationKinds.timepoints, value, issues),
    webhook: loadSettings("webhook", integrationKinds.webhook, value, issues),
  };
}

function loadSettings<Settings>(
  name: IntegrationName,
  {
    settings,
    items,
  }: { settings: z.ZodType<Settings>; items: { readonly [key: string]: z.ZodType | undefined } },
  integrations: Record<string, unknown>,
  issues: Issue[],
): Settings | undefined {
  const value = Object.hasOwn(integrations, name) ? integrations[name] : undefined;
  if (value === undefined) return undefined;
  const parsed = settings.safeParse(value);
  if (parsed.success) return parsed.data;
  issues.push(...issuesBelow(["integrations", name], parsed.error));
  if (!isRecord(value)) return undefined;
  const reduced = Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const schema = Object.hasOwn(items, key) ? items[key] : undefined;
      return [key, schema === undefined ? member : loadItems([], schema, member, [])];
    }),
  );
  return settings.safeParse(reduced).data;
}

function integrationProblem(rule: unknown, written: unknown, loaded: Integrations): Issue[] {
  const absent = absentIntegration(rule, written);
  if (absent !== undefined) return [issueAt(["integration"], "absentIntegration", { integration: absent })];
  const name = isRecord(rule) ? rule.integration : undefined;
  const known = name === "botcenter" || name === "timepoints" || name === "webhook";
  return known && loaded[name] === undefined
    ? [issueAt(["integration"], "brokenIntegration", { integration: name })]
    : [];
}

function idOf(rule: unknown): string | undefined {
  const id = isRecord(rule) ? rule.id : undefined;
  return typeof id === "string" && id !== "" ? id : undefined;
}
