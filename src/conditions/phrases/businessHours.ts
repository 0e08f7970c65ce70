/** What the two conditions on business hours have in common in their phrases. */
import { type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import { isRecord } from "../../schema.ts";
import type { BusinessHoursCondition } from "../businessHours.ts";
import type { ConditionPhrases } from "./define.ts";

/** The phrases of being within, or outside. */
export function businessHoursPhrases<Type extends string>(
  wanted: "open" | "closed",
): ConditionPhrases<BusinessHoursCondition<Type>> {
  const other = wanted === "open" ? "closed" : "open";
  return {
    es: {
      holds: ({ calendar }, say) => phrase`el evento ocurre ${ES[wanted]} ${hoursEs(calendar, say)}`,
      fails: ({ calendar }, say) => phrase`el evento no ocurre ${ES[wanted]} ${hoursEs(calendar, say)}`,
      met: ({ calendar }, actual, say) =>
        phrase`${momentEs(actual, say)} está ${ES[wanted]} ${hoursEs(named(actual) ?? calendar, say)}`,
      unmet: ({ calendar }, actual, say) =>
        phrase`${momentEs(actual, say)} está ${ES[other]} ${hoursEs(named(actual) ?? calendar, say)}`,
    },
    en: {
      holds: ({ calendar }, say) => phrase`it is ${EN[wanted]} ${hoursEn(calendar, say)}`,
      fails: ({ calendar }, say) => phrase`it is not ${EN[wanted]} ${hoursEn(calendar, say)}`,
      met: ({ calendar }, actual, say) =>
        phrase`${momentEn(actual, say)} is ${EN[wanted]} ${hoursEn(named(actual) ?? calendar, say)}`,
      unmet: ({ calendar }, actual, say) =>
        phrase`${momentEn(actual, say)} is ${EN[other]} ${hoursEn(named(actual) ?? calendar, say)}`,
    },
  };
}

const ES = { open: "dentro", closed: "fuera" };
const EN = { open: "within", closed: "outside" };

const hoursEs = (calendar: string | undefined, say: Say): Phrase =>
  calendar === undefined
    ? phrase`del horario hábil de la cuenta`
    : phrase`del horario hábil ${value(say.calendar(calendar), "calendar")}`;

const hoursEn = (calendar: string | undefined, say: Say): Phrase =>
  calendar === undefined
    ? phrase`the account's business hours`
    : phrase`the business hours ${value(say.calendar(calendar), "calendar")}`;

/** The calendar that was asked, as the trace tells it. */
const named = (actual: unknown): string | undefined =>
  isRecord(actual) && typeof actual.calendar === "string" ? actual.calendar : undefined;

function momentEs(actual: unknown, say: Say): string {
  if (!isMoment(actual)) return "el momento del evento";
  return `el ${dayName(actual.weekday, say)} ${say.date(actual.date)} a ${hourEs(actual.time)}`;
}

function momentEn(actual: unknown, say: Say): string {
  if (!isMoment(actual)) return "the time of the event";
  return `${dayName(actual.weekday, say)} ${say.date(actual.date)} at ${actual.time}`;
}

/** "las 20:15", "la 01:15" */
export function hourEs(time: string): string {
  return `${time.startsWith("01") ? "la" : "las"} ${time}`;
}

/** The name of a weekday of a trace. */
export function dayName(weekday: string, { weekdays }: Say): string {
  const [, name = weekday] = Object.entries(weekdays).find(([key]) => key === weekday) ?? [];
  return name;
}

function isMoment(actual: unknown): actual is { date: string; time: string; weekday: string } {
  return isRecord(actual) && ["date", "time", "weekday"].every((key) => typeof actual[key] === "string");
}
