/** What must come of an event. Every part may be absent, one must be there. */
import * as z from "zod";
import type { SuppressionReason } from "../../decision.ts";
import type { Extensions } from "../../extensions.ts";
import { short } from "../../issues/define.ts";
import { telling, tells, told, toldAt } from "../../issues/tell.ts";
import {
  dictionary,
  exact,
  expecting,
  Id,
  isRecord,
  list,
  literal,
  nonEmpty,
  notAs,
  oneOf,
  whole,
} from "../../schema.ts";
import { type Instant, parseInstant } from "../../time/instant.ts";
import type { Outcome, SkipReason } from "../../trace.ts";

/** What must come of an event. What is absent is not looked at. */
export interface Expectation extends Extensions {
  /** The ids of all rules that fire, in order, and no others. */
  fired?: string[] | undefined;
  /** How single rules fare, by their ids. */
  outcomes?: Record<string, ExpectedOutcome> | undefined;
  /** All effects, in order, and no others; of each what is said. */
  effects?: ExpectedEffect[] | undefined;
  /** All actions of fired rules that led to no effect, in order, and no others; of each what is said. */
  suppressed?: ExpectedSuppression[] | undefined;
}

/** An outcome, or an outcome and why. */
export type ExpectedOutcome =
  | Outcome
  | ({
      outcome: Outcome;
      /** Of `skipped` rules. */
      reason?: SkipReason | undefined;
      /** Of `indeterminate` rules: the facts that are missing, all of them, in any order. */
      missing?: string[] | undefined;
    } & Extensions);

/** An effect of this type, with what else is said of it. `executeAt` compares as an instant. */
export type ExpectedEffect = ExpectedOfAny &
  (
    | { type: "activateBot"; bot?: string | undefined }
    | { type: "terminateBot"; bot?: string | null | undefined }
    | {
        type: "sendSurvey";
        survey?: number | undefined;
        customer?: string | null | undefined;
        executeAt?: Instant | undefined;
        spamThresholdDays?: number | undefined;
      }
    | { type: "enableManualSurvey" }
    | { type: "notify" }
  );

/** What may be said of any effect. */
export interface ExpectedOfAny extends Extensions {
  /** The ids of the rules that ask for it. */
  rules?: string[] | undefined;
  /** The id of the ticket. */
  ticket?: string | undefined;
  key?: string | undefined;
  cause?: ({ rules?: string[] | undefined; depth?: number | undefined } & Extensions) | undefined;
}

/** A suppressed action, with what is said of it. */
export interface ExpectedSuppression extends Extensions {
  rule: string;
  /** The type of the action. */
  action?: string | undefined;
  reason?: SuppressionReason | undefined;
}

const OUTCOMES = ["fired", "notFired", "indeterminate", "skipped", "invalid"] as const;

const SKIP_REASONS = [
  "ruleInactive",
  "integrationDisabled",
  "integrationInactive",
  "stopped",
  "loop",
  "depth",
] as const;

const SUPPRESSION_REASONS = [
  "alreadyActive",
  "otherBotActive",
  "botInactive",
  "botUnknown",
  "noActiveBot",
  "conflict",
  "spamThreshold",
  "customerUnknown",
] as const;

const Named = oneOf({ en: "outcome", es: "resultado desconocido" }, OUTCOMES);

const Reasoned = exact({
  outcome: Named,
  reason: oneOf({ en: "reason", es: "motivo desconocido" }, SKIP_REASONS).optional(),
  missing: list({ en: "facts", es: "datos" }, nonEmpty({ en: "a fact", es: "un dato" })).optional(),
}).superRefine(({ outcome, reason, missing }, context) => {
  const wrong = (key: string, of: string) => {
    const message = { en: `only ${of} rules have this`, es: `esto es solo de reglas ${of}` };
    context.addIssue(toldAt([key], "other", { message }));
  };
  if (reason !== undefined && outcome !== "skipped") wrong("reason", "skipped");
  if (missing !== undefined && outcome !== "indeterminate") wrong("missing", "indeterminate");
});

/** Of the form that was written, its issues: a union would say no more than "invalid input". */
const ExpectedOutcome: z.ZodType<ExpectedOutcome, ExpectedOutcome> = z
  .custom<ExpectedOutcome>()
  .superRefine((value, context) => {
    const form: z.ZodType = isRecord(value) ? Reasoned : Named;
    for (const issue of form.safeParse(value).error?.issues ?? []) {
      context.addIssue({ ...issue, code: "custom" });
    }
  });

const At = z.custom<Instant>((value) => parseInstant(value) !== undefined, {
  error: tells("notAnInstant", {}),
});

const Text = z.string({ error: expecting("text") });

/** What may be said of any effect. */
const common = {
  rules: list("ruleIds", Id).optional(),
  ticket: Text.optional(),
  key: Text.optional(),
  cause: exact({
    rules: list("ruleIds", Id).optional(),
    depth: whole("depth", 0, Number.MAX_SAFE_INTEGER).optional(),
  }).optional(),
};

const effects = [
  exact({ type: literal("activateBot"), bot: Id.optional(), ...common }),
  exact({ type: literal("terminateBot"), bot: Id.nullable().optional(), ...common }),
  exact({
    type: literal("sendSurvey"),
    survey: whole("survey", 1, Number.MAX_SAFE_INTEGER).optional(),
    customer: Text.nullable().optional(),
    executeAt: At.optional(),
    spamThresholdDays: whole("days", 0, Number.MAX_SAFE_INTEGER).optional(),
    ...common,
  }),
  exact({ type: literal("enableManualSurvey"), ...common }),
  exact({ type: literal("notify"), ...common }),
] as const;

const EFFECT_TYPES = ["activateBot", "terminateBot", "sendSurvey", "enableManualSurvey", "notify"] as const;

const ExpectedEffect = z.discriminatedUnion("type", effects, {
  error: telling(({ code, input }) => {
    if (code !== "invalid_union" || !isRecord(input))
      return notAs({ en: "an effect", es: "un efecto" }, { input });
    if (input.type === undefined) return told("missing", { expected: { oneOf: EFFECT_TYPES } });
    const of = { en: "effect", es: "efecto desconocido" };
    return told("unknownWord", { of, value: short(input.type), expected: EFFECT_TYPES });
  }),
});

const NOTHING = {
  en: "nothing is expected: expected fired, outcomes, effects or suppressed",
  es: "no se espera nada: se espera fired, outcomes, effects o suppressed",
};

const PARTS = ["fired", "outcomes", "effects", "suppressed"] as const;

/** @see Expectation */
export const Expectation: z.ZodType<Expectation, Expectation> = exact({
  fired: list("ruleIds", Id).optional(),
  outcomes: dictionary(
    { en: "rule ids and outcomes", es: "ids de reglas y resultados" },
    Id,
    ExpectedOutcome,
  ).optional(),
  effects: list({ en: "effects", es: "efectos" }, ExpectedEffect).optional(),
  suppressed: list(
    { en: "suppressed actions", es: "acciones suprimidas" },
    exact({
      rule: Id,
      action: Text.optional(),
      reason: oneOf({ en: "reason", es: "motivo desconocido" }, SUPPRESSION_REASONS).optional(),
    }),
  ).optional(),
}).superRefine((expectation, context) => {
  if (PARTS.some((part) => expectation[part] !== undefined)) return;
  context.addIssue(told("other", { message: NOTHING }));
});
