/** Texts that must have a form, as regular expressions in JSON Schema: with the flag `u`, found anywhere. */

/** `HH:MM` from 00:00 to 23:59. */
export const HOURS = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;

/** `MM-DD`, a day that the month has in some year: which years have 29 February is left to the program. */
export const MONTH_DAY =
  String.raw`(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)` +
  String.raw`|02-(?:0[1-9]|[12]\d))`;

/** `YYYY-MM-DD`. */
export const DATE = String.raw`\d{4}-${MONTH_DAY}`;

/** Something that is not white space. */
export const NOT_BLANK = String.raw`\S`;

/** The form of IANA names with a slash, and `UTC`. Which there are is the runtime's to know. */
export const ZONE = String.raw`^(?:[Uu][Tt][Cc]|[A-Za-z][\w+\-]*(?:/[\w+\-]+)+)$`;

/** Some of `imsuv`, each once, not both `u` and `v`. */
export const FLAGS = String.raw`^(?!.*(.).*\1)(?!.*u.*v)(?!.*v.*u)[imsuv]*$`;

/** What every accepted URL looks like. What hosts are private is the program's to know. */
export const HTTPS_URL = String.raw`^[Hh][Tt][Tt][Pp][Ss]:[^\s\\\p{Cc}]+$`;

/** ISO 8601 with `Z` or an offset. */
export const INSTANT = String.raw`^${DATE}T${HOURS}(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+\-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$`;
