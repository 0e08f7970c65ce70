/** One rule set under a long stream of events: it keeps nothing of them, and answers as it did at first. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { compile, evaluate, type TicketEvent, type Workspace } from "ticket-rules";
import { referenceEvaluate } from "ticket-rules/testing";
import { expect, test } from "vitest";

const EVENTS = process.env.LONG ? 2_000_000 : 10_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

/** How much the heap may grow between a quarter of the way and the end: what a few kept events would, not all. */
const ALLOWED_GROWTH = 4_000_000;

const ZONES = ["America/Santiago", "America/Bogota", "Europe/Madrid", "Pacific/Apia", "UTC"];
const WORDS = [
  "baja",
  "dar de baja",
  "reclamo",
  "factura",
  "cancelación",
  "año",
  "soporte",
  "👍",
  "17",
  "c++",
];

const workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: ZONES.map((_, at) => ({ id: `acc-${at}`, name: `Account ${at}`, calendar: `cal-${at}` })),
  calendars: ZONES.map((timeZone, at) => ({
    id: `cal-${at}`,
    name: timeZone,
    timeZone,
    weekly: {
      mon: [
        ["09:00", "13:00"],
        ["14:00", "18:00"],
      ],
      wed: [["00:00", "24:00"]],
      fri: [["22:00", "06:00"]],
    },
    exceptions: { "12-25": [], "2026-09-18": [["10:00", "12:00"]] },
  })),
  fields: [{ id: "motivo", name: "Motivo", type: "text" }],
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
  rules: Array.from({ length: 60 }, (_, at) => ({
    id: `r-${at}`,
    name: `Rule ${at}`,
    active: true,
    integration: "webhook",
    trigger: at % 3 === 0 ? "ticket.closed" : "message.received",
    operator: (["and", "or", "not"] as const)[at % 7 === 0 ? 1 : at % 11 === 0 ? 2 : 0],
    conditions: [
      at % 2 === 0
        ? {
            type: "messageContains",
            words: [WORDS[at % 10], WORDS[(at * 3 + 1) % 10]],
            mode: at % 4 === 0 ? "substring" : "word",
          }
        : { type: at % 4 === 1 ? "withinBusinessHours" : "outsideBusinessHours" },
      ...(at % 5 === 0 ? [{ type: "weekday", is: ["mon", "sat"] }] : []),
      ...(at % 6 === 1 ? [{ type: "timeRange", from: "20:00", to: "08:00" }] : []),
      ...(at % 9 === 2 ? [{ type: "messageMatches", pattern: "\\d{2,4}-[k\\d]" }] : []),
      ...(at % 8 === 3 ? [{ type: "account", is: `acc-${at % 5}` }] : []),
    ],
    actions: [{ type: "notify" }],
  })),
} as unknown as Workspace;

test(`${EVENTS} events leave the heap as it was, and are judged as the reference judges (SEED=${SEED})`, () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const ruleSet = compile(workspace);
  expect(ruleSet.invalid).toEqual([]);
  const draw = generator(SEED);
  const heap: number[] = [];
  let fired = 0;
  for (let number = 0; number < EVENTS; number++) {
    if (number % (EVENTS / 4) === 0) heap.push(heapAfter(collect));
    const event = drawEvent(number, draw);
    if (number % 50 === 7) {
      expect(() => evaluate(ruleSet, hostile(event, number))).not.toThrow();
    }
    const decision = evaluate(ruleSet, event);
    fired += decision.fired.length;
    if (number % (EVENTS / 1000) === 0) expect(decision).toEqual(referenceEvaluate(workspace, event));
  }
  heap.push(heapAfter(collect));
  console.log(
    `soak: SEED=${SEED}, ${fired} fired, heap in MB ${heap.map((bytes) => (bytes / 1e6).toFixed(1))}`,
  );
  expect(fired).toBeGreaterThan(EVENTS);
  expect((heap.at(-1) ?? 0) - (heap[1] ?? 0)).toBeLessThan(ALLOWED_GROWTH);
}, 3_600_000);

function heapAfter(collect: () => void): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Numbers from 0 to below a bound, the same for the same seed. */
function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Most within seconds of the one before; some seconds early, some years away. No text comes twice. */
function drawEvent(number: number, draw: (bound: number) => number): TicketEvent {
  const now = Date.UTC(2026, 7, 1) + number * 5000;
  const at = draw(20) === 0 ? Date.UTC(2015, 0, 1) + draw(2 ** 31) * 300 : now - draw(60_000);
  const text = `${WORDS[draw(10)]} ${number}, ${draw(9) === 0 ? "AN\u0303O 👩\u200D💻" : "¿Qué pasó?"} ${WORDS[draw(10)]?.toUpperCase()} 12-${draw(10)}`;
  const account = `acc-${draw(6)}`;
  return draw(3) === 0
    ? { id: `e-${number}`, type: "ticket.closed", at: new Date(at), ticket: { id: `t-${number}`, account } }
    : {
        id: `e-${number}`,
        type: "message.received",
        at: new Date(at),
        ticket: { id: `t-${number}`, account, attended: draw(2) === 0 },
        message: { text },
      };
}

/** The same with parts that lie, throw, or are not what they should be. */
function hostile(event: TicketEvent, number: number): TicketEvent {
  const trap = {
    get text(): string {
      throw new Error("no");
    },
  };
  const kinds: unknown[] = [
    { ...event, message: trap },
    { ...event, message: { text: "\u0301".repeat(3000) } },
    { ...event, ticket: { ...event.ticket, account: "__proto__", classification: new Proxy({}, {}) } },
    {
      ...event,
      message: { text: `baja ${"x".repeat(number % 5000)}`, direction: 7 },
      cause: { depth: Number.NaN },
    },
  ];
  return kinds[number % kinds.length] as TicketEvent;
}
