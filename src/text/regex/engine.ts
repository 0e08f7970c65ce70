import { HOST_STEPS } from "./budget.ts";
import { regexError, tooMany } from "./errors.ts";
import { type Matcher, makeMatcher } from "./matcher.ts";
import { nativeWork } from "./native.ts";
import { countStates, MAX_STATES } from "./nfa.ts";
import { parsePattern } from "./parse.ts";
import type { CompiledRegex, RegexEngine } from "./port.ts";
import { looksOf } from "./tree.ts";

/** The longest pattern taken, in UTF-16 units. */
const MAX_PATTERN = 2_000;
/** The most look-arounds taken: each is one more pass over a text. */
const MAX_LOOKS = 30;

/**
 * The engine of this package: ECMAScript's meaning exactly, in bounded work. docs/regex.md tells what it promises,
 * docs/decisions/0005-own-regex-engine.md why it exists.
 */
export const boundedEngine: RegexEngine = { id: "bounded", compile };

/** @throws a RegexError: see errors.ts. */
function compile(source: string, flags: string): CompiledRegex {
  if (/[^imsuv]|(.).*\1|u.*v|v.*u/su.test(flags)) throw regexError("regex/flags", `flags \`${flags}\``);
  if (source.length > MAX_PATTERN) throw tooMany(MAX_PATTERN, "characters", MAX_PATTERN);
  const host = hostRegExp(source, flags);
  const pattern = parsePattern(source, flags);
  const look = looksOf(pattern.root)[MAX_LOOKS];
  if (look) throw tooMany(MAX_LOOKS, "look-arounds", look.at);
  const states = countStates(pattern.root);
  if (states > MAX_STATES) throw tooMany(MAX_STATES, "states", 0);
  const bound = nativeWork(pattern);
  let matcher: Matcher | undefined;

  function test(text: string, maxSteps: number): boolean | "undecided" {
    if (bound && bound[0] + bound[1] * text.length <= HOST_STEPS * maxSteps) return host.test(text);
    matcher ??= makeMatcher(pattern, states);
    return matcher.test(text, maxSteps);
  }

  return { test };
}

/** The host's reading of the pattern. It is never run, but for the short cut that native.ts proves. */
function hostRegExp(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw regexError("regex/syntax", String(error));
  }
}
