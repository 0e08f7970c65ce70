/** A database of its own on a PostgreSQL server, for a run of the suite or for one test. */
import { randomBytes } from "node:crypto";
import pg from "pg";

export async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `ticketing_test_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
