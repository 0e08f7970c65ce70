import { type BusinessHoursCondition, businessHoursLeaf, businessHoursSchema } from "./businessHours.ts";
import { defineCondition } from "./define.ts";

/** The event falls within opening hours. */
export type WithinBusinessHoursCondition = BusinessHoursCondition<"withinBusinessHours">;

/** The event falls within opening hours of the named calendar, or else of the account's (spec §4.3). */
export const withinBusinessHours = defineCondition<WithinBusinessHoursCondition>({
  schema: businessHoursSchema("withinBusinessHours"),
  reads: () => ({ fact: "time" }),
  cost: 4,
  compile: ({ calendar }, model) => businessHoursLeaf(calendar, model, "open"),
});
