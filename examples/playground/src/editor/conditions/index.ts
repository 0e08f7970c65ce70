/** The form of every kind of condition: one that is missing does not compile. */
import type { LeafType } from "ticket-rules";
import type { JsonObject } from "../../state/json.ts";
import { account } from "./account.tsx";
import { businessHours } from "./businessHours.tsx";
import { classification } from "./classification.tsx";
import type { ConditionForm } from "./define.ts";
import { messageContains } from "./messageContains.tsx";
import { messageMatches } from "./messageMatches.tsx";
import { dateRange, timeRange } from "./range.tsx";
import { weekday } from "./weekday.tsx";

const nothing: ConditionForm = { keys: [], fresh: () => ({}) };

const forms: { readonly [Type in LeafType]: ConditionForm } = {
  account,
  classification,
  messageContains,
  messageMatches,
  withinBusinessHours: businessHours,
  outsideBusinessHours: businessHours,
  weekday,
  unassigned: nothing,
  dateRange,
  timeRange,
  unattended: nothing,
};

/** The form of a kind, if there is such a kind. */
export function formOf(type: string): ConditionForm | undefined {
  return Object.hasOwn(forms, type) ? forms[type as LeafType] : undefined;
}

/** A new condition of a kind. */
export function freshCondition(type: string): JsonObject {
  return { type, ...formOf(type)?.fresh() };
}
