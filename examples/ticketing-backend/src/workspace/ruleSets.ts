/** The rules in force, compiled once for each version and kept. */
import type { Logger } from "pino";
import { compile, migrate, type RuleSet, type Workspace } from "ticket-rules";
import type { Transaction } from "../database/database.ts";

export interface RulesInForce {
  version: number;
  /** With its secrets: to act with, never to show. */
  document: Workspace;
  ruleSet: RuleSet;
  /** The longest least distance between two surveys that any rule asks for. */
  surveyThresholdDays: number;
}

export interface RuleSets {
  /**
   * The version is read each time, in the transaction of whoever asks: a save counts for all that comes after it, in
   * every process. Only when it is another one is the document read and compiled, once for all who wait for it. Only
   * a transaction may ask: one that still needs a connection would wait for those who have one, and they for it.
   */
  current(transaction: Transaction): Promise<RulesInForce>;
}

export function createRuleSets(log: Logger): RuleSets {
  let kept: { version: number; rules: Promise<RulesInForce> } | undefined;
  return {
    async current(transaction) {
      const [row] = await transaction.query<{ version: number }>(
        "select version from workspace_versions order by version desc limit 1",
      );
      if (row === undefined) throw new Error("no workspace is stored");
      if (kept?.version === row.version) return kept.rules;
      const loading = { version: row.version, rules: load(transaction, row.version, log) };
      kept = loading;
      // Failed with the transaction that it was read in: the next one who asks tries again.
      loading.rules.catch(() => {
        if (kept === loading) kept = undefined;
      });
      return loading.rules;
    },
  };
}

async function load(transaction: Transaction, version: number, log: Logger): Promise<RulesInForce> {
  const [row] = await transaction.query<{ document: Workspace }>(
    "select document from workspace_versions where version = $1",
    [version],
  );
  if (row === undefined) throw new Error(`version ${version} of the workspace is gone`);
  const { document } = row;
  // What is stored was valid when it was saved. Should this version of the library think otherwise of some of it, the
  // rest runs, and the log tells.
  const ruleSet = compile(migrate(document));
  for (const { index, rule, issues } of ruleSet.invalid)
    log.error({ version, index, rule, issues }, "a rule did not load");
  if (ruleSet.issues.length > 0)
    log.error({ version, issues: ruleSet.issues }, "parts of the workspace did not load");
  log.info({ version, rules: document.rules.length }, "rules compiled");
  return { version, document, ruleSet, surveyThresholdDays: longestThreshold(document) };
}

function longestThreshold({ rules }: Workspace): number {
  const days = rules
    .filter((rule) => rule.integration === "timepoints")
    .flatMap(({ actions }) => actions)
    .map((action) => (action.type === "sendSurvey" ? (action.spamThresholdDays ?? 0) : 0));
  return days.reduce((most, each) => Math.max(most, each), 0);
}
