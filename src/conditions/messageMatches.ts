import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Facts } from "../facts.ts";
import { type ToldFault, tells, told } from "../issues/tell.ts";
import { exact, expecting, literal } from "../schema.ts";
import { isNormalizable } from "../text/fold.ts";
import { boundedEngine } from "../text/regex/engine.ts";
import type { RegexError } from "../text/regex/errors.ts";
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
    const fault = patternFault(pattern.normalize("NFC"), flags);
    if (fault !== undefined) context.addIssue({ ...fault, path: ["pattern"] });
  }),
  reads: () => ({ fact: "message" }),
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
        if (isTooLong(facts) || isEndless(facts)) return "unknown";
        const text = facts.normalText();
        if (text === undefined) return "unknown";
        if (text === null) return false;
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

/** Text that cannot be put into NFC in bounded time is not searched; what would be cut might match. */
function isEndless({ text }: Facts): boolean {
  return typeof text === "string" && !isNormalizable(text);
}

function missingText(facts: Facts): string {
  if (isTooLong(facts)) return `message.text: over ${MAX_TEXT_LENGTH} characters`;
  return typeof facts.text === "string" ? "message.text: pattern undecided" : "message.text";
}

function flagsFault(flags: string): ToldFault | undefined {
  const refused = [...flags].find((flag) => !"imsuv".includes(flag));
  if (refused !== undefined) return told("flagNotAllowed", { flag: refused });
  if (new Set(flags).size < flags.length) return told("duplicateFlag", {});
  return flags.includes("u") && flags.includes("v") ? told("exclusiveFlags", {}) : undefined;
}

/**
 * Why this is no regular expression that can be run, or nothing. With wrong flags it is read without any.
 * The library's own engine is asked, whichever will run it: what it cannot take is beyond the limits of patterns.
 */
function patternFault(pattern: string, flags: string): ToldFault | undefined {
  const used = flagsFault(flags) === undefined ? flags : "";
  try {
    boundedEngine.compile(pattern, used);
    return undefined;
  } catch (error) {
    if (!isRegexError(error)) return told("regex/unsupported", { reason: reasonOf(error) });
    const { code, message: reason, at } = error;
    const params = at === undefined ? { reason } : { reason, at };
    // The flags have been seen to.
    return code === "regex/syntax" || code === "regex/flags"
      ? told("regex/syntax", { ...params, pattern, flags: used })
      : told(code, params);
  }
}

function isRegexError(error: unknown): error is RegexError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("regex/");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "no reason given";
}
