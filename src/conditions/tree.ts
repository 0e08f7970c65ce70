/** and, or, not over conditions, as they are written. Boolean logic is complete: this set never grows. */
import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import { short } from "../issues/define.ts";
import { telling, tells, told } from "../issues/tell.ts";
import { exact, isRecord, list, literal, nonEmptyList, notAs, oneOf } from "../schema.ts";
import { conditionKinds, type LeafCondition, type LeafType, leafTypes } from "./index.ts";

/** How conditions combine: all, any, none of them. */
export type Operator = "and" | "or" | "not";

/** Conditions under an operator of their own: all, any, none of them. */
export interface Group extends Extensions {
  type: "group";
  operator: Operator;
  /** At least one. */
  conditions: Condition[];
}

/** A leaf, or a group of conditions. */
export type Condition = LeafCondition | Group;

/** Keys and indexes from the rule to one of its parts, as `["conditions", 0, "conditions", 1]`. */
export type Path = readonly (string | number)[];

/** @see Operator */
export const Operator: z.ZodType<Operator, Operator> = oneOf("operator", ["and", "or", "not"]);

/** How deep groups may stand in groups. */
const MAX_NESTING = 5;

/**
 * The conditions of a rule, of the kinds that `owner` allows, at any depth.
 * One schema a level instead of a recursive one: a document nested a thousand deep ends at the sixth.
 */
export function conditionsOf(
  owner: string,
  allowed: readonly LeafType[],
): z.ZodType<Condition[], Condition[]> {
  return list("conditions", conditionAt(0, owner, allowed));
}

/** @see Condition */
export const Condition: z.ZodType<Condition, Condition> = conditionAt(0, "a condition", leafTypes);

function conditionAt(
  level: number,
  owner: string,
  allowed: readonly LeafType[],
): z.ZodType<Condition, Condition> {
  const expected = [...allowed, "group"];
  return z.discriminatedUnion(
    "type",
    [groupAt(level, owner, allowed), ...allowed.map((type) => conditionKinds[type].schema)],
    {
      error: telling((asking) => {
        const { code, input } = asking;
        if (code !== "invalid_union" || !isRecord(input)) return notAs("condition", asking);
        const { type } = input;
        if (type === undefined) return told("missing", { expected: { oneOf: expected } });
        const value = short(type);
        return leafTypes.some((leaf) => leaf === type)
          ? told("conditionNotAllowed", { value, integration: owner, expected })
          : told("unknownCondition", { value, expected });
      }),
    },
  );
}

function groupAt(
  level: number,
  owner: string,
  allowed: readonly LeafType[],
): z.ZodType<Group, Group> & z.core.$ZodTypeDiscriminable {
  if (level === MAX_NESTING) {
    return z
      .looseObject({
        type: literal("group"),
        operator: z.custom<Operator>(),
        conditions: z.custom<Condition[]>(),
      })
      .refine(() => false, { error: tells("nestedTooDeep", { most: MAX_NESTING }) });
  }
  return exact({
    type: literal("group"),
    operator: Operator,
    // Built when the first document nests that deep: most never do, and building costs at import.
    conditions: nonEmptyList(
      "conditions",
      z.lazy(() => conditionAt(level + 1, owner, allowed)),
    ),
  });
}

/** How many leaves stand in a list of conditions, whatever else may be wrong with it. What is too deep counts as one. */
export function countLeaves(conditions: unknown, level = 0): number {
  if (!Array.isArray(conditions)) return 0;
  return conditions.reduce<number>((sum, condition) => {
    const deeper = isGroup(condition) && level < MAX_NESTING;
    return sum + (deeper ? countLeaves(condition.conditions, level + 1) : 1);
  }, 0);
}

function isGroup(condition: unknown): condition is Record<string, unknown> {
  return isRecord(condition) && condition.type === "group";
}
