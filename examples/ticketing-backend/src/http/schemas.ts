/** The schemas of what goes over HTTP: the library's own, and those of this service's answers. */
import eventSchema from "ticket-rules/ticket-event.schema.json" with { type: "json" };
import workspaceSchema from "ticket-rules/workspace.schema.json" with { type: "json" };

type Schema = Record<string, unknown>;

const text = { type: "string" };
const instant = { type: "string", format: "date-time" };
const path = { type: "array", items: { type: ["string", "integer"] } };
const open = { type: "object", additionalProperties: true };
const listOf = (items: Schema) => ({ type: "array", items });
const object = (properties: Record<string, Schema>, optional: string[] = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
const local = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const SECRETS = new Set(["apiToken", "secret"]);
const WRITE_ONLY = {
  type: ["string", "null"],
  writeOnly: true,
  description: "Never read back. Left out: stays as it is stored. Null: is taken away",
};

const own = {
  Decision: {
    description: "What is to be done: docs/events.md of ticket-rules has it key by key.",
    ...object({
      event: object({ id: text, type: text, at: instant }),
      fired: listOf(text),
      effects: listOf(open),
      suppressed: listOf(open),
      indeterminate: listOf(open),
      skipped: listOf(open),
    }),
  },
  EventAnswer: object({
    event: text,
    workspaceVersion: { type: "integer" },
    decision: local("Decision"),
    assignedTo: { type: ["string", "null"], description: "The agent whom automatic assignment chose" },
  }),
  ChatwootAnswer: object({ event: text, fired: listOf(text), effects: listOf(text) }),
  SaveAnswer: object({
    version: { type: "integer" },
    findings: {
      description: "Likely mistakes; null when they could not be told in time",
      type: ["array", "null"],
      items: object({ code: text, severity: text, path, message: text, suggest: listOf(open) }, ["suggest"]),
    },
  }),
  Rules: object({ rules: listOf(local("Rule")) }),
  RuleOrder: object({
    order: { ...listOf(text), description: "The ids of all rules, the first in priority first" },
  }),
  Versions: object({ versions: listOf(object({ version: { type: "integer" }, savedAt: instant })) }),
  StoredDecision: object({
    event: text,
    ticket: text,
    workspaceVersion: { type: "integer" },
    record: { ...open, description: "The decision with all it was made from: `record` of ticket-rules" },
    assignedTo: { type: ["string", "null"] },
    decidedAt: instant,
    effects: listOf(
      object({
        key: text,
        type: text,
        status: { enum: ["pending", "done", "cancelled", "dead"] },
        reason: { type: ["string", "null"] },
        attempts: { type: "integer" },
        executeAt: instant,
        finishedAt: { type: ["string", "null"], format: "date-time" },
      }),
    ),
  }),
  Verification: object({ status: { enum: ["holds", "differs", "unknown"] } }),
  Ticket: object({
    id: text,
    account: { type: ["string", "null"] },
    customer: { type: ["string", "null"] },
    status: { type: ["string", "null"] },
    assignee: { type: ["object", "null"] },
    activeBot: { type: ["string", "null"] },
    lastEventAt: instant,
    decisions: listOf(object({ event: text, type: text, at: instant, fired: listOf(text) })),
  }),
  DeadEffects: object({
    effects: listOf(
      object({
        id: text,
        key: text,
        type: text,
        event: text,
        ticket: text,
        reason: { type: ["string", "null"] },
        attempts: { type: "integer" },
        finishedAt: instant,
      }),
    ),
  }),
  Problem: {
    description: "RFC 9457",
    ...object(
      {
        type: text,
        title: text,
        status: { type: "integer" },
        detail: text,
        issues: listOf(object({ code: text, path, message: text, params: open })),
        moreIssues: { type: "integer" },
      },
      ["detail", "issues", "moreIssues"],
    ),
  },
};

const published = {
  ...hoisted("Workspace", workspaceSchema),
  ...hoisted("TicketEvent", eventSchema),
};

export type SchemaName = keyof typeof own | "Workspace" | "TicketEvent" | "Rule";

export const components: Record<string, Schema> = { ...published, ...own };

/** A schema and its parts as components: `#/$defs/rule` becomes `#/components/schemas/Rule`. */
function hoisted(name: string, { $schema: _, $id: __, $defs, ...schema }: Schema): Record<string, Schema> {
  const parts = Object.entries($defs ?? {}).map(([part, value]) => [capitalized(part), value] as const);
  return Object.fromEntries(
    [[name, schema], ...parts].map(([key, value]) => [key, adapted(value) as Schema]),
  );
}

/** References that point into the components; secrets that are written and not read. */
function adapted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => {
    if (key === "$ref" && typeof member === "string")
      return [key, `#/components/schemas/${capitalized(member.slice(8))}`];
    if (key === "required" && Array.isArray(member))
      return [key, member.filter((name) => !SECRETS.has(name))];
    if (SECRETS.has(key) && typeof member === "object") return [key, { ...member, ...WRITE_ONLY }];
    return [key, adapted(member)];
  });
  return Object.fromEntries(entries);
}

function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
