/** English. */
import { dateOf, parseDay } from "../time/date.ts";
import { cut, type Language, unitsOf } from "./define.ts";
import { joined, type Phrase, textOf } from "./phrase.ts";
import { shown } from "./shown.ts";

/** English. */
export const en: Language = {
  quote: (text, most) => `“${shown(text, most).replaceAll("“", "‘").replaceAll("”", "’")}”`,
  list(items, conjunction) {
    const all = cut(items, (count) => `${count} more`);
    const last = all.length - 1;
    return joined(all, (at) => [{ text: at < last ? ", " : ` ${en.conjunction(conjunction, "")} ` }]);
  },
  conjunction: (conjunction) => conjunction,
  weekdays: {
    ...{ mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday" },
    ...{ fri: "Friday", sat: "Saturday", sun: "Sunday" },
  },
  date: (text) => written(text, "year"),
  dateValue: (text) => en.date(text),
  dates(from, to) {
    if (from.slice(0, 4) !== to.slice(0, 4)) return [en.date(from), en.date(to)];
    return [written(from, from.slice(0, 7) === to.slice(0, 7) ? "day" : "month"), en.date(to)];
  },
  duration(minutes) {
    const parts = unitsOf(minutes).map(
      ([count, unit]): Phrase => [{ text: `${count} ${unit}${count === 1 ? "" : "s"}` }],
    );
    return textOf(en.list(parts, "and"));
  },
  yes: "Yes",
  no: "No",
  gone: "does not exist",
};

/** A date down to its day, its month or its year. */
function written(text: string, last: "day" | "month" | "year"): string {
  const day = parseDay(text);
  if (day === undefined) return text;
  const { year, month, dayOfMonth } = dateOf(day);
  const parts = [String(dayOfMonth), MONTHS[month - 1], String(year)];
  return parts.slice(0, { day: 1, month: 2, year: 3 }[last]).join(" ");
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
