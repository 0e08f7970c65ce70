/** Connections to PostgreSQL that end when they like: each costs its request, none the process. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { migrate } from "../../src/database/migrate.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { createLog } from "../../src/log.ts";
import { createDatabase } from "../support/createDatabase.ts";
import { databaseUrl } from "../support/database.ts";
import { message } from "../support/samples.ts";
import { service, stopServices } from "../support/service.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});
stopServices();

function part(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body, "latin1")]);
}

const READY = Buffer.concat([part("R", "\0\0\0\0"), part("Z", "I")]);
const FATAL = part("E", "SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0");

/** A server that lets everybody in and throws them out in the same breath. */
async function rudeServer(): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.once("data", () => socket.end(Buffer.concat([READY, FATAL])));
  });
  undo.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

describe("a connection that is lost at the moment it is handed over", () => {
  it("fails the transaction, not the process", async () => {
    const uncaught: unknown[] = [];
    const hear = (error: unknown) => uncaught.push(error);
    process.on("uncaughtException", hear);
    undo.push(() => process.off("uncaughtException", hear));
    const database = openPostgres({ url: await rudeServer(), connections: 2, log: createLog("silent") });
    undo.push(() => database.close());
    await expect(database.transaction((transaction) => transaction.query("select 1"))).rejects.toThrow();
    expect(uncaught).toEqual([]);
  });
});

const server = databaseUrl;
if (server !== undefined) {
  describe("a server that ends all connections while requests are under way", () => {
    it("gets them answered 200 or 503, and leaves the process alive", async () => {
      const { url, drop } = await createDatabase(server);
      undo.push(drop);
      const database = openPostgres({ url, connections: 10, log: createLog("silent") });
      undo.push(() => database.close());
      await migrate(database);
      const { ask, stop } = await service(database);

      const killer = new pg.Client({ connectionString: server });
      await killer.connect();
      undo.push(() => killer.end());
      let rounds = 0;
      const statuses = new Map<number, number>();
      const post = async (poster: number) => {
        for (let event = 0; rounds < 30; event++) {
          const ticket = { id: `t-${poster}-${event}` };
          const { status } = await ask("POST", "/events", message(`e-${poster}-${event}`, ticket));
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      const posters = Array.from({ length: 16 }, (_, poster) => post(poster));
      for (; rounds < 30; rounds++) {
        await killer.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
          new URL(url).pathname.slice(1),
        ]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await Promise.all(posters);
      expect([...statuses.keys()].sort()).toEqual([200, 503]);
      expect((await ask("POST", "/events", message("e-last"))).status).toBe(200);
      await stop();
    }, 120_000);
  });
}
