/**
 * The queue: pg-boss, in the same database, so that a job is there exactly when the row of its effect is. A job says no
 * more than "look at this effect now": the rows are the truth, the jobs the alarm clock.
 */
import { type ConnectionOptions, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Database, Queryable } from "../database/database.ts";
import type { Claimed } from "./claim.ts";
import type { EffectJob, EffectQueue } from "./queue.ts";

const EFFECTS = "effects";
/** For people and alarms: one job for each effect that was given up. The rows say the same and stay longer. */
const DEAD = "effects-dead";

const DAY = 86_400;

export interface Jobs extends EffectQueue {
  /** A further job for an effect whose first one is used up. */
  again(transaction: Queryable, id: string, at: Date): Promise<void>;
  bury(
    transaction: Queryable,
    dead: Pick<Claimed, "id" | "ticket" | "effect">,
    reason: string,
  ): Promise<void>;
  /** Creates what is missing in the database and begins to work. */
  start(run: (effect: string) => Promise<void>): Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

export interface JobsParts {
  database: Database;
  log: Logger;
  /** Effects that are tried at the same time. */
  workers: number;
  stopWithinMs: number;
}

export function createJobs({ database, log, workers, stopWithinMs }: JobsParts): Jobs {
  const boss = new PgBoss({
    ...database.queue,
    application_name: "ticketing-backend-jobs",
    useListenNotify: true,
    // No cron here: nothing of it polls.
    schedule: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "the queue failed"));
  boss.on("warning", ({ message, data }) => log.warn({ data }, message));

  function insert(
    transaction: Queryable,
    queue: string,
    jobs: { id?: string; data: object; startAfter?: Date }[],
  ) {
    return boss.insert(queue, jobs, { db: within(transaction) });
  }

  return {
    async send(transaction, jobs: readonly EffectJob[]) {
      await insert(
        transaction,
        EFFECTS,
        jobs.map(({ id, executeAt }) => ({
          id,
          data: { effect: id },
          ...(isAhead(executeAt) ? { startAfter: executeAt } : {}),
        })),
      );
    },
    async again(transaction, id, at) {
      await insert(transaction, EFFECTS, [{ data: { effect: id }, startAfter: at }]);
    },
    async bury(transaction, { id, ticket, effect: { key, type } }, reason) {
      await insert(transaction, DEAD, [{ data: { effect: id, key, type, ticket, reason } }]);
    },
    async start(run) {
      await boss.start({ attempts: 5 });
      await boss.createQueue(DEAD, { retentionSeconds: 90 * DAY });
      await boss.createQueue(EFFECTS, {
        notify: true,
        // Of the job, not of the effect: a handler fails when the database does.
        retryLimit: 10,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        expireInSeconds: 300,
        // A survey may wait longer than the two weeks after which jobs are dropped unseen.
        retentionSeconds: 400 * DAY,
        deleteAfterSeconds: DAY,
      });
      await boss.work<{ effect: string }>(
        EFFECTS,
        {
          localConcurrency: 2,
          batchSize: Math.ceil(workers / 2),
          // A full batch is followed by the next at once: with one job a look, looks would be the limit.
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 5,
        },
        async (batch) => {
          await Promise.all(batch.map(({ data }) => run(data.effect)));
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: stopWithinMs }),
  };
}

/** A job without a time is due now, as the database counts it, and wakes the workers; one of a millisecond ago does not. */
function isAhead(at: Date): boolean {
  return at.getTime() > Date.now();
}

/** pg-boss's way to a database, within a transaction of ours. */
function within(transaction: Queryable): NonNullable<ConnectionOptions["db"]> {
  return { executeSql: async (text, values = []) => ({ rows: await transaction.query(text, values) }) };
}
