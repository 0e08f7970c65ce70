import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOutbound } from "../../src/outbound/outbound.ts";
import { useDatabase } from "../support/database.ts";
import { effectRows, type Harness, startHarness, toReceiver, until, use } from "./support/harness.ts";
import { accept, answer, type Behaviour, inTurn, type Receiver, startReceiver } from "./support/receiver.ts";
import { message, workspace } from "./support/workspace.ts";

const database = useDatabase();
let receiver: Receiver;
let inside: Receiver;
let service: Harness | undefined;

beforeEach(async () => {
  receiver = await startReceiver();
  inside = await startReceiver();
  await use(database.current, {
    ...workspace,
    rules: workspace.rules.filter(({ id }) => id.startsWith("tell")),
  });
});
afterEach(async () => {
  await service?.stop();
  await receiver.close();
  await inside.close();
});

async function start(environment: Record<string, string> = {}): Promise<Harness> {
  const outbound = createOutbound({ allow: ["127.0.0.1"], headersMs: 1500, totalMs: 2500 });
  service = await startHarness({
    database: database.current,
    receiver,
    environment,
    webhooks: toReceiver(receiver, outbound),
  });
  return service;
}
const row = async () => (await effectRows(database.current))[0];

const silence: Behaviour = () => "refused";
const hangUp: Behaviour = (_, response) => {
  response.destroy();
  return "refused";
};
const slow: Behaviour = (_, response) => {
  setTimeout(() => response.writeHead(204).end(), 150);
  return "taken";
};
const drip: Behaviour = (_, response) => {
  response.writeHead(500);
  const timer = setInterval(() => response.write("x"), 50);
  response.on("close", () => clearInterval(timer));
  return "refused";
};
const flood: Behaviour = (_, response) => {
  response.writeHead(200);
  const pour = () => {
    while (!response.destroyed && response.write("x".repeat(65_536)));
  };
  response.on("drain", pour);
  pour();
  return "taken";
};

describe("a receiver that does so once gets the notification all the same", () => {
  it.each<[string, Behaviour, number]>([
    ["answers slowly", slow, 1],
    ["answers with a body without end", flood, 1],
    ["never answers", silence, 2],
    ["hangs up", hangUp, 2],
    ["fails", answer(500), 2],
    ["fails, byte by byte", drip, 2],
    ["is busy", answer(429, { "retry-after": "0" }), 2],
    ["asks for patience", answer(425), 2],
    ["redirects", answer(302, { location: "https://example.com/" }), 2],
  ])("%s", async (_, behaviour, attempts) => {
    receiver.behave(inTurn(behaviour, accept));
    await (await start()).accept(message("e1", "t1"));
    expect(await until(row, (seen) => seen?.status === "done")).toMatchObject({ attempts, reason: null });
    expect(receiver.taken.map(({ key }) => key)).toEqual(["e1:notify"]);
  });
});

describe("a receiver that does so is not asked again, and the reason is kept", () => {
  it.each<[string, Behaviour, string]>([
    ["is gone", answer(410), "status 410"],
    ["does not know us", answer(401), "status 401"],
    ["does not understand", answer(422), "status 422"],
  ])("%s", async (_, behaviour, reason) => {
    receiver.behave(behaviour);
    await (await start()).accept(message("e1", "t1"));
    expect(await until(row, (seen) => seen?.status === "dead")).toMatchObject({ attempts: 1, reason });
    expect(receiver.requests).toHaveLength(1);
  });
});

describe("a webhook that leads inside", () => {
  it("by a redirect is not followed", async () => {
    receiver.behave(answer(307, { location: `${inside.url}/admin` }));
    await (await start()).accept(message("e1", "t1"));
    await until(row, (seen) => (seen?.attempts ?? 0) > 1);
    expect(inside.requests).toEqual([]);
  });

  it("by its name is not called, and given up with the reason", async () => {
    const webhooks = createOutbound({ resolve: async () => [{ address: "169.254.169.254", family: 4 }] });
    service = await startHarness({ database: database.current, receiver, webhooks });
    await service.accept(message("e1", "t1"));
    expect(await until(row, (seen) => seen?.status === "dead")).toMatchObject({
      attempts: 1,
      reason: "hooks.example.com: 169.254.169.254 is not a public address (linkLocal)",
    });
  });
});

describe("receivers that never answer", () => {
  it("hold up their own tickets only: others are served meanwhile", async () => {
    receiver.behave(({ body }, response) => {
      if ((body.data as { ticket: string }).ticket.startsWith("stuck")) return "refused";
      response.writeHead(204).end();
      return "taken";
    });
    const { accept: post } = await start({ EFFECT_RETRY_BASE_MS: "600000" });
    for (const index of [0, 1, 2]) await post(message(`s${index}`, `stuck-${index}`));
    for (const index of [0, 1, 2]) await post(message(`e${index}`, `t${index}`));
    await until(
      () => receiver.taken.length,
      (length) => length === 3,
    );
    const rows = await effectRows(database.current);
    expect(rows.filter(({ key }) => key.startsWith("s")).map(({ status }) => status)).toEqual([
      "pending",
      "pending",
      "pending",
    ]);
  });

  it("are left alone for a while, so that workers are free for others", async () => {
    receiver.behave(silence);
    // A timeout of undici may come a second late: a claim that ended sooner would be taken up by the sweep.
    const { accept: post } = await start({ EFFECT_RETRY_BASE_MS: "600000", EFFECT_LEASE_MS: "20000" });
    for (const index of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) await post(message(`e${index}`, `t${index}`));
    const rows = await until(
      () => effectRows(database.current),
      (seen) => seen.every(({ attempts, reason }) => attempts === 1 && reason !== null),
    );
    expect(rows.filter(({ reason }) => reason?.startsWith("not tried"))).toHaveLength(
      rows.length - receiver.requests.length,
    );
    expect(receiver.requests.length).toBeLessThan(rows.length);
  });
});
