import safeRegex from "safe-regex2";

/**
 * Whether other engines than this library's may be slow on a pattern: an advisory, by the height of its stars.
 * Right in that sense only. It is no gate: it lets pass some patterns that hang a backtracking engine, and flags
 * ordinary ones.
 */
export function mayBeSlowElsewhere(pattern: string): boolean {
  return !safeRegex(pattern);
}
