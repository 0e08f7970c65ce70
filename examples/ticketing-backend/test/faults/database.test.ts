import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { createLog } from "../../src/log.ts";
import { databaseUrl, useDatabase } from "../support/database.ts";
import { type Account, account } from "./support/account.ts";
import { seeded } from "./support/chaos.ts";
import { serverPrograms, startCluster } from "./support/cluster.ts";
import { effectRows, type Harness, startHarness, until, use } from "./support/harness.ts";
import { moody } from "./support/moody.ts";
import { startPosters } from "./support/posters.ts";
import { type Receiver, startReceiver } from "./support/receiver.ts";
import { workspace } from "./support/workspace.ts";

const database = useDatabase();
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  receiver.behave(moody(seeded(5)));
});
afterEach(() => receiver.close());

/** Events are posted all the while that `disturb` lasts; then everything is counted. */
async function disturbed(on: Database, service: Harness, disturb: () => Promise<void>): Promise<Account> {
  const posters = startPosters(3, async (event) => (await service.accept(event)).kind === "decided");
  await until(
    () => posters.accepted.size,
    (size) => size > 5,
  );
  await disturb();
  await posters.finish();
  // A query may still meet a connection that broke.
  await until(
    () => effectRows(on).catch(() => [{ status: "pending" }]),
    (rows) => rows.every(({ status }) => status !== "pending"),
  );
  return account(on, posters.accepted, receiver);
}

function expectNothingLost(counted: Account): void {
  expect(counted).toMatchObject({ lost: 0, superfluous: 0, dead: 0, decisions: counted.accepted });
  expect(counted.delivered).toBe(counted.done);
  expect(counted.done + counted.cancelled).toBe(counted.planned);
  expect(counted.accepted).toBeGreaterThan(10);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a database that answers now and then", () => {
  it("costs time, and no event and no effect", async () => {
    let down = false;
    const refuse = () =>
      Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    const flaky: Database = {
      ...database.current,
      query: (text, values) => (down ? refuse() : database.current.query(text, values)),
      transaction: (work) =>
        down
          ? refuse()
          : database.current.transaction(async (transaction) => {
              const value = await work(transaction);
              // As when the connection breaks before the commit: all of it is taken back.
              if (down) await refuse();
              return value;
            }),
    };
    await use(database.current, workspace);
    const service = await startHarness({ database: flaky, receiver });
    const counted = await disturbed(database.current, service, async () => {
      for (let time = 0; time < 4; time++) {
        down = true;
        await pause(200);
        down = false;
        await pause(300);
      }
    }).finally(() => service.stop());
    expectNothingLost(counted);
  }, 120_000);
});

if (databaseUrl !== undefined) {
  describe("a server that ends all connections, again and again, under load", () => {
    it("costs no event and no effect", async () => {
      await use(database.current, workspace);
      const service = await startHarness({ database: database.current, receiver });
      const counted = await disturbed(database.current, service, async () => {
        for (let time = 0; time < 10; time++) {
          await database.current
            .query(
              `select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()`,
            )
            .catch(() => undefined);
          await pause(150);
        }
      }).finally(() => service.stop());
      expectNothingLost(counted);
    }, 120_000);
  });
}

const programs = serverPrograms();
if (databaseUrl !== undefined && programs !== undefined) {
  describe("a server that crashes under load, twice, and recovers", () => {
    it("costs no event and no effect", async () => {
      const cluster = await startCluster(programs);
      const own = openPostgres({ url: cluster.url, connections: 10, log: createLog("silent") });
      try {
        await migrate(own);
        await use(own, workspace);
        const service = await startHarness({ database: own, receiver });
        const counted = await disturbed(own, service, async () => {
          for (let time = 0; time < 2; time++) {
            cluster.crash();
            await pause(1_500);
          }
        }).finally(() => service.stop());
        expectNothingLost(counted);
      } finally {
        await own.close();
        cluster.remove();
      }
    }, 120_000);
  });
}
