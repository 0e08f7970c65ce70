/** A decision with all that is needed to check it later, as plain JSON. */
import * as z from "zod";
import type { Decision, Effect, SuppressionReason } from "./decision.ts";
import { dictionary, exact, expecting, Id, list, literal, nonEmpty, oneOf, whole } from "./schema.ts";
import { TimeZone } from "./time/calendar.ts";

/** The version of the format of records. */
export const RECORD_FORMAT = 1;

/** A fact of an event that rules may ask for. */
export type FactName = (typeof FACT_NAMES)[number];

/** Every fact that rules may ask for, by the names of `docs/semantics.md`. */
export const FACT_NAMES = [
  "ticket.account",
  "ticket.customer",
  "ticket.assignee",
  "ticket.attended",
  "ticket.activeBot",
  "ticket.classification",
  "changes.classification",
  "message.text",
  "message.direction",
  "message.author",
  "surveys",
  "cause",
] as const;

/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One fact as it was. Of the classification, and of its changes, each field by itself. */
export type RecordedFact = { fact: FactName; field?: string | undefined } & (
  | { state: "known"; value: Json }
  /** The host did not say. */
  | { state: "notSupplied" }
  /** Kept out of the record: the hash tells whether another event has the same, and `length` how long it was. */
  | { state: "redacted"; hash: string; length: number }
);

/** One decision and what it was made from. Holds no secret and no rule. */
export interface DecisionRecord {
  /** The version of this format. */
  formatVersion: 1;
  /** The version of ticket-rules that decided. */
  library: string;
  /** The version of the format of the workspace document. */
  schemaVersion: 1;
  /** @see ruleSetHash */
  ruleSetHash: string;
  /**
   * For each time zone of the workspace, its offset from UTC at the event, in minutes: all that decisions ever ask of
   * the zone data.
   */
  zones: Record<string, number>;
  /** The version of the zone data, if the host told: `process.versions.tz` in Node. */
  zoneData?: string | undefined;
  /** The id of the ticket. */
  ticket: string;
  /** What the rules that run ask for, whether it mattered or not. */
  facts: RecordedFact[];
  decision: Decision;
}

/** Every reason: one that is forgotten does not compile. */
const SUPPRESSION_REASONS: { readonly [Reason in SuppressionReason]: Reason } = {
  alreadyActive: "alreadyActive",
  otherBotActive: "otherBotActive",
  botInactive: "botInactive",
  botUnknown: "botUnknown",
  noActiveBot: "noActiveBot",
  conflict: "conflict",
  spamThreshold: "spamThreshold",
  customerUnknown: "customerUnknown",
};

/** @see DecisionRecord */
export const DecisionRecord: z.ZodType<DecisionRecord, DecisionRecord> = /* @__PURE__ */ recordSchema();

/** In one function that bundlers can leave out: nothing else needs a schema of decisions. */
function recordSchema(): z.ZodType<DecisionRecord, DecisionRecord> {
  const text = z.string({ error: expecting("text") });
  const number = z.number({ error: expecting({ en: "a number", es: "un número" }) });
  const fact = { fact: oneOf({ en: "fact", es: "dato desconocido" }, FACT_NAMES), field: text.optional() };
  const cause = exact({ rules: list("ruleIds", text), depth: number });
  const head = exact({ id: Id, type: Id, at: text });
  const effect = { key: text, ticket: text, rules: list("ruleIds", text), event: head, cause };
  const effects: z.ZodType<Effect, Effect> = z.discriminatedUnion(
    "type",
    [
      exact({ ...effect, type: literal("activateBot"), bot: text }),
      exact({ ...effect, type: literal("terminateBot"), bot: text.nullable() }),
      exact({
        ...effect,
        type: literal("sendSurvey"),
        survey: number,
        customer: text.nullable(),
        executeAt: text,
        spamThresholdDays: number,
        cancelOn: z.tuple([literal("ticket.reopened")]),
      }),
      exact({ ...effect, type: literal("enableManualSurvey") }),
      exact({ ...effect, type: literal("notify") }),
    ],
    { error: expecting({ en: "an effect", es: "un efecto" }) },
  );
  const rule = { rule: text };
  return exact({
    formatVersion: literal(RECORD_FORMAT),
    library: nonEmpty({ en: "a version", es: "una versión" }),
    schemaVersion: literal(1),
    ruleSetHash: nonEmpty({ en: "a hash", es: "un hash" }),
    zones: dictionary({ en: "time zones and minutes", es: "zonas horarias y minutos" }, TimeZone, number),
    zoneData: text.optional(),
    ticket: Id,
    facts: list(
      { en: "facts", es: "datos" },
      z.discriminatedUnion(
        "state",
        [
          exact({
            ...fact,
            state: literal("known"),
            value: z.json({ error: expecting({ en: "JSON", es: "JSON" }) }),
          }),
          exact({ ...fact, state: literal("notSupplied") }),
          exact({
            ...fact,
            state: literal("redacted"),
            hash: text,
            length: whole({ en: "a length", es: "un largo" }, 0, 2 ** 31),
          }),
        ],
        {
          error: expecting({
            en: "a fact: known, notSupplied or redacted",
            es: "un dato: known, notSupplied o redacted",
          }),
        },
      ),
    ),
    decision: exact({
      event: head,
      fired: list("ruleIds", text),
      effects: list({ en: "effects", es: "efectos" }, effects),
      suppressed: list(
        { en: "suppressed actions", es: "acciones suprimidas" },
        exact({
          ...rule,
          action: text,
          reason: z.enum(SUPPRESSION_REASONS, { error: expecting({ en: "a reason", es: "un motivo" }) }),
        }),
      ),
      indeterminate: list(
        { en: "indeterminate rules", es: "reglas indeterminadas" },
        exact({ ...rule, missing: list({ en: "names of facts", es: "nombres de datos" }, text) }),
      ),
      skipped: list(
        { en: "skipped rules", es: "reglas omitidas" },
        exact({ ...rule, reason: oneOf({ en: "reason", es: "motivo desconocido" }, ["loop", "depth"]) }),
      ),
    }),
  });
}
