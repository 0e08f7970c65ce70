/** The list of kinds of condition. */
import { account, type AccountCondition } from "./account.ts";
import { classification, type ClassificationCondition } from "./classification.ts";
import { dateRange, type DateRangeCondition } from "./dateRange.ts";
import { messageContains, type MessageContainsCondition } from "./messageContains.ts";
import { messageMatches, type MessageMatchesCondition } from "./messageMatches.ts";
import { outsideBusinessHours, type OutsideBusinessHoursCondition } from "./outsideBusinessHours.ts";
import { timeRange, type TimeRangeCondition } from "./timeRange.ts";
import { unassigned, type UnassignedCondition } from "./unassigned.ts";
import { unattended, type UnattendedCondition } from "./unattended.ts";
import { weekday, type WeekdayCondition } from "./weekday.ts";
import { withinBusinessHours, type WithinBusinessHoursCondition } from "./withinBusinessHours.ts";

/** A condition without conditions of its own. */
export type LeafCondition =
  | AccountCondition
  | ClassificationCondition
  | MessageContainsCondition
  | MessageMatchesCondition
  | WithinBusinessHoursCondition
  | OutsideBusinessHoursCondition
  | WeekdayCondition
  | UnassignedCondition
  | DateRangeCondition
  | TimeRangeCondition
  | UnattendedCondition;

/** The tag of a kind of condition. */
export type LeafType = LeafCondition["type"];

/** Every kind by its tag, in the order of the page. */
export const conditionKinds = {
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

/** The tags of all kinds. */
export const leafTypes: readonly LeafType[] = Object.keys(conditionKinds).filter(isLeafType);

function isLeafType(key: string): key is LeafType {
  return Object.hasOwn(conditionKinds, key);
}
