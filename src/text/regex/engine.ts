import { regexError } from "./errors.ts";
import { type Matcher, makeMatcher } from "./matcher.ts";
import { nativeWork } from "./native.ts";
import { countStates, MAX_STATES } from "./nfa.ts";
import { parsePattern } from "./parse.ts";
import type { CompiledRegex, RegexEngine } from "./port.ts";
import { looksOf } from "./tree.ts";

/** The longest pattern taken, in UTF-16 units. */
export const MAX_PATTERN = 2_000;
/** The most look-arounds taken: each is a bit of a number. */
export const MAX_LOOKS = 30;

/**
 * The engine of this package: ECMAScript's meaning exactly, in bounded work. docs/regex.md tells what it promises,
 * docs/decisions/0005-own-regex-engine.md why it exists.
 */
export const boundedEngine: RegexEngine = { id: "bounded", compile };

/** @throws a RegexError: see errors.ts. */
function compile(source: string, flags: string): CompiledRegex {
  const odd = /[^imsuv]|(.).*\1|u.*v|v.*u/su.exec(flags);
  if (odd)
    throw regexError(
      "regex/flags",
      `flags \`${flags}\` are not a choice of \`i\`, \`m\`, \`s\` and one of \`u\`, \`v\``,
    );
  if (source.length > MAX_PATTERN) {
    throw regexError(
      "regex/tooLong",
      `pattern has ${source.length} characters, more than ${MAX_PATTERN}`,
      MAX_PATTERN,
    );
  }
  const host = hostRegExp(source, flags);
  const pattern = parsePattern(source, flags);
  const look = looksOf(pattern.root)[MAX_LOOKS];
  if (look) throw regexError("regex/tooLarge", `pattern has more than ${MAX_LOOKS} look-arounds`, look.at);
  const states = countStates(pattern.root);
  if (states > MAX_STATES) {
    throw regexError("regex/tooLarge", `pattern has more than ${MAX_STATES} states when written out`, 0);
  }
  const bound = nativeWork(pattern);
  let matcher: Matcher | undefined;

  function test(text: string, maxSteps: number): boolean | "undecided" {
    const hostSteps = bound ? bound[0] + bound[1] * text.length : Number.POSITIVE_INFINITY;
    if (hostSteps <= maxSteps) return host.test(text);
    matcher ??= makeMatcher(pattern, states);
    const verdict = matcher.test(text, maxSteps);
    if (verdict !== "undecided" || hostSteps > lastResort(maxSteps)) return verdict;
    return host.test(text);
  }

  return { test };
}

/** From this allowance on a pattern shares an evaluation with few others. */
const AMPLE = 250_000;

/**
 * How much of the host's work an allowance is worth where the automata need more than it. A step of the host's
 * matcher costs a small part of one of ours; where patterns are few, that is made use of, so that a long pattern
 * without any repetition is decided.
 */
function lastResort(maxSteps: number): number {
  return maxSteps >= AMPLE ? 20 * maxSteps : maxSteps;
}

/** The host's reading of the pattern. It is never run, but for the short cut that native.ts proves. */
function hostRegExp(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = reasonOf(error);
    // The mistake is at the end of the shortest beginning that the host refuses for the same reason.
    let end = source.length;
    while (end > 1 && refusal(source.slice(0, end - 1), flags) === reason) end--;
    throw regexError("regex/syntax", reason, Math.max(0, end - 1));
  }
}

function refusal(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** V8 writes `Invalid regular expression: /(/: Unterminated group`; only the last part is about the mistake. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const reason = message.slice(message.lastIndexOf(": ") + 1).trim() || "invalid pattern";
  return reason[0]?.toLowerCase() + reason.slice(1);
}
