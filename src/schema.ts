/** Building blocks of every schema: exact objects, ids, names, lists, and what they tell. */
import * as z from "zod";
// By name: through `z.core` a bundler keeps all of it, every language of its messages included.
import { $constructor, util } from "zod/v4/core";
import {
  type Expected,
  type Pairs,
  type Quantity,
  short,
  type Thing,
  type Things,
  type Wording,
  type WordSet,
} from "./issues/define.ts";
import { type Asking, type ToldFault, telling, tells, told } from "./issues/tell.ts";

/** The `error` of a schema that takes values of one shape only. */
export const expecting = (expected: Expected) => telling((asking) => notAs(expected, asking));

/** Nothing is there, or something of another shape. */
export function notAs(expected: Expected, { input }: Asking): ToldFault {
  return told(input === undefined ? "missing" : "wrongType", { expected });
}

/** What may stand under an `x-` key. */
const ANYTHING = z.unknown();

/**
 * An object with these keys and no others, except keys that begin with `x-`, which are kept as they are.
 * Unlike zod's strict object it also sees an own key called `__proto__`.
 */
export function exact<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$loose> {
  const schema: z.ZodType = new ExactObject({
    type: "object",
    shape,
    catchall: ANYTHING,
    error: expecting("object"),
  });
  // The trait is typed for any shape; this one has the shape it was given.
  return schema as z.ZodObject<Shape, z.core.$loose>;
}

const ExactObject = $constructor("ExactObject", (inst: z.ZodObject, def: z.core.$ZodObjectDef) => {
  z.ZodObject.init(inst, def);
  const parse = inst._zod.parse;
  inst._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    const result = guarded(inst, payload, () => parse(payload, context));
    if (!isRecord(input)) return result;
    const keys = Object.keys(input).filter((key) => !Object.hasOwn(def.shape, key) && !key.startsWith("x-"));
    if (keys.length > 0) {
      const fault = told("unknownKey", { keys: keys.map(short), expected: Object.keys(def.shape) });
      payload.issues.push({ ...fault, code: "unrecognized_keys", keys, input, inst, continue: true });
    }
    return result;
  };
});

/**
 * More issues than a call can have arguments overflow the stack inside zod. A document with that much wrong is told
 * so in one issue more, instead of an exception.
 */
function guarded<Payload extends z.core.ParsePayload>(
  inst: z.core.$ZodType,
  payload: Payload,
  parse: () => Payload | Promise<Payload>,
): Payload | Promise<Payload> {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    payload.issues.push({ ...told("tooMuchWrong", {}), input: payload.value, inst });
    return payload;
  }
}

/** An object that is no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of whatever this is: ids such as `constructor` are data. */
export function member(value: unknown, key: string): unknown {
  try {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  } catch {
    // A getter or proxy of the host's that throws has not told anything.
    return undefined;
  }
}

/** A constant. */
export const literal = <Value extends string | number>(value: Value) =>
  z.literal(value, { error: expecting({ oneOf: [String(value)] }) });

/** One of a closed set of words. */
export const oneOf = <const Options extends readonly [string, ...string[]]>(
  of: WordSet | Wording,
  options: Options,
) =>
  z.enum(options, {
    error: telling((asking) =>
      typeof asking.input === "string"
        ? told("unknownWord", { of, value: short(asking.input), expected: options })
        : notAs({ oneOf: options }, asking),
    ),
  });

/** A switch. */
export const flag = () => z.boolean({ error: expecting("boolean") });

/** Text that says something. Ids, tokens. */
export const nonEmpty = (what: Thing | Wording) =>
  z.string({ error: expecting(what) }).min(1, { error: tells("empty", { expected: what }) });

/** The id of an account, rule, bot, … */
export const Id = nonEmpty("id");

/** A name for people: not blank after trimming. */
export const Name = z
  .string({ error: expecting("name") })
  .refine((name) => name.trim() !== "", { error: tells("blankName", {}) });

/** A whole number within bounds, both included. */
export const whole = (what: Quantity["whole"], least: number, most: number) => {
  const bounds = most === Number.MAX_SAFE_INTEGER ? { least } : { least, most };
  const expected = { whole: what, ...bounds };
  const error = tells("outOfRange", { expected });
  return z
    .number({ error: expecting(expected) })
    .int({ error })
    .min(least, { error })
    .max(most, { error });
};

/** How many items are looked at in a list: what has more is refused as a whole. */
export const MAX_ITEMS = 20_000;

/** A list of values. */
export const list = <Item extends z.ZodType>(what: Things | Wording, item: Item): z.ZodArray<Item> => {
  const schema: z.ZodType = new List({ type: "array", element: item, error: expecting({ listOf: what }) });
  // The trait is typed for any item; this one has the item it was given.
  return schema as z.ZodArray<Item>;
};

const List = $constructor("List", (inst: z.ZodArray, def: z.core.$ZodArrayDef) => {
  z.ZodArray.init(inst, def);
  const parse = inst._zod.parse;
  inst._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (!Array.isArray(input) || input.length <= MAX_ITEMS) return parse(payload, context);
    payload.issues.push({ ...told("tooMany", { of: "items", most: MAX_ITEMS }), input, inst });
    return payload;
  };
});

/** A list with at least one value. */
export const nonEmptyList = <Item extends z.ZodType>(what: Things | Wording, item: Item) =>
  list(what, item).min(1, { error: tells("emptyList", { of: what }) });

/** One value, or a list of at least one. The issues are those of the form that was written. */
export const oneOrMany = <Item extends z.ZodType>(what: Things | Wording, item: Item) =>
  new OneOrMany({ type: "union", options: [item, nonEmptyList(what, item)] }) as z.ZodType<
    z.infer<Item> | z.infer<Item>[],
    z.input<Item> | z.input<Item>[]
  >;

/** A union in which an array can only mean the second option: zod's own would say no more than "invalid input". */
const OneOrMany = $constructor("OneOrMany", (inst: z.ZodUnion, def: z.core.$ZodUnionDef) => {
  z.ZodUnion.init(inst, def);
  const [one, many] = def.options;
  inst._zod.parse = (payload, context) => {
    const option = Array.isArray(payload.value) ? many : one;
    return option === undefined ? payload : option._zod.run(payload, context);
  };
});

/** An object whose keys are data. Any key is one, `__proto__` too: zod's own record would drop it. */
export const dictionary = <Value extends z.ZodType>(
  what: Pairs | Wording,
  keys: z.ZodType<string, string>,
  values: Value,
) =>
  new Dictionary({
    type: "record",
    keyType: keys,
    valueType: values,
    error: expecting({ objectOf: what }),
  }) as z.ZodType<Record<string, z.infer<Value>>, Record<string, z.input<Value>>>;

const Dictionary = $constructor("Dictionary", (inst: z.ZodRecord, def: z.core.$ZodRecordDef) => {
  z.ZodRecord.init(inst, def);
  inst._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (!isRecord(input)) {
      payload.issues.push({ code: "invalid_type", expected: "record", input, inst });
      return payload;
    }
    const output = {};
    for (const [key, value] of Object.entries(input)) {
      const keyed = settled(def.keyType._zod.run({ value: key, issues: [] }, context));
      const valued = settled(def.valueType._zod.run({ value, issues: [] }, context));
      payload.issues.push(...util.prefixIssues(key, [...keyed.issues, ...valued.issues]));
      Object.defineProperty(output, key, {
        value: valued.value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    payload.value = output;
    return payload;
  };
});

/** No schema of this library is asynchronous. */
function settled<Result>(result: Result | Promise<Result>): Result {
  return result as Result;
}

/** A value or list as a list. */
export const asList = <Item>(value: Item | readonly Item[]): readonly Item[] =>
  isList(value) ? value : [value];

/** `Array.isArray` does not narrow read-only lists. */
function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}
