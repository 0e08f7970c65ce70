/** Random small worlds: workspaces, conditions around their boundaries, and every event these can tell apart. */
import { Calendar, Condition, type Rule, type Workspace } from "ticket-rules";
import type { Random } from "../worlds.ts";
import type { Leaf, Parts } from "./crowd.ts";

export interface World {
  readonly workspace: Workspace;
  readonly leaves: readonly Leaf[];
  readonly parts: readonly Parts[];
  /** Where events are looked for: of these days, the world has all that matters. */
  readonly horizon?: { readonly from: string; readonly to: string };
  readonly triggers: readonly ("message.received" | "ticket.closed")[];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A zone, and a day near which its clocks change. */
const CHANGES: readonly (readonly [zone: string, day: string])[] = [
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Australia/Lord_Howe", "2027-04-04"],
  ["Africa/Cairo", "2026-04-24"],
  ["Pacific/Apia", "2011-12-30"],
  ["Africa/Casablanca", "2026-02-15"],
  ["America/Asuncion", "2024-10-06"],
  ["Asia/Beirut", "2026-03-29"],
  ["Asia/Kathmandu", "2026-01-01"],
  ["Pacific/Kiritimati", "2027-01-01"],
  ["America/Havana", "2026-03-08"],
  ["Europe/Madrid", "2028-02-29"],
  ["Pacific/Chatham", "2026-09-27"],
];

const BLANK: Workspace = {
  ...{ schemaVersion: 1, timeZone: "UTC", rules: [] },
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
};

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Accounts with calendars of their own in several zones, within days around a clock change: every boundary and what is beside it. */
export function timeWorld(random: Random): World {
  const [zone, day] = random.pick(CHANGES);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const reach = 2 + random.below(6);
  const near = (days: number) => dateOf(noon + days * DAY);
  const times = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "09:00", "23:00", "23:30"];
  const interval = (): [string, string] => {
    const from = random.pick(times);
    const to = random.pick([...times, "24:00"].filter((each) => each !== from));
    return [from, to];
  };
  const hours = () => (random.below(4) === 0 ? [] : [interval()]);
  const drawn = (id: string): Calendar => ({
    ...{ id, name: id, timeZone: random.pick([zone, zone, "UTC", random.pick(CHANGES)[0]]) },
    weekly: Object.fromEntries(
      (["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const)
        .filter(() => random.below(2) === 0)
        .map((weekday) => [weekday, hours()]),
    ),
    exceptions: Object.fromEntries(
      Array.from({ length: random.below(4) }, () => {
        const date = near(random.below(2 * reach + 3) - reach - 1);
        return [random.below(2) === 0 ? date : date.slice(5), hours()];
      }),
    ),
  });
  const calendar = (id: string): Calendar => {
    for (;;) {
      const found = drawn(id);
      if (Calendar.safeParse(found).success) return found;
    }
  };
  const workspace: Workspace = {
    ...BLANK,
    timeZone: random.pick(["UTC", zone]),
    calendars: [...["a", "b"].map(calendar), { id: "empty", name: "E", timeZone: zone, weekly: {} }],
    accounts: [
      { id: "a", name: "A", calendar: "a" },
      { id: "b", name: "B", calendar: "b" },
      { id: "none", name: "N" },
      ...(random.below(2) === 0 ? [{ id: "empty", name: "E", calendar: "empty" }] : []),
      ...(random.below(3) === 0 ? [{ id: "gone", name: "G", calendar: "lost" }] : []),
    ],
  };
  const accounts = [...(workspace.accounts ?? []).map(({ id }) => id), "stranger", null];
  const instants: number[] = [];
  for (let ms = noon - (reach + 2) * DAY; ms <= noon + (reach + 2) * DAY; ms += 30 * MINUTE) {
    instants.push(ms - MINUTE, ms);
  }
  const horizon = { from: near(-reach), to: near(reach) };
  const places = accounts.flatMap((account) =>
    instants
      .filter((ms) => {
        const local = localDate(workspace, account, ms);
        return horizon.from <= local && local <= horizon.to;
      })
      .map((ms) => ({ account, at: new Date(ms).toISOString() })),
  );
  const time = () => random.pick(times);
  const is = () => random.pick(["a", "b", "none", "empty", "gone", "nobody"]);
  const leaf = (): Leaf =>
    random.pick<() => Leaf>([
      () => ({ type: "account", is: random.below(2) === 0 ? is() : [is(), is()] }),
      () => ({ type: "withinBusinessHours" }),
      () => ({ type: "outsideBusinessHours" }),
      () => ({ type: "withinBusinessHours", calendar: random.pick(["a", "b", "empty", "lost"]) }),
      () => ({ type: "outsideBusinessHours", calendar: random.pick(["a", "b", "empty"]) }),
      () => ({
        type: "weekday",
        is: random.pick(["mon", "fri", "sat", "sun", ["sat", "sun"], ["tue"]] as const) as "mon",
      }),
      () => ({ type: "timeRange", from: time(), to: random.pick([...times.slice(1), "24:00"]) }),
      () => {
        const first = random.below(2 * reach + 1) - reach;
        const to = { to: near(first + random.below(4)) };
        return { type: "dateRange", from: near(first), ...(random.below(4) === 0 ? {} : to) };
      },
    ])();
  return {
    workspace,
    horizon,
    leaves: leavesBy(leaf, 24, random),
    parts: [{ ...ONE, type: "message.received", places }],
    triggers: ["message.received"],
  };
}

/** The date on the wall clock of an account. */
function localDate({ accounts, calendars, timeZone }: Workspace, account: string | null, ms: number): string {
  const id = accounts?.find((each) => each.id === account)?.calendar;
  const zone = calendars?.find((each) => each.id === id)?.timeZone ?? (id === undefined ? timeZone : "UTC");
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(ms);
}

const ONE: Omit<Parts, "type"> = {
  places: [{ account: null, at: "2026-03-16T12:00:00Z" }],
  texts: [null],
  people: [{ isAssigned: false, attended: false }],
  classes: [{ classification: {} }],
};

function leavesBy(make: () => Leaf, count: number, random: Random): Leaf[] {
  const leaves: Leaf[] = [];
  for (let tries = 0; leaves.length < count && tries < 50 * count; tries++) {
    const leaf = make();
    if (Condition.safeParse(leaf).success) leaves.push(leaf);
  }
  return leaves.length > 0 ? leaves : [random.pick<Leaf>([{ type: "unassigned" }])];
}

/** Few characters, among them those that folding, normalizing or ignoring case makes others. */
const ALPHABETS: readonly (readonly string[])[] = [
  ["a", "n", "\u0303", "\u200b", " ", "-", "N", "ñ", "\n", "1"],
  ["s", "ß", "ſ", "S", "σ", "ς", "Σ", " ", "K", "k"],
  ["i", "İ", "I", "ı", "\u0307", "-", "_", "í", "\u0301"],
  ["😀", "👍", "🏽", "\u200d", "👩", "a", " ", "\ufe0f", "\ud83d"],
  ["a", "b", "c", "d", " "],
  ["1", "2", ".", "-", "k", "K", " "],
  ["f", "i", "ﬁ", "Ａ", "a", "½", "1", "2", "²"],
  ["e", "é", "e\u0301", "E", "\u0301", "\u0323", "o", "º", " "],
];

/** Every short text over few characters, and words and patterns over the same. */
export function textWorld(random: Random): World {
  const alphabet = random.pick(ALPHABETS);
  let texts = [""];
  for (let length = 1; length <= 4; length++) {
    const next = texts.filter((text) => [...text].length === length - 1 || length === 1);
    texts = [...texts, ...next.flatMap((text) => alphabet.map((each) => text + each))];
    if (texts.length > 7000) break;
  }
  texts = [...new Set(texts)];
  const string = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(alphabet)).join("");
  const leaf = (): Leaf => {
    if (random.below(5) < 2) {
      return {
        type: "messageContains",
        // Half a character is no word: nobody can write one.
        words: Array.from({ length: random.pick([1, 1, 2, 3]) }, () => string(3).replace(/\p{Cs}/gu, "a")),
        ...(random.below(2) === 0 ? { mode: "substring" } : {}),
        ...(random.below(3) === 0 ? { match: "all" } : {}),
      };
    }
    const flags = ["i", "s", "u", "m"].filter((flag) => random.below(flag === "i" ? 2 : 4) === 0).join("");
    return {
      type: "messageMatches",
      pattern: patternOf(random, alphabet, 3),
      ...(random.below(2) === 0 ? {} : { flags: random.below(9) === 0 ? "v" : flags }),
    };
  };
  return {
    workspace: BLANK,
    leaves: leavesBy(leaf, 28, random),
    parts: [{ ...ONE, type: "message.received", texts: [null, ...texts] }],
    triggers: ["message.received"],
  };
}

function patternOf(random: Random, alphabet: readonly string[], depth: number): string {
  const one = () => random.pick(alphabet).replace(/[.\-^$*+?()[\]{}|/\\]/g, "\\$&");
  const inner = () => patternOf(random, alphabet, depth - 1);
  const simple: (() => string)[] = [
    ...[one, one, one, () => one() + one(), () => one() + one()],
    () => `[${one()}${one()}]`,
    () => `[^${one()}${one()}]`,
    () => random.pick([".", "\\w", "\\d", "\\s", "\\W", "\\S", "\\b", "\\B", "^", "$"]),
  ];
  if (depth <= 0) return random.pick(simple)();
  return random.pick<() => string>([
    ...simple,
    () => inner() + inner(),
    () => inner() + inner(),
    () => `^${inner()}`,
    () => `${inner()}$`,
    () => `^${inner()}$`,
    () => `(?:${inner()}|${inner()})`,
    () => `(?:${inner()})${random.pick(["*", "+", "?", "{2}", "{1,2}", "*?"])}`,
    () => `(${inner()})${random.pick(["", "\\1", "+\\1"])}`,
    () => `(?=${inner()})${inner()}`,
    () => `(?!${inner()})${inner()}`,
    () => `${inner()}(?!${inner()})`,
    () => `(?<=${inner()})${inner()}`,
    () => `(?<!${inner()})${inner()}`,
    () => `\\b${inner()}\\b`,
  ])();
}

type Value = string | number | boolean | null | string[];

/** Fields of every type, what an event says they were before, and people. */
export function fieldWorld(random: Random): World {
  const option = (id: string) => ({ id, name: id });
  const fields: NonNullable<Workspace["fields"]> = [
    { id: "s", name: "S", type: "select", options: ["Á", "b", "c"].map(option) },
    { id: "m", name: "M", type: "multi", options: ["x", "y"].map(option) },
    { id: "v", name: "V", type: "boolean" },
    { id: "n", name: "N", type: "number" },
    { id: "t", name: "T", type: "text" },
    { id: "__proto__", name: "P", type: "date" },
  ];
  const values = new Map<string, readonly Value[]>([
    ["s", [null, "a", "B", "c", "other"]],
    ["m", [null, [], ["x"], ["x", "Y"], "y"]],
    ["v", [null, true, false, "true"]],
    ["n", [null, 0, 1, 2.5, "1"]],
    ["t", [null, "", "Sí", "si ", "no"]],
    ["__proto__", [null, "2026-01-01", "2026-01-02"]],
  ]);
  const wanted = new Map<string, readonly (string | number | boolean)[]>([
    ["s", ["a", "Á", "b", "C", "lost", true]],
    ["m", ["x", "Y", "z"]],
    ["v", [true, false, "true"]],
    ["n", [0, -0, 1, 2.5, "1"]],
    ["t", ["si", "NO", "", "x"]],
    ["__proto__", ["2026-01-01", "2026-01-02", "soon"]],
    ["lost", ["a"]],
  ]);
  const some = fields.filter(() => random.below(2) === 0).slice(0, 2);
  const used = some.length > 0 ? some : fields.slice(0, 1);
  const leaf = (): Leaf => {
    const field = random.below(12) === 0 ? "lost" : random.pick(used).id;
    const own = wanted.get(field) ?? [];
    const list = Array.from({ length: 1 + random.below(3) }, () => random.pick(own));
    return random.pick<() => Leaf>([
      ...Array.from(
        { length: 4 },
        () => (): Leaf => ({ type: "classification", field, is: random.below(2) ? list : random.pick(own) }),
      ),
      () => ({ type: "messageContains", words: [random.pick(["a", "b"])] }),
      () => ({ type: "messageMatches", pattern: random.pick(["^a", "b"]) }),
      () => ({ type: "account", is: random.pick(["x", "y"]) }),
      () => ({ type: "withinBusinessHours" }),
      () => random.pick<Leaf>([{ type: "unassigned" }, { type: "unattended" }]),
    ])();
  };
  type Class = {
    classification: { [id: string]: Value };
    changes?: { [id: string]: { before?: Value; after: Value } };
  };
  let classes: Class[] = [{ classification: {} }];
  for (const { id } of used) {
    classes = classes.flatMap(({ classification }) =>
      (values.get(id) ?? []).map((value) => ({
        classification: withValue(classification, id, value),
      })),
    );
  }
  let changed: Class[] = classes;
  for (const { id } of used) {
    changed = changed.flatMap((each) => [
      each,
      { ...each, changes: withValue(each.changes ?? {}, id, { after: null }) },
      ...(values.get(id) ?? []).map((before) => ({
        ...each,
        changes: withValue(each.changes ?? {}, id, { before, after: null }),
      })),
    ]);
  }
  const workspace: Workspace = {
    ...{ ...BLANK, fields },
    accounts: [
      { id: "x", name: "X", calendar: "never" },
      { id: "y", name: "Y" },
    ],
    calendars: [{ id: "never", name: "Never", timeZone: "UTC", weekly: {} }],
  };
  const shared = {
    places: ["x", "y", null].map((account) => ({ account, at: "2026-03-16T12:00:00Z" })),
    texts: [null, "a", "b"],
    people: [true, false].flatMap((isAssigned) =>
      [true, false].map((attended) => ({ isAssigned, attended })),
    ),
  };
  return {
    workspace,
    leaves: leavesBy(leaf, 20, random),
    parts: [
      { ...shared, type: "message.received", classes: changed.filter((_, at) => at % 7 === 0) },
      { ...shared, type: "ticket.closed", classes },
      {
        ...shared,
        texts: [null, "a"],
        people: shared.people.slice(0, 2),
        type: "ticket.classified",
        classes: changed,
      },
    ] as readonly Parts[],
    triggers: ["message.received", "ticket.closed"],
  };
}

type Named<Held> = { [name: string]: Held };

/** With one more entry; unlike assignment this makes an own key of `__proto__` too. */
function withValue<Held>(object: Named<Held>, id: string, value: Held): Named<Held> {
  return Object.fromEntries([...Object.entries(object), [id, value]]);
}

/** A random rule of a world. */
export function ruleOf(world: World, random: Random, id: string): Rule {
  const focus = [random.pick(world.leaves), random.pick(world.leaves)];
  const leaf = (): Condition => random.pick(random.below(3) === 0 ? focus : world.leaves);
  const tree = (depth: number): Condition =>
    depth === 0 || random.below(5) < 3
      ? leaf()
      : {
          type: "group",
          operator: random.pick(["and", "or", "not"]),
          conditions: Array.from({ length: 1 + random.below(3) }, () => tree(depth - 1)),
        };
  return {
    ...{ id, name: id, active: true, integration: "webhook", actions: [{ type: "notify" }] },
    trigger: random.pick(world.triggers),
    operator: random.pick(["and", "and", "and", "not", world.triggers.length > 1 ? "or" : "and"]),
    conditions: Array.from({ length: 1 + random.below(4) }, () => tree(2)),
  };
}
