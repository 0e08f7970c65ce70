/** Carries out what is due for a ticket: claim, attempt, judge, write down; and again, until nothing is due. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { Metrics } from "../metrics.ts";
import type { RuleSets } from "../workspace/ruleSets.ts";
import { type Claimed, claim } from "./claim.ts";
import type { Jobs } from "./jobs.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Perform } from "./perform.ts";
import { settle } from "./settle.ts";

export interface WorkerParts {
  database: Database;
  ruleSets: RuleSets;
  jobs: Pick<Jobs, "again" | "bury">;
  perform: Perform;
  metrics: Metrics;
  log: Logger;
  leaseMs: number;
  retryBaseMs: number;
  now: () => Date;
  random: () => number;
}

/** Milliseconds between tries to write down what is done: unwritten it would be done once more. */
const PAUSES = [100, 500, 2_000, 5_000];

export type Worker = ReturnType<typeof createWorker>;

export function createWorker(parts: WorkerParts) {
  const { database, perform, metrics, log, now, random, retryBaseMs } = parts;
  const interruption = new AbortController();
  let stopping = false;

  async function runTicket(ticket: string): Promise<void> {
    while (!stopping) {
      const claimed = await claim(ticket, now(), parts);
      if (claimed.kind === "none") return;
      if (claimed.kind === "claimed") await attempt(claimed);
      else report(claimed.effect, "cancelled", { reason: claimed.reason });
    }
  }

  async function attempt(claimed: Claimed): Promise<void> {
    const { effect, attempts, traceparent, rules } = claimed;
    const answer = await perform({
      effect,
      traceparent,
      document: rules.document,
      at: now(),
      signal: interruption.signal,
    });
    const at = now();
    const interrupted = answer.type === "unanswered" && interruption.signal.aborted;
    const verdict: Verdict = interrupted
      ? { kind: "retry", at, reason: "the service stopped" }
      : judge(answer, { type: effect.type, attempts, at, retryBaseMs, random: random() });
    await patiently(() => settle(claimed, verdict, at, parts));
    const result = verdict.kind === "retry" ? "retried" : verdict.kind;
    report(effect, result, { attempts, ...(verdict.kind === "done" ? {} : { reason: verdict.reason }) });
  }

  function report({ type, key }: Claimed["effect"], result: string, details: object): void {
    metrics.effects.inc({ type, result });
    const line = { effect: key, type, result, ...details };
    if (result === "dead") log.error(line, "an effect was given up");
    else log.info(line, "effect");
  }

  return {
    /** What is due for the ticket of this effect. */
    async run(effect: string): Promise<void> {
      const [row] = await database.query<{ ticket: string }>(
        "select ticket_id as ticket from effects where id = $1 and status = 'pending'",
        [effect],
      );
      if (row !== undefined) await runTicket(row.ticket);
    },

    runTicket,

    /** No attempt is begun any more. */
    stop(): void {
      stopping = true;
    },

    /** Attempts under way are broken off, and their effects given back. */
    interrupt: () => interruption.abort(),
  };
}

async function patiently(work: () => Promise<void>): Promise<void> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch {
      await sleep(pause);
    }
  }
  return work();
}
