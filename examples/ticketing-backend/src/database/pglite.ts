/** PGlite: a PostgreSQL within the process, in a folder of its own. One connection, one process. */
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite, type Transaction as PgliteTransaction } from "@electric-sql/pglite";
import { fromPglite } from "pg-boss";
import type { Database, Queryable } from "./database.ts";
import { lockFolder } from "./lockFolder.ts";

const DEFAULT_FOLDER = fileURLToPath(new URL("../../.data", import.meta.url));

/** @param folder where the data is kept; `memory://` keeps it nowhere */
export async function openPglite(folder: string = DEFAULT_FOLDER): Promise<Database> {
  const inMemory = folder.startsWith("memory://");
  if (!inMemory) make(folder);
  const unlock = inMemory ? () => undefined : lockFolder(join(folder, "lock"));
  const pglite = await PGlite.create({ dataDir: inMemory ? folder : join(folder, "postgres") });

  return {
    kind: "pglite",
    queue: { db: fromPglite(pglite), backend: "pglite" },
    query: queryOf(pglite),
    transaction: (work) =>
      pglite.transaction((transaction) =>
        work({
          query: queryOf(transaction),
          script: async (text) => void (await transaction.exec(text)),
        }),
      ),
    async close() {
      await pglite.close();
      unlock();
    },
  };
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`DATA_DIR cannot be used: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function queryOf(client: PGlite | PgliteTransaction): Queryable["query"] {
  return async <Row>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows;
  };
}
