/** What conditions say of one fact of an event, and whether they can all be right. */

import type { LeafCondition } from "../../conditions/index.ts";
import type { Calendar } from "../../time/calendar.ts";
import { WEEKDAYS } from "../../time/date.ts";
import type { Literal } from "./junction.ts";
import { possibleTime } from "./localTimes.ts";
import { possiblePatterns, possibleWords } from "./messages.ts";
import type { Catalogue } from "./scene.ts";
import { possibleAccount, possibleField } from "./values.ts";

type LeafOf<Type extends LeafCondition["type"]> = Extract<LeafCondition, { type: Type }>;

/** The fact that the leaf reads. Leaves on different facts never contradict one another here. */
export function factOf(leaf: LeafCondition): string {
  switch (leaf.type) {
    case "classification":
      return `field ${leaf.field}`;
    case "messageContains":
    case "messageMatches":
      return "message";
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return `hours ${leaf.calendar === undefined ? "" : `of ${leaf.calendar}`}`;
    case "weekday":
    case "dateRange":
    case "timeRange":
      return "local time";
    default:
      return leaf.type;
  }
}

/**
 * Whether some value of the fact may make all of these true: all read the same fact. `false` is a proof; `true` may be
 * wrong.
 */
export function possible(literals: readonly Literal[], catalogue: Catalogue): boolean {
  const of = <Type extends LeafCondition["type"]>(type: Type, sign: boolean): LeafOf<Type>[] =>
    literals.flatMap(({ leaf, sign: own }) => (own === sign && isOf(leaf, type) ? [leaf] : []));
  switch (literals[0]?.leaf.type) {
    case undefined:
      return true;
    case "account":
      return possibleAccount(of("account", true), of("account", false), catalogue);
    case "classification":
      return possibleField(of("classification", true), of("classification", false), catalogue);
    case "unassigned":
      return of("unassigned", true).length === 0 || of("unassigned", false).length === 0;
    case "unattended":
      return of("unattended", true).length === 0 || of("unattended", false).length === 0;
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return possibleHours(literals, catalogue);
    case "weekday":
    case "dateRange":
    case "timeRange":
      return possibleTime(literals);
    default:
      return (
        possibleWords(of("messageContains", true), of("messageContains", false)) &&
        possiblePatterns(of("messageMatches", true), of("messageMatches", false))
      );
  }
}

function isOf<Type extends LeafCondition["type"]>(leaf: LeafCondition, type: Type): leaf is LeafOf<Type> {
  return leaf.type === type;
}

/** A calendar that nobody can ask answers neither way; one that never opens only one way. */
function possibleHours(literals: readonly Literal[], { accountCalendars, calendars }: Catalogue): boolean {
  const [first] = literals;
  if (first === undefined || !isHours(first.leaf)) return true;
  const named = first.leaf.calendar;
  const asked = named === undefined ? accountCalendars : [calendars.get(named) ?? []].flat();
  const wantsOpen = literals.map(({ leaf, sign }) => (leaf.type === "withinBusinessHours") === sign);
  const open = wantsOpen.includes(true);
  if (open && wantsOpen.includes(false)) return false;
  return asked.some((calendar) => !open || opens(calendar));
}

function isHours(leaf: LeafCondition): leaf is LeafOf<"withinBusinessHours" | "outsideBusinessHours"> {
  return leaf.type === "withinBusinessHours" || leaf.type === "outsideBusinessHours";
}

/** Whether a calendar ever opens. */
export function opens({ weekly, exceptions = {} }: Pick<Calendar, "weekly" | "exceptions">): boolean {
  const days = [...WEEKDAYS.map((day) => weekly[day] ?? []), ...Object.values(exceptions)];
  return days.some((intervals) => intervals.length > 0);
}
