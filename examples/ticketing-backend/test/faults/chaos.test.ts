import { expect, it } from "vitest";
import { databaseUrl } from "../support/database.ts";
import { chaos, seeded } from "./support/chaos.ts";

it("killed three times under load, the service loses no event and no effect, and does none twice", async () => {
  const counted = await chaos({
    kills: 3,
    posters: 3,
    server: databaseUrl,
    random: seeded(20_261_122),
    tell: () => undefined,
  });
  expect(counted).toMatchObject({
    lost: 0,
    superfluous: 0,
    pending: 0,
    dead: 0,
    decisions: counted.accepted,
  });
  expect(counted.planned).toBe(counted.done + counted.cancelled);
  expect(counted.delivered).toBe(counted.done);
  expect(counted.accepted).toBeGreaterThanOrEqual(9);
}, 400_000);
