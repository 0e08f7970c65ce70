/** For those who run the service: is it alive, can it work, what did it count. Without a token; nothing secret in it. */
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";
import type { Effects } from "../effects/effects.ts";
import type { Metrics } from "../metrics.ts";

const PATIENCE_MS = 2_000;

export interface Readiness {
  database: Database;
  effects: Pick<Effects, "ready" | "oldestDue" | "redrive">;
  isStopping: () => boolean;
}

export function operationRoutes(app: FastifyInstance, metrics: Metrics, readiness: Readiness): void {
  app.get("/health/live", { schema: { hide: true } }, async () => ({ status: "alive" }));

  app.get("/health/ready", { schema: { hide: true } }, async (_request, reply) => {
    const checks = {
      database: await inTime(readiness.database.query("select 1")).then(
        () => true,
        () => false,
      ),
      effects: readiness.effects.ready(),
      accepting: !readiness.isStopping(),
    };
    const isReady = Object.values(checks).every(Boolean);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ready" : "not ready", checks });
  });

  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) => {
    // Not a number: not known.
    await inTime(readiness.effects.oldestDue()).then(
      (due) => metrics.queueAge.set(due === null ? 0 : Math.max(0, Date.now() - due.getTime()) / 1_000),
      () => metrics.queueAge.set(Number.NaN),
    );
    reply.header("content-type", metrics.registry.contentType);
    return metrics.registry.metrics();
  });
}

/** Rejects when it takes longer: a database behind a broken network does not refuse, it is silent. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the database is silent")), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
