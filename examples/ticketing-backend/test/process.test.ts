/** The service as a process: started, asked over a socket, told to stop. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createDatabase } from "./support/createDatabase.ts";
import { message } from "./support/samples.ts";

const SERVER = process.env.DATABASE_URL;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

interface Process {
  child: ChildProcess;
  url: string;
  output(): string;
}

/** Where the data of one test is: a folder, or a database on the server. */
async function place(): Promise<{ DATABASE_URL?: string; DATA_DIR?: string }> {
  if (SERVER !== undefined && SERVER !== "") {
    const { url, drop } = await createDatabase(SERVER);
    undo.push(drop);
    return { DATABASE_URL: url };
  }
  const folder = mkdtempSync(join(tmpdir(), "ticketing-test-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return { DATA_DIR: folder };
}

function run(environment: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: new URL("..", import.meta.url),
    env: { PATH: process.env.PATH, PORT: "0", ...environment },
  });
  undo.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  return { child, output: () => output };
}

async function start(environment: Record<string, string>): Promise<Process> {
  const { child, output } = run(environment);
  for (;;) {
    const url = /listening at (http:\S+?)"/.exec(output())?.[1];
    if (url !== undefined) return { child, url, output };
    if (child.exitCode !== null) throw new Error(`it did not start: ${output()}`);
    await sleep(50);
  }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

/** Bots that take a second to answer. */
async function slowReceiver() {
  let wasAsked: () => void = () => undefined;
  const bots = {
    url: "",
    answered: 0,
    bodies: [] as unknown[],
    asked: new Promise<void>((done) => (wasAsked = done)),
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", async () => {
      bots.bodies.push(JSON.parse(body));
      wasAsked();
      await sleep(1_000);
      bots.answered++;
      response.writeHead(204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => server.close());
  bots.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return bots;
}

async function statusesOf({ url }: Process, event: string): Promise<string[]> {
  const decision = (await (await fetch(`${url}/decisions/${event}`)).json()) as {
    effects: { status: string }[];
  };
  return decision.effects.map(({ status }) => status);
}

const post = (url: string, body: object) =>
  fetch(`${url}/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("a process", { timeout: 180_000 }, () => {
  test("fires a rule of the sample, lets its effect finish when told to stop, and knows all of it at the next start", async () => {
    const bots = await slowReceiver();
    const environment = { ...(await place()), BOTS_URL: bots.url };
    const first = await start(environment);
    const answer = await (await post(first.url, message("e-1"))).json();
    expect(answer).toMatchObject({ decision: { fired: ["lead-bot"] } });

    await bots.asked;
    first.child.kill("SIGTERM");
    expect([await exitOf(first.child), bots.answered]).toEqual([0, 1]);
    expect(bots.bodies).toMatchObject([{ bot: "bot-lead", ticket: "t-1" }]);
    expect(first.output()).toContain('"msg":"stopped"');

    const second = await start(environment);
    expect(await (await post(second.url, message("e-1"))).json()).toEqual(answer);
    expect(await statusesOf(second, "e-1")).toEqual(["done"]);
    if (environment.DATABASE_URL === undefined) {
      // Two processes would spoil an embedded database: the later one is turned away.
      const intruder = run(environment);
      expect(await exitOf(intruder.child)).toBe(1);
      expect(intruder.output()).toContain(`in use by process ${second.child.pid}`);
    }

    second.child.kill("SIGKILL");
    await once(second.child, "exit");
    const third = await start(environment);
    expect(await (await post(third.url, message("e-1"))).json()).toEqual(answer);
    expect(bots.answered).toBe(1);
  });

  test("says what is wrong with its configuration, and ends", async () => {
    const { child, output } = run({ PORT: "eighty" });
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain("PORT");
    // One line of the log, as everything else that it says.
    expect(JSON.parse(output())).toMatchObject({ level: 60, problems: [expect.stringContaining("PORT")] });
  });

  test("that cannot make its folder ends, with the reason", async () => {
    const { child, output } = run({ DATA_DIR: "/dev/null/data" });
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain("DATA_DIR cannot be used: ENOTDIR");
  });

  test("that everybody may reach, without a token, says so", async () => {
    const { child, output } = run({ HOST: "0.0.0.0", DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    await exitOf(child);
    expect(output()).toContain("set API_TOKEN");
  });

  test("that cannot reach its database ends, with the reason", async () => {
    const { child, output } = run({ DATABASE_URL: "postgres://nobody:hunter2@127.0.0.1:1/none" });
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain("ECONNREFUSED");
    expect(output()).not.toContain("hunter2");
  });
});
