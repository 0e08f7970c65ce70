/** Small worlds: workspaces, the leaves that their rules are drawn from, and every event that they can tell apart. */
import type { Condition, Rule, TicketEvent, Workspace } from "ticket-rules";
import type { Domain } from "./brute.ts";

type Leaf = Exclude<Condition, { type: "group" }>;

/** Numbers from a seed (mulberry32). */
export function randomFrom(seed: number): {
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item;
} {
  let state = seed >>> 0;
  const below = (bound: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return { below, pick: (items) => items[below(items.length)]! };
}

export type Random = ReturnType<typeof randomFrom>;

const ACCOUNTS = ["wsp", "mad", "nocal", "gone"] as const;

export function worldOf(rules: Rule[]): Workspace {
  return {
    schemaVersion: 1,
    timeZone: "America/Santiago",
    calendars: [
      {
        id: "office",
        name: "Office",
        timeZone: "America/Santiago",
        weekly: {
          mon: [
            ["09:00", "13:00"],
            ["14:00", "18:00"],
          ],
          tue: [["09:00", "18:00"]],
          fri: [["22:00", "06:00"]],
        },
        exceptions: { "2026-12-25": [], "03-17": [["20:00", "02:00"]] },
      },
      {
        id: "madrid",
        name: "Madrid",
        timeZone: "Europe/Madrid",
        weekly: { mon: [["08:00", "15:00"]], sun: [["00:00", "24:00"]] },
      },
      { id: "never", name: "Never", timeZone: "Europe/Madrid", weekly: {} },
    ],
    accounts: [
      { id: "wsp", name: "Whatsapp", calendar: "office" },
      { id: "mad", name: "Madrid", calendar: "madrid" },
      { id: "nocal", name: "None" },
      { id: "gone", name: "Gone", calendar: "missing" },
    ],
    fields: [
      {
        id: "motivo",
        name: "Motivo",
        type: "select",
        options: [
          { id: "Soporte", name: "S" },
          { id: "venta", name: "V" },
        ],
      },
      {
        id: "tags",
        name: "Tags",
        type: "multi",
        options: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
        ],
      },
      { id: "vip", name: "Vip", type: "boolean" },
    ],
    integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
    rules,
  };
}

/** Leaves of one kind of coordinate each, so that a random rule has several on one. */
const LEAVES: readonly (readonly Leaf[])[] = [
  [
    ...ACCOUNTS.map((is): Leaf => ({ type: "account", is })),
    { type: "account", is: ["wsp", "mad"] },
    { type: "account", is: ["nobody"] },
    { type: "account", is: ["wsp", "mad", "nocal", "gone"] },
  ],
  [
    { type: "classification", field: "motivo", is: "soporte" },
    { type: "classification", field: "motivo", is: ["Soporte", "venta"] },
    { type: "classification", field: "motivo", is: "nothing" },
    { type: "classification", field: "tags", is: "a" },
    { type: "classification", field: "tags", is: ["a", "b"] },
    { type: "classification", field: "vip", is: true },
    { type: "classification", field: "vip", is: [true, false] },
    { type: "classification", field: "lost", is: "x" },
  ],
  [
    { type: "messageContains", words: ["baja"] },
    { type: "messageContains", words: ["baja", "dar de baja"] },
    { type: "messageContains", words: ["dar de baja"] },
    { type: "messageContains", words: ["baja"], mode: "substring" },
    { type: "messageContains", words: ["aja", "año"], mode: "substring" },
    { type: "messageContains", words: ["baja", "cancelación"], match: "all" },
    { type: "messageContains", words: ["n"], mode: "substring" },
    { type: "messageMatches", pattern: "^baja" },
    { type: "messageMatches", pattern: "baja" },
    { type: "messageMatches", pattern: "\\bbaja\\b" },
    { type: "messageMatches", pattern: "\\d{2}" },
    { type: "messageMatches", pattern: "^$" },
    { type: "messageMatches", pattern: "n" },
  ],
  [
    { type: "withinBusinessHours" },
    { type: "outsideBusinessHours" },
    { type: "withinBusinessHours", calendar: "office" },
    { type: "outsideBusinessHours", calendar: "madrid" },
    { type: "withinBusinessHours", calendar: "never" },
    { type: "withinBusinessHours", calendar: "lost" },
    { type: "weekday", is: "mon" },
    { type: "weekday", is: ["sat", "sun"] },
    { type: "weekday", is: ["mon", "tue", "wed", "thu", "fri"] },
    { type: "dateRange", from: "2026-03-16", to: "2026-03-17" },
    { type: "dateRange", to: "2026-04-04" },
    { type: "dateRange", from: "2026-09-06", to: "2026-09-06" },
    { type: "dateRange", from: "2026-12-25", to: "2026-12-26" },
    { type: "timeRange", from: "00:00", to: "01:00" },
    { type: "timeRange", from: "09:00", to: "18:00" },
    { type: "timeRange", from: "22:00", to: "06:00" },
    { type: "timeRange", from: "13:00", to: "14:00" },
  ],
  [{ type: "unassigned" }, { type: "unattended" }],
];

const TEXTS: readonly (string | null)[] = [
  null,
  "",
  "Hola",
  "baja",
  "quiero dar de baja",
  "trabajar",
  "BAJA cancelacion 12",
  "Bájate",
  "año nuevo 2026",
  "cancelación",
  "ébaja",
  "n\u200b\u0303",
  "baja dar de baja",
  "ｂａｊａ",
];

/** Clock changes, edges of hours, nights and holidays, in Santiago and Madrid. */
const TIMES: readonly string[] = [
  "2026-03-16T12:00:00Z",
  "2026-03-16T11:59:59Z",
  "2026-03-16T16:30:00Z",
  "2026-03-17T15:00:00Z",
  "2026-03-17T23:30:00Z",
  "2026-03-18T04:30:00Z",
  "2026-03-20T13:00:00Z",
  "2026-03-21T02:00:00Z",
  "2026-03-21T05:00:00Z",
  "2026-03-22T10:00:00Z",
  "2026-03-29T00:59:00Z",
  "2026-03-29T01:00:00Z",
  "2026-04-05T02:30:00Z",
  "2026-04-05T03:30:00Z",
  "2026-04-05T04:30:00Z",
  "2026-09-06T03:59:00Z",
  "2026-09-06T04:00:00Z",
  "2026-12-25T12:30:00Z",
  "2026-12-24T12:30:00Z",
  "2026-12-28T07:30:00Z",
  "2026-12-26T01:30:00Z",
  "2025-01-06T03:30:00Z",
  "2025-01-05T23:30:00Z",
];

const CLASSES: readonly NonNullable<TicketEvent["ticket"]["classification"]>[] = [
  {},
  { motivo: "soporte" },
  { motivo: "venta", vip: false },
  { motivo: "otro", tags: ["a"], vip: true },
  { tags: ["a", "b"] },
  { motivo: null, tags: "b" },
  { motivo: "SOPORTE", vip: true },
];

const CHANGES: readonly NonNullable<NonNullable<TicketEvent["changes"]>["classification"]>[] = [
  {},
  { motivo: { before: null } },
  { motivo: { before: "soporte" } },
  { motivo: { before: "venta" }, tags: { before: ["a"] } },
  { tags: { before: [] } },
  { vip: {} },
  { motivo: {}, tags: { before: ["a", "b"] } },
  { vip: { before: false } },
  { vip: { before: true }, tags: { before: ["b"] } },
];

function ticketsOf(
  classification: NonNullable<TicketEvent["ticket"]["classification"]>,
): TicketEvent["ticket"][] {
  return [...ACCOUNTS, "nobody", null].flatMap((account) =>
    [null, { type: "bot", id: "b" } as const].flatMap((assignee) =>
      [true, false].map((attended) => ({ id: "t", account, assignee, attended, classification })),
    ),
  );
}

/** Every event of each type that the worlds' rules may fire on. */
export const DOMAINS: readonly Domain[] = [
  domain("message.received", CLASSES, TEXTS, TIMES, [undefined]),
  domain("ticket.closed", CLASSES.slice(0, 4), TEXTS.slice(0, 4), TIMES.slice(0, 6), [undefined]),
  domain("ticket.classified", CLASSES, [null, "baja"], TIMES.slice(0, 5), CHANGES),
];

function domain(
  type: string,
  classes: typeof CLASSES,
  texts: typeof TEXTS,
  times: typeof TIMES,
  changes: readonly ((typeof CHANGES)[number] | undefined)[],
): Domain {
  const events = classes.flatMap(ticketsOf).flatMap((ticket) =>
    texts.flatMap((text) =>
      times.flatMap((at) =>
        changes.map(
          (classification): TicketEvent => ({
            id: "e",
            type,
            at,
            ticket,
            message: { text },
            ...(classification && { changes: { classification } }),
          }),
        ),
      ),
    ),
  );
  return { type, events };
}

/** A random rule over the leaves of the worlds. */
export function randomRule(random: Random, id: string): Rule {
  const focus = random.pick(LEAVES);
  const leaf = (): Condition => random.pick(random.below(3) === 0 ? focus : random.pick(LEAVES));
  const tree = (depth: number): Condition =>
    depth === 0 || random.below(5) < 3
      ? leaf()
      : {
          type: "group",
          operator: random.pick(["and", "or", "not"]),
          conditions: Array.from({ length: 1 + random.below(3) }, () => tree(depth - 1)),
        };
  return {
    id,
    name: "Rule",
    active: true,
    integration: "webhook",
    trigger: random.pick(["message.received", "message.received", "message.received", "ticket.closed"]),
    operator: random.pick(["and", "and", "and", "not", "or"]),
    conditions: Array.from({ length: 1 + random.below(4) }, () => tree(2)),
    actions: [{ type: "notify" }],
  };
}
