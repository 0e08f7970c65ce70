import { type Phrase, phrase, value } from "../../language/phrase.ts";
import { spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY } from "../../time/date.ts";
import type { TimeRangeCondition } from "../timeRange.ts";
import { hourEs } from "./businessHours.ts";
import type { ConditionPhrases } from "./define.ts";

export const timeRange: ConditionPhrases<TimeRangeCondition> = {
  es: {
    holds: (range) => phrase`la hora está ${rangeEs(range)}`,
    fails: (range) => phrase`la hora no está ${rangeEs(range)}`,
    met: (_, actual) => phrase`${isOneEs(actual)} ${hourEs(String(actual))}`,
    unmet: (range, actual) => phrase`la hora (${String(actual)}) no está ${rangeEs(range)}`,
  },
  en: {
    holds: (range) => phrase`the time is ${rangeEn(range)}`,
    fails: (range) => phrase`the time is not ${rangeEn(range)}`,
    met: (_, actual) => phrase`the time is ${String(actual)}`,
    unmet: (range, actual) => phrase`the time (${String(actual)}) is not ${rangeEn(range)}`,
  },
};

function rangeEs(range: TimeRangeCondition): Phrase {
  const { from, to } = range;
  const [start, next] = [value(hourEs(from), "from"), crossesMidnight(range) ? " del día siguiente" : ""];
  return phrase`entre ${start} y ${value(endsAtMidnight(range) ? "la medianoche" : hourEs(to), "to")}${next}`;
}

function rangeEn(range: TimeRangeCondition): Phrase {
  const { from, to } = range;
  const end = endsAtMidnight(range) ? "midnight" : to;
  const next = crossesMidnight(range) ? " the next day" : "";
  return phrase`between ${value(from, "from")} and ${value(end, "to")}${next}`;
}

/** Said of ranges that do not begin at the midnight before. */
function endsAtMidnight({ from, to }: TimeRangeCondition): boolean {
  return (to === "24:00" || to === "00:00") && from !== "00:00";
}

function crossesMidnight({ from, to }: TimeRangeCondition): boolean {
  return spanOf([from, to]).end > MINUTES_PER_DAY;
}

/** "son las 20:15", "es la 01:15" */
function isOneEs(time: unknown): string {
  return String(time).startsWith("01") ? "es" : "son";
}
