/** What of a stored document can be looked at, and what cannot: as `compile` loads it. */
import { kindOf } from "../../conditions/node.ts";
import type { Condition } from "../../conditions/tree.ts";
import { describeIssue } from "../../describeIssue.ts";
import type { Issue } from "../../issues/define.ts";
import { type LoadedWorkspace, loadWorkspace } from "../../load.ts";
import type { Rule } from "../../rule.ts";
import { isRecord } from "../../schema.ts";
import type { Workspace } from "../../workspace.ts";
import type { DocumentPath, Finding, Texts } from "../findings.ts";
import { isGroup } from "./junction.ts";
import { both, quoted } from "./wording.ts";

/** The part of a document that checks look at. */
export interface Usable {
  readonly workspace: Workspace;
  /** Where a part of it stands in the document. */
  place(path: DocumentPath): DocumentPath;
  /** What could not be looked at, and why. */
  readonly left: readonly Pick<Finding, "path" | "texts">[];
}

/** @throws TypeError for what is no workspace document at all. */
export function usableOf(document: unknown): Usable {
  if (!isRecord(document) || !Array.isArray(document.rules)) {
    throw new TypeError("not a workspace document: expected an object with a list of rules");
  }
  const loaded = loadWorkspace(document, Number.POSITIVE_INFINITY);
  if (loaded.issues.length === 0 && loaded.rules.every((each) => "rule" in each)) {
    // Nothing was left out, so that it is what its schema says.
    return { workspace: document as unknown as Workspace, place: (path) => path, left: [] };
  }
  return usablePart(document, loaded);
}

const LISTS = ["accounts", "calendars", "fields", "rules"] as const;

function usablePart(document: Record<string, unknown>, loaded: LoadedWorkspace): Usable {
  const { timeZone = "UTC", accounts, calendars, fields, integrations } = loaded;
  const spoiled = spoiledIn(document, loaded);
  const kept = loaded.rules.flatMap((each) =>
    "rule" in each && !dependsOn(each.rule, spoiled) ? [each] : [],
  );
  const known = new Set(calendars.map(({ id }) => id));
  const workspace: Workspace = {
    schemaVersion: 1,
    timeZone,
    accounts: accounts.map(({ id, calendar }) => ({
      ...{ id, name: nameOf(document.accounts, id) },
      ...(calendar === undefined || (spoiled.hasTime && !known.has(calendar)) ? {} : { calendar }),
    })),
    calendars: [...calendars],
    fields: [...fields],
    integrations: { ...integrations },
    rules: kept.map(({ rule }) => rule),
  };
  const places: { readonly [Key in (typeof LISTS)[number]]: readonly number[] } = {
    accounts: placesOf(document.accounts, accounts),
    calendars: placesOf(document.calendars, calendars),
    fields: placesOf(document.fields, fields),
    rules: kept.map(({ index }) => index),
  };
  return {
    workspace,
    place([list, at, ...rest]) {
      const key = LISTS.find((each) => each === list);
      if (key === undefined || typeof at !== "number")
        return [list, at, ...rest].filter((each) => each !== undefined);
      return [key, places[key][at] ?? at, ...rest];
    },
    left: [
      ...loaded.issues.map((issue) => ({ path: issue.path, texts: issueTexts(issue) })),
      ...rulesLeft(document.rules, loaded, spoiled),
    ],
  };
}

/** What is in the document and cannot be read: conditions on it have no answer that could be told. */
interface Spoiled {
  readonly fields: ReadonlySet<string>;
  readonly bots: ReadonlySet<string>;
  readonly hasFields: boolean;
  readonly hasAccounts: boolean;
  /** A calendar, or the time zone. */
  readonly hasTime: boolean;
}

function spoiledIn(document: Record<string, unknown>, loaded: LoadedWorkspace): Spoiled {
  const { calendars, integrations, spoiledFields, spoiledLists, timeZone } = loaded;
  const { calendars: written, integrations: settings } = document;
  const botcenter = isRecord(settings) ? settings.botcenter : undefined;
  const bots = new Set(idsIn(isRecord(botcenter) ? botcenter.bots : undefined));
  for (const { id } of integrations.botcenter?.bots ?? []) bots.delete(id);
  const isList = written === undefined || Array.isArray(written);
  return {
    fields: spoiledFields,
    bots,
    hasFields: spoiledLists.has("fields"),
    hasAccounts: spoiledLists.has("accounts"),
    hasTime: timeZone === undefined || !isList || (written ?? []).length > calendars.length,
  };
}

/** Whether something that the rule refers to cannot be read. */
function dependsOn({ conditions, actions }: Rule, spoiled: Spoiled): boolean {
  return (
    conditions.some((condition) => leansOn(condition, spoiled)) ||
    actions.some((action) => action.type === "activateBot" && spoiled.bots.has(action.bot))
  );
}

function leansOn(condition: Condition, spoiled: Spoiled): boolean {
  if (isGroup(condition)) return condition.conditions.some((each) => leansOn(each, spoiled));
  const { fact } = kindOf(condition).reads(condition);
  if (condition.type === "classification") return spoiled.hasFields || spoiled.fields.has(condition.field);
  if (condition.type === "account") return spoiled.hasAccounts;
  return fact === "time" && (spoiled.hasTime || spoiled.hasAccounts);
}

function* rulesLeft(
  written: unknown,
  { rules }: LoadedWorkspace,
  spoiled: Spoiled,
): Iterable<Pick<Finding, "path" | "texts">> {
  for (const each of rules) {
    const path: DocumentPath = ["rules", each.index];
    if ("rule" in each) {
      if (!dependsOn(each.rule, spoiled)) continue;
      const name = quoted(each.rule.name);
      yield {
        path,
        texts: {
          es: `No se revisó la regla ${name}: se refiere a una parte del documento que no es válida.`,
          en: `Rule ${name} was not looked at: it refers to a part of the document that is not valid.`,
        },
      };
      continue;
    }
    const name = quoted(nameAt(written, each.index) ?? each.id ?? String(each.index + 1));
    for (const issue of each.issues) {
      // Told once, of the document.
      if (issue.code !== "otherSchemaVersion")
        yield { path: [...path, ...issue.path], texts: ruleTexts(name, issue) };
    }
  }
}

function ruleTexts(name: string, { path, ...issue }: Issue): Texts {
  const at = path.length === 0 ? "" : ` \`${path.join(".")}\``;
  const { es, en } = both((locale) => describeIssue(issue, { locale }));
  return {
    es: `No se revisó la regla ${name}${at === "" ? ":" : `. En${at}:`} ${es}.`,
    en: `Rule ${name} was not looked at${at === "" ? ":" : `. In${at}:`} ${en}.`,
  };
}

function issueTexts(issue: Issue): Texts {
  const { es, en } = both((locale) => describeIssue(issue, { locale }));
  return {
    es: `El documento no es válido aquí, y lo que depende de ello no se revisó: ${es}.`,
    en: `The document is not valid here, and what depends on it was not looked at: ${en}.`,
  };
}

/** The places in a list of the items that were loaded from it: the first of each id. */
function placesOf(list: unknown, items: readonly { readonly id: string }[]): number[] {
  const first = new Map<unknown, number>();
  for (const [at, item] of (Array.isArray(list) ? list : []).entries()) {
    const id: unknown = isRecord(item) ? item.id : undefined;
    if (!first.has(id)) first.set(id, at);
  }
  return items.map(({ id }) => first.get(id) ?? 0);
}

function nameOf(list: unknown, id: string): string {
  const at = (Array.isArray(list) ? list : []).findIndex((each) => isRecord(each) && each.id === id);
  return nameAt(list, at) ?? id;
}

function nameAt(list: unknown, at: number): string | undefined {
  const item: unknown = Array.isArray(list) ? list[at] : undefined;
  const name = isRecord(item) ? item.name : undefined;
  return typeof name === "string" && name.trim() !== "" ? name : undefined;
}

function idsIn(list: unknown): string[] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown) =>
    isRecord(item) && typeof item.id === "string" ? [item.id] : [],
  );
}
