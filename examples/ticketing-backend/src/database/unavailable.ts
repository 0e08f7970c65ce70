/**
 * Errors that say "no database now", not "a bad statement": the caller may try again. Only those that came out of the
 * database count: a client that hangs up says ECONNRESET too.
 */
import type { Database, Queryable } from "./database.ts";

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

/** What the database threw. */
const thrown = new WeakSet<Error>();

export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && thrown.has(error) && saysUnavailable(error);
}

/** The same database; what it throws is known for its own. */
export function marked(database: Database): Database {
  return {
    ...database,
    query: queryOf(database),
    async transaction(work) {
      const others = new Set<unknown>();
      return database
        .transaction((transaction) =>
          work({
            query: queryOf(transaction),
            script: (text) => transaction.script(text).catch(rethrow),
          }).catch((error) => {
            // Of what was done in between, not of the database, unless a statement of it failed.
            others.add(error);
            throw error;
          }),
        )
        .catch((error) => {
          if (others.has(error)) throw error;
          return rethrow(error);
        });
    },
  };
}

function queryOf(from: Queryable): Queryable["query"] {
  return (text, values) => from.query<never>(text, values).catch(rethrow);
}

function rethrow(error: unknown): never {
  if (error instanceof Error) thrown.add(error);
  throw error;
}

function saysUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(saysUnavailable);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return CODES.has(code) || code.startsWith("08") || MESSAGES.test(error.message);
}
