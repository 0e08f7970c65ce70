/** Reads versions of the workspace as they are stored: with secrets. */
import type { Workspace } from "ticket-rules";
import type { Queryable } from "../database/database.ts";

export interface StoredWorkspace {
  version: number;
  document: Workspace;
  savedAt: Date;
}

const COLUMNS = 'version, document, saved_at as "savedAt"';

export async function readCurrent(queryable: Queryable): Promise<StoredWorkspace> {
  const [row] = await queryable.query<StoredWorkspace>(
    `select ${COLUMNS} from workspace_versions order by version desc limit 1`,
  );
  if (row === undefined) throw new Error("no workspace is stored");
  return row;
}

export async function readVersion(
  queryable: Queryable,
  version: number,
): Promise<StoredWorkspace | undefined> {
  const [row] = await queryable.query<StoredWorkspace>(
    `select ${COLUMNS} from workspace_versions where version = $1`,
    [version],
  );
  return row;
}

export async function listVersions(
  queryable: Queryable,
  limit: number,
): Promise<Omit<StoredWorkspace, "document">[]> {
  return queryable.query(
    'select version, saved_at as "savedAt" from workspace_versions order by version desc limit $1',
    [limit],
  );
}
