/** What must come of an event. Every part may be absent, one must be there. */
import * as z from "zod";
import type { SuppressionReason } from "../../decision.ts";
import type { Extensions } from "../../extensions.ts";
import {
  alternatives,
  dictionary,
  exact,
  expecting,
  Id,
  isRecord,
  list,
  literal,
  nonEmpty,
  oneOf,
  quote,
  whole,
} from "../../schema.ts";
import { EXPECTED_INSTANT, type Instant, parseInstant } from "../../time/instant.ts";
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

const Named = oneOf("outcome", OUTCOMES);

const Reasoned = exact({
  outcome: Named,
  reason: oneOf("reason", SKIP_REASONS).optional(),
  missing: list("facts", nonEmpty("a fact")).optional(),
}).superRefine(({ outcome, reason, missing }, context) => {
  const wrong = (key: string, of: string) =>
    context.addIssue({ code: "custom", path: [key], message: `only ${of} rules have this` });
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
  error: expecting(EXPECTED_INSTANT),
});

const Text = z.string({ error: expecting("text") });

/** What may be said of any effect. */
const common = {
  rules: list("rule ids", Id).optional(),
  ticket: Text.optional(),
  key: Text.optional(),
  cause: exact({
    rules: list("rule ids", Id).optional(),
    depth: whole("a depth", 0, Number.MAX_SAFE_INTEGER).optional(),
  }).optional(),
};

const effects = [
  exact({ type: literal("activateBot"), bot: Id.optional(), ...common }),
  exact({ type: literal("terminateBot"), bot: Id.nullable().optional(), ...common }),
  exact({
    type: literal("sendSurvey"),
    survey: whole("a survey number", 1, Number.MAX_SAFE_INTEGER).optional(),
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
  error: ({ code, input }) => {
    if (code !== "invalid_union" || !isRecord(input)) return expecting("an effect")({ input });
    const expected = alternatives(EFFECT_TYPES);
    return input.type === undefined
      ? `missing: expected ${expected}`
      : `unknown effect ${quote(input.type)}: expected ${expected}`;
  },
});

const PARTS = ["fired", "outcomes", "effects", "suppressed"] as const;

/** @see Expectation */
export const Expectation: z.ZodType<Expectation, Expectation> = exact({
  fired: list("rule ids", Id).optional(),
  outcomes: dictionary("rule ids and outcomes", Id, ExpectedOutcome).optional(),
  effects: list("effects", ExpectedEffect).optional(),
  suppressed: list(
    "suppressed actions",
    exact({
      rule: Id,
      action: Text.optional(),
      reason: oneOf("reason", SUPPRESSION_REASONS).optional(),
    }),
  ).optional(),
}).superRefine((expectation, context) => {
  if (PARTS.some((part) => expectation[part] !== undefined)) return;
  context.addIssue({ code: "custom", message: `nothing is expected: expected ${alternatives(PARTS)}` });
});
