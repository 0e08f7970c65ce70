/** The list of kinds of condition. */
import { type AccountCondition, account } from "./account.ts";
import { type ClassificationCondition, classification } from "./classification.ts";
import { type DateRangeCondition, dateRange } from "./dateRange.ts";
import { type MessageContainsCondition, messageContains } from "./messageContains.ts";
import { type MessageMatchesCondition, messageMatches } from "./messageMatches.ts";
import { type OutsideBusinessHoursCondition, outsideBusinessHours } from "./outsideBusinessHours.ts";
import { type TimeRangeCondition, timeRange } from "./timeRange.ts";
import { type UnassignedCondition, unassigned } from "./unassigned.ts";
import { type UnattendedCondition, unattended } from "./unattended.ts";
import { type WeekdayCondition, weekday } from "./weekday.ts";
import { type WithinBusinessHoursCondition, withinBusinessHours } from "./withinBusinessHours.ts";

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
