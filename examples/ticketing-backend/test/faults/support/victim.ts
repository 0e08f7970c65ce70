/** Starts the service as a process, talks to it, kills it, starts it again on the same data. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TicketEvent } from "ticket-rules";
import type { Step } from "./steps.ts";

export interface Victim {
  /** The status of the answer; null when there was none. */
  post(event: TicketEvent): Promise<number | null>;
  /** From now on: SIGKILL when it passes the step for the nth time. */
  killAt(step: Step, count: number): void;
  /** Ends by SIGKILL; gives the step at which, if it was at one. */
  killed: Promise<string | null>;
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<number | null>;
}

const ENTRY = fileURLToPath(new URL("process.ts", import.meta.url));

export interface VictimOptions {
  receiver: string;
  /** DATABASE_URL, or DATA_DIR for the embedded database. */
  environment: Record<string, string>;
}

export async function startVictim({ receiver, environment }: VictimOptions): Promise<Victim> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", ENTRY], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...inherited,
      LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
      RECEIVER: receiver,
      BOTS_URL: `${receiver}/bots`,
      SURVEYS_URL: `${receiver}/surveys`,
      EFFECT_RETRY_BASE_MS: "100",
      EFFECT_SWEEP_MS: "200",
      EFFECT_LEASE_MS: "1500",
      EFFECT_STOP_MS: "2000",
      ...environment,
    },
  });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(child, "close");
  const killed = ended.then(() => /^killed (.*)$/m.exec(output)?.[1] ?? null);
  const address = await addressOf(child);

  return {
    killed,
    async post(event) {
      try {
        const response = await fetch(`${address}/events`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(event),
          signal: AbortSignal.timeout(10_000),
        });
        await response.body?.cancel();
        return response.status;
      } catch {
        return null;
      }
    },
    killAt(step, count) {
      child.send({ step, count });
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const message = await Promise.race([
    once(child, "message").then(([first]: { address: string }[]) => first),
    once(child, "close").then(() => undefined),
  ]);
  if (message === undefined)
    throw new Error(`the service ended before it listened: ${child.exitCode ?? child.signalCode}`);
  return message.address;
}
