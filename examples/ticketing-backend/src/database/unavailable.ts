/** Errors that say "no database now", not "a bad statement": the caller may try again. */

const CODES = new Set([
  // the socket
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENOENT",
  // PostgreSQL: shutting down, crashed, starting, too many connections, a lock or a statement that took too long
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "55P03",
  "57014",
]);

/** What the pool and the driver throw without a code. */
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|not queryable|PGlite is closed|pool after calling end/i;

export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return CODES.has(code) || code.startsWith("08") || MESSAGES.test(error.message);
}
