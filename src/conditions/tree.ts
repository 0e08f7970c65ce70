/** and, or, not over conditions. Boolean logic is complete: this set never grows. */
import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import type { Facts } from "../facts.ts";
import { short } from "../issues/define.ts";
import { telling, tells, told } from "../issues/tell.ts";
import type { Model, SharedLeaf } from "../model.ts";
import { exact, isRecord, list, literal, nonEmptyList, notAs, oneOf } from "../schema.ts";
import type { Verdict } from "../verdict.ts";
import type { ConditionKind } from "./define.ts";
import { conditionKinds, type LeafCondition, type LeafType, leafTypes } from "./index.ts";
import type { Leaf, Reading } from "./leaf.ts";

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
export type Path = (string | number)[];

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
    conditions: nonEmptyList("conditions", conditionAt(level + 1, owner, allowed)),
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

/** How one leaf fared. */
export interface LeafTrace {
  path: Path;
  type: LeafType;
  verdict: Verdict;
  /** The condition as it is stored. */
  condition: LeafCondition;
  /** What the condition looked at. Null: known to be empty. Absent: not known. */
  actual?: unknown;
  /** When the verdict is unknown: the fact that was missing. */
  missing?: string;
  edge?: Edge;
}

/** How a group fared. */
export interface GroupTrace {
  path: Path;
  type: "group";
  operator: Operator;
  verdict: Verdict;
  conditions: NodeTrace[];
  edge?: Edge;
}

/** How a condition fared. */
export type NodeTrace = LeafTrace | GroupTrace;

/** On a direct alternative of an `or` rule, on an event that is not its trigger: did the event make it true? */
export interface Edge {
  /** Whether the event touches a fact that the alternative reads. */
  touched: boolean;
  /** The verdict before the event. */
  before: Verdict;
}

/** A compiled condition. The test and the trace come from the same leaves and the same operators. */
export interface Node {
  test(facts: Facts): Verdict;
  trace(facts: Facts): NodeTrace;
  /** Adds the names of the facts for want of which the verdict is unknown. */
  missing(facts: Facts, into: Set<string>): void;
  /** The smallest set of leaves that keep the verdict from being `wanted`. */
  blame(facts: Facts, wanted: boolean): Path[];
  /** What the leaves read. */
  readonly readings: readonly Reading[];
  /** What it is made of, for the index. */
  readonly made:
    | { readonly leaf: SharedLeaf }
    | { readonly operator: Operator; readonly nodes: readonly Node[] };
}

/** Compiles a condition that has been parsed. @throws what the host's regex engine throws. */
export function compileCondition(condition: Condition, path: Path, model: Model): Node {
  return condition.type === "group"
    ? groupNode(condition, path, model)
    : leafNode(condition, path, kindOf(condition), model);
}

function leafNode<C extends LeafCondition>(
  condition: C,
  path: Path,
  kind: ConditionKind<C>,
  model: Model,
): Node {
  const leaf = model.memo.share(keyOf(condition), () =>
    compileAt(path, () => kind.compile(condition, model)),
  );
  return {
    test: leaf.test,
    trace(facts) {
      const verdict = leaf.test(facts);
      const actual = leaf.actual(facts);
      return {
        path: [...path],
        type: condition.type,
        verdict,
        condition: copyOf(condition) as C,
        ...(actual === undefined ? {} : { actual: copyOf(actual) }),
        ...(verdict === "unknown" ? { missing: leaf.missing(facts) } : {}),
      };
    },
    missing(facts, into) {
      if (leaf.test(facts) === "unknown") into.add(leaf.missing(facts));
    },
    blame: (facts, wanted) => (leaf.test(facts) === wanted ? [] : [path]),
    readings: [kind.reads(condition)],
    made: { leaf },
  };
}

/** Tells where in the rule a host's regex engine refused. */
function compileAt(path: Path, compile: () => Leaf): Leaf {
  try {
    return compile();
  } catch (error) {
    const message = error instanceof Error ? error.message : "no reason given";
    throw Object.assign(new Error(message), { path: [...path] });
  }
}

/** Equal for equal conditions. What authors keep in `x-` keys has no meaning, and may not even be JSON. */
function keyOf(condition: LeafCondition): string {
  return JSON.stringify(Object.entries(condition).filter(([key]) => !key.startsWith("x-")));
}

/** The kind of a condition: the list is keyed by the tag, which the types cannot follow. */
function kindOf<C extends LeafCondition>({ type }: C): ConditionKind<C> {
  return conditionKinds[type as LeafType] as unknown as ConditionKind<C>;
}

function groupNode({ operator, conditions }: Group, path: Path, model: Model): Node {
  const nodes = compileConditions(conditions, path, model);
  return {
    test: (facts) => combine(operator, nodes, facts),
    trace: (facts) => ({
      path: [...path],
      type: "group",
      operator,
      verdict: combine(operator, nodes, facts),
      conditions: nodes.map((node) => node.trace(facts)),
    }),
    missing(facts, into) {
      if (combine(operator, nodes, facts) !== "unknown") return;
      for (const node of nodes) node.missing(facts, into);
    },
    blame: (facts, wanted) => blameAmong(operator, nodes, facts, wanted),
    readings: nodes.flatMap((node) => node.readings),
    made: { operator, nodes },
  };
}

/** Compiles the conditions of a rule or group that stands at `path`. */
export function compileConditions(conditions: readonly Condition[], path: Path, model: Model): Node[] {
  return conditions.map((condition, at) => compileCondition(condition, [...path, "conditions", at], model));
}

/** The verdict of an operator over conditions, after Kleene: a deciding verdict wins over any that is unknown. */
export function combine(operator: Operator, nodes: readonly Node[], facts: Facts): Verdict {
  const deciding = operator !== "and";
  let decided: Verdict = operator !== "or";
  for (const node of nodes) {
    const verdict = node.test(facts);
    if (verdict === deciding) return operator === "or";
    if (verdict === "unknown") decided = "unknown";
  }
  return decided;
}

/** The smallest set of leaves below an operator that keep its verdict from being `wanted`. */
export function blameAmong(
  operator: Operator,
  nodes: readonly Node[],
  facts: Facts,
  wanted: boolean,
): Path[] {
  if (combine(operator, nodes, facts) === wanted) return [];
  // `not` is none of them: an `or` with the other answer.
  const wantedBelow = operator === "not" ? !wanted : wanted;
  const blames = nodes.map((node) => node.blame(facts, wantedBelow));
  const needsAll = (operator === "and") === wantedBelow;
  return needsAll ? blames.flat() : smallest(blames);
}

/** The shortest list, the first of several. */
export function smallest(blames: readonly Path[][]): Path[] {
  return (
    blames.reduce<Path[] | undefined>(
      (least, each) => (least === undefined || each.length < least.length ? each : least),
      undefined,
    ) ?? []
  );
}

/** A copy that shares nothing: traces are the caller's to change. What is nested absurdly deep is cut. */
function copyOf(value: unknown, level = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > 8) return "…";
  if (Array.isArray(value)) return value.map((item) => copyOf(item, level + 1));
  const copy = {};
  for (const [key, member] of Object.entries(value)) {
    const inner = copyOf(member, level + 1);
    Object.defineProperty(copy, key, { value: inner, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}
