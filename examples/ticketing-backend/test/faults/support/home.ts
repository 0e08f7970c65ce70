/** Where a service that is killed keeps its data: a folder of its own, or a database of its own on the server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workspace } from "ticket-rules";
import type { Database } from "../../../src/database/database.ts";
import { migrate } from "../../../src/database/migrate.ts";
import { openPglite } from "../../../src/database/pglite.ts";
import { openPostgres } from "../../../src/database/postgres.ts";
import { createLog } from "../../../src/log.ts";
import { createDatabase } from "../../support/createDatabase.ts";
import { use } from "./harness.ts";

export interface Home {
  /** For the process that lives here. */
  environment: Record<string, string>;
  /** Looks at the data. The embedded database takes one process: only while none runs. */
  inspect<Seen>(look: (database: Database) => Promise<Seen>): Promise<Seen>;
  remove(): Promise<void>;
}

/** @param server of PostgreSQL; without it the embedded database */
export async function createHome(server: string | undefined, workspace: Workspace): Promise<Home> {
  const home = server === undefined ? embedded() : await onServer(server);
  await home.inspect(async (database) => {
    await migrate(database);
    await use(database, workspace);
  });
  return home;
}

function embedded(): Home {
  const folder = mkdtempSync(join(tmpdir(), "ticketing-faults-"));
  return {
    environment: { DATA_DIR: folder },
    inspect: (look) => withDatabase(openPglite(folder), look),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(server: string): Promise<Home> {
  const { url, drop } = await createDatabase(server);
  const log = createLog("silent");
  return {
    environment: { DATABASE_URL: url },
    inspect: (look) => withDatabase(openPostgres({ url, connections: 2, log }), look),
    remove: drop,
  };
}

async function withDatabase<Seen>(
  opening: Database | Promise<Database>,
  look: (database: Database) => Promise<Seen>,
): Promise<Seen> {
  const database = await opening;
  return look(database).finally(() => database.close());
}
