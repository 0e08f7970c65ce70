import type { FlagProblem, PatternFault } from "../../issues/patterns/define.ts";
import { boundedEngine } from "./engine.ts";
import type { RegexError } from "./errors.ts";

/** Why this library's engine refuses a pattern, or nothing. */
export function refusedPattern(pattern: string, flags: string): RegexError | undefined {
  try {
    boundedEngine.compile(pattern, flags);
    return undefined;
  } catch (error) {
    if (isRegexError(error)) return error;
    throw error;
  }
}

/** What a pattern was refused for, worked out only now that somebody must be told. `issues/patterns` has the words. */
export function faultOf(
  { code, at, of = "states", limit = 0 }: RegexError,
  pattern: string,
  flags: string,
): PatternFault {
  if (code === "regex/syntax") return syntaxFault(pattern, flags);
  if (code === "regex/flags") return flagsFault(flags);
  return { kind: "limit", of, limit, ...(at === undefined ? {} : { at }) };
}

function isRegexError(error: unknown): error is RegexError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("regex/");
}

function flagsFault(flags: string): PatternFault {
  const found = [...flags].find((flag) => !"imsuv".includes(flag)) ?? "";
  const isBoth = flags.includes("u") && flags.includes("v");
  const other: FlagProblem = isBoth ? "both" : "twice";
  const problem = found === "" ? other : "gyd".includes(found) ? "needless" : "unknown";
  return { kind: "flags", problem, found };
}

function syntaxFault(pattern: string, flags: string): PatternFault {
  const reason = reasonOf(pattern, flags) ?? "";
  // The mistake is at the end of the shortest beginning that the host refuses for the same reason.
  let end = pattern.length;
  while (end > 1 && reasonOf(pattern.slice(0, end - 1), flags) === reason) end--;
  const at = Math.max(0, end - 1);
  return { kind: "syntax", reason, at, found: String.fromCodePoint(pattern.codePointAt(at) ?? 32) };
}

/** V8 writes `Invalid regular expression: /(/: Unterminated group`; only the last part is about the mistake. */
function reasonOf(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return message
      .slice(message.lastIndexOf(": ") + 1)
      .trim()
      .toLowerCase();
  }
}
