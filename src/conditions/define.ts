/** The contract of a kind of condition. Every kind answers all of it; nobody else knows its type. */
import type * as z from "zod";
import type { Model } from "../model.ts";
import type { Leaf, Reading } from "./leaf.ts";

/** A kind of condition. */
export interface ConditionKind<Condition extends { type: string }> {
  /** An exact object with the tag `type`. All that can be wrong with the condition is found here. */
  readonly schema: z.ZodType<Condition, Condition> & z.core.$ZodTypeDiscriminable;
  readonly reads: (condition: Condition) => Reading;
  /**
   * How dear its test is, beside comparing a fact of the ticket, which is 1. Cheap conditions are tested first,
   * wherever they stand in the rule: that changes no verdict, since a deciding one wins over any that is unknown.
   */
  readonly cost: number;
  /** Total for whatever the schema lets through, except that a pattern may be refused by the host's engine. */
  readonly compile: (condition: Condition, model: Model) => Leaf;
}

/** Gives a kind its type. */
export function defineCondition<Condition extends { type: string }>(
  kind: ConditionKind<Condition>,
): ConditionKind<Condition> {
  return kind;
}
