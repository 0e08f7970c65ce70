import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Facts } from "../facts.ts";
import { type ToldFault, tells, told } from "../issues/tell.ts";
import { exact, expecting, literal } from "../schema.ts";
import { faultOf, refusedPattern } from "../text/regex/refusals.ts";
import { defineCondition } from "./define.ts";

/** The message matches a regular expression, anywhere. */
export interface MessageMatchesCondition extends Extensions {
  type: "messageMatches";
  /** ECMAScript, as between the slashes. */
  pattern: string;
  /** A subset of `imsuv`. Absent: `i`. */
  flags?: string | undefined;
}

const MAX_PATTERN_LENGTH = 2000;
const MAX_TEXT_LENGTH = 65_536;

const Pattern = z
  .string({ error: expecting("pattern") })
  .min(1, { error: tells("emptyPattern", {}) })
  .max(MAX_PATTERN_LENGTH, { error: tells("tooLong", { most: MAX_PATTERN_LENGTH }) });

const Flags = z.string({ error: expecting("flags") }).superRefine((flags, context) => {
  const fault = flagsFault(flags);
  if (fault !== undefined) context.addIssue(fault);
});

/** The pattern is found in the text; both in NFC (spec §4.2). Long texts and spent budgets are unknown. */
export const messageMatches = defineCondition<MessageMatchesCondition>({
  schema: exact({
    type: literal("messageMatches"),
    pattern: Pattern,
    flags: Flags.optional(),
  }).superRefine(({ pattern, flags = "i" }, context) => {
    // What is too long has been told.
    if (pattern.length > MAX_PATTERN_LENGTH) return;
    const fault = patternFault(pattern.normalize("NFC"), flags);
    if (fault !== undefined) context.addIssue({ ...fault, path: ["pattern"] });
  }),
  reads: () => ({ fact: "message" }),
  cost: 40,
  compile({ pattern, flags = "i" }, { patterns }) {
    const regex = patterns.compile(pattern.normalize("NFC"), flags);
    const decide = (text: string) => {
      try {
        return regex.test(text, patterns.stepsAllowed(text.length));
      } catch {
        // An engine of the host's that fails has not answered.
        return "undecided";
      }
    };
    return {
      test(facts) {
        if (facts.text === null) return false;
        const text = isTooLong(facts) ? undefined : facts.normalText();
        if (text === undefined) return "unknown";
        const found: unknown = decide(text);
        // A host's engine in JavaScript may answer anything.
        return typeof found === "boolean" ? found : "unknown";
      },
      actual: (facts) => facts.text,
      missing: missingText,
    };
  },
});

function isTooLong({ text }: Facts): boolean {
  return typeof text === "string" && text.length > MAX_TEXT_LENGTH;
}

function missingText(facts: Facts): string {
  if (isTooLong(facts)) return `message.text: over ${MAX_TEXT_LENGTH} characters`;
  return typeof facts.text === "string" ? "message.text: pattern undecided" : "message.text";
}

/** Nothing for a subset of `imsuv`, without `u` and `v` together. */
function flagsFault(flags: string): ToldFault | undefined {
  const error = refusedPattern("", flags);
  return error === undefined ? undefined : told("regex/flags", faultOf(error, "", flags));
}

/**
 * Why this is no regular expression that can be run, or nothing. With wrong flags it is read without any.
 * The library's own engine is asked, whichever will run it: what it cannot take is beyond the limits of patterns.
 */
function patternFault(pattern: string, wanted: string): ToldFault | undefined {
  const flags = flagsFault(wanted) === undefined ? wanted : "";
  const error = refusedPattern(pattern, flags);
  if (error === undefined) return undefined;
  return told(error.code, faultOf(error, pattern, flags));
}
