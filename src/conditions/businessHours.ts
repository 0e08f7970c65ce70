/** What the two conditions on business hours have in common. */
import type { Extensions } from "../extensions.ts";
import { type Facts, isMissing, type Missing, missingCalendar } from "../facts.ts";
import type { Model } from "../model.ts";
import { exact, Id, literal } from "../schema.ts";
import { type LocalTime, localTime, writtenLocalTime } from "../time/local.ts";
import type { OpeningHours } from "../time/openingHours.ts";
import type { Leaf } from "./leaf.ts";

/** A condition on opening hours. */
export interface BusinessHoursCondition<Type extends string> extends Extensions {
  type: Type;
  /** The id of a calendar. Absent: the calendar of the ticket's account. */
  calendar?: string | undefined;
}

/** Its schema. */
export const businessHoursSchema = <Type extends string>(type: Type) =>
  exact({ type: literal(type), calendar: Id.optional() });

/** A leaf that is true when the calendar is open, or when it is closed. Without a calendar neither is. */
export function businessHoursLeaf(
  calendar: string | undefined,
  model: Model,
  wanted: "open" | "closed",
): Leaf {
  const named =
    calendar === undefined ? undefined : (model.calendars.get(calendar) ?? missingCalendar(calendar));
  const hoursFor = (facts: Facts): OpeningHours | Missing => named ?? facts.hours();
  return {
    test(facts) {
      const hours = hoursFor(facts);
      return isMissing(hours) ? "unknown" : hours.isOpen(facts.at) === (wanted === "open");
    },
    actual(facts) {
      const hours = hoursFor(facts);
      return isMissing(hours) ? undefined : { calendar: hours.id, ...writtenLocalTime(wall(hours, facts)) };
    },
    missing(facts) {
      const hours = hoursFor(facts);
      return isMissing(hours) ? hours.missing : "";
    },
  };
}

function wall({ zone }: OpeningHours, { at }: Facts): LocalTime {
  return localTime(zone, at);
}
