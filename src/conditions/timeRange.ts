import type { Extensions } from "../extensions.ts";
import { toldAt } from "../issues/tell.ts";
import { exact, literal } from "../schema.ts";
import { EndTime, StartTime, spanOf } from "../time/calendar.ts";
import { MINUTES_PER_DAY } from "../time/date.ts";
import { defineCondition } from "./define.ts";
import { localTimeLeaf } from "./localTime.ts";

/** The local time of day lies in `[from, to)`. A `to` before `from` crosses midnight. */
export interface TimeRangeCondition extends Extensions {
  type: "timeRange";
  /** `HH:MM`, 00:00 to 23:59 */
  from: string;
  /** `HH:MM`, 00:00 to 24:00 */
  to: string;
}

/** The local time of the event is within `[from, to)`, on the calendar day of the event (spec §4). */
export const timeRange = defineCondition<TimeRangeCondition>({
  schema: exact({ type: literal("timeRange"), from: StartTime, to: EndTime }).superRefine(
    ({ from, to }, context) => {
      if (from === to) context.addIssue(toldAt(["to"], "sameTimes", {}));
    },
  ),
  reads: () => ({ fact: "time" }),
  cost: 3,
  compile({ from, to }) {
    const { start, end } = spanOf([from, to]);
    return localTimeLeaf(
      ({ minuteOfDay }) => (start <= minuteOfDay && minuteOfDay < end) || minuteOfDay + MINUTES_PER_DAY < end,
      "time",
    );
  },
});
