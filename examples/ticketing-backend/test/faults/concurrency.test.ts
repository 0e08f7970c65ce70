import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseUrl, useDatabase } from "../support/database.ts";
import { account } from "./support/account.ts";
import { effectRows, type Harness, settled, startHarness, until, use } from "./support/harness.ts";
import { type Receiver, startReceiver } from "./support/receiver.ts";
import { close, message, reopen, workspace } from "./support/workspace.ts";

const database = useDatabase();
let receiver: Receiver;
const services: Harness[] = [];

beforeEach(async () => {
  receiver = await startReceiver();
  await use(database.current, workspace);
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
  await receiver.close();
});

async function start(): Promise<Harness> {
  const service = await startHarness({ database: database.current, receiver });
  services.push(service);
  return service;
}
const times = (count: number) => [...Array(count).keys()];
const surveysSent = () => receiver.taken.filter(({ path }) => path === "/surveys/surveys");

describe("at once", () => {
  it("one event posted 20 times, to two services, is one decision and each effect once", async () => {
    const [one, other] = [await start(), await start()];
    const event = message("e1", "t1");
    const answers = await Promise.all(
      times(20).map((index) => (index % 2 === 0 ? one : other).accept(event)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await settled(database.current);
    expect(await account(database.current, new Set(["e1"]), receiver)).toMatchObject({
      decisions: 1,
      planned: 2,
      done: 2,
      delivered: 2,
      repeated: 0,
      lost: 0,
      superfluous: 0,
    });
  });

  it("ten closes of one customer, on ten tickets, are one survey", async () => {
    const service = await start();
    await Promise.all(times(10).map((index) => service.accept(close(`e${index}`, `t${index}`, "cus"))));
    await settled(database.current);
    expect(surveysSent()).toHaveLength(1);
    expect(await database.current.query("select status from surveys where status <> 'dropped'")).toEqual([
      { status: "sent" },
    ]);
  });

  it("ten closes of ten customers are ten surveys", async () => {
    const service = await start();
    await Promise.all(times(10).map((index) => service.accept(close(`e${index}`, `t${index}`))));
    await settled(database.current);
    expect(surveysSent()).toHaveLength(10);
  });

  it("ten messages on one ticket start one bot", async () => {
    const service = await start();
    await Promise.all(times(10).map((index) => service.accept(message(`e${index}`, "t1"))));
    await settled(database.current);
    expect(receiver.taken.filter(({ path }) => path === "/bots/activations")).toHaveLength(1);
    expect(receiver.taken.filter(({ path }) => path === "/webhook")).toHaveLength(10);
  });

  it("no ticket has two attempts under way", async () => {
    const under = new Map<string, number>();
    let most = 0;
    receiver.behave(({ body }, response) => {
      const ticket = String(body.ticket ?? (body.data as { ticket: string }).ticket);
      under.set(ticket, (under.get(ticket) ?? 0) + 1);
      most = Math.max(most, under.get(ticket) ?? 0);
      setTimeout(() => {
        under.set(ticket, (under.get(ticket) ?? 0) - 1);
        response.writeHead(204).end();
      }, 5);
      return "taken";
    });
    const [one, other] = [await start(), await start()];
    await Promise.all(
      times(30).map((index) => (index % 2 === 0 ? one : other).accept(message(`e${index}`, `t${index % 3}`))),
    );
    await settled(database.current);
    expect(most).toBe(1);
  });
});

describe("a ticket that is reopened while its survey is being sent", () => {
  it("has had its survey: what is sent is sent", async () => {
    let release = () => {};
    receiver.behave(({ path }, response) => {
      const answer = () => response.writeHead(204).end();
      if (path === "/surveys/surveys") release = answer;
      else answer();
      return "taken";
    });
    const service = await start();
    await service.accept(close("e1", "t1"));
    await until(surveysSent, ({ length }) => length === 1);
    await service.accept(reopen("e2", "t1"));
    release();
    const rows = await until(
      () => effectRows(database.current),
      (seen) => seen.some(({ key, status }) => key === "e1:survey:0" && status === "done"),
    );
    expect(rows.find(({ key }) => key === "e1:survey:0")).toMatchObject({ status: "done", reason: null });
    expect(await database.current.query("select status from surveys")).toEqual([{ status: "sent" }]);
  });
});

if (databaseUrl !== undefined) {
  describe("an event that waits for another of its ticket", () => {
    it("is decided on what the other has left: the bot that is on its way is stopped", async () => {
      const service = await start();
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let inserted = () => {};
      const isHeld = new Promise<void>((resolve) => {
        inserted = resolve;
      });
      // Holds the ticket as an event does that is being decided, and leaves a bot that is to be started.
      const first = database.current.transaction(async (transaction) => {
        await transaction.query(
          "insert into tickets (id, last_event_at) values ('t1', '2026-01-01T00:00:00Z')",
        );
        inserted();
        await held;
        await transaction.query(
          `insert into events (id, type, ticket_id, at, body, digest)
           values ('e1', 'message.received', 't1', '2026-01-01T00:00:00Z', '{}', '')`,
        );
        await transaction.query(
          `insert into effects (id, key, event_id, ticket_id, type, effect, execute_at)
           values ('00000000-0000-8000-8000-000000000001', 'e1:start:0', 'e1', 't1', 'activateBot', '{}', '2999-01-01')`,
        );
      });
      await isHeld;
      const second = service.accept(message("e2", "t1", "quiero una persona"));
      await until(
        () =>
          database.current.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        ({ length }) => length > 0,
      );
      release();
      await first;
      const accepted = await second;
      expect(accepted.kind === "decided" && accepted.decision.effects.map(({ key }) => key)).toContain(
        "e2:stop:0",
      );
      await database.current.query("delete from effects where execute_at > '2900-01-01'");
    });
  });
}
