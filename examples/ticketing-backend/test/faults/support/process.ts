/**
 * The service as a process of its own, as `main.ts` starts it, with two differences: its webhook leads to a receiver on
 * this machine, which no workspace may name; and whoever started it can have it killed at a step.
 */
import { readConfig } from "../../../src/config.ts";
import { openDatabase } from "../../../src/database/open.ts";
import { createEffects } from "../../../src/effects/effects.ts";
import { createLog } from "../../../src/log.ts";
import { createOutbound } from "../../../src/outbound/outbound.ts";
import { startService } from "../../../src/service.ts";
import { createSteps, type Step, steppingDatabase, steppingOutbound } from "./steps.ts";
import { WEBHOOK } from "./workspace.ts";

const receiver = process.env.RECEIVER ?? "";
const config = readConfig(process.env);
const log = createLog(config.LOG_LEVEL);
const steps = createSteps();

process.on("message", ({ step, count }: { step: Step; count: number }) => steps.killAt(step, count));
// Nobody is left to stop it.
process.on("disconnect", () => process.exit(2));

const opened = await openDatabase(config, log);
const database = steppingDatabase(opened, steps);
const outbound = createOutbound({ allow: ["127.0.0.1"], totalMs: 2_000 });
const toReceiver = steppingOutbound(
  {
    ...outbound,
    post: (post) => outbound.post({ ...post, url: post.url.replace(WEBHOOK, `${receiver}/webhook`) }),
  },
  steps,
);
const service = await startService({
  config,
  database,
  log,
  effectsOf: (parts) => createEffects({ ...parts, services: toReceiver, webhooks: toReceiver }),
});
process.once("SIGTERM", async () => {
  await service.stop();
  await opened.close();
  process.exit(0);
});
const address = await service.app.listen({ port: 0, host: "127.0.0.1" });
process.send?.({ address });
