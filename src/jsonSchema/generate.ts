/** JSON Schema, draft 2020-12, of a zod schema of this library. Refuses what it does not know, rather than say less. */
import type * as z from "zod";
import { MAX_ITEMS } from "../schema.ts";
import type { ObjectText, Text } from "./about.ts";

/** A JSON Schema, or part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A name in `$defs`, and the name under which its texts stand. */
export interface Named {
  readonly own: string;
  readonly like: string;
}

/** What the generator has to be told of a document. */
export interface Vocabulary {
  /** Schemas with a name of their own. Objects stand under it in `$defs`. */
  readonly names: ReadonlyMap<z.core.$ZodType, string>;
  /** What a union of tagged objects is called at a place. */
  readonly unionAt: (place: Place, tags: readonly string[]) => Named;
  /** What its option with a tag is called. */
  readonly optionAt: (place: Place, union: Named, tag: string) => Named;
  readonly objects: { readonly [name: string]: ObjectText };
  /** Of what is no object, where it has no key to tell of it. */
  readonly values: { readonly [name: string]: Text };
  /**
   * By place: what JSON Schema can say beyond types and bounds. Every check that is code must have an entry, so that
   * none is forgotten; an empty one when nothing can be said.
   */
  readonly said: { readonly [place: string]: JsonSchema };
}

/** Where a schema stands. */
export interface Place {
  /** The name of what has a name, and then the keys to it: `calendar.exceptions`. */
  readonly name: string;
  /** The tag of the alternative of the outermost union: the integration, of a rule. */
  readonly owner?: string;
  /** In how many groups it stands. */
  readonly level: number;
}

/** A document's schema with all its `$defs`. Throws for what it cannot say, and for texts that are missing. */
export function generate(root: z.core.$ZodType, name: string, vocabulary: Vocabulary): JsonSchema {
  const { names, unionAt, optionAt, objects, values, said } = vocabulary;
  const defs = new Map<string, JsonSchema>();
  const used = new Set<string>();

  const of = (schema: z.core.$ZodType, place: Place): JsonSchema => {
    const own = names.get(schema);
    if (own === undefined) return inline(schema, place);
    const make = () => inline(schema, { ...place, name: own });
    if (objects[own] !== undefined) return define({ own, like: own }, make);
    // Not in `$defs`: editors would show its own text instead of that of the key.
    const text = values[own];
    return { ...(text === undefined ? {} : titled(text, own)), ...make() };
  };

  const define = ({ own, like }: Named, make: () => JsonSchema): JsonSchema => {
    if (!defs.has(own)) {
      defs.set(own, {});
      defs.set(own, { ...titled(objects[like]?.text, own), ...make() });
    }
    return { $ref: `#/$defs/${own}` };
  };

  const inline = (schema: z.core.$ZodType, place: Place): JsonSchema => {
    const more = said[place.name];
    if (more === undefined && hasCode(schema)) throw new Error(`nothing said of the checks of ${place.name}`);
    if (more !== undefined) used.add(place.name);
    return { ...shapeOf(schema, place), ...more };
  };

  const shapeOf = (schema: z.core.$ZodType, place: Place): JsonSchema => {
    const { def } = knownType(schema)._zod;
    switch (def.type) {
      case "optional":
        return of(def.innerType, place);
      case "nullable":
        return { anyOf: [of(def.innerType, place), { type: "null" }] };
      case "null":
      case "boolean":
        return { type: def.type };
      case "string":
        return { type: "string", ...lengths(schema, "minLength", "maxLength") };
      case "number":
        return { type: "number", ...bounds(schema) };
      case "literal":
        return { const: def.values[0] };
      case "enum":
        return { type: "string", enum: Object.values(def.entries) };
      case "array": {
        const most = schema._zod.traits.has("List") ? { maxItems: MAX_ITEMS } : {};
        const items = of(def.element, below(place, "[]"));
        return { type: "array", items, ...most, ...lengths(schema, "minItems", "maxItems") };
      }
      case "tuple": {
        const prefixItems = def.items.map((item) => of(item, place));
        return { type: "array", prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
      }
      case "record": {
        const propertyNames = of(def.keyType, below(place, "{key}"));
        return { type: "object", propertyNames, additionalProperties: of(def.valueType, below(place, "{}")) };
      }
      case "object":
        return objectOf(def.shape, place);
      case "union":
        return "discriminator" in def
          ? taggedUnion(String(def.discriminator), def.options, place)
          : { anyOf: def.options.map((option) => of(option, place)) };
      case "lazy":
        return of(def.getter(), place);
      case "custom":
        // All of it is code.
        return {};
      default:
        throw new Error(`a type that JSON Schema is not told of: ${def.type} at ${place.name}`);
    }
  };

  const objectOf = (shape: Readonly<Record<string, z.core.$ZodType>>, place: Place): JsonSchema => {
    const text = objects[place.name];
    if (text === undefined) throw new Error(`an object without texts: ${place.name}`);
    const properties = Object.entries(shape).map(([key, schema]) => {
      const own = titled(text.keys[key], `${place.name}.${key}`);
      return [key, { ...own, ...of(schema, below(place, `.${key}`)), ...own }];
    });
    const required = Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined);
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
      patternProperties: { "^x-": OWN_KEY },
      additionalProperties: false,
    };
  };

  /** By if and then: what is wrong is told of the option that was meant, and editors know it by its tag. */
  const taggedUnion = (tag: string, options: readonly z.core.$ZodType[], place: Place): JsonSchema => {
    // Below the deepest level the schemas have a group that is none.
    const allowed = options.filter((option) => option._zod.traits.has("ExactObject"));
    const tags = allowed.map((option) => tagOf(option, tag));
    const union = unionAt(place, tags);
    return define(union, () => {
      const branches = allowed.map((option, at) => {
        const own = tags[at] ?? "";
        const named = optionAt(place, union, own);
        const level = own === "group" ? place.level + 1 : place.level;
        const inner = { name: named.like, owner: place.owner ?? own, level };
        return { own, named, schema: define(named, () => inline(option, inner)) };
      });
      const choices = branches.map(({ own, named }) => ({
        const: own,
        ...titled(objects[named.like]?.text, own),
      }));
      // So that editors offer these keys, and tell of them, before the tag is there.
      const common = Object.entries(objects[union.like]?.keys ?? {}).map(
        ([key, text]): [string, JsonSchema] => [
          key,
          { ...titled(text, key), ...(key === tag ? { anyOf: choices } : {}) },
        ],
      );
      return {
        type: "object",
        properties: Object.fromEntries(common),
        required: [tag],
        allOf: branches.map(({ own, schema }) => ({
          if: { properties: { [tag]: { const: own } }, required: [tag] },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: schema,
        })),
      };
    });
  };

  const document = inline(root, { name, level: 0 });
  const unused = Object.keys(said).filter((place) => !used.has(place));
  if (unused.length > 0) throw new Error(`said of places that are not there: ${unused.join(", ")}`);
  return {
    ...titled(objects[name]?.text, name),
    ...document,
    $defs: Object.fromEntries([...defs].sort(byName)),
  };
}

const OWN_KEY = {
  title: "Yours",
  description: "Keys that begin with `x-` are kept, and mean nothing to the rules.",
};

function titled(text: Text | undefined, what: string): JsonSchema {
  if (text === undefined) throw new Error(`no text for ${what}`);
  const [title, description] = text;
  return { title, description };
}

function below(place: Place, step: string): Place {
  return { ...place, name: place.name + step };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function checksOf(schema: z.core.$ZodType): z.core.$ZodCheckDef[] {
  return (schema._zod.def.checks ?? []).map((check) => check._zod.def);
}

/** Whether something is checked by a function, which no other program can read. */
function hasCode(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === "custom" || checksOf(schema).some(({ check }) => check === "custom");
}

function lengths(schema: z.core.$ZodType, least: string, most: string): JsonSchema {
  const found: Record<string, unknown> = {};
  for (const check of checksOf(schema)) {
    if ("minimum" in check) found[least] = check.minimum;
    if ("maximum" in check) found[most] = check.maximum;
    if (check.check === "length_equals" && "length" in check)
      Object.assign(found, { [least]: check.length, [most]: check.length });
  }
  return found;
}

function bounds(schema: z.core.$ZodType): JsonSchema {
  const found: Record<string, unknown> = {};
  for (const check of checksOf(schema)) {
    if (check.check === "number_format")
      Object.assign(found, { type: "integer", maximum: Number.MAX_SAFE_INTEGER });
    if (check.check === "greater_than" && "value" in check) found.minimum = check.value;
    if (check.check === "less_than" && "value" in check) found.maximum = check.value;
  }
  return found;
}

/** A schema as one of the types that zod has, whose definitions tell themselves apart. */
function knownType(schema: z.core.$ZodType): z.core.$ZodTypes {
  return schema as z.core.$ZodTypes;
}

/** The one value that the tag of an option has. */
function tagOf(option: z.core.$ZodType, tag: string): string {
  const [value] = option._zod.propValues?.[tag] ?? [];
  return String(value);
}
