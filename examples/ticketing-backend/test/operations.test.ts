/** What those who run the service ask of it, also when the database is away. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import type { Database } from "../src/database/database.ts";
import { migrate } from "../src/database/migrate.ts";
import { useDatabase } from "./support/database.ts";
import { message } from "./support/samples.ts";
import { service, stopServices } from "./support/service.ts";

const database = useDatabase();
stopServices();

/** A database that can be cut off: refusing, as a server that is down, or silent, as one behind a broken network. */
function breakable(real: Database) {
  let state: "up" | "refusing" | "silent" = "up";
  const guarded = <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (state === "up") return work();
    if (state === "silent") return new Promise(() => undefined);
    return Promise.reject(
      Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:5432"), { code: "ECONNREFUSED" }),
    );
  };
  const cut: Database = {
    ...real,
    query: (text, values) => guarded(() => real.query(text, values)),
    transaction: (work) => guarded(() => real.transaction(work)),
  };
  return {
    database: cut,
    become(next: typeof state) {
      state = next;
    },
  };
}

describe("with the database", () => {
  test("it is alive and ready", async () => {
    const { ask } = await service(database.current);
    expect((await ask("GET", "/health/live")).status).toBe(200);
    const { status, body } = await ask("GET", "/health/ready");
    expect([status, body.checks]).toEqual([200, { database: true, effects: true, accepting: true }]);
  });

  test("it counts events, decisions, effects and the age of the queue", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", message("e-1"));
    await ask("POST", "/events", { ...message("e-2"), type: "made.up" });
    await ask("POST", "/events", { ...message("e-3"), type: "\u202e".repeat(200) });
    await ask("POST", "/events", message("e-1", {}, "other"));
    const { text, headers } = await ask("GET", "/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(text).toContain('ticketing_events_total{type="message.received",result="new"} 1');
    expect(text).toContain('ticketing_events_total{type="other",result="new"} 2');
    expect(text).toContain('ticketing_events_total{type="message.received",result="otherBody"} 1');
    expect(text).toContain('ticketing_decisions_total{fired="true"} 1');
    expect(text).toContain('ticketing_effects_total{type="activateBot",result="planned"} 1');
    expect(text).toMatch(/ticketing_evaluation_seconds_count 3/);
    expect(text).toMatch(/ticketing_queue_age_seconds \d/);
  });

  test("any number of processes may migrate at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(database.current)));
    const names = (await database.current.query<{ name: string }>("select name from migrations")).map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("without the database", () => {
  test.each(["refusing", "silent"] as const)(
    "that is %s: alive, not ready, and metrics are told",
    async (how) => {
      const { database: cut, become } = breakable(database.current);
      const { ask } = await service(cut);
      become(how);
      expect((await ask("GET", "/health/live")).status).toBe(200);
      const ready = await ask("GET", "/health/ready");
      expect([ready.status, ready.body.checks.database]).toEqual([503, false]);
      const metrics = await ask("GET", "/metrics");
      expect([metrics.status, metrics.text]).toEqual([
        200,
        expect.stringContaining("ticketing_queue_age_seconds Nan"),
      ]);
      become("up");
      expect((await ask("GET", "/health/ready")).status).toBe(200);
    },
  );

  test("events are refused with 503, for the sender to send again", async () => {
    const { database: cut, become } = breakable(database.current);
    const { ask } = await service(cut);
    become("refusing");
    const answer = await ask("POST", "/events", message("e-1"));
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"]);
    expect(answer.text).not.toContain("10.0.0.7");
    become("up");
    expect((await ask("POST", "/events", message("e-1"))).status).toBe(200);
  });
});

describe("a client that hangs up in the middle of its body", () => {
  test("is not taken for a database that does not answer", async () => {
    const { app, logs } = await service(database.current);
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    const head = "POST /events HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 900";
    socket.write(`${head}\r\n\r\n{"id":`);
    const [request] = await once(app.server, "request");
    const closed = new Promise((resolve) => request.on("close", resolve));
    socket.destroy();
    await closed;
    await new Promise(setImmediate);
    expect(logs()).not.toContain("the database does not answer");
  });
});

describe("a request without a body that names a type for it", () => {
  test.each([
    ["DELETE", "/workspace/rules/nothing", 428],
    ["POST", "/effects/nothing/retry", 404],
    ["POST", "/events", 400],
  ] as const)("%s %s is judged by what it asks: %i", async (method, url, status) => {
    const { app } = await service(database.current);
    const response = await app.inject({ method, url, headers: { "content-type": "application/json" } });
    expect(response.statusCode).toBe(status);
  });
});

describe("a service that stops", () => {
  test("turns away who kept a connection, with a problem", async () => {
    let finish: () => void = () => undefined;
    let open = Promise.resolve();
    const slow: Database = {
      ...database.current,
      query: (text, values) => open.then(() => database.current.query(text, values)),
    };
    const { app, stop } = await service(slow);
    open = new Promise<void>((resolve) => (finish = resolve));
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    socket.on("data", (chunk) => (heard += String(chunk)));
    const gone = once(socket, "close");
    socket.write("GET /tickets/t-1 HTTP/1.1\r\nhost: a\r\n\r\n");
    await once(app.server, "request");
    const stopped = stop();
    socket.write("GET /tickets/t-2 HTTP/1.1\r\nhost: a\r\naccept-language: es\r\n\r\n");
    await once(app.server, "request");
    finish();
    await Promise.all([stopped, gone]);
    expect(heard).toContain("HTTP/1.1 404");
    expect(heard).toContain("HTTP/1.1 503");
    expect(heard).toMatch(/retry-after: 5/i);
    expect(heard).toContain("application/problem+json");
    expect(heard).toContain("urn:ticketing-backend:problem:stopping");
  });
});

describe("a token", () => {
  const token = "a-token-of-the-tests";
  test("when there is one, guards all but health, metrics and the description", async () => {
    const { ask, logs } = await service(database.current, { API_TOKEN: token });
    const guarded = [
      "/workspace",
      "/workspace/rules",
      "/workspace/versions",
      "/decisions/e-1",
      "/tickets/t-1",
      "/effects/dead",
    ];
    for (const url of guarded) {
      expect((await ask("GET", url)).status).toBe(401);
      expect((await ask("GET", url, undefined, { authorization: "Bearer wrong" })).status).toBe(401);
      expect((await ask("GET", url, undefined, { authorization: `Bearer ${token}` })).status).not.toBe(401);
    }
    expect((await ask("POST", "/events", message("e-1"))).status).toBe(401);
    for (const url of ["/health/live", "/health/ready", "/metrics", "/openapi.json"])
      expect((await ask("GET", url)).status).toBe(200);
    expect(logs()).not.toContain(token);
  });
});

describe("the description", () => {
  test("is OpenAPI 3.1, names every route, and refers to nothing that is not in it", async () => {
    const { ask } = await service(database.current);
    const { body, text } = await ask("GET", "/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        "/events",
        "/workspace",
        "/workspace/versions",
        "/workspace/versions/{version}",
        "/workspace/rules",
        "/workspace/rules/{id}",
        "/decisions/{event}",
        "/decisions/{event}/verification",
        "/tickets/{ticket}",
        "/effects/dead",
        "/effects/{id}/retry",
      ]),
    );
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((name) => !(name in body.components.schemas))).toEqual([]);
    expect(text).not.toContain("$defs");
    expect(body.paths["/events"].post.requestBody.content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/TicketEvent",
    });
  });

  test("lets secrets be written and not read", async () => {
    const { ask } = await service(database.current);
    const { BotcenterSettings } = (await ask("GET", "/openapi.json")).body.components.schemas;
    expect(BotcenterSettings.properties.apiToken.writeOnly).toBe(true);
    expect(BotcenterSettings.required).not.toContain("apiToken");
  });
});

describe("what is not there", () => {
  test("is a problem like any other", async () => {
    const { ask } = await service(database.current);
    for (const [method, url] of [
      ["GET", "/nothing"],
      ["DELETE", "/workspace"],
      ["POST", "/workspace/rules"],
    ] as const) {
      const { status, body } = await ask(method, url);
      expect([status, body.type]).toEqual([404, "urn:ticketing-backend:problem:notFound"]);
    }
    const bad = await ask("GET", "/decisions/%zz");
    expect([bad.status, bad.body.type]).toEqual([400, "urn:ticketing-backend:problem:badRequest"]);
  });
});

describe("the configuration", () => {
  test("that is not valid is told by variable, without its value", () => {
    const read = () =>
      readConfig({ PORT: "eighty", API_TOKEN: "short", DATABASE_URL: "mysql://user:hunter2@host/db" });
    expect(read).toThrow(/PORT: .*\nDATABASE_URL: .*\nAPI_TOKEN: /);
    expect(read).toThrow(/DATABASE_URL: expected postgres:/);
    expect(read).not.toThrow(/hunter2|short|eighty/);
  });

  test("is in the README, every variable of it", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const source = readFileSync(new URL("../src/config.ts", import.meta.url), "utf8");
    const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
