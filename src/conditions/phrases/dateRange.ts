import { type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import type { DateRangeCondition } from "../dateRange.ts";
import type { ConditionPhrases } from "./define.ts";

export const dateRange: ConditionPhrases<DateRangeCondition> = {
  es: {
    holds: (range, say) => phrase`la fecha ${rangeEs(range, say)}`,
    fails: (range, say) => phrase`la fecha ${notInRangeEs(range, say)}`,
    met: (_, actual, say) => phrase`la fecha es el ${say.date(String(actual))}`,
    unmet: (range, actual, say) => phrase`la fecha (${say.date(String(actual))}) ${notInRangeEs(range, say)}`,
  },
  en: {
    holds: (range, say) => phrase`the date is ${rangeEn(range, say)}`,
    fails: (range, say) => phrase`the date is ${notInRangeEn(range, say)}`,
    met: (_, actual, say) => phrase`the date is ${say.date(String(actual))}`,
    unmet: (range, actual, say) =>
      phrase`the date (${say.date(String(actual))}) is ${notInRangeEn(range, say)}`,
  },
};

function rangeEs({ from, to }: DateRangeCondition, say: Say): Phrase {
  if (from === undefined) return phrase`es el ${value(say.date(to ?? ""), "to")} o anterior`;
  if (to === undefined) return phrase`es el ${value(say.date(from), "from")} o posterior`;
  if (from === to) return phrase`es el ${value(say.date(to), "to")}`;
  const [first, last] = say.dates(from, to);
  return phrase`está entre el ${value(first, "from")} y el ${value(last, "to")} (ambos incluidos)`;
}

function notInRangeEs(range: DateRangeCondition, say: Say): Phrase {
  const { from, to } = range;
  if (from === undefined) return phrase`es posterior al ${value(say.date(to ?? ""), "to")}`;
  if (to === undefined) return phrase`es anterior al ${value(say.date(from), "from")}`;
  return phrase`no ${rangeEs(range, say)}`;
}

function rangeEn({ from, to }: DateRangeCondition, say: Say): Phrase {
  if (from === undefined) return phrase`${value(say.date(to ?? ""), "to")} or earlier`;
  if (to === undefined) return phrase`${value(say.date(from), "from")} or later`;
  if (from === to) return value(say.date(to), "to");
  const [first, last] = say.dates(from, to);
  return phrase`between ${value(first, "from")} and ${value(last, "to")} (both included)`;
}

function notInRangeEn(range: DateRangeCondition, say: Say): Phrase {
  const { from, to } = range;
  if (from === undefined) return phrase`after ${value(say.date(to ?? ""), "to")}`;
  if (to === undefined) return phrase`before ${value(say.date(from), "from")}`;
  return phrase`not ${rangeEn(range, say)}`;
}
