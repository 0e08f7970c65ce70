/** PostgreSQL through a pool of connections. */
import { createHash } from "node:crypto";
import pg from "pg";
import type { Logger } from "pino";
import type { Database, Queryable, Transaction } from "./database.ts";

interface Options {
  url: string;
  connections: number;
  log: Logger;
}

export function openPostgres({ url, connections, log }: Options): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: "ticketing-backend",
    // Nothing waits for ever: not for a connection, a lock, a statement, or a client that forgot its transaction.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  // Told of connections that break while idle; those in use throw where they are used. Unheard it would end the process.
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  pool.on("connect", listen);

  return {
    kind: "postgres",
    // pg-boss hands its options on to the pool of its own, whose connections want somebody who listens too.
    queue: { connectionString: url, max: 4, ...{ onConnect: listen } },
    query: queryOf(pool),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(pool, work);
        } catch (error) {
          if (attempt === ATTEMPTS || !isWorthAnotherTry(error)) throw error;
          log.debug({ err: error, attempt }, "a transaction is tried again");
        }
      }
    },
    close: () => pool.end(),
  };
}

/** Connections that said they are lost. */
const lost = new WeakSet<pg.ClientBase>();

/**
 * For as long as a connection lives. The pool listens to those that are idle and stops when it hands one out: one that
 * is lost before its user has had a turn would end the process.
 */
function listen(client: pg.ClientBase): void {
  client.on("error", () => lost.add(client));
}

const ATTEMPTS = 3;

/** Deadlock, or two transactions that would not have come in any order: PostgreSQL took this one back, whole. */
function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "40P01" || error.code === "40001");
}

async function once<Value>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const value = await work({
      query: queryOf(client),
      script: async (text) => void (await client.query(text)),
    });
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => lost.add(client));
    throw error;
  } finally {
    // A connection that broke is not given back to the pool.
    client.release(lost.has(client));
  }
}

/** Statements are prepared once for each connection: there are some thirty texts, whatever comes in as values. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}

function queryOf(client: pg.Pool | pg.PoolClient): Queryable["query"] {
  return async <Row>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await client.query({ name: nameOf(text), text, values: [...values] });
    // What a statement returns is known to whoever wrote it.
    return rows as Row[];
  };
}
