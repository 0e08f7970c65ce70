/**
 * Texts that must have a form, as regular expressions in JSON Schema, found anywhere. In the words that ECMAScript and
 * the engines of other languages have in common: `\d` and `\w` mean more elsewhere.
 */

/** `HH:MM` from 00:00 to 23:59. */
export const HOURS = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

/** `MM-DD`, a day that the month has in some year: which years have 29 February is left to the program. */
export const MONTH_DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)" +
  "|02-(?:0[1-9]|[12][0-9]))";

/** `YYYY-MM-DD`. */
export const DATE = `[0-9]{4}-${MONTH_DAY}`;

/** Something that is not white space. */
export const NOT_BLANK = String.raw`\S`;

/** The form of IANA names with a slash, and `UTC`. Which there are is the runtime's to know. */
export const ZONE = "^(?:[Uu][Tt][Cc]|[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)+)$";

/** Some of `imsuv`; and what they are not: one of them twice, both `u` and `v`. */
export const FLAGS = "^[imsuv]*$";
export const NO_FLAGS = "i.*i|m.*m|s.*s|[uv].*[uv]";

/** What every accepted URL looks like. Which hosts are private is the program's to know. */
export const HTTPS_URL = String.raw`^[Hh][Tt][Tt][Pp][Ss]:[^\s\\\u0000-\u001f\u007f-\u009f]+$`;

/** ISO 8601 with `Z` or an offset. */
export const INSTANT = `^${DATE}T${HOURS}(?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)$`;
