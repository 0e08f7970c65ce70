/** Spanish. */
import { dateOf, parseDay } from "../time/date.ts";
import { cut, type Language, unitsOf } from "./define.ts";
import { joined, type Phrase, textOf } from "./phrase.ts";
import { shown } from "./shown.ts";

/** Spanish, as it is written in Latin America. */
export const es: Language = {
  quote: (text, most) => `«${shown(text, most).replaceAll("«", "“").replaceAll("»", "”")}»`,
  list(items, conjunction) {
    const all = cut(items, (count) => `${count} más`);
    const last = all.length - 1;
    return joined(all, (at) => [
      { text: at < last ? ", " : ` ${es.conjunction(conjunction, textOf(all[at] ?? []))} ` },
    ]);
  },
  conjunction(conjunction, next) {
    if (conjunction === "nor") return "ni";
    const sound = next
      .slice(0, 40)
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
    // 8 is ocho, 11 once, 11000 once mil.
    if (conjunction === "or") return /^(?:h?o|8|11(?:\d{3})*(?!\d))/.test(sound) ? "u" : "o";
    return /^(?:i|hi(?![aeou]))/.test(sound) ? "e" : "y";
  },
  weekdays: {
    ...{ mon: "lunes", tue: "martes", wed: "miércoles", thu: "jueves" },
    ...{ fri: "viernes", sat: "sábado", sun: "domingo" },
  },
  date: (text) => written(text, "year"),
  dateValue: (text) => `el ${es.date(text)}`,
  dates(from, to) {
    if (from.slice(0, 4) !== to.slice(0, 4)) return [es.date(from), es.date(to)];
    return [written(from, from.slice(0, 7) === to.slice(0, 7) ? "day" : "month"), es.date(to)];
  },
  duration(minutes) {
    const parts = unitsOf(minutes).map(([count, unit]): Phrase => {
      const word = { day: "día", hour: "hora", minute: "minuto" }[unit];
      return [{ text: `${count} ${word}${count === 1 ? "" : "s"}` }];
    });
    return textOf(es.list(parts, "and"));
  },
  yes: "Sí",
  no: "No",
  gone: "no existe",
};

/** A date down to its day, its month or its year. */
function written(text: string, last: "day" | "month" | "year"): string {
  const day = parseDay(text);
  if (day === undefined) return text;
  const { year, month, dayOfMonth } = dateOf(day);
  const parts = [String(dayOfMonth), MONTHS[month - 1], String(year)];
  return parts.slice(0, { day: 1, month: 2, year: 3 }[last]).join(" de ");
}

const MONTHS = [
  ...["enero", "febrero", "marzo", "abril", "mayo", "junio"],
  ...["julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
];
