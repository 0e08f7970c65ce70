/** The languages that the library writes. */
export type Locale = "es" | "en";
