/** Processes of the service as they run in production, from dist. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Running {
  url: string;
  /** The value of a metric, summed over its labels. */
  metric(name: string): Promise<number>;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

export async function startProcess(port: number, environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  return {
    url,
    async metric(name) {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text
        .split("\n")
        .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
    },
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 120; waited++) {
    if (child.exitCode !== null) throw new Error("the service did not start");
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(500);
  }
  throw new Error("the service was not ready within a minute");
}
