/** One database for the whole run, emptied before each test: PGlite, or PostgreSQL when DATABASE_URL says where. */
import { beforeEach, inject } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { openPglite } from "../../src/database/pglite.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { createLog } from "../../src/log.ts";

/** Where the PostgreSQL of the run is; undefined when it runs on PGlite. */
export const databaseUrl = inject("databaseUrl");

let opened: Promise<Database> | undefined;

/** To be called once at the top of a file: opens the database if no file did yet. */
export function useDatabase(): { readonly current: Database } {
  let database: Database | undefined;
  beforeEach(async () => {
    opened ??= open();
    database = await opened;
    await empty(database);
  });
  return {
    get current() {
      if (database === undefined) throw new Error("there is a database only within tests");
      return database;
    },
  };
}

async function open(): Promise<Database> {
  const database =
    databaseUrl === undefined
      ? await openPglite("memory://")
      : openPostgres({ url: databaseUrl, connections: 10, log: createLog("silent") });
  await migrate(database);
  return database;
}

/** All tables but the list of migrations; those of the queue stand in a schema of their own. */
async function empty(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    const tables = await transaction.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables
        where schemaname = 'public' and tablename <> 'migrations'`,
    );
    await transaction.script(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);
    await transaction.script("alter sequence assignment_turn restart");
  });
}
