/** All that is configured (spec §2). */
import * as z from "zod";
import { Account } from "./account.ts";
import type { Extensions } from "./extensions.ts";
import { Field, repeated } from "./field.ts";
import { type Integrations as IntegrationSettings, integrationKinds } from "./integrations/index.ts";
import { short } from "./issues/define.ts";
import { telling, tells, told, toldAt } from "./issues/tell.ts";
import { Rule } from "./rule.ts";
import { exact, isRecord, list } from "./schema.ts";
import { Calendar, TimeZone } from "./time/calendar.ts";

/** The stored document. What is stored is what runs: nothing is defaulted, coerced or transformed. */
export interface Workspace extends Extensions {
  /** The version of the format. */
  schemaVersion: 1;
  /** The zone of accounts without a calendar. */
  timeZone: string;
  accounts?: Account[] | undefined;
  calendars?: Calendar[] | undefined;
  fields?: Field[] | undefined;
  integrations?: Integrations | undefined;
  /** In order of priority: first in the list first. At most 10,000. */
  rules: Rule[];
}

/** The settings of the integrations that are installed. */
export interface Integrations extends IntegrationSettings, Extensions {}

/** How many rules a document may have. */
export const MAX_RULES = 10_000;

/** @see Integrations */
export const Integrations: z.ZodType<Integrations, Integrations> = exact({
  botcenter: integrationKinds.botcenter.settings.optional(),
  timepoints: integrationKinds.timepoints.settings.optional(),
  webhook: integrationKinds.webhook.settings.optional(),
});

/** The version of the format that this version of the library reads. */
export const SCHEMA_VERSION = 1;

/** All of the document but its rules. */
export const workspaceShape = {
  schemaVersion: z.literal(SCHEMA_VERSION, {
    error: telling(({ input }) =>
      input === undefined
        ? told("missing", { expected: { oneOf: [String(SCHEMA_VERSION)] } })
        : told("unknownSchemaVersion", { value: short(input), expected: SCHEMA_VERSION }),
    ),
  }),
  timeZone: TimeZone,
  accounts: list("accounts", Account).optional(),
  calendars: list("calendars", Calendar).optional(),
  fields: list("fields", Field).optional(),
  integrations: Integrations.optional(),
};

/** @see Workspace. Refuses the whole document with every issue and its path. */
export const Workspace: z.ZodType<Workspace, Workspace> = exact({
  ...workspaceShape,
  rules: list("rules", Rule).max(MAX_RULES, { error: tells("tooMany", { of: "rules", most: MAX_RULES }) }),
}).superRefine(
  (document, context) => {
    for (const issue of crossIssues(document)) context.addIssue(issue);
  },
  // Beside whatever else is wrong, so that all of it is told at once.
  { when: () => true },
);

/** What is wrong between the parts of a document: ids used twice, rules of integrations that are not there. */
function crossIssues(document: unknown): ReturnType<typeof toldAt>[] {
  if (!isRecord(document)) return [];
  const lists = ["accounts", "calendars", "fields", "rules"].flatMap((key) => {
    const items = document[key];
    if (!Array.isArray(items)) return [];
    return [...repeated(items)].map(([at, id]) => toldAt([key, at, "id"], "duplicateId", { id: short(id) }));
  });
  const { rules, integrations } = document;
  const orphans = Array.isArray(rules)
    ? rules.flatMap((rule: unknown, at) => {
        const integration = absentIntegration(rule, integrations);
        if (integration === undefined) return [];
        return [toldAt(["rules", at, "integration"], "absentIntegration", { integration })];
      })
    : [];
  return [...lists, ...orphans];
}

/** The integration of a rule if it is known, but not in the document. */
export function absentIntegration(rule: unknown, integrations: unknown): string | undefined {
  const name = isRecord(rule) ? rule.integration : undefined;
  if (typeof name !== "string" || !Object.hasOwn(integrationKinds, name)) return undefined;
  const installed =
    isRecord(integrations) && Object.hasOwn(integrations, name) && integrations[name] !== undefined;
  return installed ? undefined : name;
}
