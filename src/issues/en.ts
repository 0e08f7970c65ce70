/** Issues in English: their messages. */
import { type Expected, type Quantity, quote, type Sentences, type Thing, type Wording } from "./define.ts";
import { type PatternFault, refusalIn } from "./patterns/define.ts";
import { en as patternWords } from "./patterns/en.ts";

/** @see Sentences */
export const en: Sentences = {
  missing: ({ expected }) => `missing: expected ${written(expected)}`,
  wrongType: ({ expected }) => `expected ${written(expected)}`,
  outOfRange: ({ expected }) => `expected ${written(expected)}`,
  unknownKey: ({ keys, expected }) =>
    `unknown key ${keys.map(quote).join(", ")}: expected ${anyOf(expected)}`,
  tooMuchWrong: () => "too much is wrong here to tell all of it",
  empty: ({ expected }) => `empty: expected ${written(expected)}`,
  blankName: () => "blank: expected a name",
  tooLong: ({ most }) => `longer than ${most} characters`,
  emptyList: ({ of }) => `no ${spaced(of)}: expected at least one`,
  tooMany: ({ of, most }) => `more than ${most} ${spaced(of)}`,
  unknownWord: ({ of, value, expected }) =>
    `unknown ${spaced(of)} ${quote(value)}: expected ${anyOf(expected)}`,
  duplicateId: () => "the id is used twice: expected ids that differ",

  unknownSchemaVersion: ({ value, expected }) =>
    `unknown schemaVersion ${quote(value)}: expected ${expected}`,
  otherSchemaVersion: () => "the document's schemaVersion is not 1",
  unknownTimeZone: ({ value }) => `unknown time zone ${quote(value)}`,
  optionsNotAllowed: ({ type }) =>
    `options are not available for a ${type} field: expected a select or multi field`,

  notATime: ({ value }) => `${quote(value)} is not a time: expected HH:MM`,
  endAsStart: () => "`24:00` is not a start: expected 00:00 to 23:59",
  sameTimes: () => "starts and ends at the same time: a whole day is 00:00 to 24:00",
  overlappingIntervals: () => "overlaps another interval",
  notADate: ({ value }) => `${quote(value)} is not a date: expected YYYY-MM-DD`,
  notAnExceptionDate: ({ value }) =>
    `${quote(value)} is not a date: expected YYYY-MM-DD, or MM-DD for every year`,
  notAnInstant: () => `expected ${EXPECTED_INSTANT}`,
  noRange: () => "no range: expected `from`, `to` or both",
  reversedRange: () => "`to` is before `from`",

  unknownIntegration: ({ value, expected }) => unknown("integration", value, expected),
  absentIntegration: ({ integration }) => `integration ${quote(integration)} is not in the workspace`,
  brokenIntegration: ({ integration }) => `the settings of integration ${quote(integration)} are not valid`,
  triggerNotAllowed: (params) => notAvailable("trigger", params),
  unknownCondition: ({ value, expected }) => unknown("condition", value, expected),
  conditionNotAllowed: (params) => notAvailable("condition", params),
  nestedTooDeep: ({ most }) => `nested too deep: expected at most ${most} groups in one another`,
  unknownAction: ({ value, expected }) => unknown("action", value, expected),
  actionNotAllowed: (params) => notAvailable("action", params),
  noAction: () => "no action: expected at least one",
  notOneAction: () => "expected exactly one action",

  noWordsLeft: () => "nothing is left of these words: expected letters, digits or signs",
  emptyPattern: () => "empty: it would match every message",
  "regex/syntax": (fault) => `not a regular expression: ${aboutPattern(fault)}`,
  "regex/flags": aboutPattern,
  "regex/tooLong": aboutPattern,
  "regex/tooLarge": aboutPattern,
  patternRefused: ({ reason }) => `refused by the regex engine: ${reason}`,

  urlCharacters: () => "white space, control characters and backslashes are not allowed in a url",
  notAUrl: () => "not a url: expected https://…",
  urlNotHttps: () => "not an https url: expected https://…",
  urlCredentials: () => "credentials are not allowed in a url",
  urlLocalhost: () => "localhost is not allowed: expected a public host",
  urlPrivate: () => "a private address is not allowed: expected a public host",

  other: ({ message }) => (typeof message === "string" ? message : message.en),
};

/** What an instant must look like. */
export const EXPECTED_INSTANT = "a Date, or ISO 8601 with Z or an offset, as 2026-03-14T09:30:00-03:00";

const THINGS: { readonly [Key in Thing]: string } = {
  object: "an object",
  boolean: "true or false",
  text: "text",
  id: "an id",
  name: "a name",
  token: "a token",
  secret: "a secret",
  url: "an https url",
  timeZone: "a time zone, as `America/Santiago`",
  time: "a time, HH:MM",
  interval: "a pair of times, [start, end]",
  date: "a date, YYYY-MM-DD",
  instant: EXPECTED_INSTANT,
  word: "a word",
  pattern: "a regular expression",
  flags: "flags",
  value: "text, a number or a boolean",
  fieldValue: "text, a list of texts, a boolean, a number or null",
  rule: "a rule",
  condition: "a condition",
  action: "an action",
  eventType: "an event type",
  workspace: "a workspace: an object with `schemaVersion`",
};

const PAIRS = {
  intervalsByDate: "dates and their intervals",
  valuesByField: "field ids and values",
  changesByField: "field ids and changes",
};

const QUANTITIES = { survey: "a survey number", minutes: "minutes", days: "days", depth: "a depth" };

function written(expected: Expected): string {
  if (typeof expected === "string") return THINGS[expected];
  if ("en" in expected) return expected.en;
  if ("oneOf" in expected) return anyOf(expected.oneOf);
  if ("listOf" in expected) return `a list of ${spaced(expected.listOf)}`;
  if ("whole" in expected) return quantity(expected);
  const { objectOf } = expected;
  return `an object of ${typeof objectOf === "string" ? PAIRS[objectOf] : objectOf.en}`;
}

function quantity({ whole, least, most }: Quantity): string {
  const bounds = most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`;
  return `${typeof whole === "string" ? QUANTITIES[whole] : whole.en}, a whole number${bounds}`;
}

/** `accountIds` as "account ids": the names of lists and of sets of words are their English. */
function spaced(name: string | Wording): string {
  return typeof name === "object" ? name.en : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** "a, b or c" */
function anyOf(options: readonly string[]): string {
  return options.length < 2 ? options.join("") : `${options.slice(0, -1).join(", ")} or ${options.at(-1)}`;
}

function unknown(what: string, value: string, expected: readonly string[]): string {
  return `unknown ${what} ${quote(value)}: expected ${anyOf(expected)}`;
}

function notAvailable(
  what: string,
  { value, integration, expected }: { value: string; integration: string; expected: readonly string[] },
): string {
  return `${what} ${quote(value)} is not available for ${integration}: expected ${anyOf(expected)}`;
}

function aboutPattern(fault: PatternFault): string {
  const { problem, instead, at } = refusalIn(patternWords, fault);
  return `${problem}${at === undefined ? "" : `, at character ${at + 1}`}; ${instead}`;
}
