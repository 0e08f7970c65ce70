/** The service without its HTTP side, in this process: events go into `accept`, effects come out at a receiver. */
import type { Workspace } from "ticket-rules";
import { readConfig } from "../../../src/config.ts";
import type { Database } from "../../../src/database/database.ts";
import { createEffects, type Effects } from "../../../src/effects/effects.ts";
import { type Accept, createAccept } from "../../../src/events/accept.ts";
import { createLog } from "../../../src/log.ts";
import { createMetrics } from "../../../src/metrics.ts";
import { createOutbound, type Outbound } from "../../../src/outbound/outbound.ts";
import { createRuleSets } from "../../../src/workspace/ruleSets.ts";
import type { Receiver } from "./receiver.ts";
import { WEBHOOK } from "./workspace.ts";

const silent = createLog(process.env.LOG_LEVEL ?? "silent");

export interface Harness {
  accept: Accept;
  effects: Effects;
  stop(): Promise<void>;
}

export interface HarnessOptions {
  database: Database;
  receiver: Receiver;
  environment?: Record<string, string>;
  now?: () => Date;
  webhooks?: Outbound;
}

/** Waits are short here: what takes seconds in production takes milliseconds. */
const QUICK = {
  EFFECT_RETRY_BASE_MS: "40",
  EFFECT_SWEEP_MS: "250",
  EFFECT_LEASE_MS: "1500",
  EFFECT_STOP_MS: "1000",
  EFFECT_WORKERS: "4",
};

export async function startHarness({
  database,
  receiver,
  environment,
  now,
  webhooks,
}: HarnessOptions): Promise<Harness> {
  const config = readConfig({
    ...QUICK,
    BOTS_URL: `${receiver.url}/bots`,
    SURVEYS_URL: `${receiver.url}/surveys`,
    ...environment,
  });
  const ruleSets = createRuleSets(silent);
  const metrics = createMetrics();
  const effects = createEffects({
    database,
    ruleSets,
    config,
    log: silent,
    metrics,
    webhooks: webhooks ?? toReceiver(receiver),
    ...(now === undefined ? {} : { now }),
  });
  await effects.start();
  const accept = createAccept({
    database,
    ruleSets,
    queue: effects.queue,
    assign: async () => null,
    metrics,
  });
  return { accept, effects, stop: () => effects.stop() };
}

/** Workspaces take no webhook of this machine; the one that they name is here. */
export function toReceiver(
  receiver: Receiver,
  outbound: Outbound = createOutbound({ allow: ["127.0.0.1"] }),
): Outbound {
  return {
    post: (post) => outbound.post({ ...post, url: post.url.replace(WEBHOOK, `${receiver.url}/webhook`) }),
    close: () => outbound.close(),
  };
}

/** Puts these rules in force. */
export async function use(database: Database, document: Workspace): Promise<void> {
  await database.query(
    "insert into workspace_versions (version, document) select coalesce(max(version), 0) + 1, $1 from workspace_versions",
    [JSON.stringify(document)],
  );
}

export interface EffectRow {
  key: string;
  type: string;
  status: string;
  reason: string | null;
  attempts: number;
}

export async function effectRows(database: Database): Promise<EffectRow[]> {
  return database.query<EffectRow>("select key, type, status, reason, attempts from effects order by seq");
}

/** Polls until it holds. A test that waits for what never comes fails by its own timeout, with what was last seen. */
export async function until<Seen>(
  look: () => Promise<Seen> | Seen,
  holds: (seen: Seen) => boolean,
): Promise<Seen> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function settled(database: Database): Promise<EffectRow[]> {
  return until(
    () => effectRows(database),
    (rows) => rows.length > 0 && rows.every(({ status }) => status !== "pending"),
  );
}
