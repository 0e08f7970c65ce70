import type { Extensions } from "../extensions.ts";
import { asList, exact, literal, oneOf, oneOrMany } from "../schema.ts";
import { WEEKDAYS, type Weekday, weekdayOf } from "../time/date.ts";
import { defineCondition } from "./define.ts";
import { localTimeLeaf } from "./localTime.ts";

/** It is one of these weekdays where the account is. */
export interface WeekdayCondition extends Extensions {
  type: "weekday";
  is: Weekday | Weekday[];
}

/** The local weekday of the event is one of `is`. Local: spec §4. */
export const weekday = defineCondition<WeekdayCondition>({
  schema: exact({ type: literal("weekday"), is: oneOrMany("weekdays", oneOf("weekday", WEEKDAYS)) }),
  reads: () => ({ fact: "time" }),
  cost: 3,
  compile({ is }) {
    const wanted = new Set(asList(is));
    return localTimeLeaf(({ day }) => wanted.has(weekdayOf(day)), "weekday");
  },
});
