import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseUrl } from "../support/database.ts";
import { effectRows } from "./support/harness.ts";
import { createHome, type Home } from "./support/home.ts";
import { answer, type Receiver, startReceiver } from "./support/receiver.ts";
import { startVictim } from "./support/victim.ts";
import { message, workspace } from "./support/workspace.ts";

let home: Home;
let receiver: Receiver;

beforeAll(async () => {
  home = await createHome(databaseUrl, workspace);
  receiver = await startReceiver();
}, 180_000);
afterAll(async () => {
  await receiver.close();
  await home.remove();
});

it("a service that is started onto effects that wait listens, and stops cleanly while they cannot be done", async () => {
  receiver.behave(answer(503));
  const environment = { ...home.environment, EFFECT_RETRY_BASE_MS: "20" };
  const first = await startVictim({ receiver: receiver.url, environment });
  for (const id of ["e1", "e2", "e3", "e4"]) expect(await first.post(message(id, `t-${id}`))).toBe(200);
  await first.kill();
  const second = await startVictim({ receiver: receiver.url, environment });
  expect(await second.post(message("e5", "t-e5"))).toBe(200);
  expect(await second.stop()).toBe(0);
  const rows = await home.inspect(effectRows);
  expect(rows).toHaveLength(10);
  expect(rows.map(({ status }) => status).filter((status) => !["pending", "dead"].includes(status))).toEqual(
    [],
  );
}, 180_000);
