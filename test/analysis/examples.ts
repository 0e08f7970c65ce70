/** For each code, documents in which it is found, and documents that nearly have it. */
import type { FindingCode } from "../../src/analysis.ts";
import { Workspace } from "../../src/index.ts";

/** A document, as changes of a small office. */
export interface Example {
  readonly what: string;
  readonly document: Workspace;
}

type Changes = Omit<Partial<Workspace>, "rules">;

const office = (weekly: object = { mon: [["09:00", "18:00"]] }, more: object = {}) => ({
  id: "cal",
  name: "Oficina",
  timeZone: "America/Santiago",
  weekly,
  ...more,
});

/** The small office: parts that rules may refer to, nothing to complain about. */
export function small(rules: readonly unknown[], changes: object = {}): Workspace {
  return Workspace.parse({
    schemaVersion: 1,
    timeZone: "America/Santiago",
    accounts: [
      { id: "wsp", name: "Whatsapp", calendar: "cal" },
      { id: "ig", name: "Instagram", calendar: "cal" },
      { id: "tel", name: "Teléfono" },
    ],
    calendars: [office()],
    fields: [
      {
        id: "motivo",
        name: "Motivo",
        type: "select",
        options: [
          { id: "soporte", name: "Soporte" },
          { id: "ventas", name: "Ventas" },
        ],
      },
      {
        id: "tags",
        name: "Etiquetas",
        type: "multi",
        options: [
          { id: "vip", name: "VIP" },
          { id: "b2b", name: "B2B" },
        ],
      },
      { id: "texto", name: "Texto", type: "text" },
      { id: "urgente", name: "Urgente", type: "boolean" },
      { id: "veces", name: "Veces", type: "number" },
      { id: "fecha", name: "Fecha", type: "date" },
    ],
    integrations: {
      botcenter: {
        ...{ enabled: true, active: true, apiToken: "token" },
        bots: [
          { id: "lead", name: "Lead", active: true },
          { id: "noche", name: "Noche", active: true },
          { id: "off", name: "Apagado", active: false },
        ],
      },
      timepoints: { enabled: true, active: true, apiToken: "token" },
      webhook: { enabled: true, active: true, url: "https://example.com/hook" },
    },
    rules,
    ...changes,
  });
}

let count = 0;
const base = () => ({
  id: `r${++count}`,
  name: `Regla ${count}`,
  active: true,
  operator: "and",
  conditions: [] as unknown[],
});
const hook = (conditions: unknown[], more: object = {}) => ({
  ...base(),
  ...{ integration: "webhook", trigger: "message.received", actions: [{ type: "notify" }] },
  conditions,
  ...more,
});
const close = (conditions: unknown[], more: object = {}) =>
  hook(conditions, { trigger: "ticket.closed", ...more });
const bot = (conditions: unknown[], more: object = {}) => ({
  ...base(),
  ...{
    integration: "botcenter",
    trigger: "message.received",
    actions: [{ type: "activateBot", bot: "lead" }],
  },
  conditions,
  ...more,
});
const survey = (conditions: unknown[], action: object = {}, more: object = {}) => ({
  ...base(),
  ...{ integration: "timepoints", trigger: "ticket.closed" },
  actions: [{ type: "sendSurvey", survey: 1, ...action }],
  conditions,
  ...more,
});

const unassigned = { type: "unassigned" };
const unattended = { type: "unattended" };
const open = { type: "withinBusinessHours" };
const closed = { type: "outsideBusinessHours" };
const account = (...is: string[]) => ({ type: "account", is });
const motivo = (...is: unknown[]) => ({ type: "classification", field: "motivo", is });
const field = (id: string, is: unknown) => ({ type: "classification", field: id, is });
const weekday = (...is: string[]) => ({ type: "weekday", is });
const between = (from: string, to: string) => ({ type: "timeRange", from, to });
const dates = (from?: string, to?: string) => ({
  type: "dateRange",
  ...(from && { from }),
  ...(to && { to }),
});
const words = (...list: string[]) => ({ type: "messageContains", words: list });
const allWords = (...list: string[]) => ({ type: "messageContains", words: list, match: "all" });
const parts = (...list: string[]) => ({ type: "messageContains", words: list, mode: "substring" });
const matches = (pattern: string, flags?: string) => ({
  type: "messageMatches",
  pattern,
  ...(flags !== undefined && { flags }),
});
const group =
  (operator: "and" | "or" | "not") =>
  (...conditions: unknown[]) => ({ type: "group", operator, conditions });
const [all, any, none] = [group("and"), group("or"), group("not")];
const terminate = { actions: [{ type: "terminateBot" }] };
const not = { operator: "not" };
const or = { operator: "or" };
const WEEK = ["mon", "tue", "wed", "thu", "fri"];
const EVERY_DAY = [...WEEK, "sat", "sun"];

const rule = (what: string, ...rules: object[]): Example => ({ what, document: small(rules) });
const having = (what: string, changes: Changes | object, ...rules: object[]): Example => ({
  what,
  document: small(rules, changes),
});

/** A document that is not valid. */
const broken = (what: string, changes: object, ...rules: unknown[]): Example => ({
  what,
  document: { ...small([]), ...changes, rules } as unknown as Workspace,
});

/** The instant at which the examples are looked at. */
export const AT = "2026-06-01T12:00:00Z";

export const examples: { readonly [Code in FindingCode]: { found: Example[]; near: Example[] } } = {
  notLoaded: {
    found: [
      broken("a rule without a name", {}, { ...hook([]), name: " " }),
      broken("a condition of no known type", {}, hook([{ type: "mood", is: "good" }])),
      broken("two rules with one id", {}, { ...hook([]), id: "x" }, { ...close([]), id: "x" }),
      broken("a rule that is none", {}, "notify", null),
      broken("a rule of an integration that is not there", { integrations: {} }, hook([])),
      broken(
        "a calendar with hours that overlap",
        {
          calendars: [
            office({
              mon: [
                ["09:00", "13:00"],
                ["12:00", "18:00"],
              ],
            }),
          ],
        },
        hook([open]),
      ),
      broken("no time zone", { timeZone: "Chile/Santigo" }, hook([weekday("mon")])),
      broken("another version of the format", { schemaVersion: 2 }, hook([])),
    ],
    near: [
      rule("a document that loads", hook([account("wsp")])),
      rule("a reference to nothing is told as such", hook([account("gone")])),
      rule("a rule that is switched off", hook([], { active: false })),
      rule("no rules"),
      rule("keys of one's own", hook([], { "x-color": "red" })),
    ],
  },
  neverFires: {
    found: [
      rule("two accounts at once", hook([account("wsp"), account("ig")])),
      rule("two options of one field", close([motivo("soporte"), motivo("ventas")])),
      rule("a weekday and another", hook([weekday("mon"), weekday("tue", "wed")])),
      rule("hours that do not meet", hook([between("09:00", "13:00"), between("14:00", "18:00")])),
      rule("in and outside business hours", hook([open, closed])),
      rule("a date on which that weekday is not", hook([dates("2026-06-01", "2026-06-02"), weekday("wed")])),
      rule(
        "ranges of dates that do not meet",
        hook([dates("2026-06-01", "2026-06-30"), dates("2026-07-01")]),
      ),
      rule("a word that is forbidden", hook([words("dar de baja"), none(words("baja"))])),
      rule("none of something and that", hook([unassigned, none(unassigned)], not)),
      rule(
        "deep in groups",
        hook([account("wsp"), any(all(account("ig"), unassigned), all(account("tel"), open, closed))]),
      ),
      rule("a pattern and not it", hook([matches("rut"), none(matches("rut", "i"))])),
      rule("an account that is not there", hook([account("gone")])),
      rule(
        "all of several words, one of them forbidden",
        hook([allWords("rut", "pedido"), none(words("pedido"))]),
      ),
      rule("none of all accounts' hours and their opposite", hook([open, closed], not)),
    ],
    near: [
      rule("two accounts in one list", hook([account("wsp", "ig"), account("ig", "tel")])),
      rule("two options of a field that holds several", close([field("tags", "vip"), field("tags", "b2b")])),
      rule("hours that meet for a minute", hook([between("09:00", "13:01"), between("13:00", "18:00")])),
      rule("a date on which that weekday is", hook([dates("2026-06-01", "2026-06-02"), weekday("tue")])),
      rule(
        "a forbidden word that is only part of the wanted one",
        hook([words("trabaja"), none(words("baja"))]),
      ),
      rule(
        "a forbidden phrase longer than the wanted word",
        hook([words("baja"), none(words("dar de baja"))]),
      ),
      rule(
        "one of two words is not forbidden",
        hook([words("dar de baja", "cancelar"), none(words("baja"))]),
      ),
      rule("an or rule fires on its trigger", close([all(motivo("soporte"), motivo("ventas"))], or)),
      having(
        "another calendar",
        { calendars: [office(), { ...office({ tue: [["09:00", "18:00"]] }), id: "b" }] },
        hook([open, { type: "outsideBusinessHours", calendar: "b" }]),
      ),
      rule("flags make another pattern", hook([matches("rut"), none(matches("rut", ""))])),
      rule("nights meet after midnight", hook([between("22:00", "06:00"), between("05:00", "12:00")])),
      rule("no other field", close([motivo("soporte"), field("texto", "ventas")])),
    ],
  },
  alwaysFires: {
    found: [
      rule("any weekday", hook([weekday(...EVERY_DAY)])),
      rule("any time", hook([between("00:00", "24:00")])),
      rule(
        "not two accounts at once",
        hook([account("wsp"), account("ig")], {
          operator: "and",
          conditions: [none(all(account("wsp"), account("ig")))],
        }),
      ),
      rule("assigned or not", hook([any(unassigned, none(unassigned))])),
      rule("none of an account that is not there", hook([account("gone")], not)),
      rule(
        "in or outside the business hours of a calendar",
        hook([any({ ...open, calendar: "cal" }, { ...closed, calendar: "cal" })]),
      ),
      rule("not this motive or not that one", close([any(none(motivo("soporte")), none(motivo("ventas")))])),
    ],
    near: [
      rule("no conditions", hook([])),
      rule("an or rule does by its nature", close([motivo("soporte")], or)),
      rule("all but one weekday", hook([weekday(...EVERY_DAY.slice(1))])),
      rule("all but one minute", hook([between("00:00", "23:59")])),
      rule("assigned or not, and an account", hook([account("wsp"), any(unassigned, none(unassigned))])),
      rule("assigned or not attended", hook([any(unassigned, none(unattended))])),
      rule("every account that there is", hook([account("wsp", "ig", "tel")])),
      rule("in or outside business hours, which not every account has", hook([any(open, closed)])),
      having(
        "in business hours that no account has, or unassigned",
        { accounts: [] },
        hook([any(open, unassigned)]),
      ),
      rule("a calendar that is not there", hook([any({ ...open, calendar: "gone" }, unassigned)])),
    ],
  },
  ineffectiveCondition: {
    found: [
      rule("in or outside business hours", hook([any(open, closed)])),
      rule("open or closed, of an account that has hours", hook([account("wsp"), any(open, closed)])),
      rule("a pattern with an empty alternative", hook([unassigned, matches("baja|cancelar|")])),
      rule("a pattern of which nothing must be there", hook([unassigned, matches("(?:\\d+)?\\s*")])),
      rule("any text, alone", hook([matches(".*")])),
      rule("dates that are all there are", hook([account("wsp"), dates("1999-01-01", "2099-12-31")])),
      rule("any weekday", hook([account("wsp"), weekday(...EVERY_DAY)])),
      rule("any time", hook([account("wsp"), between("00:00", "24:00")])),
      rule("an alternative that cannot be", hook([any(account("wsp"), all(account("ig"), account("tel")))])),
      rule("an account that is not there, among alternatives", hook([any(account("gone"), unassigned)])),
      rule(
        "an alternative of an or rule that cannot be",
        close([motivo("soporte"), all(motivo("soporte"), motivo("ventas"))], or),
      ),
      rule("none of what cannot be", hook([unassigned, none(all(open, closed))])),
    ],
    near: [
      rule("six weekdays", hook([account("wsp"), weekday(...EVERY_DAY.slice(1))])),
      rule("a pattern for texts that are nothing else", hook([matches("^\\s*$")])),
      rule("a pattern for any sign at all", hook([matches("\\S")])),
      rule("a pattern that starts with what may be missing", hook([matches("(?:re)?clamo|queja")])),
      rule("from midnight to one", hook([account("wsp"), between("00:00", "01:00")])),
      rule("alternatives that can be", hook([any(account("wsp"), all(account("ig"), unassigned))])),
      rule(
        "several values of a field that holds several",
        hook([any(all(field("tags", "vip"), field("tags", "b2b")), unassigned)]),
      ),
      rule("a rule that never fires is told as such", hook([account("wsp"), account("ig"), unassigned])),
      rule(
        "an alternative of an or rule",
        close([motivo("soporte"), all(motivo("ventas"), account("wsp"))], or),
      ),
    ],
  },
  redundantCondition: {
    found: [
      rule("twice the same", hook([unassigned, account("wsp"), unassigned])),
      rule("the same in another order", hook([account("wsp", "ig"), account("ig", "wsp")])),
      rule("a narrower one stands beside", hook([weekday(...WEEK), weekday("mon")])),
      rule("hours within hours", hook([between("08:00", "20:00"), between("09:00", "18:00")])),
      rule(
        "the weekday follows from the date",
        hook([dates("2026-06-01", "2026-06-01"), weekday("mon", "tue")]),
      ),
      rule("an alternative that another one covers", hook([any(unassigned, all(unassigned, open))])),
      rule("one motive excludes the other", close([motivo("soporte"), none(motivo("ventas"))])),
      rule("a phrase has the word", hook([words("dar de baja"), words("baja")])),
      rule("outside is not within", hook([closed, none(open)])),
      rule(
        "twice the same alternative of an or rule",
        close([motivo("soporte"), any(motivo("soporte"))], or),
      ),
      rule("twice among none", hook([motivo("soporte"), motivo("soporte", "ventas")], not)),
    ],
    near: [
      rule("two things", hook([unassigned, unattended])),
      rule("hours that cross", hook([between("08:00", "12:00"), between("09:00", "18:00")])),
      rule("several values may be held at once", close([field("tags", "vip"), none(field("tags", "b2b"))])),
      rule(
        "a wider alternative of an or rule fires on other edges",
        close([motivo("soporte"), motivo("soporte", "ventas")], or),
      ),
      rule("a word does not have the phrase", hook([words("baja"), words("dar de baja", "cancelar")])),
      rule("one account of another list", hook([account("wsp", "ig"), account("ig", "tel")])),
      rule("the calendar of the account is not the one named", hook([open, { ...open, calendar: "cal" }])),
    ],
  },
  duplicateRule: {
    found: [
      rule("the same", bot([unassigned]), bot([unassigned])),
      rule("in another order", hook([unassigned, account("wsp")]), hook([account("wsp"), unassigned])),
      rule(
        "nested and not",
        hook([unassigned, account("wsp")]),
        hook([all(unassigned, all(account("wsp")))]),
      ),
      rule("outside and not within", hook([closed]), hook([open], not)),
      rule("words in another spelling", hook([words("Cancelación")]), hook([words("cancelacion")])),
      rule(
        "surveys without a delay, written or not",
        survey([account("wsp")]),
        survey([account("wsp")], { delayMinutes: 0 }),
      ),
      rule(
        "or rules",
        close([motivo("soporte"), motivo("ventas")], or),
        close([motivo("ventas"), motivo("soporte")], or),
      ),
      rule("no conditions", close([]), close([], not)),
    ],
    near: [
      rule(
        "another bot",
        bot([unassigned]),
        bot([unassigned], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule("another trigger", hook([unassigned]), close([unassigned])),
      rule("another operator", hook([unassigned, unattended]), hook([unassigned, unattended], not)),
      rule("one of them switched off", bot([unassigned]), bot([unassigned], { active: false })),
      rule("one of them stops the rest", bot([unassigned]), bot([unassigned], { stop: true })),
      rule("ñ is a letter of its own", hook([words("año")]), hook([words("ano")])),
      rule(
        "alternatives joined, and one with both",
        close([motivo("soporte"), motivo("ventas")], or),
        close([motivo("soporte", "ventas")], or),
      ),
      rule("another survey", survey([account("wsp")]), survey([account("ig")])),
    ],
  },
  shadowedRule: {
    found: [
      rule("behind a rule for everything that stops", hook([], { stop: true }), hook([account("wsp")])),
      rule(
        "behind a wider one that stops",
        hook([unassigned], { stop: true }),
        hook([account("wsp"), unassigned]),
      ),
      rule(
        "behind one with more accounts that stops",
        hook([account("wsp", "ig")], { stop: true }),
        hook([account("ig"), open]),
      ),
      rule(
        "behind a bot on all unassigned tickets",
        bot([unassigned]),
        bot([unassigned, account("wsp")], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "behind one that starts the same bot on the same tickets, and then would end it",
        bot([unassigned], { actions: [{ type: "activateBot", bot: "lead" }, { type: "terminateBot" }] }),
        bot([any(unassigned, all(unassigned, unattended))]),
      ),
      rule(
        "behind two that start bots, on workdays and at the weekend",
        bot([unassigned, weekday(...WEEK)]),
        bot([unassigned, weekday("sat", "sun")], { stop: true }),
        bot([unassigned, words("deuda")], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "a survey behind one for all closes, which its threshold drops",
        survey([], { survey: 1 }),
        survey([account("wsp")], { survey: 2, spamThresholdDays: 7 }),
      ),
      rule(
        "a survey an hour after one, both with a threshold",
        survey([motivo("soporte", "ventas")], { survey: 1, spamThresholdDays: 7 }),
        survey([motivo("ventas")], { survey: 2, delayMinutes: 60, spamThresholdDays: 8 }),
      ),
      rule(
        "with the same conditions, behind one that stops",
        hook([open], { stop: true }),
        hook([open], { stop: false }),
      ),
      rule(
        "an or rule on the same edges",
        close([motivo("soporte"), motivo("ventas")], { ...or, stop: true }),
        close([motivo("ventas")], or),
      ),
      rule(
        "behind an or rule that fires on every trigger",
        close([motivo("soporte")], { ...or, stop: true }),
        close([account("wsp")]),
      ),
      rule(
        "hours within hours",
        hook([between("08:00", "20:00")], { stop: true }),
        hook([between("09:00", "18:00")]),
      ),
    ],
    near: [
      rule("the one that stops comes later", hook([account("wsp")]), hook([], { stop: true })),
      rule(
        "a survey for all closes behind that of an account",
        survey([account("wsp")], { survey: 2, spamThresholdDays: 7 }),
        survey([], { survey: 1, spamThresholdDays: 7 }),
      ),
      rule(
        "a survey that goes out when another one has kept the first back",
        survey([], { survey: 1, spamThresholdDays: 30 }),
        survey([account("wsp")], { survey: 2, spamThresholdDays: 7 }),
      ),
      rule(
        "a survey a month later",
        survey([], { survey: 1 }),
        survey([account("wsp")], { survey: 2, delayMinutes: 43_200, spamThresholdDays: 30 }),
      ),
      rule("of another integration", hook([], { stop: true }), bot([unassigned])),
      rule("on another trigger", close([], { stop: true }), hook([account("wsp")])),
      rule(
        "the one that stops is switched off",
        hook([], { stop: true, active: false }),
        hook([account("wsp")]),
      ),
      rule(
        "the one that stops is narrower",
        hook([account("wsp"), unassigned], { stop: true }),
        hook([account("wsp")]),
      ),
      rule(
        "the particular bot goes first",
        bot([unassigned, account("wsp")]),
        bot([unassigned], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "the earlier bot is switched off",
        bot([unassigned], { actions: [{ type: "activateBot", bot: "off" }] }),
        bot([unassigned, account("wsp")]),
      ),
      rule(
        "the later one ends a bot that runs",
        bot([unassigned]),
        bot([unassigned, words("humano")], terminate),
      ),
      rule("an or rule fires on edges of its own", close([], { stop: true }), close([motivo("soporte")], or)),
      rule("nothing stops", hook([]), hook([account("wsp")])),
    ],
  },
  conflictingEffects: {
    found: [
      rule(
        "two bots on the same tickets",
        bot([unassigned]),
        bot([unassigned], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "start and end a bot on the same tickets",
        bot([unassigned, account("wsp")]),
        bot([account("wsp"), unassigned], terminate),
      ),
      rule(
        "two bots in one rule",
        bot([unassigned], {
          actions: [
            { type: "activateBot", bot: "lead" },
            { type: "activateBot", bot: "noche" },
          ],
        }),
      ),
      rule(
        "end a bot and start another in one rule",
        bot([unassigned], { actions: [{ type: "terminateBot" }, { type: "activateBot", bot: "noche" }] }),
      ),
      rule("two surveys on every close", survey([], { survey: 1 }), survey([], { survey: 2 })),
      rule(
        "a survey for all and one for some",
        survey([]),
        survey([account("wsp")], { survey: 2, delayMinutes: 60 }),
      ),
      rule(
        "a threshold that does not look ahead",
        survey([], { delayMinutes: 60 }),
        survey([account("wsp")], { survey: 2, spamThresholdDays: 30 }),
      ),
    ],
    near: [
      rule(
        "the particular bot goes first",
        bot([unassigned, account("wsp")]),
        bot([unassigned], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "bots of other accounts",
        bot([unassigned, account("wsp")]),
        bot([unassigned, account("ig")], { actions: [{ type: "activateBot", bot: "noche" }] }),
      ),
      rule(
        "one bot, and another that is off",
        bot([unassigned], { actions: [{ type: "activateBot", bot: "gone" }] }),
        bot([unassigned]),
      ),
      rule(
        "surveys with a threshold",
        survey([]),
        survey([account("wsp")], { survey: 2, spamThresholdDays: 7 }),
      ),
      rule(
        "a second survey, of which a recheck keeps the first back",
        survey([], { delayMinutes: 60, spamThresholdDays: 7 }),
        survey([account("wsp")], { survey: 2 }),
      ),
      rule(
        "surveys that a third one stops both",
        survey([], { spamThresholdDays: 7 }, { stop: true }),
        survey([account("wsp")], { survey: 2 }),
        survey([motivo("ventas"), account("wsp")], { survey: 3 }),
      ),
      rule(
        "surveys with one between them that stops the second",
        survey([account("wsp")]),
        survey([account("wsp", "ig")], { survey: 2, spamThresholdDays: 1 }, { stop: true }),
        survey([], { survey: 3, delayMinutes: 30 }),
      ),
      rule("a second survey a month later", survey([]), survey([], { survey: 2, delayMinutes: 43_200 })),
      rule("surveys of other accounts", survey([account("wsp")]), survey([account("ig")], { survey: 2 })),
      rule("two notifications are one", close([]), close([account("wsp")])),
      rule(
        "one of the bots' rules is switched off",
        bot([unassigned]),
        bot([unassigned], { ...terminate, active: false }),
      ),
      rule(
        "a survey and the button for another",
        survey([]),
        survey([], {}, { actions: [{ type: "enableManualSurvey" }] }),
      ),
    ],
  },
  unknownReference: {
    found: [
      rule("an account", hook([account("gone")])),
      rule("one account of several", hook([account("wsp", "__proto__")])),
      rule("a field", close([field("constructor", "x")])),
      rule("an option", close([motivo("soporte", "gone")])),
      rule("a calendar", hook([{ ...open, calendar: "gone" }])),
      rule("a bot", bot([unassigned], { actions: [{ type: "activateBot", bot: "toString" }] })),
      having("the calendar of an account", { accounts: [{ id: "wsp", name: "Whatsapp", calendar: "gone" }] }),
    ],
    near: [
      rule("an account that is there", hook([account("wsp")])),
      rule("an option in another spelling", close([motivo("SOPORTE")])),
      rule("any text in a text field", close([field("texto", "gone")])),
      rule("no calendar named", hook([account("wsp"), open])),
      rule(
        "a bot that is switched off is there",
        bot([unassigned], { actions: [{ type: "activateBot", bot: "off" }] }),
      ),
      having(
        "an id that is a name of Object's",
        { accounts: [{ id: "__proto__", name: "P" }] },
        hook([account("__proto__")]),
      ),
    ],
  },
  impossibleValue: {
    found: [
      rule("text for a yes or no", close([field("urgente", "true")])),
      rule("text for a number", close([field("veces", "3")])),
      rule("a number for text", close([field("texto", 3)])),
      rule("a yes for options", close([motivo(true, "soporte")])),
      rule("no date", close([field("fecha", "31/12/2026")])),
      rule("nothing", close([field("texto", " ")])),
      rule("nothing among options", close([field("tags", ["vip", ""])])),
    ],
    near: [
      rule("a yes", close([field("urgente", true)])),
      rule("zero", close([field("veces", 0)])),
      rule("digits in text", close([field("texto", "3")])),
      rule("a date", close([field("fecha", "2026-12-31")])),
      rule("an option that is not there is told as such", close([motivo("gone")])),
      rule("a field that is not there is told as such", close([field("gone", 3)])),
    ],
  },
  botWithoutGuard: {
    found: [
      rule("an account only", bot([account("wsp")])),
      rule("words only", bot([words("hola")])),
      rule("no condition", bot([])),
      rule("one branch is without", bot([any(unassigned, account("wsp"))])),
      rule("none of the unassigned", bot([unassigned], not)),
      rule("an or rule fires on every message", bot([unassigned, motivo("ventas")], or)),
      rule("in business hours", bot([open])),
      rule("by day", bot([between("09:00", "18:00")])),
      rule("not by night", bot([none(between("20:00", "08:00"))])),
      rule("until late", bot([between("12:00", "24:00")])),
      rule("on any day but Sunday", bot([none(weekday("sun"))])),
    ],
    near: [
      rule("unassigned", bot([unassigned])),
      rule("unattended", bot([unattended, words("hola")])),
      rule("each branch has one", bot([any(all(unassigned, open), unattended)])),
      rule("not not unassigned", bot([none(unassigned)], not)),
      rule("nobody is at work", bot([closed])),
      rule("nobody is at work by night", bot([account("wsp"), between("22:00", "07:00")])),
      rule("nobody is at work at the weekend", bot([weekday("sat", "sun")])),
      rule("on no workday", bot([none(weekday(...WEEK))])),
      rule("not while the office is open", bot([none(between("09:00", "18:00"))])),
      rule("in the evening", bot([account("wsp"), between("18:00", "24:00")])),
      rule("before or after work", bot([any(between("19:00", "24:00"), between("00:00", "08:30"))])),
      rule("ending a bot needs none", bot([account("wsp")], terminate)),
      rule("none within business hours", bot([open], not)),
    ],
  },
  possibleLoop: {
    found: [
      rule("one rule starts the bot on a message, another ends it", bot([]), bot([], terminate)),
      rule(
        "both or rules fire on every message",
        bot([motivo("soporte")], or),
        bot([motivo("ventas")], { ...or, ...terminate }),
      ),
      rule(
        "one rule does both, by turns",
        bot([account("wsp")], { actions: [{ type: "activateBot", bot: "lead" }, { type: "terminateBot" }] }),
      ),
      rule("a survey without a threshold, which the customer answers", bot([account("wsp")]), survey([])),
      rule(
        "the ending rule goes by what the ticket is about",
        bot([account("wsp")]),
        bot([motivo("soporte")], terminate),
      ),
      rule(
        "words keep it out of one answer only",
        bot([none(words("chao"))], {}),
        bot([account("ig")], terminate),
      ),
    ],
    near: [
      rule("a bot alone: it runs already when the customer answers", bot([])),
      rule("the bot waits for tickets that nobody has", bot([unassigned]), bot([account("wsp")], terminate)),
      rule(
        "only who asks for a person ends the bot",
        bot([account("wsp")]),
        bot([words("humano")], terminate),
      ),
      rule(
        "the ending rule takes tickets that nobody has, and the bot has this one",
        bot([account("wsp")]),
        bot([unassigned], terminate),
      ),
      rule("of other accounts", bot([account("wsp")]), bot([account("ig")], terminate)),
      rule("at other hours", bot([open]), bot([closed], terminate)),
      rule("on other days", bot([weekday("mon")]), bot([weekday("tue")], terminate)),
      rule("a survey with a threshold", bot([account("wsp")]), survey([], { spamThresholdDays: 1 })),
      rule(
        "a manual survey is sent by a person",
        bot([]),
        survey([], {}, { actions: [{ type: "enableManualSurvey" }] }),
      ),
      rule(
        "the bot is switched off",
        bot([], { actions: [{ type: "activateBot", bot: "off" }] }),
        bot([], terminate),
      ),
      rule("one of the rules is switched off", bot([]), bot([], { ...terminate, active: false })),
      rule("an earlier rule stops the one that ends the bot", bot([], { stop: true }), bot([], terminate)),
      rule("notifications are read only", hook([]), close([])),
    ],
  },
  triggerOnlyOr: {
    found: [
      rule("an account", survey([account("wsp")], {}, or)),
      rule("assignment and hours", hook([unassigned, open], or)),
      rule("words on the reception of a message", hook([words("hola")], or)),
      rule(
        "a pattern in a group on the reception of a message",
        hook([all(matches("a.b"), account("wsp"))], or),
      ),
      rule("time on a close", close([weekday("mon"), any(between("09:00", "10:00"))], or)),
      rule("a motive that cannot be", close([all(motivo("soporte"), motivo("ventas"))], or)),
    ],
    near: [
      rule("the page's: a motive on a close", survey([motivo("soporte")], {}, or)),
      rule("words on a close", close([words("hola")], or)),
      rule("a motive on the reception of a message", hook([motivo("soporte")], or)),
      rule("no alternatives", close([], or)),
      rule("an or in a group", hook([any(unassigned, open)])),
      rule("a motive in a group", close([all(motivo("soporte"), account("wsp"))], or)),
    ],
  },
  gateExpectedFromOr: {
    found: [
      rule("an account beside a motive", survey([motivo("soporte"), account("wsp")], {}, or)),
      rule("hours beside a motive", close([open, motivo("soporte")], or)),
      rule(
        "words beside a motive on the reception of a message",
        hook([words("hola"), motivo("soporte")], or),
      ),
      rule("a group of states", close([motivo("soporte"), all(unassigned, unattended)], or)),
      rule("assignment beside words on a close", close([words("hola"), unassigned], or)),
    ],
    near: [
      rule("two motives", close([motivo("soporte"), motivo("ventas")], or)),
      rule("the account in a group with the motive", close([all(motivo("soporte"), account("wsp"))], or)),
      rule("a motive or words, on a close", close([words("hola"), motivo("soporte")], or)),
      rule("nothing adds: told as such", close([account("wsp"), unassigned], or)),
      rule("the gate, written as meant", close([any(motivo("soporte"), account("wsp"))])),
      rule("not is no or", close([motivo("soporte"), account("wsp")], not)),
    ],
  },
  orOfNegations: {
    found: [
      rule("words", hook([any(none(words("spam")), none(words("promo")))])),
      rule("accounts", hook([any(none(account("wsp")), none(account("ig")))])),
      rule("motives", close([any(none(motivo("soporte")), none(motivo("ventas")))])),
      rule("weekdays", hook([any(none(weekday("sat")), none(weekday("sun")))])),
      rule(
        "hours",
        hook([any(none(between("00:00", "09:00")), none(between("18:00", "24:00")), unassigned)]),
      ),
      rule("deeper", hook([all(unassigned, any(none(account("wsp")), none(account("ig"))))])),
    ],
    near: [
      rule("none of several", hook([none(words("spam"), words("promo"))])),
      rule("of two facts", hook([any(none(account("wsp")), none(unassigned))])),
      rule("values held at once", close([any(none(field("tags", "vip")), none(field("tags", "b2b")))])),
      rule("accounts in common", hook([any(none(account("wsp", "ig")), none(account("ig", "tel")))])),
      rule("what is missing of two patterns", hook([any(none(matches("\\d{8}")), none(matches("#\\d+")))])),
      rule("one negation", hook([any(none(words("spam")), account("wsp"))])),
      rule("both together are excluded", hook([none(all(words("cancelar"), words("pedido")))])),
    ],
  },
  endsAt2359: {
    found: [
      rule("a range", hook([between("18:00", "23:59")])),
      rule("a whole day, nearly", hook([account("wsp"), between("00:00", "23:59")])),
      rule("in none", hook([between("20:00", "23:59")], not)),
      having("a weekday of a calendar", { calendars: [office({ mon: [["09:00", "23:59"]] })] }),
      having("an exception of a calendar", {
        calendars: [office(undefined, { exceptions: { "12-31": [["09:00", "23:59"]] } })],
      }),
      having("the second interval", {
        calendars: [
          office({
            tue: [
              ["09:00", "12:00"],
              ["20:00", "23:59"],
            ],
          }),
        ],
      }),
    ],
    near: [
      rule("24:00", hook([between("18:00", "24:00")])),
      rule("00:00", hook([between("18:00", "00:00")])),
      rule("23:30", hook([between("18:00", "23:30")])),
      rule("a start", hook([between("23:59", "06:00")])),
      having("the last minute has its own interval", {
        calendars: [
          office({
            mon: [
              ["09:00", "23:59"],
              ["23:59", "02:00"],
            ],
          }),
        ],
      }),
      having("24:00 in a calendar", { calendars: [office({ mon: [["00:00", "24:00"]] })] }),
    ],
  },
  emptyCalendar: {
    found: [
      having("no day", { calendars: [office({})] }),
      having("a day without intervals", { calendars: [office({ mon: [] })] }),
      having("every day without intervals", {
        calendars: [office(Object.fromEntries(EVERY_DAY.map((day) => [day, []])))],
      }),
      having("holidays only", { calendars: [office({}, { exceptions: { "12-25": [], "2026-09-18": [] } })] }),
      having("the second of two", { calendars: [office(), { ...office({}), id: "other" }] }),
    ],
    near: [
      having("one interval", { calendars: [office({ sun: [["10:00", "11:00"]] })] }),
      having("special openings only", {
        calendars: [office({}, { exceptions: { "2026-09-17": [["09:00", "12:00"]] } })],
      }),
      having("a night", { calendars: [office({ fri: [["22:00", "06:00"]] })] }),
      having("no calendars", { calendars: [], accounts: [{ id: "wsp", name: "Whatsapp" }] }),
      having("holidays beside a week", { calendars: [office(undefined, { exceptions: { "12-25": [] } })] }),
    ],
  },
  pastDateRange: {
    found: [
      rule("last year", hook([dates("2025-09-18", "2025-09-19")])),
      rule("until yesterday", hook([dates(undefined, "2026-05-31")])),
      rule("one of two", hook([any(dates("2025-09-18", "2025-09-19"), dates("2026-09-18", "2026-09-19"))])),
      rule("in none", hook([dates("2025-01-01", "2025-12-31")], not)),
      rule("deep", hook([all(unassigned, any(account("wsp"), dates("2026-01-01", "2026-01-02")))])),
    ],
    near: [
      rule("until today", hook([dates("2026-05-01", "2026-06-01")])),
      rule("from then on", hook([dates("2025-01-01")])),
      rule("next year", hook([dates("2027-01-01", "2027-01-02")])),
      rule("a rule that is switched off", hook([dates("2025-09-18", "2025-09-19")], { active: false })),
      having(
        "until yesterday here, today in another calendar's zone",
        {
          timeZone: "Pacific/Kiritimati",
          calendars: [office(), { ...office(), id: "b", timeZone: "Pacific/Pago_Pago" }],
        },
        hook([dates(undefined, "2026-06-01")]),
      ),
    ],
  },
  overnightWithWeekday: {
    found: [
      rule("Friday night", hook([weekday("fri"), between("22:00", "06:00")])),
      rule("nights of the week", hook([between("20:00", "08:00"), weekday(...WEEK)])),
      rule("nights but not at the weekend", hook([between("20:00", "08:00"), none(weekday("sat", "sun"))])),
      rule("in a group", hook([any(all(weekday("sat"), between("23:00", "02:00")), unassigned)])),
      rule("above a group", hook([weekday("sat"), any(between("23:00", "02:00"), unassigned)])),
    ],
    near: [
      rule("until midnight", hook([weekday("fri"), between("22:00", "00:00")])),
      rule("a day", hook([weekday("fri"), between("08:00", "22:00")])),
      rule("at the weekend or by night", hook([any(weekday("sat", "sun"), between("22:00", "06:00"))])),
      rule(
        "neither at the weekend nor by night",
        hook([weekday("sat", "sun"), between("18:00", "09:00")], not),
      ),
      rule("every night", hook([between("22:00", "06:00")])),
      rule("outside office hours of the week", hook([weekday(...WEEK), none(between("09:00", "18:00"))])),
    ],
  },
  patternIsPlainWord: {
    found: [
      rule("a word", hook([matches("reclamo")])),
      rule("a word with edges", hook([matches("\\bbaja\\b")])),
      rule("alternatives", hook([matches("baja|cancelar|anular")])),
      rule("alternatives in a group with edges", hook([matches("\\b(?:baja|dar de baja)\\b")])),
      rule("with anything around", hook([matches(".*factura.*", "i")])),
      rule("an accent", hook([matches("cancelación")])),
    ],
    near: [
      rule("a class", hook([matches("cancelaci[oó]n")])),
      rule("the whole message", hook([matches("^hola$")])),
      rule("digits", hook([matches("\\d{8}")])),
      rule("the case counts", hook([matches("RUT", "")])),
      rule("an optional letter", hook([matches("reclamos?")])),
      rule("a dot", hook([matches("a.b")])),
    ],
  },
  patternInSlashes: {
    found: [
      rule("with a flag", hook([matches("/hola+/i")])),
      rule("without", hook([matches("/ho.a/")])),
      rule("two flags", hook([matches("/^\\d+$/gm")])),
      rule("of a class", hook([matches("/[ab]/")])),
      rule("with a slash in it", hook([matches("/a\\/b/u")])),
    ],
    near: [
      rule("none", hook([matches("hola+")])),
      rule("a path", hook([matches("/[a-z]+/\\d+")])),
      rule("a command", hook([matches("^/menu$")])),
      rule("a date", hook([matches("\\d/\\d")])),
      rule("an escaped slash at the end", hook([matches("/.*\\/")])),
    ],
  },
  accentInPattern: {
    found: [
      rule("at the end", hook([matches("\\bllegó\\b")])),
      rule("at the start", hook([matches("\\bñandú y")])),
      rule("in a group", hook([matches("\\b(?:hola|está)\\b \\d")])),
      rule("in a class", hook([matches("lleg[oó]\\b")])),
      rule("optional", hook([matches("bajaré?\\b")])),
      rule("decomposed", hook([matches("sali\\w+o\u0301\\b")])),
    ],
    near: [
      rule("in the middle", hook([matches("\\bcancelación\\b \\d")])),
      rule("no edge", hook([matches("llegó \\d")])),
      rule("look-arounds", hook([matches("(?<!\\p{L})llegó(?!\\p{L})", "u")])),
      rule("a space between", hook([matches("llegó \\b\\d")])),
      rule("a class of what is not there", hook([matches("[^áé]\\b")])),
      rule("letters of any kind", hook([matches("\\b[a-zñáéíóú]+@")])),
    ],
  },
  unreachableWord: {
    found: [
      rule("a phrase with the word", hook([words("dar de baja", "baja")])),
      rule("twice, but for an accent", hook([words("cancelación", "Cancelacion")])),
      rule("anywhere, a longer one", hook([parts("reclam", "reclamo")])),
      rule("all of them, the shorter one", hook([allWords("dar de baja", "baja")])),
      rule("nothing", hook([words("hola", "\u200b")])),
      rule("a sign", hook([words("👍", "ok 👍")])),
    ],
    near: [
      rule("plurals", hook([words("reclamo", "reclamos")])),
      rule("part of a word", hook([words("trabaja", "baja")])),
      rule("ñ", hook([words("ano", "año")])),
      rule("two phrases", hook([words("dar de baja", "quiero baja")])),
      rule("all of two", hook([allWords("rut", "factura")])),
      rule("one", hook([words("baja")])),
    ],
  },
  calendarMissing: {
    found: [
      rule("an account without", hook([account("tel"), open])),
      rule("one of two", hook([account("tel", "wsp"), closed])),
      rule("one of two alternatives", hook([any(account("tel"), account("wsp")), closed])),
      rule("in none", hook([account("tel"), none(open)])),
      rule("in a group", hook([any(all(account("tel"), open), unassigned)])),
      having("no account has one", { accounts: [{ id: "a", name: "A" }] }, hook([open])),
      having("no account", { accounts: [] }, hook([closed])),
    ],
    near: [
      rule("an account with one", hook([account("wsp", "ig"), open])),
      rule("a named calendar", hook([account("tel"), { ...open, calendar: "cal" }])),
      rule("all accounts, of which some have one", hook([open])),
      rule("the account of another branch", hook([any(account("tel"), all(account("wsp"), open))])),
      rule("one of several accounts, all with one", hook([any(account("wsp"), account("ig")), open])),
      rule("but not that account", hook([none(account("tel")), open])),
      having(
        "an account whose calendar is gone is told as such",
        { accounts: [{ id: "a", name: "A", calendar: "gone" }] },
        hook([open]),
      ),
    ],
  },
  slowElsewhere: {
    found: [
      rule("a star of a star", hook([matches("(a+)+b")])),
      rule("of a group", hook([matches("(?:\\d+\\s*)*$")])),
      rule("counted", hook([matches("(x{1,30}){1,30}y")])),
      rule("in words", hook([matches("^(\\w+\\s?)*$")])),
      rule("of alternatives", hook([matches("(a|b*)*c")])),
    ],
    near: [
      rule("one star", hook([matches("a+b")])),
      rule("a RUT", hook([matches("\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dk]")])),
      rule("alternatives", hook([matches("^(hola|chao)$")])),
      rule("a word", hook([matches("a.b")])),
      rule("words are no patterns", hook([words("(a+)+b")])),
    ],
  },
};
