import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../faults/support/database.ts";
import { effectRows, type Harness, prepare, settled, startHarness } from "../faults/support/harness.ts";
import { type Receiver, startReceiver } from "../faults/support/receiver.ts";
import { close, message, workspace } from "../faults/support/workspace.ts";

let test: TestDatabase;
let receiver: Receiver;
let service: Harness;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  receiver = await startReceiver();
  await prepare(test.database, workspace);
});
afterEach(async () => {
  await service.stop();
  await receiver.close();
});

describe("effects of one event", () => {
  it("arrive in the order of the plan, each once", async () => {
    service = await startHarness({ database: test.database, receiver });
    await service.accept(message("e1", "t1"));
    await service.accept(close("e2", "t1"));
    const rows = await settled(test.database);
    expect(rows.map(({ type, status }) => [type, status])).toEqual([
      ["activateBot", "done"],
      ["notify", "done"],
      ["sendSurvey", "done"],
      ["enableManualSurvey", "done"],
      ["notify", "done"],
    ]);
    expect(receiver.taken.map(({ path }) => path)).toEqual([
      "/bots/activations",
      "/webhook",
      "/surveys/surveys",
      "/surveys/manual-surveys",
      "/webhook",
    ]);
  });
});
