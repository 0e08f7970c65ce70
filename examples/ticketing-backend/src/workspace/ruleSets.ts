/** The rules in force, compiled once for each version and kept. */
import { compile, type RuleSet, Workspace } from "ticket-rules";
import type { Queryable } from "../database/database.ts";

export interface RulesInForce {
  version: number;
  /** With its secrets: to act with, never to show. */
  document: Workspace;
  ruleSet: RuleSet;
}

export type RuleSets = ReturnType<typeof createRuleSets>;

export function createRuleSets() {
  let kept: RulesInForce | undefined;
  return {
    /** Reads the version each time, so that a save counts for all that comes after it, in every process. */
    async current(queryable: Queryable): Promise<RulesInForce> {
      const [row] = await queryable.query<{ version: number; document: unknown }>(
        `select version, case when version = $1 then null else document end as document
           from workspace_versions order by version desc limit 1`,
        [kept?.version ?? 0],
      );
      if (row === undefined) throw new Error("no workspace is stored");
      if (kept === undefined || kept.version !== row.version) {
        const document = Workspace.parse(row.document);
        kept = { version: row.version, document, ruleSet: compile(document) };
      }
      return kept;
    },
  };
}
