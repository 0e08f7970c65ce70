import { quote } from "./issues/define.ts";

/** The languages that the library writes. */
export type Locale = "es" | "en";

/** The locale. @throws TypeError when the library does not write it. */
export function requireLocale(locale: Locale): Locale {
  if (locale !== "es" && locale !== "en")
    throw new TypeError(`unknown locale ${quote(locale)}: expected es or en`);
  return locale;
}
