import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Facts } from "../facts.ts";
import { exact, expecting, literal } from "../schema.ts";
import { isNormalizable } from "../text/fold.ts";
import { refusedPattern, regexRefusal } from "../text/regex/refusals.ts";
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
  .string({ error: expecting("a regular expression") })
  .min(1, { error: "empty: it would match every message" })
  .max(MAX_PATTERN_LENGTH, { error: `longer than ${MAX_PATTERN_LENGTH} characters` });

const Flags = z.string({ error: expecting("flags") }).superRefine((flags, context) => {
  const message = flagsError(flags);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

/** The pattern is found in the text; both in NFC (spec §4.2). Long texts and spent budgets are unknown. */
export const messageMatches = defineCondition<MessageMatchesCondition>({
  schema: exact({
    type: literal("messageMatches"),
    pattern: Pattern,
    flags: Flags.optional(),
  }).superRefine(({ pattern, flags = "i" }, context) => {
    const message = patternError(pattern.normalize("NFC"), flags);
    if (message !== undefined) context.addIssue({ code: "custom", path: ["pattern"], message });
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

function flagsError(flags: string): string | undefined {
  const refused = [...flags].find((flag) => !"imsuv".includes(flag));
  if (refused !== undefined) return `flag \`${refused}\` is not available: expected some of imsuv`;
  if (new Set(flags).size < flags.length) return "a flag is written twice";
  return flags.includes("u") && flags.includes("v") ? "flags u and v exclude each other" : undefined;
}

/**
 * Why this is no regular expression that can be run, or nothing. With wrong flags it is read without any.
 * The library's own engine is asked, whichever will run it: what it cannot take is beyond the limits of patterns.
 */
function patternError(pattern: string, wanted: string): string | undefined {
  const flags = flagsError(wanted) === undefined ? wanted : "";
  const error = refusedPattern(pattern, flags);
  if (!error) return undefined;
  const { at, problem, instead } = regexRefusal(error, pattern, flags, "en");
  const place = at === undefined ? "" : `, at character ${at + 1}`;
  return `${error.code === "regex/syntax" ? "not a regular expression: " : ""}${problem}${place}; ${instead}`;
}
