/** Saves a new version of the workspace, or refuses it and leaves the old one in force. */
import { type Issue, issuesOf, Workspace } from "ticket-rules";
import type { Database } from "../database/database.ts";
import { readCurrent } from "./read.ts";
import { withStoredSecrets } from "./secrets.ts";

export type Saved =
  | { kind: "saved"; version: number; document: Workspace }
  | { kind: "invalid"; issues: Issue[] }
  /** Somebody else saved in between: this is the version now. */
  | { kind: "stale"; version: number }
  /** What was to be edited is not there. */
  | { kind: "absent" };

/** The document as it is to be, from the one that is in force (with its secrets); undefined when there is nothing to edit. */
export type Edit = (stored: Workspace) => unknown;

/** Of the lock that makes saves come one after another. */
const LOCK = 7_268_342;

/** @param isExpected whether the author knows the version that is about to be replaced */
export async function save(
  database: Database,
  isExpected: (version: number) => boolean,
  edit: Edit,
): Promise<Saved> {
  return database.transaction(async (transaction): Promise<Saved> => {
    await transaction.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const { version, document: stored } = await readCurrent(transaction);
    if (!isExpected(version)) return { kind: "stale", version };

    const edited = edit(stored);
    if (edited === undefined) return { kind: "absent" };
    const parsed = Workspace.safeParse(withStoredSecrets(edited, stored));
    if (!parsed.success) return { kind: "invalid", issues: issuesOf(parsed.error) };

    await transaction.query("insert into workspace_versions (version, document) values ($1, $2)", [
      version + 1,
      JSON.stringify(parsed.data),
    ]);
    return { kind: "saved", version: version + 1, document: parsed.data };
  });
}
