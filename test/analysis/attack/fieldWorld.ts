/** Worlds of fields and people. */
import type { Workspace } from "ticket-rules";
import type { Random } from "../worlds.ts";
import type { Leaf, Parts } from "./crowd.ts";
import { BLANK, leavesBy, type World } from "./world.ts";

type Value = string | number | boolean | null | string[];

const option = (id: string) => ({ id, name: id });

/** A field of every type. */
const FIELDS: NonNullable<Workspace["fields"]> = [
  { id: "s", name: "S", type: "select", options: ["Á", "b", "c"].map(option) },
  { id: "m", name: "M", type: "multi", options: ["x", "y"].map(option) },
  { id: "v", name: "V", type: "boolean" },
  { id: "n", name: "N", type: "number" },
  { id: "t", name: "T", type: "text" },
  { id: "__proto__", name: "P", type: "date" },
];

/** What events say that fields are, or were. */
const VALUES = new Map<string, readonly Value[]>([
  ["s", [null, "a", "B", "c", "other"]],
  ["m", [null, [], ["x"], ["x", "Y"], "y"]],
  ["v", [null, true, false, "true"]],
  ["n", [null, 0, 1, 2.5, "1"]],
  ["t", [null, "", "Sí", "si ", "no"]],
  ["__proto__", [null, "2026-01-01", "2026-01-02"]],
]);

/** What conditions want them to be; `lost` is no field. */
const WANTED = new Map<string, readonly (string | number | boolean)[]>([
  ["s", ["a", "Á", "b", "C", "lost", true]],
  ["m", ["x", "Y", "z"]],
  ["v", [true, false, "true"]],
  ["n", [0, -0, 1, 2.5, "1"]],
  ["t", ["si", "NO", "", "x"]],
  ["__proto__", ["2026-01-01", "2026-01-02", "soon"]],
  ["lost", ["a"]],
]);

/** What an event says of fields, and of their changes. */
interface Class {
  readonly classification: { [id: string]: Value };
  readonly changes?: { [id: string]: { before?: Value; after: Value } };
}

/** Fields of every type, what an event says they were before, and people. */
export function fieldWorld(random: Random): World {
  const some = FIELDS.filter(() => random.below(2) === 0).slice(0, 2);
  const used = (some.length > 0 ? some : FIELDS.slice(0, 1)).map(({ id }) => id);
  return {
    workspace: {
      ...{ ...BLANK, fields: FIELDS },
      accounts: [
        { id: "x", name: "X", calendar: "never" },
        { id: "y", name: "Y" },
      ],
      calendars: [{ id: "never", name: "Never", timeZone: "UTC", weekly: {} }],
    },
    leaves: leavesBy(() => leafOver(used, random), 20, random),
    parts: partsOver(used),
    triggers: ["message.received", "ticket.closed"],
  };
}

function leafOver(used: readonly string[], random: Random): Leaf {
  const field = random.below(12) === 0 ? "lost" : random.pick(used);
  const own = WANTED.get(field) ?? [];
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
}

/** Messages of which some tell of changes, closed tickets, and changes of fields. */
function partsOver(used: readonly string[]): readonly Parts[] {
  const classes = classesOver(used);
  const changed = withChanges(classes, used);
  const shared = {
    places: ["x", "y", null].map((account) => ({ account, at: "2026-03-16T12:00:00Z" })),
    texts: [null, "a", "b"],
    people: [true, false].flatMap((isAssigned) =>
      [true, false].map((attended) => ({ isAssigned, attended })),
    ),
  };
  return [
    { ...shared, type: "message.received", classes: changed.filter((_, at) => at % 7 === 0) },
    { ...shared, type: "ticket.closed", classes },
    {
      ...shared,
      texts: [null, "a"],
      people: shared.people.slice(0, 2),
      type: "ticket.classified",
      classes: changed,
    },
  ] as readonly Parts[];
}

/** Every value of these fields. */
function classesOver(used: readonly string[]): Class[] {
  return used.reduce<Class[]>(
    (classes, id) =>
      classes.flatMap(({ classification }) =>
        (VALUES.get(id) ?? []).map((value) => ({ classification: withValue(classification, id, value) })),
      ),
    [{ classification: {} }],
  );
}

/** The same, and with every change of these fields; of some it is not said what was before. */
function withChanges(classes: readonly Class[], used: readonly string[]): readonly Class[] {
  const changes = (id: string): { before?: Value; after: Value }[] => [
    { after: null },
    ...(VALUES.get(id) ?? []).map((before) => ({ before, after: null })),
  ];
  return used.reduce(
    (changed, id) =>
      changed.flatMap((each) => [
        each,
        ...changes(id).map((change) => ({ ...each, changes: withValue(each.changes ?? {}, id, change) })),
      ]),
    classes,
  );
}

type Named<Held> = { [name: string]: Held };

/** With one more entry; unlike assignment this makes an own key of `__proto__` too. */
function withValue<Held>(object: Named<Held>, id: string, value: Held): Named<Held> {
  return Object.fromEntries([...Object.entries(object), [id, value]]);
}
