/** A workspace, short ways to write rules of it, and questions that a person can answer. */
import type { Condition, Rule, Workspace } from "ticket-rules";
import type { ConditionVerdict, Relation } from "ticket-rules/analysis";

type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export const account = (...is: string[]): Condition => ({ type: "account", is });
export const field = (id: string, ...is: (string | number | boolean)[]): Condition => ({
  ...{ type: "classification", field: id },
  is,
});
export const words = (...list: string[]): Condition => ({ type: "messageContains", words: list });
export const allOf = (...list: string[]): Condition => ({
  ...{ type: "messageContains", words: list },
  match: "all",
});
export const part = (...list: string[]): Condition => ({
  ...{ type: "messageContains", words: list },
  mode: "substring",
});
export const like = (pattern: string, flags?: string): Condition => ({
  ...{ type: "messageMatches", pattern },
  ...(flags === undefined ? {} : { flags }),
});
export const open = (calendar?: string): Condition => ({
  type: "withinBusinessHours",
  ...(calendar && { calendar }),
});
export const shut = (calendar?: string): Condition => ({
  type: "outsideBusinessHours",
  ...(calendar && { calendar }),
});
export const on = (...is: Weekday[]): Condition => ({ type: "weekday", is });
export const clock = (from: string, to: string): Condition => ({ type: "timeRange", from, to });
export const dates = (from: string | undefined, to: string | undefined): Condition => ({
  ...{ type: "dateRange" },
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
export const free: Condition = { type: "unassigned" };
export const fresh: Condition = { type: "unattended" };
export const both = (...conditions: Condition[]): Condition => ({
  type: "group",
  operator: "and",
  conditions,
});
export const any = (...conditions: Condition[]): Condition => ({ type: "group", operator: "or", conditions });
export const none = (...conditions: Condition[]): Condition => ({
  type: "group",
  operator: "not",
  conditions,
});

export function rule(id: string, conditions: Condition[], rest: Partial<Rule> = {}): Rule {
  const plain = { id, name: id, active: true, integration: "webhook", trigger: "message.received" } as const;
  return { ...plain, operator: "and", conditions, actions: [{ type: "notify" }], ...rest } as Rule;
}

export const bot = (
  id: string,
  name: string | undefined,
  conditions: Condition[],
  rest: Partial<Rule> = {},
): Rule =>
  rule(id, conditions, {
    integration: "botcenter",
    actions: [name === undefined ? { type: "terminateBot" } : { type: "activateBot", bot: name }],
    ...rest,
  } as Partial<Rule>);

export const survey = (id: string, number: number, conditions: Condition[]): Rule =>
  rule(id, conditions, {
    ...{ integration: "timepoints", trigger: "ticket.closed" },
    actions: [{ type: "sendSurvey", survey: number }],
  } as Partial<Rule>);

/** Santiago from nine to six, Madrid from eight to three, a night shift on Fridays in Santiago, and New York. */
export function office(rules: Rule[] = []): Workspace {
  const weekdays = (...hours: [string, string][]) => ({
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
  });
  return {
    ...{ schemaVersion: 1, timeZone: "America/Santiago", rules },
    calendars: [
      {
        ...{
          id: "office",
          name: "Office",
          timeZone: "America/Santiago",
          weekly: weekdays(["09:00", "18:00"]),
        },
        exceptions: { "2026-09-18": [], "12-25": [], "2026-12-26": [["10:00", "13:00"]] },
      },
      { id: "madrid", name: "Madrid", timeZone: "Europe/Madrid", weekly: weekdays(["08:00", "15:00"]) },
      {
        ...{ id: "night", name: "Night", timeZone: "America/Santiago" },
        weekly: { fri: [["22:00", "06:00"]] },
        exceptions: { "2026-09-18": [] },
      },
      { id: "york", name: "York", timeZone: "America/New_York", weekly: weekdays(["09:00", "17:00"]) },
      { id: "late", name: "Late", timeZone: "America/Santiago", weekly: { sun: [["12:00", "24:00"]] } },
    ],
    accounts: [
      { id: "wsp", name: "Whatsapp", calendar: "office" },
      { id: "mad", name: "Madrid", calendar: "madrid" },
      { id: "noc", name: "Night", calendar: "night" },
      { id: "ny", name: "York", calendar: "york" },
      { id: "free", name: "Free" },
    ],
    fields: [
      {
        ...{ id: "motivo", name: "Motivo", type: "select" },
        options: [
          { id: "Soporte", name: "Soporte" },
          { id: "venta", name: "Venta" },
          { id: "otro", name: "Otro" },
        ],
      },
      {
        ...{ id: "tags", name: "Tags", type: "multi" },
        options: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
        ],
      },
      { id: "vip", name: "Vip", type: "boolean" },
      { id: "nps", name: "Nps", type: "number" },
      { id: "nota", name: "Nota", type: "text" },
      { id: "alta", name: "Alta", type: "date" },
    ],
    integrations: {
      webhook: { enabled: true, active: true, url: "https://example.com/hook" },
      timepoints: { enabled: true, active: true, apiToken: "token" },
      botcenter: {
        ...{ enabled: true, active: true, apiToken: "token" },
        bots: [
          { id: "one", name: "One", active: true },
          { id: "two", name: "Two", active: true },
          { id: "off", name: "Off", active: false },
        ],
      },
    },
  };
}

type Firing = readonly [what: string, verdict: "never" | "always" | "sometimes", ...conditions: Condition[]];

/** Whether a rule of these conditions ever fires. */
export const FIRING: readonly Firing[] = [
  ["open on a Sunday", "never", account("wsp"), open(), on("sun")],
  [
    "open on a Sunday, whichever the account, but at night",
    "never",
    account("wsp", "mad", "ny"),
    open(),
    on("sun"),
  ],
  [
    "open on Saturday after a holiday, which has hours",
    "sometimes",
    account("wsp"),
    open(),
    dates("2026-12-26", "2026-12-26"),
  ],
  [
    "open that Saturday in the afternoon",
    "never",
    account("wsp"),
    open(),
    dates("2026-12-26", "2026-12-26"),
    clock("13:00", "24:00"),
  ],
  ["open after six", "never", account("wsp"), open(), clock("18:00", "24:00")],
  ["open in the last minute", "sometimes", account("wsp"), open(), clock("17:59", "18:00")],
  ["open on the national holiday", "never", account("wsp"), open(), dates("2026-09-18", "2026-09-18")],
  [
    "open on any Christmas",
    "never",
    account("wsp"),
    open(),
    any(...[2026, 2027, 2028, 2029].map((year) => dates(`${year}-12-25`, `${year}-12-25`))),
  ],
  ["closed on a weekday at ten", "sometimes", account("wsp"), shut(), on("mon"), clock("10:00", "11:00")],
  [
    "closed on a weekday at ten in March",
    "never",
    account("wsp"),
    shut(),
    on("mon"),
    clock("10:00", "11:00"),
    dates("2026-03-01", "2026-03-31"),
  ],
  ["the night shift on Saturday morning", "sometimes", account("noc"), open(), on("sat")],
  [
    "the night shift on Saturday at noon",
    "never",
    account("noc"),
    open(),
    on("sat"),
    clock("06:00", "24:00"),
  ],
  ["the night shift on Friday morning", "never", account("noc"), open(), on("fri"), clock("00:00", "22:00")],
  ["the night shift on a Sunday", "never", account("noc"), open(), on("sun")],
  ["the night shift after the holiday", "never", account("noc"), open(), dates("2026-09-19", "2026-09-19")],
  [
    "until midnight on Sunday, in the last minute",
    "sometimes",
    open("late"),
    on("sun"),
    clock("23:59", "24:00"),
    account("wsp"),
  ],
  ["until midnight on Sunday, on Monday", "never", open("late"), on("mon"), account("wsp")],
  ["16 March 2026 is a Monday", "sometimes", dates("2026-03-16", "2026-03-16"), on("mon")],
  ["16 March 2026 is no Tuesday", "never", dates("2026-03-16", "2026-03-16"), on("tue")],
  ["from Monday to Friday there is no weekend", "never", dates("2026-03-16", "2026-03-20"), on("sat", "sun")],
  ["in a week there is one", "sometimes", dates("2026-03-16", "2026-03-22"), on("sat", "sun")],
  ["January and February", "never", dates(undefined, "2026-01-31"), dates("2026-02-01", undefined)],
  [
    "both to the day",
    "sometimes",
    dates(undefined, "2026-01-31"),
    dates("2026-01-31", undefined),
    clock("12:00", "13:00"),
  ],
  [
    "a range of dates that is reversed by halves",
    "never",
    none(dates(undefined, "2026-06-30")),
    dates(undefined, "2026-06-30"),
  ],
  [
    "before a date, or from it on",
    "always",
    any(dates(undefined, "2026-06-30"), dates("2026-07-01", undefined)),
  ],
  ["with a day between", "sometimes", any(dates(undefined, "2026-06-30"), dates("2026-07-02", undefined))],
  [
    "29 February in a common year",
    "never",
    dates("2026-02-28", "2026-03-01"),
    none(dates("2026-02-28", "2026-02-28")),
    none(dates("2026-03-01", "2026-03-01")),
  ],
  [
    "29 February in a leap year",
    "sometimes",
    dates("2028-02-28", "2028-03-01"),
    none(dates("2028-02-28", "2028-02-28")),
    none(dates("2028-03-01", "2028-03-01")),
  ],
  ["morning and afternoon", "never", clock("09:00", "12:00"), clock("12:00", "18:00")],
  ["that overlap by a minute", "sometimes", clock("09:00", "12:01"), clock("12:00", "18:00")],
  ["the night and its contrary", "never", clock("22:00", "06:00"), clock("06:00", "22:00")],
  ["the night or its contrary", "always", any(clock("22:00", "06:00"), clock("06:00", "22:00"))],
  ["neither the night nor the day", "never", none(clock("22:00", "06:00"), clock("06:00", "22:00"))],
  ["the night and breakfast", "sometimes", clock("22:00", "06:00"), clock("05:59", "08:00")],
  ["weekend or weekday", "always", any(on("sat", "sun"), on("mon", "tue", "wed", "thu", "fri"))],
  ["no day at all", "never", none(on("mon", "tue", "wed"), on("thu", "fri"), on("sat", "sun"))],
  ["weekend and weekday", "never", on("sat", "sun"), on("mon", "tue", "wed", "thu", "fri")],
  [
    "an hour that Madrid skips",
    "never",
    account("mad"),
    dates("2026-03-29", "2026-03-29"),
    clock("02:00", "03:00"),
  ],
  [
    "an hour that Madrid has twice",
    "sometimes",
    account("mad"),
    dates("2026-10-25", "2026-10-25"),
    clock("02:00", "03:00"),
  ],
  [
    "an hour that Santiago skips",
    "never",
    account("wsp"),
    dates("2026-09-06", "2026-09-06"),
    clock("00:00", "01:00"),
  ],
  [
    "that hour with what is after it",
    "sometimes",
    account("wsp"),
    dates("2026-09-06", "2026-09-06"),
    clock("00:00", "01:01"),
  ],
  [
    "an hour that Santiago has twice",
    "sometimes",
    account("wsp"),
    dates("2026-04-04", "2026-04-04"),
    clock("23:00", "24:00"),
  ],
  [
    "an hour that New York skips",
    "never",
    account("ny"),
    dates("2026-03-08", "2026-03-08"),
    clock("02:00", "03:00"),
  ],
  [
    "an hour that New York skips, elsewhere",
    "sometimes",
    dates("2026-03-08", "2026-03-08"),
    clock("02:00", "03:00"),
  ],
  ["Madrid and Santiago at once", "sometimes", account("mad"), open(), open("office")],
  [
    "Madrid and Santiago at once in July, six hours apart",
    "never",
    account("mad"),
    open(),
    open("office"),
    dates("2026-07-01", "2026-07-31"),
  ],
  [
    "Madrid and Santiago at once before one",
    "never",
    account("mad"),
    open(),
    open("office"),
    clock("08:00", "13:00"),
  ],
  [
    "Madrid and New York at once at two",
    "sometimes",
    account("mad"),
    open(),
    open("york"),
    clock("14:00", "14:30"),
  ],
  [
    "Madrid and New York at once at two in summer",
    "never",
    account("mad"),
    open(),
    open("york"),
    clock("14:00", "14:30"),
    dates("2026-04-01", "2026-09-30"),
  ],
  ["named: open and closed", "never", open("office"), shut("office")],
  ["named: open or closed", "always", any(open("office"), shut("office"))],
  ["the account's: open or closed, where one has no calendar", "sometimes", any(open(), shut())],
  ["open where there is no calendar", "never", account("free"), open()],
  ["not open where there is no calendar: that is not known", "never", account("free"), none(open())],
  ["two accounts", "never", account("wsp"), account("mad")],
  ["none of the accounts", "sometimes", none(account("wsp", "mad", "noc", "ny", "free"))],
  ["an account that is gone", "never", account("gone")],
  ["not an account that is gone", "always", none(account("gone"))],
  ["an account among others, and not these", "sometimes", account("wsp", "mad"), none(account("mad", "ny"))],
  [
    "an account among others, and none of them",
    "never",
    account("wsp", "mad"),
    none(account("mad"), account("wsp")),
  ],
  ["two values of one field", "never", field("motivo", "soporte"), field("motivo", "venta")],
  ["one value in two spellings", "sometimes", field("motivo", "SOPORTE"), field("motivo", "Soporte")],
  ["every value, and there may be none", "sometimes", field("motivo", "soporte", "venta", "otro")],
  ["no value", "sometimes", none(field("motivo", "soporte", "venta", "otro"))],
  ["an option that is gone", "never", field("motivo", "gone")],
  ["two values of a list", "sometimes", field("tags", "a"), field("tags", "b")],
  [
    "one of two, and neither",
    "never",
    field("tags", "a", "b"),
    none(field("tags", "a")),
    none(field("tags", "b")),
  ],
  ["yes and no", "never", field("vip", true), field("vip", false)],
  ["neither yes nor no", "sometimes", none(field("vip", true), field("vip", false))],
  ["yes or no, and it may be empty", "sometimes", any(field("vip", true), field("vip", false))],
  ["a number as text", "never", field("nps", "9")],
  ["two numbers", "never", field("nps", 9, 10), field("nps", 7, 8)],
  ["a text and the same without accents", "never", field("nota", "Sí"), none(field("nota", "si"))],
  ["a field that is gone", "never", field("gone", "x")],
  ["assigned and not", "never", free, none(free)],
  ["assigned or not", "always", any(free, none(free))],
  ["exactly one of two", "sometimes", any(free, fresh), none(both(free, fresh))],
  ["one implies the other, which is denied", "never", any(none(free), fresh), free, none(fresh)],
  [
    "a contradiction deep down",
    "never",
    any(both(free, none(any(free, fresh))), both(account("wsp"), none(account("wsp", "mad")))),
  ],
  ["a word, and not", "never", words("baja"), none(words("baja"))],
  ["a phrase without its word", "never", words("dar de baja"), none(words("baja"))],
  ["a word without the phrase", "sometimes", words("baja"), none(words("dar de baja"))],
  ["a longer word without the shorter", "sometimes", words("bajar"), none(words("baja"))],
  ["a part of a word, not alone", "sometimes", part("baja"), none(words("baja"))],
  ["a word without a part of it", "never", words("baja"), none(part("aja"))],
  ["a word without its accents", "never", words("cancelación"), none(words("CANCELACION"))],
  ["with ñ and without", "sometimes", words("año"), none(words("ano"))],
  ["a Greek word with either sigma", "never", words("ΟΔΟΣ"), none(words("οδος"))],
  ["ß is not ss", "sometimes", words("straße"), none(words("strasse"))],
  ["İ is i", "never", words("İzmir"), none(words("izmir"))],
  ["a ligature", "never", words("ﬁn"), none(words("fin"))],
  ["a thumb of some colour is a thumb", "never", words("👍🏽"), none(words("👍"))],
  ["a thumb of no colour", "sometimes", words("👍"), none(words("👍🏽"))],
  ["a family is not its mother", "sometimes", words("👩"), none(words("👩‍👧"))],
  ["all of two words without one", "never", allOf("hola", "chao"), none(words("chao"))],
  ["any of two words without one", "sometimes", words("hola", "chao"), none(words("chao"))],
  ["any of two words without either", "never", words("hola", "chao"), none(words("chao", "hola"))],
  ["two words that cannot stand in one", "sometimes", words("hola"), words("chao")],
  ["digits only, with a word", "never", like("^\\d+$"), words("hola")],
  ["digits only, with a number", "sometimes", like("^\\d+$"), words("12")],
  ["letters only, with a number", "never", like("^[a-z]+$"), words("12")],
  ["letters and blanks, with two words", "sometimes", like("^[a-z ]+$"), words("hola"), words("chao")],
  ["one word only, with two", "never", like("^[a-z]+$"), words("hola"), words("chao")],
  ["an e-mail without an at sign", "never", like("[\\w.]+@[\\w.]+\\.\\w+"), none(part("@"))],
  ["an e-mail without a dot", "never", like("[\\w.]+@[\\w.]+\\.\\w+"), none(part("."))],
  ["an e-mail without a dash", "sometimes", like("[\\w.]+@[\\w.]+\\.\\w+"), none(part("-"))],
  ["a digit, and none of them", "never", like("\\d"), none(...[..."0123456789"].map((each) => part(each)))],
  ["letters of which one is a digit", "never", like("^(?=.*\\d)[a-z]+$")],
  ["a code of letters and digits", "sometimes", like("^(?=.*\\d)(?=.*[a-z])[a-z0-9]{6}$")],
  ["a code shorter than what it must have", "never", like("^(?=[^]*\\d\\d\\d)[^]{2}$")],
  ["a word that the text must not have, anywhere", "never", like("^(?!.*spam).*$", "is"), like("spam")],
  ["a word that the line must not have, in another line", "sometimes", like("^(?!.*spam)"), like("spam")],
  ["a beginning that is forbidden", "never", like("^(?!spam)"), like("^spam")],
  ["a word that another follows, without it", "never", like("foo(?!bar)"), like("^foobar$")],
  ["a word that another follows, once without it", "sometimes", like("foo(?!bar)"), like("^foobar foo$")],
  ["a wish behind a no", "never", like("(?<!no )quiero"), like("^no quiero$")],
  ["two wishes, one behind a no", "sometimes", like("(?<!no )quiero"), like("^no quiero, quiero$")],
  ["what follows in the middle", "never", like("^a(?=.*z)[b-y]+$")],
  ["a price that must have no sign before it", "never", like("(?<!\\$\\d*)\\d+ ?clp"), like("^\\$\\d+clp$")],
  ["a weight of three digits of two", "never", like("(?<=\\d{3,})kg"), like("^\\d\\dkg$")],
  ["letters with no word among them", "never", like("^(?:(?!baja).)*$"), like("^.*baja")],
  ["not without what it does not have", "never", like("^foo$"), none(like("foo(?!bar)"))],
  ["not without what it has", "never", like("^foobarx$"), none(like("foo(?=bar)\\w"))],
  ["a double no", "never", like("^(?!(?!a))"), like("^b")],
  [
    "a secret with a space that must have none",
    "never",
    like("^(?=.*\\d)(?!.*\\s).{6,}$"),
    like("^\\S* \\S*$"),
  ],
  ["the same letter twice in one letter", "never", like("(\\w)\\1"), like("^[ab]$")],
  ["the same of two letters", "never", like("^(a|b)\\1$"), like("^ab$")],
  ["the same letter in another case", "sometimes", like("^(a|b)\\1$"), like("^aA$")],
  ["the same letter in another case, where case counts", "never", like("^(a|b)\\1$", ""), like("^aA$", "")],
  ["a quote that is not closed as it was opened", "never", like("^([\"']).*\\1$"), like("^\".*'$")],
  ["four of a kind in a word that has none", "never", like("(.)\\1{3,}"), like("^gracias\\.?$")],
  ["four of a kind in a word that may have them", "sometimes", like("(.)\\1{3,}"), like("^graci[as]+$")],
  ["four digits of a kind, but no four of a kind", "never", like("(\\d)\\1{3}"), none(like("(.)\\1{3,}"))],
  ["a number without four of a kind", "sometimes", like("(?<!\\d)\\d{8}(?!\\d)"), none(like("(.)\\1{3,}"))],
  ["a word of four letters in three", "never", like("^.{3}$"), part("hola")],
  ["a word of two letters in one", "sometimes", like("^.$"), part("cm")],
  ["a word beside a digit", "sometimes", words("gracias"), none(like("^[^\\d]*$"))],
  ["a long text with a word", "sometimes", like("^.{200,}$"), like("hola")],
  ["one character more than there are", "never", like("^.{500}$"), like("^.{501}$")],
  ["an A that is a B, by code points", "never", like("^A$", "u"), like("^B$", "u")],
  ["letters with a digit, by code points", "never", like("^\\p{L}+$", "u"), like("\\d", "u")],
  ["one character that is two", "never", like("^.$", "u"), like("^..$", "u")],
  ["one character of two units", "sometimes", like("^.$", "u"), like("^..$")],
  ["a pictograph among letters", "never", like("\\p{Extended_Pictographic}", "u"), like("^[\\w\\s]*$")],
  ["a word between edges, without it", "never", like("^\\bhola\\b$", "u"), none(words("hola"))],
  ["two beginnings", "never", like("^hola"), like("^chao")],
  ["a beginning and an end", "sometimes", like("^hola"), like("chao$")],
  ["two beginnings of lines", "sometimes", like("^hola", "im"), like("^chao", "im")],
  ["short and long", "never", like("^.{0,5}$"), like("^.{10,}$")],
  ["a short text with a long word", "never", like("^.{1,3}$"), words("cancelar")],
  [
    "three characters with four letters, two of which are one character",
    "sometimes",
    like("^.{3}$"),
    part("abcd"),
  ],
  ["three characters with four letters", "never", like("^.{3}$"), part("zzzz")],
  ["nothing, with a word", "never", like("^$"), words("hola")],
  ["blanks, with a word", "never", like("^\\s*$"), words("hola")],
  ["an empty line, with a word", "sometimes", like("^$", "m"), words("hola")],
  ["vowels, and none", "never", like("[aeiou]"), like("^[^aeiou]*$")],
  ["upper and lower case", "never", like("^[A-Z]+$", ""), like("^[a-z]+$", "")],
  ["upper and lower case, which do not matter", "sometimes", like("^[A-Z]+$"), like("^[a-z]+$")],
  ["two prefixes of telephones", "never", like("^\\+56\\d{9}$"), like("^\\+57")],
  ["an address in a word", "never", like("@"), like("^[\\w.]+$")],
  ["six digits and seven", "never", like("^\\d{3}-?\\d{3}$"), like("^\\d{7}$")],
  ["three digits in two", "never", like("\\d{3}"), none(like("\\d{2}"))],
  ["two digits without three", "sometimes", like("\\d{2}"), none(like("\\d{3}"))],
  ["either answer, and none of them", "never", like("^(?:si|no)$"), none(like("^no$")), none(like("^si$"))],
  ["a word at its edges, and no such letters", "never", like("\\bhola\\b"), none(part("hola"))],
  [
    "a word at its edges, after a letter that is none to patterns",
    "sometimes",
    like("\\bhola\\b"),
    none(words("hola")),
  ],
  ["a word with an accent that the pattern lacks", "sometimes", words("adiós"), none(like("adios"))],
  ["anything or nothing", "sometimes", like("a*")],
  ["letters that folding joins: n without n", "sometimes", like("n"), none(part("n"))],
  ["a RUT without digits", "never", like("\\b\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dk]\\b"), like("^\\D*$")],
  [
    "a RUT in a sentence",
    "sometimes",
    like("\\b\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dk]\\b"),
    words("factura"),
    none(words("boleta")),
  ],
];

type Pair = readonly [what: string, relation: Relation, first: Rule, second: Rule];
const pair = (what: string, relation: Relation, first: Condition[], second: Condition[]): Pair => [
  ...([what, relation, rule("first", first), rule("second", second)] as const),
];

/** How the events of two rules lie. */
export const PAIRS: readonly Pair[] = [
  pair("an account among more", "implies", [account("wsp")], [account("wsp", "mad")]),
  pair("more conditions", "implies", [account("wsp"), free], [account("wsp")]),
  pair("fewer alternatives", "implies", [any(free, fresh)], [any(free, fresh, account("wsp"))]),
  pair("another order", "equivalent", [free, fresh], [fresh, free]),
  pair("not either, and neither", "equivalent", [none(free, fresh)], [none(free), none(fresh)]),
  pair("not both, and one not", "equivalent", [none(both(free, fresh))], [any(none(free), none(fresh))]),
  pair(
    "shared out",
    "equivalent",
    [free, any(fresh, account("wsp"))],
    [any(both(free, fresh), both(free, account("wsp")))],
  ),
  pair("absorbed", "equivalent", [free, any(free, fresh)], [free]),
  pair("two weekdays in a list", "equivalent", [on("sat", "sun")], [any(on("sun"), on("sat"))]),
  pair(
    "weekend and not weekday",
    "equivalent",
    [on("sat", "sun")],
    [none(on("mon", "tue", "wed", "thu", "fri"))],
  ),
  pair("morning in a day", "implies", [clock("09:00", "12:00")], [clock("08:00", "18:00")]),
  pair("touching hours", "disjoint", [clock("09:00", "12:00")], [clock("12:00", "18:00")]),
  pair("hours that share one", "overlap", [clock("09:00", "13:00")], [clock("12:00", "18:00")]),
  pair(
    "the night in two parts",
    "equivalent",
    [clock("22:00", "06:00")],
    [any(clock("22:00", "24:00"), clock("00:00", "06:00"))],
  ),
  pair(
    "a month in a year",
    "implies",
    [dates("2026-03-01", "2026-03-31")],
    [dates("2026-01-01", "2026-12-31")],
  ),
  pair(
    "hours spelled out, but for holidays",
    "implies",
    [account("wsp"), open(), dates("2027-01-01", "2027-03-31")],
    [on("mon", "tue", "wed", "thu", "fri"), clock("09:00", "18:00")],
  ),
  pair(
    "hours spelled out, where there are none",
    "equivalent",
    [account("wsp"), open(), dates("2027-01-01", "2027-03-31")],
    [
      account("wsp"),
      dates("2027-01-01", "2027-03-31"),
      on("mon", "tue", "wed", "thu", "fri"),
      clock("09:00", "18:00"),
    ],
  ),
  pair("closed and not open, of a calendar", "equivalent", [shut("office")], [none(open("office"))]),
  pair(
    "closed and not open, of accounts: neither where there is none",
    "equivalent",
    [shut()],
    [none(open())],
  ),
  pair("open and closed", "disjoint", [open("office")], [shut("office")]),
  pair(
    "one Sunday",
    "equivalent",
    [dates("2026-03-16", "2026-03-22"), on("sun")],
    [dates("2026-03-22", "2026-03-22")],
  ),
  pair("a phrase and a word of it", "implies", [words("dar de baja")], [words("baja")]),
  pair("a needless word", "equivalent", [words("baja", "dar de baja")], [words("baja")]),
  pair("a word alone and anywhere", "implies", [words("baja")], [part("baja")]),
  pair("all and any", "implies", [allOf("hola", "chao")], [words("hola", "chao")]),
  pair("all, one by one", "equivalent", [allOf("hola", "chao")], [words("hola"), words("chao")]),
  pair("any, one by one", "equivalent", [words("hola", "chao")], [any(words("chao"), words("hola"))]),
  pair("accents", "equivalent", [words("cancelación")], [words("CANCELACION")]),
  pair("digits, two ways", "equivalent", [like("\\d")], [like("[0-9]")]),
  pair("more digits", "implies", [like("\\d{4}")], [like("\\d{2}")]),
  pair("only digits", "implies", [like("^\\d{4}$")], [like("^\\d+$")]),
  pair("once or more, anywhere", "equivalent", [like("a+")], [like("a")]),
  pair("alternatives, turned round", "equivalent", [like("^(?:si|no)$")], [like("^(?:no|si)$")]),
  pair("case, which does not matter", "equivalent", [like("HOLA")], [like("hola")]),
  pair("case, which does", "implies", [like("hola", "")], [like("hola")]),
  pair("a spelling", "implies", [like("^colou?r$")], [like("^colo")]),
  pair("letters as pattern and as word", "implies", [like("hola")], [part("hola")]),
  pair("a beginning and anywhere", "implies", [like("^hola")], [like("hola")]),
  pair("digits and a word", "disjoint", [like("^\\d+$")], [words("hola")]),
  pair("digits and letters", "disjoint", [like("^\\d+$")], [like("^[a-z]+$")]),
  pair("two words", "overlap", [words("hola")], [words("chao")]),
  pair("one that never fires", "firstNever", [free, none(free)], [fresh]),
  pair("two that never fire", "bothNever", [free, none(free)], [account("gone")]),
  pair("a value and more", "implies", [field("motivo", "soporte")], [field("motivo", "venta", "SOPORTE")]),
  pair("two values", "disjoint", [field("motivo", "soporte")], [field("motivo", "venta")]),
  pair("two values of a list", "overlap", [field("tags", "a")], [field("tags", "b")]),
  pair("a value twice", "equivalent", [field("nota", "Sí")], [field("nota", "si", "SI")]),
  ["two triggers", "disjoint", rule("first", []), rule("second", [], { trigger: "ticket.closed" })],
  [
    "always, and more besides",
    "implies",
    rule("first", []),
    rule("second", [field("motivo", "venta")], { operator: "or" }),
  ],
  [
    "`or` of what no event touches, and nothing",
    "equivalent",
    rule("first", [free, fresh], { operator: "or" }),
    rule("second", []),
  ],
  [
    "`or` on one close and on another's edge",
    "overlap",
    rule("first", [words("hola")], { operator: "or", trigger: "ticket.closed" }),
    rule("second", [words("hola", "chao")]),
  ],
  [
    "`not` and groups",
    "equivalent",
    rule("first", [free, fresh], { operator: "not" }),
    rule("second", [none(any(free, fresh))]),
  ],
];

type Parts = readonly [what: string, verdicts: ConditionVerdict[], ...conditions: Condition[]];

/** What each condition does; groups before what is in them. */
export const PARTS: readonly Parts[] = [
  ["both matter", ["matters", "matters"], free, fresh],
  ["one twice", ["alwaysTrue", "alwaysTrue"], free, free],
  ["a list with its part", ["alwaysTrue", "matters"], on("mon", "tue"), on("tue")],
  [
    "an account that is gone, under not",
    ["matters", "alwaysTrue", "alwaysFalse"],
    free,
    none(account("gone")),
  ],
  [
    "a phrase beside its word",
    ["matters", "matters", "alwaysFalse"],
    any(words("baja"), words("dar de baja")),
  ],
  ["a pattern beside its beginning", ["alwaysTrue", "matters"], like("\\d"), like("^\\d+$")],
  [
    "the hours of the office",
    ["matters", "matters", "alwaysTrue"],
    account("wsp"),
    open(),
    on("mon", "tue", "wed", "thu", "fri", "sat"),
  ],
  [
    "an alternative that is never so",
    ["matters", "matters", "alwaysFalse", "alwaysFalse", "alwaysFalse", "alwaysTrue"],
    any(free, both(fresh, none(fresh))),
  ],
  [
    "a date range with a day of it",
    ["alwaysTrue", "matters"],
    dates("2026-01-01", "2026-12-31"),
    dates("2026-03-16", "2026-03-16"),
  ],
];

type Plain = readonly [what: string, before: Condition[], after: Condition[]];

/** What is left of conditions when what changes nothing is gone. */
export const PLAIN: readonly Plain[] = [
  ["one twice", [free, free], [free]],
  ["a phrase beside its word", [words("dar de baja", "baja")], [words("baja")]],
  ["hours in hours", [clock("09:00", "18:00"), clock("10:00", "12:00")], [clock("10:00", "12:00")]],
  ["absorbed", [free, any(free, fresh)], [free]],
  ["nothing to leave out", [free, words("hola")], [free, words("hola")]],
  ["a pattern that another needs", [like("^\\d{4}$"), like("\\d")], [like("^\\d{4}$")]],
  ["an account that is gone", [any(account("gone"), free)], [any(free)]],
];
