import { type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import type { DateRangeCondition } from "../dateRange.ts";
import type { ConditionPhrases } from "./define.ts";

export const dateRange: ConditionPhrases<DateRangeCondition> = {
  es: {
    holds: (range, say) => phrase`la fecha ${rangeEs(range, say)}`,
    fails: (range, say) => phrase`la fecha no ${rangeEs(range, say)}`,
    met: (_, actual, say) => phrase`la fecha es el ${say.date(String(actual))}`,
    unmet: (range, actual, say) =>
      phrase`la fecha no ${rangeEs(range, say)} (es el ${say.date(String(actual))})`,
  },
  en: {
    holds: (range, say) => phrase`the date is ${rangeEn(range, say)}`,
    fails: (range, say) => phrase`the date is not ${rangeEn(range, say)}`,
    met: (_, actual, say) => phrase`the date is ${say.date(String(actual))}`,
    unmet: (range, actual, say) =>
      phrase`the date is not ${rangeEn(range, say)} (it is ${say.date(String(actual))})`,
  },
};

function rangeEs({ from, to }: DateRangeCondition, say: Say): Phrase {
  if (from === undefined) return phrase`es el ${value(say.date(to ?? ""), "to")} o anterior`;
  if (to === undefined) return phrase`es el ${value(say.date(from), "from")} o posterior`;
  if (from === to) return phrase`es el ${value(say.date(to), "to")}`;
  const [first, last] = say.dates(from, to);
  return phrase`está entre el ${value(first, "from")} y el ${value(last, "to")} (ambos incluidos)`;
}

function rangeEn({ from, to }: DateRangeCondition, say: Say): Phrase {
  if (from === undefined) return phrase`${value(say.date(to ?? ""), "to")} or earlier`;
  if (to === undefined) return phrase`${value(say.date(from), "from")} or later`;
  if (from === to) return value(say.date(to), "to");
  const [first, last] = say.dates(from, to);
  return phrase`between ${value(first, "from")} and ${value(last, "to")} (both included)`;
}
