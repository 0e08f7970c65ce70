/** The database that the configuration asks for: PostgreSQL, or the embedded one. */
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Database } from "./database.ts";

export async function openDatabase(config: Config, log: Logger): Promise<Database> {
  // Imported when needed: the embedded database is a PostgreSQL in WebAssembly, 100 MB of memory before it does anything.
  if (config.DATABASE_URL !== undefined) {
    const { openPostgres } = await import("./postgres.ts");
    return openPostgres({ url: config.DATABASE_URL, connections: config.DATABASE_POOL, log });
  }
  const { openPglite } = await import("./pglite.ts");
  return openPglite(config.DATA_DIR);
}
