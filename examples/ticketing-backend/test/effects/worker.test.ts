import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { effectRows, type Harness, settled, startHarness, until, use } from "../faults/support/harness.ts";
import { accept, answer, inTurn, type Receiver, startReceiver } from "../faults/support/receiver.ts";
import { close, message, reopen, WEBHOOK_SECRET, withDelay, workspace } from "../faults/support/workspace.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let receiver: Receiver;
let service: Harness;

beforeEach(async () => {
  receiver = await startReceiver();
  await use(database.current, workspace);
});
afterEach(async () => {
  await service.stop();
  await receiver.close();
});

const start = async (options: { environment?: Record<string, string>; now?: () => Date } = {}) => {
  service = await startHarness({ database: database.current, receiver, ...options });
};
const statuses = async () =>
  Object.fromEntries((await effectRows(database.current)).map((row) => [row.key, row.status]));
const tickets = () => database.current.query("select id, active_bot as bot from tickets order by id");
const surveys = () => database.current.query("select key, status from surveys order by key");

describe("what receivers get", () => {
  it("in the order of the plan, each once, with its key, its token and its cause", async () => {
    await start();
    await service.accept(message("e1", "t1"));
    await service.accept(close("e2", "t1"));
    expect((await settled(database.current)).map(({ type, status }) => [type, status])).toEqual([
      ["activateBot", "done"],
      ["notify", "done"],
      ["sendSurvey", "done"],
      ["enableManualSurvey", "done"],
      ["notify", "done"],
    ]);
    expect(receiver.requests.map(({ path, key, body }) => [path, key, body])).toEqual([
      [
        "/bots/activations",
        "e1:start:0",
        { bot: "bot-lead", ticket: "t1", cause: { rules: ["start"], depth: 1 } },
      ],
      ["/webhook", "e1:notify", expect.objectContaining({ type: "message.received" })],
      [
        "/surveys/surveys",
        "e2:survey:0",
        { survey: 12, ticket: "t1", customer: "cus-t1", cause: { rules: ["survey"], depth: 1 } },
      ],
      ["/surveys/manual-surveys", "e2:manual:0", { ticket: "t1", cause: { rules: ["manual"], depth: 1 } }],
      ["/webhook", "e2:notify", expect.objectContaining({ type: "ticket.closed" })],
    ]);
    const [bots, webhook, survey] = receiver.requests;
    expect(bots?.headers.authorization).toBe("Bearer token-of-the-bots");
    expect(survey?.headers.authorization).toBe("Bearer token-of-the-surveys");
    expect(webhook?.headers).not.toHaveProperty("authorization");
  });

  it("in a notification that a library of Standard Webhooks verifies, signed anew at each attempt", async () => {
    receiver.behave(inTurn(answer(503), accept));
    await start({ environment: { EFFECT_RETRY_BASE_MS: "2100" } });
    await use(database.current, { ...workspace, rules: workspace.rules.filter(({ id }) => id === "tell") });
    await service.accept(message("e1", "t1"));
    await settled(database.current);
    const verified = receiver.requests.map(({ headers, body }) =>
      new Webhook(WEBHOOK_SECRET).verify(JSON.stringify(body), headers as Record<string, string>),
    );
    expect(verified).toHaveLength(2);
    const [one, other] = receiver.requests.map(({ headers }) => headers["webhook-timestamp"]);
    expect(Number(other)).toBeGreaterThan(Number(one));
    expect(receiver.requests.map(({ key }) => key)).toEqual(["e1:notify", "e1:notify"]);
  });
});

describe("the ticket", () => {
  it("has the bot that was started, and none once it was stopped", async () => {
    await start();
    await service.accept(message("e1", "t1"));
    await settled(database.current);
    expect(await tickets()).toEqual([{ id: "t1", bot: "bot-lead" }]);
    await service.accept(message("e2", "t1", "quiero una persona"));
    await settled(database.current);
    expect(await tickets()).toEqual([{ id: "t1", bot: null }]);
    expect(receiver.taken.map(({ path }) => path)).toContain("/bots/terminations");
  });

  it("is told to bots in order: a stop waits for the start that is tried again", async () => {
    receiver.behave(inTurn(answer(500), answer(500), accept));
    await start();
    await use(database.current, { ...workspace, rules: workspace.rules.filter(({ id }) => id !== "tell") });
    await service.accept(message("e1", "t1"));
    await service.accept(message("e2", "t1", "quiero una persona"));
    await settled(database.current);
    expect(receiver.taken.map(({ path }) => path)).toEqual(["/bots/activations", "/bots/terminations"]);
    expect(await statuses()).toEqual({ "e1:start:0": "done", "e2:stop:0": "done" });
  });

  it("has other tickets beside it, which do not wait for a receiver that fails for it", async () => {
    receiver.behave(({ body }, response) => {
      response.writeHead(body.ticket === "t1" ? 500 : 204).end();
      return body.ticket === "t1" ? "refused" : "taken";
    });
    await start({ environment: { EFFECT_RETRY_BASE_MS: "600000" } });
    await use(database.current, { ...workspace, rules: workspace.rules.filter(({ id }) => id === "start") });
    await service.accept(message("e1", "t1"));
    await service.accept(message("e2", "t2"));
    await until(statuses, (rows) => rows["e2:start:0"] === "done");
    expect(await statuses()).toEqual({ "e1:start:0": "pending", "e2:start:0": "done" });
  });
});

describe("a survey", () => {
  it("that waits holds up nothing, and is cancelled when the ticket is reopened", async () => {
    await use(database.current, withDelay(60));
    await start();
    await service.accept(close("e1", "t1"));
    await until(statuses, (rows) => rows["e1:notify"] === "done" && rows["e1:manual:0"] === "done");
    expect(await surveys()).toEqual([{ key: "e1:survey:0", status: "pending" }]);
    await service.accept(reopen("e2", "t1"));
    expect(await statuses()).toMatchObject({ "e1:survey:0": "cancelled" });
    expect(await surveys()).toEqual([{ key: "e1:survey:0", status: "dropped" }]);
  });

  it("is asked about again when it is due, with the rules and the ticket as they are then", async () => {
    await use(database.current, withDelay(60));
    let passed = 0;
    await start({ now: () => new Date(Date.now() + passed) });
    await service.accept(close("e1", "t1", "cus-1"));
    await service.accept(close("e2", "t2", "cus-2"));
    await database.current.query("update tickets set status = 'open' where id = 't1'");
    passed = 61 * 60_000;
    const rows = await settled(database.current);
    expect(rows.find(({ key }) => key === "e1:survey:0")).toMatchObject({
      status: "cancelled",
      reason: "ticketReopened",
      attempts: 0,
    });
    expect(receiver.taken.filter(({ path }) => path === "/surveys/surveys").map(({ key }) => key)).toEqual([
      "e2:survey:0",
    ]);
  });

  it("is not sent when the integration was switched off meanwhile", async () => {
    await use(database.current, withDelay(60));
    let passed = 0;
    await start({ now: () => new Date(Date.now() + passed) });
    await service.accept(close("e1", "t1", "cus-1"));
    const timepoints = { enabled: true, active: false, apiToken: "x" };
    const off = { ...withDelay(60), integrations: { ...workspace.integrations, timepoints } };
    await use(database.current, off);
    passed = 61 * 60_000;
    const rows = await settled(database.current);
    expect(rows.find(({ key }) => key === "e1:survey:0")).toMatchObject({ reason: "integrationInactive" });
    expect(receiver.taken.filter(({ path }) => path === "/surveys/surveys")).toEqual([]);
  });

  it("is one for a customer, of two that were planned for the same instant without knowing of each other", async () => {
    const at = new Date();
    await start();
    await Promise.all([
      service.accept({ ...close("e1", "t1", "cus", at), surveys: [] }),
      service.accept({ ...close("e2", "t2", "cus", at), surveys: [] }),
    ]);
    const rows = (await settled(database.current)).filter(({ type }) => type === "sendSurvey");
    expect(rows.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ["cancelled", "spamThreshold"],
      ["done", null],
    ]);
    expect(receiver.taken.filter(({ path }) => path === "/surveys/surveys")).toHaveLength(1);
  });

  it("further away than any job is kept for is carried out when it is due", async () => {
    await use(database.current, withDelay(500 * 24 * 60));
    let passed = 0;
    await start({ now: () => new Date(Date.now() + passed) });
    await service.accept(close("e1", "t1"));
    await until(statuses, (rows) => rows["e1:notify"] === "done");
    passed = 501 * 24 * 3_600_000;
    await settled(database.current);
    expect(await statuses()).toMatchObject({ "e1:survey:0": "done" });
  });
});

describe("an effect that fails", () => {
  const only = (id: string) => ({ ...workspace, rules: workspace.rules.filter((rule) => rule.id === id) });

  it("is tried again with its key until it is done", async () => {
    receiver.behave(inTurn(answer(500), answer(429), answer(302, { location: "http://127.0.0.1/" }), accept));
    await start();
    await use(database.current, only("start"));
    await service.accept(message("e1", "t1"));
    expect(await settled(database.current)).toMatchObject([{ status: "done", reason: null, attempts: 4 }]);
    expect(new Set(receiver.requests.map(({ key }) => key))).toEqual(new Set(["e1:start:0"]));
  });

  it("is done when its receiver has the key already: the answer was lost, not the effect", async () => {
    receiver.behave((_, response) => {
      response.destroy();
      return "taken";
    });
    await start();
    await use(database.current, only("start"));
    await service.accept(message("e1", "t1"));
    expect(await settled(database.current)).toMatchObject([{ status: "done", attempts: 2 }]);
    expect([receiver.taken.length, receiver.repeated.length]).toEqual([1, 1]);
  });

  it("waits as long as its receiver asks", async () => {
    receiver.behave(inTurn(answer(429, { "retry-after": "600" }), accept));
    await start();
    await use(database.current, only("start"));
    await service.accept(message("e1", "t1"));
    const next = () =>
      database.current.query<{ next: Date | null }>("select next_attempt_at as next from effects limit 1");
    const [row] = await until(next, ([seen]) => seen?.next instanceof Date);
    expect((row?.next?.getTime() ?? 0) - Date.now()).toBeGreaterThan(500_000);
  });

  it.each([
    [410, "gone"],
    [401, "unauthorized"],
    [400, "bad"],
  ])(
    "with %i is given up at once, into the queue of the dead, and can be tried again by hand",
    async (status, text) => {
      receiver.behave((_, response) => {
        response.writeHead(status).end(text);
        return "refused";
      });
      await start();
      await use(database.current, only("start"));
      await service.accept(message("e1", "t1"));
      const reason = `status ${status}: ${text}`;
      expect(await settled(database.current)).toMatchObject([{ status: "dead", reason, attempts: 1 }]);
      const jobs = await database.current.query<{ data: object }>(
        "select data from pgboss.job where name = 'effects-dead' order by created_on desc limit 1",
      );
      expect(jobs[0]?.data).toMatchObject({ key: "e1:start:0", type: "activateBot", ticket: "t1", reason });

      receiver.behave(accept);
      const [row] = await database.current.query<{ id: string }>("select id from effects");
      expect(await service.effects.redrive(row?.id ?? "")).toBe(true);
      expect(await settled(database.current)).toMatchObject([{ status: "done" }]);
      expect(await service.effects.redrive(row?.id ?? "")).toBe(false);
    },
  );

  it("to the last is given up with the last reason, and frees those behind it", async () => {
    receiver.behave(({ body }, response) => {
      response.writeHead("bot" in body && body.cause ? 500 : 204).end();
      return "refused";
    });
    await start({ environment: { EFFECT_RETRY_BASE_MS: "1" } });
    await use(database.current, only("start"));
    await service.accept(message("e1", "t1"));
    expect(await settled(database.current)).toMatchObject([
      { status: "dead", reason: "status 500 (attempt 6, the last)", attempts: 6 },
    ]);
  });

  it("because nothing is configured for it says so", async () => {
    await start({ environment: { BOTS_URL: "" } });
    await use(database.current, only("start"));
    await service.accept(message("e1", "t1"));
    expect(await settled(database.current)).toMatchObject([
      { status: "dead", reason: "BOTS_URL is not configured" },
    ]);
  });
});

describe("stopping", () => {
  it("waits for the attempt under way", async () => {
    let release = () => {};
    const arrived = new Promise<void>((resolve) => {
      receiver.behave((_, response) => {
        release = () => response.writeHead(204).end();
        resolve();
        return "taken";
      });
    });
    await start();
    await use(database.current, { ...workspace, rules: workspace.rules.filter(({ id }) => id === "start") });
    await service.accept(message("e1", "t1"));
    await arrived;
    const stopped = service.stop();
    release();
    await stopped;
    expect(await statuses()).toEqual({ "e1:start:0": "done" });
  });

  it("gives back what takes too long, and the next start does it with the same key", async () => {
    const arrived = new Promise<void>((resolve) => {
      receiver.behave(() => {
        resolve();
        return "refused";
      });
    });
    await start();
    await use(database.current, { ...workspace, rules: workspace.rules.filter(({ id }) => id === "start") });
    await service.accept(message("e1", "t1"));
    await arrived;
    await service.stop();
    expect(await effectRows(database.current)).toMatchObject([
      { status: "pending", reason: "the service stopped" },
    ]);
    receiver.behave(accept);
    await start();
    expect(await settled(database.current)).toMatchObject([{ status: "done", attempts: 2 }]);
    expect(receiver.taken.map(({ key }) => key)).toEqual(["e1:start:0"]);
  });
});

it("tells since when the oldest effect has been due", async () => {
  receiver.behave(answer(503));
  await start({ environment: { EFFECT_RETRY_BASE_MS: "1" } });
  expect(await service.effects.oldestDue()).toBeNull();
  await service.accept(message("e1", "t1"));
  const due = await until(
    () => service.effects.oldestDue(),
    (seen) => seen !== null,
  );
  expect(due).toBeInstanceOf(Date);
});
