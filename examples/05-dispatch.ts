/** Carrying out a decision: one handler fails, one hangs, and the others are done all the same. */
import assert from "node:assert/strict";
import { compile, dispatch, evaluate, type Handlers, type TicketEvent, type Timer } from "ticket-rules";

const ruleSet = compile({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  integrations: {
    timepoints: { enabled: true, active: true, apiToken: "example-token" },
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hook" },
  },
  rules: [
    closing("encuesta-manual", "timepoints", { type: "enableManualSurvey" }),
    closing("encuesta", "timepoints", { type: "sendSurvey", survey: 12 }),
    closing("aviso", "webhook", { type: "notify" }),
  ],
});

const event: TicketEvent = {
  id: "evt-5",
  type: "ticket.closed",
  at: "2026-04-02T13:00:00Z",
  ticket: { id: "1045", customer: "contact-7" },
};

// A handler for each type of effect: a forgotten one does not compile.
const handlers: Handlers = {
  activateBot: () => undefined,
  terminateBot: () => undefined,
  enableManualSurvey() {
    throw new Error("the desk said 503");
  },
  // Hangs until it is told that its time is up. `fetch(url, { signal })` does the same.
  sendSurvey: (_effect, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("given up")));
    }),
  notify: async ({ rules }) => `notified of ${rules.join(", ")}`,
};

const { timer, expire } = testTimer();
const running = dispatch(evaluate(ruleSet, event), handlers, { timeoutMs: 5_000, timer });
await expire(5_000);
const results = await running;

assert.deepEqual(
  results.map(({ effect, status }) => [effect.type, status]),
  [
    ["enableManualSurvey", "failed"],
    ["sendSurvey", "timedOut"],
    ["notify", "done"],
  ],
);

for (const result of results) {
  const more =
    result.status === "failed" ? String(result.error) : result.status === "done" ? result.value : "";
  console.log(`${result.effect.type.padEnd(20)}${result.status.padEnd(10)}${more}`);
}
console.log("nothing was thrown, nothing is retried: your queue does that, with the effect's key");

/** A timer whose time passes when the test says so. A host passes `{ setTimeout, clearTimeout }`. */
function testTimer(): { timer: Timer; expire(ms: number): Promise<void> } {
  const alarms = new Map<number, { ms: number; ring: () => void }>();
  let next = 0;
  return {
    timer: {
      setTimeout(ring, ms) {
        alarms.set(++next, { ms, ring });
        return next;
      },
      clearTimeout: (handle: number) => void alarms.delete(handle),
    },
    async expire(ms) {
      // What is running gets as far as it can before the clock moves on.
      await new Promise((resolve) => setImmediate(resolve));
      for (const [handle, alarm] of alarms) {
        if (alarm.ms <= ms && alarms.delete(handle)) alarm.ring();
      }
    },
  };
}

function closing(id: string, integration: string, action: object) {
  return {
    id,
    name: id,
    active: true,
    integration,
    trigger: "ticket.closed",
    operator: "and",
    conditions: [],
    actions: [action],
  };
}
