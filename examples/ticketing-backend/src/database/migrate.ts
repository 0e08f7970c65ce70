/** Brings the tables to what this version of the service needs. Any number of processes may start at once. */
import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "./database.ts";

const FOLDER = new URL("../../migrations/", import.meta.url);
/** Of the lock that one process holds while it migrates. Any number does, if nothing else in the database uses it. */
const LOCK = 7_268_341;

/** Runs those of `migrations/` that have not run, in the order of their names, all or none. Gives their names. */
export async function migrate(database: Database): Promise<string[]> {
  return database.transaction(async (transaction) => {
    await transaction.query("set local lock_timeout = '60s'");
    await transaction.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await transaction.script(
      "create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())",
    );
    const rows = await transaction.query<{ name: string }>("select name from migrations");
    const ran = new Set(rows.map(({ name }) => name));
    const pending = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".sql") && !ran.has(name))
      .sort();
    for (const name of pending) {
      await transaction.script(readFileSync(new URL(name, FOLDER), "utf8"));
      await transaction.query("insert into migrations (name) values ($1)", [name]);
    }
    return pending;
  });
}
