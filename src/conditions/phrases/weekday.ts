import type { Conjunction } from "../../language/define.ts";
import { type Phrase, phrase, value } from "../../language/phrase.ts";
import { type Say, valuesAt } from "../../language/say.ts";
import { asList } from "../../schema.ts";
import { WEEKDAYS, type Weekday } from "../../time/date.ts";
import type { WeekdayCondition } from "../weekday.ts";
import { dayName } from "./businessHours.ts";
import type { ConditionPhrases } from "./define.ts";

export const weekday: ConditionPhrases<WeekdayCondition> = {
  es: {
    holds: (condition, say) => phrase`es ${daysEs(condition, "or", say)}`,
    fails: (condition, say) => phrase`no es ${daysEs(condition, "nor", say)}`,
    met: (_, actual, say) => phrase`es ${dayName(String(actual), say)}`,
    unmet: (condition, actual, say) =>
      phrase`es ${dayName(String(actual), say)}, no ${daysEs(condition, "nor", say)}`,
  },
  en: {
    holds: (condition, say) => phrase`it is ${daysEn(condition, "or", say)}`,
    fails: (condition, say) => phrase`it is ${noDaysEn(condition, say)}`,
    met: (_, actual, say) => phrase`it is ${dayName(String(actual), say)}`,
    unmet: (condition, actual, say) =>
      phrase`it is ${dayName(String(actual), say)}, ${noDaysEn(condition, say)}`,
  },
};

function daysEs({ is }: WeekdayCondition, conjunction: Conjunction, say: Say): Phrase {
  const run = runOf(is);
  return run === undefined
    ? say.list(daysAt(is, say), conjunction)
    : phrase`un día ${value(`de ${say.weekdays[run.first]} a ${say.weekdays[run.last]}`, "is")}`;
}

function noDaysEn(condition: WeekdayCondition, say: Say): Phrase {
  const { is } = condition;
  const isList = runOf(is) === undefined && new Set(asList(is)).size > 1;
  return phrase`${isList ? "neither" : "not"} ${daysEn(condition, "nor", say)}`;
}

function daysEn({ is }: WeekdayCondition, conjunction: Conjunction, say: Say): Phrase {
  const run = runOf(is);
  return run === undefined
    ? say.list(daysAt(is, say), conjunction)
    : phrase`a day ${value(`from ${say.weekdays[run.first]} to ${say.weekdays[run.last]}`, "is")}`;
}

/** In the order of the week, each once. */
function daysAt(is: Weekday | Weekday[], say: Say): Phrase[] {
  const days = valuesAt(is, "is", (day) => say.weekdays[day]);
  return WEEKDAYS.flatMap((day) => days[asList(is).indexOf(day)] ?? []).map((piece) => [piece]);
}

/** Three days or more that follow one another in the week. */
function runOf(is: Weekday | Weekday[]): { first: Weekday; last: Weekday } | undefined {
  const days = WEEKDAYS.filter((day) => asList(is).includes(day));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < 3) return undefined;
  const isRun = WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === days.length - 1;
  return isRun ? { first, last } : undefined;
}
