/** The service on the database of the run, asked without a socket; its logs kept. */
import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterEach } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Database } from "../../src/database/database.ts";
import type { Effects, EffectsParts } from "../../src/effects/effects.ts";
import { createLog } from "../../src/log.ts";
import { startService } from "../../src/service.ts";

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  /** Parsed, when it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  body: any;
  text: string;
}

export interface TestService {
  app: FastifyInstance;
  ask(
    method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH",
    url: string,
    body?: unknown,
    headers?: object,
  ): Promise<Answer>;
  /** All that was logged so far. */
  logs(): string;
  stop(): Promise<void>;
}

/** Effects stay as they were planned: what becomes of them is tested where the workers are. */
const idleEffects = ({ database }: EffectsParts): Effects => ({
  queue: { send: async () => undefined },
  start: async () => undefined,
  stop: async () => undefined,
  ready: () => true,
  async oldestDue() {
    const [row] = await database.query<{ due: Date }>("select min(execute_at) as due from effects");
    return row?.due ?? null;
  },
  redrive: async () => false,
});

const stops: (() => Promise<void>)[] = [];

/** Call once in a file that starts services: those that a test leaves running are stopped after it. */
export function stopServices(): void {
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
}

export async function service(
  database: Database,
  environment: Record<string, string> = {},
): Promise<TestService> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { app, stop } = await startService({
    config: readConfig(environment),
    database,
    log: createLog("trace", sink),
    effectsOf: idleEffects,
  });
  stops.push(stop);
  return {
    app,
    stop,
    logs: () => lines.join(""),
    async ask(method, url, body, headers = {}) {
      const isText = typeof body === "string";
      const response = await app.inject({
        method,
        url,
        headers: body === undefined ? { ...headers } : { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
      });
      const isJson = /json/.test(String(response.headers["content-type"]));
      return {
        status: response.statusCode,
        headers: response.headers,
        body: isJson && response.body !== "" ? JSON.parse(response.body) : undefined,
        text: response.body,
      };
    },
  };
}
