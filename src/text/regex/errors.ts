/** Why a pattern was refused when it was defined. */
export type RegexErrorCode =
  | "regex/syntax"
  | "regex/flags"
  | "regex/tooLong"
  | "regex/tooLarge"
  | "regex/unsupported";

/** What `compile` throws: an ordinary Error with a code, and the position in the pattern where one is known. */
export type RegexError = Error & { readonly code: RegexErrorCode; readonly at?: number };

/** Makes the error `compile` throws; `at` counts UTF-16 units from the start of the pattern. */
export function regexError(code: RegexErrorCode, message: string, at?: number): RegexError {
  return Object.assign(new Error(message), at === undefined ? { code } : { code, at });
}
