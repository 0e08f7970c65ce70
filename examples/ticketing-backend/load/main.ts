/**
 * `npm run load`: events a second, latencies, and where the time goes. On PostgreSQL with DATABASE_URL (in a database
 * that it creates and drops), else on the embedded one.
 *
 *     npm run load -- [seconds] [connections]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { createDatabase } from "../test/support/createDatabase.ts";
import { type Running, startProcess } from "./processes.ts";
import { eventOf, workspaceOf } from "./workload.ts";

const [seconds = 20, connections = 32] = process.argv.slice(2).map(Number);
const server = process.env.DATABASE_URL;
const FIRST_PORT = 4100;

interface Scenario {
  processes: number;
  rules: number;
}

const scenarios: Scenario[] =
  server === undefined
    ? [1, 10_000].map((rules) => ({ processes: 1, rules }))
    : [1, 2].flatMap((processes) => [1, 10_000].map((rules) => ({ processes, rules })));

/** Stands for the bots: answers at once. */
const bots = createServer((request, response) => {
  request.resume().on("end", () => response.writeHead(204).end());
});
bots.listen(0, "127.0.0.1");
const botsUrl = () => `http://127.0.0.1:${(bots.address() as AddressInfo).port}`;

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores for all: service, database and load; Node ${process.version}`,
);
console.log(
  `${server === undefined ? "PGlite" : "PostgreSQL"}, ${connections} connections, ${seconds} s each\n`,
);
console.log(
  "| processes | rules | events/s | p50 ms | p97.5 ms | p99 ms | in `record` ms | in the transaction ms | CPU of Node, ms/event | CPU of PostgreSQL, ms/event | effects done/planned |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|");
for (const scenario of scenarios) console.log(await measure(scenario));
bots.close();

async function measure({ processes, rules }: Scenario): Promise<string> {
  const place = await placeFor();
  const running: Running[] = [];
  try {
    for (let at = 0; at < processes; at++)
      running.push(await startProcess(FIRST_PORT + at, { ...place.environment, BOTS_URL: botsUrl() }));
    await saveRules(running[0]?.url ?? "", rules);
    await fire(running, "warm", Math.min(5, seconds));
    const spentBefore: Record<string, number> = {
      ...(await totals(running)),
      backends: await place.cpuSeconds(),
    };
    const results = await fire(running, "run", seconds);
    const after: Record<string, number> = { ...(await totals(running)), backends: await place.cpuSeconds() };

    const spent = Object.fromEntries(
      Object.entries(after).map(([key, value]) => [key, value - (spentBefore[key] ?? 0)]),
    );
    const {
      events = 0,
      evaluation = 0,
      transaction = 0,
      cpu = 0,
      backends = 0,
      planned = 0,
      done = 0,
    } = spent;
    const answered = sum(results, (result) => result["2xx"]);
    const failed = sum(results, (result) => result.non2xx + result.errors);
    if (failed > 0) throw new Error(`${failed} requests failed`);
    const worst = (percentile: "p50" | "p97_5" | "p99") =>
      Math.max(...results.map(({ latency }) => latency[percentile]));
    const each = (total: number) => ((1_000 * total) / events).toFixed(2);
    return `| ${[
      processes,
      rules.toLocaleString("en"),
      Math.round(answered / seconds).toLocaleString("en"),
      worst("p50"),
      worst("p97_5"),
      worst("p99"),
      each(evaluation),
      each(transaction),
      each(cpu),
      Number.isNaN(backends) ? "–" : each(backends),
      `${done.toLocaleString("en")}/${planned.toLocaleString("en")}`,
    ].join(" | ")} |`;
  } finally {
    for (const each of running) await each.stop();
    await place.remove();
  }
}

interface Place {
  environment: Record<string, string>;
  /** What the server has spent on the connections that are open; not a number where that cannot be read. */
  cpuSeconds(): Promise<number>;
  remove(): Promise<void>;
}

async function placeFor(): Promise<Place> {
  if (server !== undefined) {
    const { url, drop } = await createDatabase(server);
    return { environment: { DATABASE_URL: url }, cpuSeconds: () => cpuOfBackends(url), remove: drop };
  }
  const folder = mkdtempSync(join(tmpdir(), "ticketing-load-"));
  return {
    environment: { DATA_DIR: folder },
    cpuSeconds: async () => Number.NaN,
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** From /proc, so only where the server runs on this machine and this is Linux. */
async function cpuOfBackends(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
  const TICKS_A_SECOND = 100;
  return sum(rows, ({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    } catch {
      return Number.NaN;
    }
  });
}

async function saveRules(url: string, rules: number): Promise<void> {
  const response = await fetch(`${url}/workspace`, {
    method: "PUT",
    headers: { "content-type": "application/json", "if-match": "*" },
    body: JSON.stringify(workspaceOf(rules)),
  });
  if (!response.ok) throw new Error(`the rules were refused: ${await response.text()}`);
}

/** Each process gets its share of the connections, and events of its own. */
function fire(running: readonly Running[], run: string, duration: number): Promise<autocannon.Result[]> {
  return Promise.all(
    running.map(({ url }, at) => {
      let n = 0;
      const next = () => eventOf(`${run}${at}`, n++);
      return autocannon({
        url,
        connections: Math.ceil(connections / running.length),
        duration,
        requests: [
          {
            method: "POST",
            path: "/events",
            headers: { "content-type": "application/json" },
            setupRequest: (request) => ({ ...request, body: next() }),
          },
        ],
      });
    }),
  );
}

async function totals(running: readonly Running[]): Promise<Record<string, number>> {
  const names = {
    events: "ticketing_evaluation_seconds_count",
    evaluation: "ticketing_evaluation_seconds_sum",
    transaction: "ticketing_event_transaction_seconds_sum",
    cpu: "process_cpu_seconds_total",
    planned: 'ticketing_effects_total{type="activateBot",result="planned"}',
    done: 'ticketing_effects_total{type="activateBot",result="done"}',
  };
  const entries = await Promise.all(
    Object.entries(names).map(async ([key, name]) => {
      const values = await Promise.all(running.map((each) => each.metric(name)));
      return [key, values.reduce((total, value) => total + value, 0)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
