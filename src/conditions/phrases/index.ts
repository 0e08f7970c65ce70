/** The phrases of every kind of condition: a kind without its own does not compile. */
import type { LeafCondition, LeafType } from "../index.ts";
import { account } from "./account.ts";
import { classification } from "./classification.ts";
import { dateRange } from "./dateRange.ts";
import type { ConditionPhrases } from "./define.ts";
import { messageContains } from "./messageContains.ts";
import { messageMatches } from "./messageMatches.ts";
import { outsideBusinessHours } from "./outsideBusinessHours.ts";
import { timeRange } from "./timeRange.ts";
import { unassigned } from "./unassigned.ts";
import { unattended } from "./unattended.ts";
import { weekday } from "./weekday.ts";
import { withinBusinessHours } from "./withinBusinessHours.ts";

/** Phrases by kind. */
export const conditionPhrases: {
  readonly [Type in LeafType]: ConditionPhrases<Extract<LeafCondition, { type: Type }>>;
} = {
  account,
  classification,
  messageContains,
  messageMatches,
  withinBusinessHours,
  outsideBusinessHours,
  weekday,
  unassigned,
  dateRange,
  timeRange,
  unattended,
};

/** The phrases of a condition: the list is keyed by the tag, which the types cannot follow. */
export function phrasesOf<Condition extends LeafCondition>({ type }: Condition): ConditionPhrases<Condition> {
  return conditionPhrases[type as LeafType] as unknown as ConditionPhrases<Condition>;
}
