/** What a language must be able to write. Kinds and integrations bring their own phrases. */
import type { Weekday } from "../time/date.ts";
import type { Phrase } from "./phrase.ts";

/** The languages there are. */
export type Locale = "es" | "en";

/** How a list ends: all of them, one of them, none of them. */
export type Conjunction = "and" | "or" | "nor";

/** A language. */
export interface Language {
  /** Text of an administrator or a customer in quotation marks, shortened to `most` characters. */
  quote(text: string, most?: number): string;
  /** A list of values: "A, B o C". Longer ones than 200 are cut, and say so. */
  list(items: readonly Phrase[], conjunction: Conjunction): Phrase;
  /** The word between the last two of a list, spelt as what follows sounds. */
  conjunction(conjunction: Conjunction, next: string): string;
  readonly weekdays: { readonly [Day in Weekday]: string };
  /** A `YYYY-MM-DD`: "5 de abril de 2026". Anything else as it is. */
  date(day: string): string;
  /** A date as the value of a field: "el 5 de abril de 2026". */
  dateValue(day: string): string;
  /** Two dates, without what they share: "1 de marzo", "5 de abril de 2026". */
  dates(from: string, to: string): [from: string, to: string];
  /** A length of time: "1 día, 2 horas y 5 minutos". */
  duration(minutes: number): string;
  readonly yes: string;
  readonly no: string;
  /** After the id of what is not in the workspace. */
  readonly gone: string;
}

/** Items as they are listed: at most 200, and how many more there are. */
export function cut(items: readonly Phrase[], more: (count: number) => string): readonly Phrase[] {
  const rest = items.length - MAX_ITEMS;
  return rest > 0 ? [...items.slice(0, MAX_ITEMS), [{ text: more(rest) }]] : items;
}

const MAX_ITEMS = 200;

/** Days, hours and minutes that are not zero; zero minutes when all are. */
export function unitsOf(minutes: number): [count: number, unit: "day" | "hour" | "minute"][] {
  const all: [number, "day" | "hour" | "minute"][] = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor(minutes / 60) % 24, "hour"],
    [minutes % 60, "minute"],
  ];
  const some = all.filter(([count]) => count !== 0);
  return some.length === 0 ? [[0, "minute"]] : some;
}
