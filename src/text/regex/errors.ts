/** Why a pattern was refused when it was defined. */
export type RegexErrorCode = "regex/syntax" | "regex/flags" | "regex/tooLong" | "regex/tooLarge";

/**
 * What `compile` throws: an ordinary Error with a code. Where a limit was passed, also which, what it counts, and the
 * position of what passed it, in UTF-16 units. refusals.ts tells people about it.
 */
export type RegexError = Error & {
  readonly code: RegexErrorCode;
  readonly at?: number;
  readonly limit?: number;
  readonly of?: "characters" | "states" | "look-arounds" | "nested groups";
};

/** Makes the error `compile` throws. */
export function regexError(code: RegexErrorCode, message: string): RegexError {
  return Object.assign(new Error(message), { code });
}

/** Makes the error for a pattern with more than `limit` of something. */
export function tooMany(limit: number, of: NonNullable<RegexError["of"]>, at: number): RegexError {
  const error = regexError(
    of === "characters" ? "regex/tooLong" : "regex/tooLarge",
    `more than ${limit} ${of}`,
  );
  return Object.assign(error, { at, limit, of });
}
