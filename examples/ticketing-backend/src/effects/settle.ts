/** Writes down what came of an attempt, with all that follows from it, in one transaction. */
import type { Database, Transaction } from "../database/database.ts";
import type { Claimed } from "./claim.ts";
import type { Jobs } from "./jobs.ts";
import type { Verdict } from "./judge.ts";

export interface SettleParts {
  database: Database;
  jobs: Pick<Jobs, "again" | "bury">;
}

export async function settle(
  claimed: Claimed,
  verdict: Verdict,
  at: Date,
  { database, jobs }: SettleParts,
): Promise<void> {
  await database.transaction(async (transaction) => {
    // The order in which all lock: first the ticket.
    await transaction.query("select from tickets where id = $1 for update", [claimed.ticket]);
    switch (verdict.kind) {
      case "done":
        return finish(transaction, claimed, at);
      case "retry":
        await transaction.query(
          `update effects set next_attempt_at = $2, reason = $3, claimed_until = null
            where id = $1 and status = 'pending'`,
          [claimed.id, verdict.at, verdict.reason],
        );
        return jobs.again(transaction, claimed.id, verdict.at);
      case "dead":
        await transaction.query(
          `update effects set status = 'dead', reason = $2, finished_at = $3, claimed_until = null
            where id = $1 and status = 'pending'`,
          [claimed.id, verdict.reason, at],
        );
        await transaction.query("update surveys set status = 'dropped' where effect_id = $1", [claimed.id]);
        return jobs.bury(transaction, claimed, verdict.reason);
    }
  });
}

/** It was done, even if an event has cancelled it while it was: what is sent is sent, and counts. */
async function finish(transaction: Transaction, { id, ticket, effect }: Claimed, at: Date): Promise<void> {
  await transaction.query(
    `update effects set status = 'done', reason = null, finished_at = $2, claimed_until = null where id = $1`,
    [id, at],
  );
  switch (effect.type) {
    case "activateBot":
      await transaction.query("update tickets set active_bot = $2, updated_at = $3 where id = $1", [
        ticket,
        effect.bot,
        at,
      ]);
      break;
    case "terminateBot":
      await transaction.query("update tickets set active_bot = null, updated_at = $2 where id = $1", [
        ticket,
        at,
      ]);
      break;
    case "sendSurvey":
      await transaction.query("update surveys set status = 'sent', at = $2 where effect_id = $1", [id, at]);
      break;
    default:
  }
}
