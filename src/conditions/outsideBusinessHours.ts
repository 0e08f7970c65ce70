import { type BusinessHoursCondition, businessHoursLeaf, businessHoursSchema } from "./businessHours.ts";
import { defineCondition } from "./define.ts";

/** The event falls outside opening hours. */
export type OutsideBusinessHoursCondition = BusinessHoursCondition<"outsideBusinessHours">;

/** The event falls outside opening hours of the named calendar, or else of the account's (spec §4.3). */
export const outsideBusinessHours = defineCondition<OutsideBusinessHoursCondition>({
  schema: businessHoursSchema("outsideBusinessHours"),
  reads: () => ({ fact: "time" }),
  cost: 4,
  compile: ({ calendar }, model) => businessHoursLeaf(calendar, model, "closed"),
});
