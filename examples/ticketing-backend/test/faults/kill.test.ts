import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseUrl } from "../support/database.ts";
import { account } from "./support/account.ts";
import { until } from "./support/harness.ts";
import { createHome, type Home } from "./support/home.ts";
import { type Receiver, startReceiver } from "./support/receiver.ts";
import type { Step } from "./support/steps.ts";
import { startVictim, type Victim } from "./support/victim.ts";
import { message, workspace } from "./support/workspace.ts";

/** A process and an embedded database take seconds to start, and many on a machine that is busy. */
const SLOW_MS = 180_000;

let home: Home;
let receiver: Receiver;
let victim: Victim | undefined;
/** Events that were answered with success. */
const accepted = new Set<string>();

beforeAll(async () => {
  home = await createHome(databaseUrl, workspace);
  receiver = await startReceiver();
  victim = await start();
}, SLOW_MS);
afterAll(async () => {
  await victim?.kill();
  await receiver.close();
  await home.remove();
});

/** One worker: the steps of an event come in one order. */
const start = () =>
  startVictim({
    receiver: receiver.url,
    environment: { ...home.environment, EFFECT_WORKERS: "1", EFFECT_SWEEP_MS: "1000" },
  });

function running(): Victim {
  if (victim === undefined) throw new Error("nothing runs");
  return victim;
}

/** Every border of a transaction and of a request between an event and the second of its two effects. */
const STEPS: [where: string, step: Step, count: number][] = [
  ["the event came in", "after begin", 1],
  ["its decision was not committed", "before commit", 1],
  ["its decision was committed, and nobody told", "after commit", 1],
  ["a worker looked for its first effect", "after begin", 2],
  ["the effect was not quite taken", "before commit", 2],
  ["the effect was taken", "after commit", 2],
  ["the request was to be sent", "before request", 1],
  ["the answer was there", "after answer", 1],
  ["it was to be written down", "after begin", 3],
  ["it was not quite written down", "before commit", 3],
  ["it was written down", "after commit", 3],
  ["the second effect's request was to be sent", "before request", 2],
];

describe("a process that is killed when", () => {
  it.each(STEPS)(
    "%s does everything when it is started again, and nothing twice",
    async (_where, step, count) => {
      const event = message(`e${accepted.size}`, `t${accepted.size}`);
      const current = running();
      current.killAt(step, count);
      const status = await current.post(event);
      expect(await current.killed).toBe(step);
      victim = await start();
      // Who got no answer asks again; who got one never does.
      if (status !== 200) expect(await running().post(event)).toBe(200);
      accepted.add(event.id);
      await until(
        () => receiver.taken.map(({ key }) => key),
        (keys) => [`${event.id}:start:0`, `${event.id}:notify`].every((key) => keys.includes(key)),
      );
    },
    SLOW_MS,
  );

  it("any of these has lost nothing in the end", async () => {
    expect(await running().stop()).toBe(0);
    const counted = await home.inspect((database) => account(database, accepted, receiver));
    const events = STEPS.length;
    const effects = 2 * events;
    expect(counted).toMatchObject({
      accepted: events,
      decisions: events,
      planned: effects,
      done: effects,
      delivered: effects,
      lost: 0,
      superfluous: 0,
    });
    // Killed between sending and writing down: the effect came again, with its key, and was refused.
    expect(counted.repeated).toBeGreaterThan(0);
  });
});
