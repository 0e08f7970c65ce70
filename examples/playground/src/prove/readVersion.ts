/** All of a document that is valid, as a workspace to ask about. */
import { Account, Calendar, Field, Integrations, type Rule, Workspace } from "ticket-rules";
import { isObject, type Json, type JsonObject, listOf, textOf } from "../state/json.ts";
import { validRule } from "../state/loaded.ts";
import type { PartName } from "./baseline.ts";

/** A version, and what of it is not valid: it counts as not there. */
export interface Version {
  readonly workspace: Workspace;
  /** How many rules are left out. */
  readonly leftOut: number;
  /** Other parts of which something is left out. */
  readonly spoiled: readonly PartName[];
}

/** Reads a version of the document, however it is written. Both sides of a comparison are read alike. */
export function readVersion(document: JsonObject): Version {
  const timeZone = textOf(document.timeZone);
  const isZone = Workspace.safeParse({ schemaVersion: 1, timeZone, rules: [] }).success;
  const accounts = validItems(Account, document.accounts);
  const calendars = validItems(Calendar, document.calendars);
  const fields = validItems(Field, document.fields);
  const integrations = validIntegrations(document.integrations);
  const rules = validRules(document.rules, integrations);
  const whole = {
    timeZone: isZone,
    accounts: accounts.length === sizeOf(document.accounts),
    calendars: calendars.length === sizeOf(document.calendars),
    fields: fields.length === sizeOf(document.fields),
    integrations: Object.keys(integrations).length === sizeOf(document.integrations),
  };
  return {
    workspace: {
      schemaVersion: 1,
      timeZone: isZone ? timeZone : "UTC",
      accounts,
      calendars,
      fields,
      integrations,
      rules,
    },
    leftOut: listOf(document.rules).length - rules.length,
    spoiled: PARTS.filter((part) => !whole[part]),
  };
}

const PARTS = ["timeZone", "accounts", "calendars", "fields", "integrations"] as const;

/** How many there would be if all were valid. */
function sizeOf(written: Json | undefined): number {
  if (Array.isArray(written)) return written.length;
  if (isObject(written)) return Object.keys(written).length;
  return written === undefined ? 0 : -1;
}

interface Schema<Item> {
  safeParse(value: unknown): { success: true; data: Item } | { success: false };
}

function validItems<Item extends { id: string }>(schema: Schema<Item>, list: Json | undefined): Item[] {
  const items = new Map<string, Item>();
  for (const written of listOf(list)) {
    const parsed = schema.safeParse(written);
    if (parsed.success && !items.has(parsed.data.id)) items.set(parsed.data.id, parsed.data);
  }
  return [...items.values()];
}

function validRules(list: Json | undefined, integrations: Integrations): Rule[] {
  const rules = new Map<string, Rule>();
  for (const written of listOf(list)) {
    const rule = validRule(written);
    if (rule === undefined || rules.has(rule.id) || !Object.hasOwn(integrations, rule.integration)) continue;
    rules.set(rule.id, rule);
  }
  return [...rules.values()];
}

function validIntegrations(written: Json | undefined): Integrations {
  if (!isObject(written)) return {};
  return Object.fromEntries(
    Object.entries(written).filter(([name, own]) => Integrations.safeParse({ [name]: own }).success),
  );
}
