import * as z from "zod";
import {
  Action,
  compile,
  type Issue,
  type IssueCode,
  issuesOf,
  TicketEvent,
  Workspace,
} from "../../src/index.ts";
import { leadBot, message, notifyOnClose, workspace } from "../support/workspaces.ts";

const ofDocument = (document: unknown): Issue[] =>
  issuesOf(Workspace.safeParse(document).error ?? { issues: [] });
const ofWorkspace = (changes: object) => ofDocument({ ...workspace([]), ...changes });
const ofRule = (changes: object) => ofDocument(workspace([{ ...leadBot, ...changes }]));
const ofCondition = (condition: unknown) => ofRule({ conditions: [condition] });
const ofWords = (words: unknown) => ofCondition({ type: "messageContains", words });
const ofPattern = (pattern: string, flags = "i") => ofCondition({ type: "messageMatches", pattern, flags });
const ofHours = (monday: unknown, exceptions = {}) => {
  const calendar = { id: "c", name: "C", timeZone: "UTC", weekly: { mon: monday }, exceptions };
  return ofWorkspace({ calendars: [calendar] });
};
const ofField = (changes: object) =>
  ofWorkspace({ fields: [{ id: "f", name: "F", type: "text", ...changes }] });
const ofUrl = (url: string) =>
  ofWorkspace({ integrations: { webhook: { enabled: true, active: true, url } } });
const ofLoading = (changes: object, rules: object[] = [notifyOnClose]) => {
  const { invalid } = compile({ ...workspace(rules), ...changes });
  return invalid.flatMap(({ issues }) => issues);
};

function nested(levels: number): unknown {
  const inner = levels === 0 ? { type: "unassigned" } : nested(levels - 1);
  return levels === 0 ? inner : { type: "group", operator: "or", conditions: [inner] };
}

/** Something with the code among its issues. */
export const examples: { readonly [Code in IssueCode]: () => Issue[] } = {
  missing: () => ofRule({ name: undefined }),
  wrongType: () => ofRule({ active: "yes" }),
  outOfRange: () =>
    ofDocument(
      workspace([
        {
          ...notifyOnClose,
          integration: "timepoints",
          actions: [{ type: "sendSurvey", survey: 1, delayMinutes: -5 }],
        },
      ]),
    ),
  unknownKey: () => ofCondition({ type: "account", is: "acc-wsp", not: true }),
  tooMuchWrong: () =>
    ofCondition({
      type: "group",
      operator: "or",
      conditions: Array(15).fill({ type: "group", operator: "and", conditions: Array(15_000).fill(null) }),
    }),
  empty: () => ofRule({ id: "" }),
  blankName: () => ofRule({ name: "  " }),
  tooLong: () => ofWords(["x".repeat(101)]),
  emptyList: () => ofWords([]),
  tooMany: () => ofWords(Array(201).fill("hola")),
  unknownWord: () => ofCondition({ type: "weekday", is: "lunes" }),
  duplicateId: () => ofDocument(workspace([notifyOnClose, notifyOnClose])),
  unknownSchemaVersion: () => ofWorkspace({ schemaVersion: 2 }),
  otherSchemaVersion: () => ofLoading({ schemaVersion: 2 }),
  unknownTimeZone: () => ofWorkspace({ timeZone: "Chile/Santigo" }),
  optionsNotAllowed: () => ofField({ options: [] }),
  notATime: () => ofHours([["9:00", "18:00"]]),
  endAsStart: () => ofHours([["24:00", "06:00"]]),
  sameTimes: () => ofHours([["09:00", "09:00"]]),
  overlappingIntervals: () =>
    ofHours([
      ["09:00", "13:00"],
      ["12:00", "18:00"],
    ]),
  notADate: () => ofCondition({ type: "dateRange", from: "2026-02-30" }),
  notAnExceptionDate: () => ofHours([], { "25-12": [] }),
  notAnInstant: () =>
    issuesOf(TicketEvent.safeParse({ ...message(), at: "2026-03-14" }).error ?? { issues: [] }),
  noRange: () => ofCondition({ type: "dateRange" }),
  reversedRange: () => ofCondition({ type: "dateRange", from: "2026-12-31", to: "2026-01-01" }),
  unknownIntegration: () => ofRule({ integration: "slack" }),
  absentIntegration: () => ofDocument({ ...workspace([leadBot]), integrations: {} }),
  brokenIntegration: () =>
    ofLoading({ integrations: { webhook: { enabled: true, active: true, url: "http://example.com" } } }),
  triggerNotAllowed: () => ofRule({ trigger: "ticket.closed" }),
  unknownCondition: () => ofCondition({ type: "language", is: "es" }),
  conditionNotAllowed: () =>
    ofRule({
      integration: "timepoints",
      trigger: "ticket.closed",
      actions: [{ type: "enableManualSurvey" }],
    }),
  nestedTooDeep: () => ofCondition(nested(6)),
  unknownAction: () => issuesOf(Action.safeParse({ type: "sendMail" }).error ?? { issues: [] }),
  actionNotAllowed: () => ofRule({ actions: [{ type: "notify" }] }),
  noAction: () => ofRule({ actions: [] }),
  notOneAction: () => ofDocument(workspace([{ ...notifyOnClose, actions: [] }])),
  noWordsLeft: () => ofWords([" ", "\u200b"]),
  emptyPattern: () => ofPattern(""),
  "regex/flags": () => ofPattern("hola", "g"),
  "regex/syntax": () => ofPattern("hola("),
  // Each of these letters is written as two in NFC.
  "regex/tooLong": () => ofPattern("\u0958".repeat(1500)),
  "regex/tooLarge": () => ofPattern("((a{1,100}){1,100}){1,100}"),
  patternRefused: () => {
    const rule = { ...leadBot, conditions: [{ type: "messageMatches", pattern: "(?<=a)b" }] };
    const compileNothing = () => {
      throw new Error("no look-behind");
    };
    const { invalid } = compile(workspace([rule]), { regexEngine: { id: "mine", compile: compileNothing } });
    return invalid.flatMap(({ issues }) => issues);
  },
  urlCharacters: () => ofUrl("https://example.com/a b"),
  notAUrl: () => ofUrl("example.com/hook"),
  urlNotHttps: () => ofUrl("http://example.com/hook"),
  urlCredentials: () => ofUrl("https://ana:clave@example.com/hook"),
  urlLocalhost: () => ofUrl("https://localhost/hook"),
  urlPrivate: () => ofUrl("https://192.168.0.10/hook"),
  other: () => issuesOf(z.string().safeParse(3).error ?? { issues: [] }),
};
