/** A database of its own for a test file: PGlite in memory, or one that is created on the server of DATABASE_URL. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import pino from "pino";
import type { Database } from "../../../src/database/database.ts";
import { openPglite } from "../../../src/database/pglite.ts";
import { openPostgres } from "../../../src/database/postgres.ts";

export const silent = pino({ level: process.env.LOG_LEVEL ?? "silent" });

const SERVER = process.env.DATABASE_URL;

/** True when the tests run on a PostgreSQL server: faults that only a server has are defined there alone. */
export const onPostgres = SERVER !== undefined && SERVER !== "";

export interface TestDatabase {
  database: Database;
  /** Of the server's database; undefined for the embedded one. */
  url: string | undefined;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  if (SERVER === undefined || SERVER === "") {
    const database = await openPglite("memory://");
    return { database, url: undefined, drop: () => database.close() };
  }
  const { url, drop } = await createServerDatabase(SERVER);
  const database = openPostgres({ url, connections: 10, log: silent });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await drop();
    },
  };
}

export async function createServerDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `ticketing_test_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
