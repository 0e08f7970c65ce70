/** Starts the service, and stops it when asked to. */
import { ConfigProblem, readConfig } from "./config.ts";
import { openDatabase } from "./database/open.ts";
import { createLog } from "./log.ts";
import { startService } from "./service.ts";

/** What an orchestrator waits before it kills, and a little less. */
const STOP_WITHIN_MS = 25_000;

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/i;

let log = createLog("info");

try {
  const config = readConfig(process.env);
  log = createLog(config.LOG_LEVEL);
  if (config.API_TOKEN === undefined && !LOOPBACK.test(config.HOST)) {
    log.warn(
      { host: config.HOST },
      "whoever reaches this host may read and change everything: set API_TOKEN",
    );
  }
  const database = await openDatabase(config, log);
  const service = await startService({ config, database, log });

  const stop = async (signal: string) => {
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("could not stop in time");
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    await service.stop();
    await database.close();
    log.info("stopped");
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));

  await service.app.listen({ port: config.PORT, host: config.HOST });
} catch (error) {
  if (error instanceof ConfigProblem)
    log.fatal({ problems: error.problems }, "the configuration is not valid");
  else log.fatal({ err: error }, "could not start");
  process.exit(1);
}
