/** Puts the parts together. What `main.ts` starts, and what tests start with parts of their own. */
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import { marked } from "./database/unavailable.ts";
import { createEffects, type Effects, type EffectsParts } from "./effects/effects.ts";
import { createAccept } from "./events/accept.ts";
import { inTurn } from "./events/assign.ts";
import { createMetrics } from "./metrics.ts";
import { buildServer } from "./server.ts";
import { installSample } from "./workspace/install.ts";
import { createRuleSets } from "./workspace/ruleSets.ts";

export interface Service {
  app: FastifyInstance;
  /** Takes no more requests, waits for those in flight, then for effects under way. Leaves the database open. */
  stop(): Promise<void>;
}

export interface ServiceParts {
  config: Config;
  database: Database;
  log: Logger;
  /** Tests bring workers that do nothing. */
  effectsOf?: (parts: EffectsParts) => Effects;
}

export async function startService({
  config,
  database: opened,
  log,
  effectsOf = createEffects,
}: ServiceParts): Promise<Service> {
  const database = marked(opened);
  const ran = await migrate(database);
  if (ran.length > 0) log.info({ migrations: ran }, "tables brought up to date");
  if (await installSample(database)) log.info("no workspace was stored: the sample is installed");

  const metrics = createMetrics();
  const ruleSets = createRuleSets(log);
  const effects = effectsOf({ database, ruleSets, config, log, metrics });
  const accept = createAccept({
    database,
    ruleSets,
    queue: effects.queue,
    assign: inTurn(config.AGENTS),
    metrics,
  });

  let stopping = false;
  const readiness = { database, effects, isStopping: () => stopping };
  const app = await buildServer({ config, log, accept, metrics, readiness });
  // Compiled before the first event waits for it.
  await database.transaction((transaction) => ruleSets.current(transaction));
  await effects.start();
  return {
    app,
    async stop() {
      stopping = true;
      await app.close();
      await effects.stop();
    },
  };
}
