/** The JSON Schema of the workspace document, as the package ships it. */
import type * as z from "zod";
import { Account } from "../account.ts";
import { LocalDate } from "../conditions/dateRange.ts";
import { leafTypes } from "../conditions/index.ts";
import { Operator } from "../conditions/tree.ts";
import { Field, FieldOption } from "../field.ts";
import { integrationKinds } from "../integrations/index.ts";
import { MAX_LEAVES } from "../rule.ts";
import { Id, Name } from "../schema.ts";
import { Calendar, EndTime, OpenInterval, StartTime, TimeZone } from "../time/calendar.ts";
import { Integrations, SCHEMA_VERSION, Workspace } from "../workspace.ts";
import { generate, type JsonSchema, type Named, type Place } from "./generate.ts";
import { DATE, FLAGS, HOURS, HTTPS_URL, MONTH_DAY, NO_FLAGS, NOT_BLANK, ZONE } from "./patterns.ts";
import { objectTexts, valueTexts } from "./texts.ts";

/** The JSON Schema of `Workspace`. */
export function workspaceJsonSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:ticket-rules:workspace:${SCHEMA_VERSION}`,
    ...generate(Workspace, "workspace", {
      names,
      unionAt,
      optionAt,
      objects: objectTexts,
      values: valueTexts,
      said,
    }),
  };
}

const integrations = Object.entries(integrationKinds);

const names = new Map<z.core.$ZodType, string>([
  [Id, "id"],
  [Name, "name"],
  [TimeZone, "timeZone"],
  [StartTime, "startTime"],
  [EndTime, "endTime"],
  [OpenInterval, "interval"],
  [LocalDate, "date"],
  [Operator, "operator"],
  [Account, "account"],
  [Calendar, "calendar"],
  [Field, "field"],
  [FieldOption, "fieldOption"],
  [Integrations, "integrations"],
  ...integrations.map(([name, { settings }]): [z.core.$ZodType, string] => [settings, `${name}Settings`]),
]);

/** `rule`; the actions of an integration; conditions in no group, in one, in two, … */
function unionAt({ owner = "", level }: Place, tags: readonly string[]): Named {
  const has = (wanted: readonly string[]) => wanted.every((tag) => tags.includes(tag));
  if (has(Object.keys(integrationKinds))) return { own: "rule", like: "rule" };
  if (!leafTypes.some((type) => tags.includes(type))) return { own: `${owner}Action`, like: "action" };
  const depth = level === 0 ? "" : `InGroup${level}`;
  return { own: `${has(leafTypes) ? "condition" : `${owner}Condition`}${depth}`, like: "condition" };
}

function optionAt({ owner = "", level }: Place, union: Named, tag: string): Named {
  if (union.like === "rule") return { own: `${tag}Rule`, like: `${tag}Rule` };
  if (union.like === "action") return { own: `${tag}Action`, like: `${tag}Action` };
  if (tag !== "group") return { own: `${tag}Condition`, like: `${tag}Condition` };
  return {
    own: `${union.own.startsWith("condition") ? "group" : `${owner}Group`}${level + 1}`,
    like: "groupCondition",
  };
}

/** What is checked by code, as far as JSON Schema can say it. The rest is listed, by code, in the test of agreement. */
const said: { readonly [place: string]: JsonSchema } = {
  name: { pattern: NOT_BLANK },
  timeZone: {
    pattern: ZONE,
    examples: ["America/Santiago", "America/Bogota", "America/Mexico_City", "UTC"],
  },
  startTime: { pattern: `^${HOURS}$`, examples: ["09:00"] },
  endTime: { pattern: `^(?:${HOURS}|24:00)$`, examples: ["18:00"] },
  interval: { examples: [["09:00", "18:00"]] },
  date: { pattern: `^${DATE}$`, examples: ["2026-12-25"] },
  field: {
    if: { properties: { type: { enum: ["select", "multi"] } }, required: ["type"] },
    else: { properties: { options: false } },
  },
  "calendar.weekly": {},
  "calendar.exceptions{key}": { pattern: `^(?:${DATE}|${MONTH_DAY})$` },
  "calendar.exceptions{}": {},
  botcenterSettings: {},
  "webhookSettings.url": {
    pattern: HTTPS_URL,
    examples: ["https://example.com/hook"],
  },
  dateRangeCondition: {
    anyOf: ["from", "to"].map((end) => ({ properties: { [end]: true }, required: [end] })),
  },
  timeRangeCondition: {},
  "messageContainsCondition.words": {},
  messageMatchesCondition: {},
  "messageMatchesCondition.flags": { pattern: FLAGS, not: { pattern: NO_FLAGS } },
  // Every item is one leaf at least.
  "groupCondition.conditions": { maxItems: MAX_LEAVES },
  ...Object.fromEntries(integrations.map(([name]) => [`${name}Rule.conditions`, { maxItems: MAX_LEAVES }])),
  "workspace.rules[]": {},
  workspace: { allOf: integrations.map(([name]) => needsSettings(name)) },
};

/** A rule of an integration needs its settings. */
function needsSettings(name: string): JsonSchema {
  const ruleOfIt = {
    type: "object",
    properties: { integration: { const: name } },
    required: ["integration"],
  };
  return {
    if: { properties: { rules: { type: "array", contains: ruleOfIt } }, required: ["rules"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: {
      properties: { integrations: { type: "object", properties: { [name]: true }, required: [name] } },
      required: ["integrations"],
    },
  };
}
