/** What can be wrong with a document or an event: every code, and what its sentence needs to know. */
import type { PatternFault } from "./patterns/define.ts";

/**
 * The parameters of each code. Codes are stable: a host may store them and tell them apart. Parameters hold no secret,
 * text of the user's only in short, and nothing that JSON cannot say.
 */
export interface IssueParams {
  /** Nothing stands where something must. */
  missing: { readonly expected: Expected };
  /** A value of another shape. */
  wrongType: { readonly expected: Expected };
  /** A number that is not whole, or beyond its bounds. */
  outOfRange: { readonly expected: Quantity };
  unknownKey: { readonly keys: readonly string[]; readonly expected: readonly string[] };
  /** More is wrong than can be told. */
  tooMuchWrong: NoParams;
  /** Text without a character. */
  empty: { readonly expected: Thing | Wording };
  blankName: NoParams;
  tooLong: { readonly most: number };
  emptyList: { readonly of: Things | Wording };
  tooMany: { readonly of: Things | "items" | Wording; readonly most: number };
  /** None of a closed set of words. */
  unknownWord: {
    readonly of: WordSet | Wording;
    readonly value: string;
    readonly expected: readonly string[];
  };
  /** Two items of a list have this id. */
  duplicateId: { readonly id: string };

  unknownSchemaVersion: { readonly value: string; readonly expected: number };
  /** Of every rule of a document of another version. */
  otherSchemaVersion: NoParams;
  unknownTimeZone: { readonly value: string };
  /** Options of a field whose type has none. */
  optionsNotAllowed: { readonly type: string };

  notATime: { readonly value: string };
  /** 24:00 as a start. */
  endAsStart: NoParams;
  sameTimes: NoParams;
  overlappingIntervals: NoParams;
  notADate: { readonly value: string };
  /** As the key of an exception. */
  notAnExceptionDate: { readonly value: string };
  notAnInstant: NoParams;
  noRange: NoParams;
  reversedRange: NoParams;

  unknownIntegration: { readonly value: string; readonly expected: readonly string[] };
  /** Known, but not in the document. */
  absentIntegration: { readonly integration: string };
  /** In the document, and not valid. */
  brokenIntegration: { readonly integration: string };
  triggerNotAllowed: NotAllowed;
  unknownCondition: { readonly value: string; readonly expected: readonly string[] };
  conditionNotAllowed: NotAllowed;
  nestedTooDeep: { readonly most: number };
  unknownAction: { readonly value: string; readonly expected: readonly string[] };
  actionNotAllowed: NotAllowed;
  noAction: NoParams;
  notOneAction: NoParams;

  /** Words of which folding leaves nothing. */
  noWordsLeft: NoParams;
  emptyPattern: NoParams;
  "regex/syntax": PatternFault;
  "regex/flags": PatternFault;
  "regex/tooLong": PatternFault;
  "regex/tooLarge": PatternFault;
  /** Refused by an engine of the host's, which gave the reason. */
  patternRefused: { readonly reason: string };

  urlCharacters: NoParams;
  notAUrl: NoParams;
  urlNotHttps: NoParams;
  urlCredentials: NoParams;
  urlLocalhost: NoParams;
  urlPrivate: NoParams;

  /** Of one place only, or of a schema that is not this library's: then the message is in its language. */
  other: { readonly message: string | Wording };
}

/** The stable name of one thing that can be wrong. */
export type IssueCode = keyof IssueParams;

/** Nothing more to know. */
export type NoParams = Readonly<Record<string, never>>;

/** Something that the integration of the rule does not have. */
export interface NotAllowed {
  readonly value: string;
  readonly integration: string;
  readonly expected: readonly string[];
}

/** What should have stood there. */
export type Expected =
  | Thing
  | Wording
  | Quantity
  | { readonly listOf: Things | Wording }
  | { readonly objectOf: Pairs | Wording }
  | { readonly oneOf: readonly string[] };

/**
 * Words of a schema outside the workspace and its events, brought along in every language, so that who does not use
 * that schema does not load them. As they stand in the sentence: "a hash", of a list "effects".
 */
export interface Wording {
  readonly en: string;
  readonly es: string;
}

/** A whole number from `least` to `most`, or without end. */
export interface Quantity {
  readonly whole: "survey" | "minutes" | "days" | "depth" | Wording;
  readonly least: number;
  readonly most?: number;
}

/** One thing. */
export type Thing =
  | "object"
  | "boolean"
  | "text"
  | "id"
  | "name"
  | "token"
  | "secret"
  | "url"
  | "timeZone"
  | "time"
  | "interval"
  | "date"
  | "instant"
  | "word"
  | "pattern"
  | "flags"
  | "value"
  | "fieldValue"
  | "rule"
  | "condition"
  | "action"
  | "eventType"
  | "workspace";

/** Things in a list. */
export type Things =
  | "accounts"
  | "calendars"
  | "fields"
  | "rules"
  | "options"
  | "bots"
  | "conditions"
  | "actions"
  | "intervals"
  | "words"
  | "weekdays"
  | "values"
  | "accountIds"
  | "ruleIds"
  | "surveys";

/** Keys and values of an object whose keys are data. */
export type Pairs = "intervalsByDate" | "valuesByField" | "changesByField";

/** A closed set of words. */
export type WordSet =
  | "operator"
  | "weekday"
  | "fieldType"
  | "mode"
  | "match"
  | "assigneeType"
  | "status"
  | "direction"
  | "author"
  | "surveyStatus";

/** The sentence of every code, in one language. Lower-case, without final period, what is wrong first. */
export type Sentences = { readonly [Code in IssueCode]: (params: IssueParams[Code]) => string };

/** What is wrong, without its place. */
export type Fault = {
  [Code in IssueCode]: { readonly code: Code; readonly params: IssueParams[Code] };
}[IssueCode];

/** One thing that is wrong with a document, and where. Told apart by `code`; `describeIssue` writes it in words. */
export type Issue = Fault & {
  /** Keys and indexes from the root of what was parsed to the place meant. */
  readonly path: readonly (string | number)[];
  /** What is wrong, then what was expected, in English. Quotes no secret. */
  readonly message: string;
};

/** User text in a sentence or parameter: short. */
export function short(value: unknown): string {
  // Anything with members may be nested without end, or refuse to be written.
  const text = typeof value === "object" && value !== null ? "…" : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** User text as it stands in a sentence: in backticks, and short. */
export function quote(value: unknown): string {
  return `\`${short(value).replaceAll("`", "'")}\``;
}
