/** Conditions of every type, under every operator, on what a workspace has and on what it lacks. */
import type { Arbitrary } from "fast-check";
import type { Condition } from "../../conditions/tree.ts";
import type { FieldValue } from "../../event.ts";
import type { Field } from "../../field.ts";
import type { Workspace } from "../../workspace.ts";
import { fc } from "../fastCheck/fc.ts";
import { dateNear, timeOfDay } from "./calendar.ts";
import { disguise, PATTERNS, WORDS } from "./text.ts";

type LeafType = Exclude<Condition["type"], "group">;
type Leaf<Type extends LeafType> = Extract<Condition, { type: Type }>;

/** What conditions may refer to. */
export type Catalogue = Pick<Workspace, "timeZone" | "accounts" | "calendars" | "fields">;

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A leaf or a group, at most five levels deep, of leaves of these types. */
export const condition = (catalogue: Catalogue, types: readonly LeafType[]): Arbitrary<Condition> => {
  const byType = leaves(catalogue);
  const leaf = fc.oneof(...types.map((type) => byType[type]));
  const deep = [1, 2, 3, 4, 5].reduce<Arbitrary<Condition>>((inner) => group(inner, 1), leaf);
  return fc.oneof(
    { weight: 30, arbitrary: leaf },
    { weight: 10, arbitrary: group(leaf, 3) },
    { weight: 5, arbitrary: group(fc.oneof(leaf, group(leaf, 2)), 2) },
    { weight: 1, arbitrary: deep },
  );
};

const group = (child: Arbitrary<Condition>, maxLength: number): Arbitrary<Condition> =>
  fc.record({
    type: fc.constant("group"),
    operator: fc.constantFrom("and", "or", "not"),
    conditions: fc.array(child, { minLength: 1, maxLength }),
  });

function leaves(catalogue: Catalogue): { [Type in LeafType]: Arbitrary<Leaf<Type>> } {
  const { timeZone, accounts = [], calendars = [], fields = [] } = catalogue;
  const hours = { calendar: idOf(calendars) };
  return {
    account: fc.record({ type: fc.constant("account"), is: oneOrMany(idOf(accounts)) }),
    classification: fc.oneof(...fields.map((field) => ({ weight: 4, arbitrary: classification(field) })), {
      weight: 1,
      arbitrary: danglingClassification(),
    }),
    messageContains: fc.record(
      {
        type: fc.constant("messageContains"),
        words: words(),
        mode: fc.constantFrom("word", "substring"),
        match: fc.constantFrom("any", "all"),
      },
      { requiredKeys: ["type", "words"] },
    ),
    messageMatches: fc.constantFrom(...PATTERNS).map(({ pattern, flags }) => ({
      type: "messageMatches",
      pattern,
      ...(flags === undefined ? {} : { flags }),
    })),
    withinBusinessHours: fc.record(
      { type: fc.constant("withinBusinessHours"), ...hours },
      { requiredKeys: ["type"] },
    ),
    outsideBusinessHours: fc.record(
      { type: fc.constant("outsideBusinessHours"), ...hours },
      { requiredKeys: ["type"] },
    ),
    weekday: fc.record({ type: fc.constant("weekday"), is: oneOrMany(fc.constantFrom(...WEEKDAYS)) }),
    unassigned: fc.constant({ type: "unassigned" }),
    dateRange: dateRange(timeZone),
    timeRange: fc
      .tuple(timeOfDay(), fc.oneof(timeOfDay(), fc.constant("24:00")))
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ type: "timeRange", from, to })),
    unattended: fc.constant({ type: "unattended" }),
  };
}

/** The id of one of these, or now and then of nothing that exists. */
const idOf = (items: readonly { id: string }[]): Arbitrary<string> =>
  fc.oneof(...items.map(({ id }) => ({ weight: 4, arbitrary: fc.constant(id) })), {
    weight: 1,
    arbitrary: fc.constantFrom("gone", "toString"),
  });

/** One value, or a list of values that differ. */
const oneOrMany = <Item>(item: Arbitrary<Item>): Arbitrary<Item | Item[]> =>
  fc.oneof(item, fc.uniqueArray(item, { minLength: 1, maxLength: 3 }));

/** Words, of which folding may leave nothing of all but the first. */
const words = (): Arbitrary<string[]> => {
  const word = fc.constantFrom(...WORDS);
  const more = fc.array(
    fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.constant("\u200b ") }),
    {
      maxLength: 2,
    },
  );
  return fc.tuple(word, more).map(([first, others]) => [first, ...others]);
};

const dateRange = (timeZone: string): Arbitrary<Leaf<"dateRange">> =>
  fc
    .record({
      one: dateNear(timeZone),
      other: dateNear(timeZone),
      ends: fc.constantFrom("both", "from", "to"),
    })
    .map(({ one, other, ends }) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      return { type: "dateRange", ...(ends === "to" ? {} : { from }), ...(ends === "from" ? {} : { to }) };
    });

const classification = (field: Field): Arbitrary<Leaf<"classification">> =>
  fc.record({
    type: fc.constant("classification"),
    field: fc.constant(field.id),
    is: oneOrMany(wantedValue(field)),
  });

const danglingClassification = (): Arbitrary<Leaf<"classification">> =>
  fc.record({
    type: fc.constant("classification"),
    field: fc.constantFrom("gone", "hasOwnProperty"),
    is: TEXTS(),
  });

const TEXTS = () => fc.constantFrom("soporte", "Año Nuevo", "ano nuevo", "5");

type Asked = string | number | boolean;

/** A value that a condition may ask of a field, now and then an empty one or one of another type. */
const wantedValue = ({ type, options = [] }: Field): Arbitrary<Asked> => {
  const fitting: Record<Field["type"], Arbitrary<Asked>> = {
    select: idOf(options),
    multi: idOf(options),
    text: TEXTS(),
    boolean: fc.boolean(),
    number: fc.constantFrom(0, 5, -1.5),
    date: fc.constantFrom("2026-09-06", "2024-02-29"),
  };
  const odd = fc.constantFrom("", " ", "\u200b", 5, true, "2026-09-06");
  return fc.oneof({ weight: 9, arbitrary: fitting[type] }, { weight: 1, arbitrary: odd });
};

/** What a ticket may hold in a field: what is asked of it, that in another guise, or something else. */
export const fieldValue = (field: Field, askedFor: readonly Asked[]): Arbitrary<FieldValue> => {
  const asked = fc.oneof(
    wantedValue(field),
    ...(askedFor.length === 0 ? [] : [fc.constantFrom(...askedFor)]),
  );
  const guise = fc
    .tuple(asked, disguise())
    .map(([value, change]) => (typeof value === "string" ? change(value) : String(value)));
  const many = fc.array(fc.oneof(asked, guise).map(String), { maxLength: 3 });
  const [usual, unusual] = field.type === "multi" ? [many, asked] : [asked, many];
  return fc.oneof(
    { weight: 6, arbitrary: usual },
    { weight: 2, arbitrary: guise },
    { weight: 1, arbitrary: unusual },
    { weight: 1, arbitrary: fc.constantFrom(null, "", 5, false) },
  );
};
