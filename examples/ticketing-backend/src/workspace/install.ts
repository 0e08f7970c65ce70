/** A workspace to begin with, when there is none: the examples of the help page, with tokens that open nothing. */
import { readFileSync } from "node:fs";
import { Workspace } from "ticket-rules";
import type { Database } from "../database/database.ts";

const SAMPLE = new URL("../../sample-workspace.json", import.meta.url);

/** Any number of processes may do this at once: one of them installs it. */
export async function installSample(database: Database): Promise<boolean> {
  const sample = Workspace.parse(JSON.parse(readFileSync(SAMPLE, "utf8")));
  const inserted = await database.query(
    `insert into workspace_versions (version, document)
     select 1, $1 where not exists (select from workspace_versions) on conflict do nothing returning version`,
    [JSON.stringify(sample)],
  );
  return inserted.length > 0;
}
