import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import { short } from "../issues/define.ts";
import { telling, told, toldAt } from "../issues/tell.ts";
import { exact, expecting, literal } from "../schema.ts";
import { parseDay } from "../time/date.ts";
import { defineCondition } from "./define.ts";
import { localTimeLeaf } from "./localTime.ts";

/** The local date lies in a range, both ends included. One end may be absent. */
export interface DateRangeCondition extends Extensions {
  type: "dateRange";
  /** `YYYY-MM-DD` */
  from?: string | undefined;
  /** `YYYY-MM-DD` */
  to?: string | undefined;
}

export const LocalDate = z
  .string({ error: expecting("date") })
  .refine((text) => parseDay(text) !== undefined, {
    error: telling(({ input }) => told("notADate", { value: short(input) })),
  });

/** The local date of the event is within `[from, to]` (spec §4). */
export const dateRange = defineCondition<DateRangeCondition>({
  schema: exact({
    type: literal("dateRange"),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }).superRefine((range, context) => {
    const { first, last } = days(range);
    if (range.from === undefined && range.to === undefined) {
      context.addIssue(told("noRange", {}));
    } else if (first > last) {
      context.addIssue(toldAt(["to"], "reversedRange", {}));
    }
  }),
  reads: () => ({ fact: "time" }),
  cost: 3,
  compile(range) {
    const { first, last } = days(range);
    return localTimeLeaf(({ day }) => first <= day && day <= last, "date");
  },
});

function days({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return {
    first: (from === undefined ? undefined : parseDay(from)) ?? Number.NEGATIVE_INFINITY,
    last: (to === undefined ? undefined : parseDay(to)) ?? Number.POSITIVE_INFINITY,
  };
}
