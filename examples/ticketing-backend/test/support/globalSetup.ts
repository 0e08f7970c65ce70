/** With DATABASE_URL the suite runs on that server, in a database that it creates and drops. */
import type { TestProject } from "vitest/node";
import { createDatabase } from "./createDatabase.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Absent: the suite runs on PGlite. */
    databaseUrl?: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL;
  if (server === undefined || server === "") return async () => undefined;
  const { url, drop } = await createDatabase(server);
  project.provide("databaseUrl", url);
  return drop;
}
