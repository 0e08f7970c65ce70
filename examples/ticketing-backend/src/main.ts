/** Starts the service, and stops it when asked to. */
import { readConfig } from "./config.ts";
import { openDatabase } from "./database/open.ts";
import { createLog } from "./log.ts";
import { startService } from "./service.ts";

/** What an orchestrator waits before it kills, and a little less. */
const STOP_WITHIN_MS = 25_000;

const config = readConfig(process.env);
const log = createLog(config.LOG_LEVEL);

try {
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
  log.fatal({ err: error }, "could not start");
  process.exit(1);
}
