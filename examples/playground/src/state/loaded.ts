/** What the library makes of the document: what is wrong with it, what of it can be used. */
import { computed } from "@preact/signals";
import {
  Account,
  Calendar,
  compile,
  Field,
  Integrations,
  type Issue,
  issuesOf,
  Rule,
  type RuleSet,
  Workspace,
} from "ticket-rules";
import { document } from "./document.ts";
import { isObject, type Json, type JsonObject, listOf, member, pathKey, textOf } from "./json.ts";

/** Every issue of the document, as the strict schema tells them; paths from the document. */
export const issues = computed((): readonly Issue[] => {
  const found = [...outsideRules.value];
  for (const [index, rule] of listOf(document.value.rules).entries()) {
    for (const issue of issuesOfRule(rule)) found.push({ ...issue, path: ["rules", index, ...issue.path] });
  }
  return [...found, ...betweenRules.value];
});

/** The issues by the path of what they are about. */
export const issuesByPath = computed((): ReadonlyMap<string, readonly Issue[]> => {
  const byPath = new Map<string, Issue[]>();
  for (const issue of issues.value) {
    const key = pathKey(issue.path);
    const others = byPath.get(key);
    if (others === undefined) byPath.set(key, [issue]);
    else others.push(issue);
  }
  return byPath;
});

/** Everything of the document that is valid, as a workspace that the strict schema lets through. */
export const workspace = computed((): Workspace => loaded.value.workspace);

/** For each rule of `workspace`, its place in the document's list. */
export const rulePlaces = computed((): readonly number[] => loaded.value.places);

/** The document, compiled. Lenient: rules that are not valid are in `invalid`. Only computed where it is read. */
export const ruleSet = computed((): RuleSet => compile(document.value));

/** The issues of one rule by itself; paths from the rule. Remembered as long as the rule is not edited. */
export function issuesOfRule(rule: Json): readonly Issue[] {
  return checked(rule).issues;
}

/** The rule, if it is valid by itself. */
export function validRule(rule: Json): Rule | undefined {
  return checked(rule).rule;
}

interface Checked {
  readonly issues: readonly Issue[];
  readonly rule: Rule | undefined;
}

const checkedRules = new WeakMap<object, Checked>();

function checked(rule: Json): Checked {
  if (!isObject(rule)) return check(rule);
  const known = checkedRules.get(rule) ?? check(rule);
  checkedRules.set(rule, known);
  return known;
}

function check(rule: Json): Checked {
  const parsed = Rule.safeParse(rule);
  return parsed.success
    ? { issues: [], rule: parsed.data }
    : { issues: issuesOf(parsed.error), rule: undefined };
}

/** The parts of the document beside its rules, which stay the same object while only rules are edited. */
const frame = computed((): JsonObject => {
  const { rules, ...rest } = document.value;
  const next: JsonObject = { ...rest, rules: Array.isArray(rules) ? [] : rules };
  if (lastFrame !== undefined && isShallowlyEqual(lastFrame, next)) return lastFrame;
  lastFrame = next;
  return next;
});
let lastFrame: JsonObject | undefined;

function isShallowlyEqual(one: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => one[key] === other[key] || (key === "rules" && bothEmpty(one[key], other[key])))
  );
}

function bothEmpty(one: Json | undefined, other: Json | undefined): boolean {
  return Array.isArray(one) && Array.isArray(other);
}

const outsideRules = computed((): readonly Issue[] => {
  const parsed = Workspace.safeParse(frame.value);
  return parsed.success ? [] : issuesOf(parsed.error);
});

/** Ids used twice and integrations that are not there: seen only in the whole document. */
export const betweenRules = computed((): readonly Issue[] => {
  const rules = listOf(document.value.rules);
  const bare = rules.map((rule) => (isObject(rule) ? { id: rule.id, integration: rule.integration } : rule));
  const key = JSON.stringify(bare);
  if (lastBare?.key === key && lastBare.integrations === frame.value.integrations) return lastBare.issues;
  const parsed = Workspace.safeParse({ ...frame.value, rules: bare });
  const found = (parsed.success ? [] : issuesOf(parsed.error)).filter(
    ({ code, path }) => path[0] === "rules" && (code === "duplicateId" || code === "absentIntegration"),
  );
  lastBare = { key, integrations: frame.value.integrations, issues: found };
  return found;
});
let lastBare: { key: string; integrations: Json | undefined; issues: readonly Issue[] } | undefined;

const loaded = computed((): { workspace: Workspace; places: readonly number[] } => {
  const installed = settings.value.integrations ?? {};
  const seen = new Set<string>();
  const rules: Rule[] = [];
  const places: number[] = [];
  for (const [place, written] of listOf(document.value.rules).entries()) {
    const rule = validRule(written);
    if (rule === undefined || seen.has(rule.id) || !Object.hasOwn(installed, rule.integration)) continue;
    seen.add(rule.id);
    rules.push(rule);
    places.push(place);
  }
  return { workspace: { ...settings.value, rules }, places };
});

/** The workspace without its rules: the same object as long as only rules are edited. */
export const settings = computed((): Workspace => usable.value.workspace);

const namedLists = ["accounts", "calendars", "fields"] as const;

/** What has an id and is not valid, by list: it is there, but not in `workspace`. */
const broken = computed(() =>
  namedLists.map((list) => {
    const kept = new Set(usable.value.places[list]);
    return listOf(frame.value[list]).filter(
      (item, place) => !kept.has(place) && textOf(member(item, "id")) !== "",
    );
  }),
);

/** The ids of accounts, business hours and fields that are in the document and not valid. */
export const brokenIds = computed(
  (): ReadonlySet<string> => new Set(broken.value.flat().map((item) => textOf(member(item, "id")))),
);

/** `workspace` for sentences: what is not valid has its name all the same, so that nothing is said not to exist. */
export const namedWorkspace = computed((): Workspace => ({ ...workspace.value, ...names.value }));

/** The same without rules. */
export const namedSettings = computed((): Workspace => ({ ...settings.value, ...names.value }));

const names = computed((): Pick<Workspace, (typeof namedLists)[number]> => {
  const { accounts = [], calendars = [], fields = [] } = settings.value;
  const [noAccounts = [], noCalendars = [], noFields = []] = broken.value.map((items) =>
    items.map((item) => {
      const id = textOf(member(item, "id"));
      return { id, name: textOf(member(item, "name")) || id };
    }),
  );
  return {
    accounts: [...accounts, ...noAccounts],
    calendars: [...calendars, ...noCalendars.map((each) => ({ ...each, timeZone: "UTC", weekly: {} }))],
    fields: [...fields, ...noFields.map((each) => ({ ...each, type: "text" as const }))],
  };
});

/** For each item of the lists of `workspace`, its place in the document's list. */
export const listPlaces = computed((): ListPlaces => usable.value.places);

type ListPlaces = { readonly [List in "accounts" | "calendars" | "fields"]: readonly number[] };

const usable = computed((): { workspace: Workspace; places: ListPlaces } => {
  const source = frame.value;
  const timeZone = textOf(source.timeZone);
  const zone = Workspace.safeParse({ schemaVersion: 1, timeZone, rules: [] }).success ? timeZone : "UTC";
  const accounts = valid(Account, source.accounts);
  const calendars = valid(Calendar, source.calendars);
  const fields = valid(Field, source.fields);
  return {
    workspace: {
      schemaVersion: 1,
      timeZone: zone,
      accounts: accounts.items,
      calendars: calendars.items,
      fields: fields.items,
      integrations: validIntegrations(source.integrations),
      rules: [],
    },
    places: { accounts: accounts.places, calendars: calendars.places, fields: fields.places },
  };
});

interface Schema<Item> {
  safeParse(value: unknown): { success: true; data: Item } | { success: false };
}

/** The items of a list that are valid and whose id is not taken, and their places in it. */
function valid<Item extends { id: string }>(
  schema: Schema<Item>,
  list: Json | undefined,
): { items: Item[]; places: number[] } {
  const seen = new Set<string>();
  const items: Item[] = [];
  const places: number[] = [];
  for (const [place, item] of listOf(list).entries()) {
    const parsed = schema.safeParse(item);
    if (!parsed.success || seen.has(parsed.data.id)) continue;
    seen.add(parsed.data.id);
    items.push(parsed.data);
    places.push(place);
  }
  return { items, places };
}

function validIntegrations(written: Json | undefined): Integrations {
  if (!isObject(written)) return {};
  return Object.fromEntries(
    Object.entries(written).filter(([name, own]) => Integrations.safeParse({ [name]: own }).success),
  ) as Integrations;
}
