/** Carries out effects: the queue that the decision's transaction writes to, and the workers behind it. */
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Database } from "../database/database.ts";
import type { Metrics } from "../metrics.ts";
import { withBreaker } from "../outbound/breaker.ts";
import { createOutbound, type Outbound } from "../outbound/outbound.ts";
import type { RuleSets } from "../workspace/ruleSets.ts";
import { createJobs } from "./jobs.ts";
import { createPerform } from "./perform.ts";
import type { EffectQueue } from "./queue.ts";
import { createSweep } from "./sweep.ts";
import { createWorker } from "./worker.ts";

export interface EffectsParts {
  database: Database;
  ruleSets: RuleSets;
  config: Config;
  log: Logger;
  metrics: Metrics;
  /** Brought by tests, who have receivers of their own. */
  services?: Outbound;
  webhooks?: Outbound;
  now?: () => Date;
  random?: () => number;
}

export interface Effects {
  queue: EffectQueue;
  /** After the migrations, before the first event. */
  start(): Promise<void>;
  /** Begins nothing new and waits for what is under way; what takes too long is given back, for the next start. */
  stop(): Promise<void>;
  ready(): boolean;
  /** Since when the effect that has waited longest is due; null when none is. */
  oldestDue(): Promise<Date | null>;
  /** Tries one again that was given up, from the first attempt. False: it is not there, or was not given up. */
  redrive(id: string): Promise<boolean>;
}

/** An attempt lasts no longer than `ATTEMPT_MS`; a claim holds for as long again, to write down what came of it. */
const ATTEMPT_MS = 15_000;

export function createEffects(parts: EffectsParts): Effects {
  const { database, config, log: parentLog, now = () => new Date(), random = Math.random } = parts;
  const log = parentLog.child({ part: "effects" });
  const { BOTS_URL: botsUrl, SURVEYS_URL: surveysUrl } = config;
  const services = withBreaker(
    parts.services ?? createOutbound({ allow: hostsOf([botsUrl, surveysUrl]), totalMs: ATTEMPT_MS }),
  );
  const webhooks = withBreaker(
    parts.webhooks ?? createOutbound({ allow: config.OUTBOUND_ALLOW, totalMs: ATTEMPT_MS }),
  );
  const jobs = createJobs({
    database,
    log,
    workers: config.EFFECT_WORKERS,
    stopWithinMs: 2 * config.EFFECT_STOP_MS,
  });
  const perform = createPerform({ botsUrl, surveysUrl, services, webhooks });
  const worker = createWorker({
    ...parts,
    log,
    jobs,
    perform,
    leaseMs: config.EFFECT_LEASE_MS,
    retryBaseMs: config.EFFECT_RETRY_BASE_MS,
    now,
    random,
  });
  const sweep = createSweep({
    database,
    log,
    runTicket: worker.runTicket,
    workers: config.EFFECT_WORKERS,
    everyMs: config.EFFECT_SWEEP_MS,
    graceMs: config.EFFECT_SWEEP_MS,
    now,
  });
  let isReady = false;
  let stopped: Promise<void> | undefined;

  async function stop(): Promise<void> {
    isReady = false;
    worker.stop();
    const breakOff = setTimeout(worker.interrupt, config.EFFECT_STOP_MS);
    await Promise.all([jobs.stop(), sweep.stop()]);
    clearTimeout(breakOff);
    await Promise.all([services.close(), webhooks.close()]);
  }

  return {
    queue: jobs,
    ready: () => isReady,
    async start() {
      // The embedded database has one process: whoever held a claim is gone.
      if (database.kind === "pglite") {
        await database.query("update effects set claimed_until = null where claimed_until is not null");
      }
      await jobs.start(worker.run);
      sweep.start();
      isReady = true;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
    async oldestDue() {
      const [row] = await database.query<{ due: Date }>(
        `select coalesce(next_attempt_at, execute_at) as due from effects
          where status = 'pending' and coalesce(next_attempt_at, execute_at) <= $1
          order by 1 limit 1`,
        [now()],
      );
      return row?.due ?? null;
    },
    async redrive(id) {
      return database.transaction(async (transaction) => {
        const rows = await transaction.query(
          `update effects set status = 'pending', attempts = 0, next_attempt_at = $2, finished_at = null
            where id = $1 and status = 'dead' returning id`,
          [id, now()],
        );
        if (rows.length === 0) return false;
        await transaction.query("update surveys set status = 'pending' where effect_id = $1", [id]);
        await jobs.again(transaction, id, now());
        return true;
      });
    },
  };
}

/** The operator's own services may be anywhere, within the network too. */
function hostsOf(urls: (string | undefined)[]): string[] {
  return urls.filter((url) => url !== undefined).map((url) => new URL(url).hostname.replace(/^\[|\]$/g, ""));
}
