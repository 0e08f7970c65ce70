/** A hundred varied rules, and the workspace that they are read in. */
import type { Action, Condition, Operator, Rule, Workspace } from "../../src/index.ts";

/** A rule and what it is an example of. */
export interface Example {
  title: string;
  rule: Rule;
}

export const phraseWorkspace: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "wsp", name: "Wsp empresa - Whatsapp", calendar: "oficina" },
    { id: "ig", name: "Instagram", calendar: "oficina" },
    { id: "fb", name: "Facebook" },
    { id: "mail", name: "Correo soporte", calendar: "guardia" },
    { id: "tw-1", name: "Twitter" },
    { id: "tw-2", name: "Twitter" },
    { id: "__proto__", name: "Cuenta de prueba" },
    { id: "long", name: `Sucursal ${"muy ".repeat(3000)}lejana` },
    { id: "lines", name: 'Tienda\n\t"Centro" \u202e»\u0000(nueva' },
  ],
  calendars: [
    { id: "oficina", name: "Oficina", timeZone: "America/Santiago", weekly: { mon: [["09:00", "18:00"]] } },
    {
      id: "guardia",
      name: "Guardia nocturna",
      timeZone: "Europe/Madrid",
      weekly: { fri: [["22:00", "06:00"]] },
    },
  ],
  fields: [
    {
      id: "motivo",
      name: "Motivo de consulta",
      type: "select",
      options: [
        { id: "soporte", name: "Soporte" },
        { id: "ventas", name: "Ventas" },
        { id: "reclamo", name: "Reclamo" },
        { id: "ofertas", name: "Ofertas" },
        { id: "internet", name: "Internet" },
      ],
    },
    {
      id: "etiquetas",
      name: "Etiquetas",
      type: "multi",
      options: [
        { id: "vip", name: "VIP" },
        { id: "moroso", name: "Moroso" },
        { id: "otro", name: "Otro" },
      ],
    },
    { id: "comuna", name: "Comuna", type: "text" },
    { id: "urgente", name: "Urgente", type: "boolean" },
    { id: "puntaje", name: "Puntaje", type: "number" },
    { id: "vence", name: "Fecha de vencimiento", type: "date" },
  ],
  integrations: {
    botcenter: {
      enabled: true,
      active: true,
      apiToken: "tok-botcenter-7f3a",
      bots: [
        { id: "lead", name: "Lead bot", active: true },
        { id: "night", name: "Bot nocturno", active: true },
        { id: "old", name: "Bot antiguo", active: false },
      ],
    },
    timepoints: { enabled: true, active: true, apiToken: "tok-timepoints-91bc" },
    webhook: {
      enabled: true,
      active: true,
      url: "https://example.com/hook",
      secret: "whsec_c2VjcmV0LXZhbHVl",
    },
  },
  rules: [],
};

const UNASSIGNED: Condition = { type: "unassigned" };
const UNATTENDED: Condition = { type: "unattended" };
const account = (...is: [string, ...string[]]): Condition => ({
  type: "account",
  is: is.length === 1 ? is[0] : is,
});
const motivo = (...is: [string, ...string[]]): Condition => ({
  type: "classification",
  field: "motivo",
  is: is.length === 1 ? is[0] : is,
});
const field = (id: string, is: string | number | boolean | (string | number | boolean)[]): Condition => ({
  type: "classification",
  field: id,
  is,
});
const words = (...list: string[]): Condition => ({ type: "messageContains", words: list });
const pattern = (source: string, flags?: string): Condition => ({
  type: "messageMatches",
  pattern: source,
  ...(flags === undefined ? {} : { flags }),
});
const weekday = (...is: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]): Condition => ({
  type: "weekday",
  is: is.length === 1 ? is[0]! : is,
});
const within = (calendar?: string): Condition => ({
  type: "withinBusinessHours",
  ...(calendar === undefined ? {} : { calendar }),
});
const outside = (calendar?: string): Condition => ({
  type: "outsideBusinessHours",
  ...(calendar === undefined ? {} : { calendar }),
});
const time = (from: string, to: string): Condition => ({ type: "timeRange", from, to });
const date = (range: { from?: string; to?: string }): Condition => ({ type: "dateRange", ...range });
const group = (operator: Operator, ...conditions: Condition[]): Condition => ({
  type: "group",
  operator,
  conditions,
});

const LEAD: Action = { type: "activateBot", bot: "lead" };
const NOTIFY: Action = { type: "notify" };
const MANUAL: Action = { type: "enableManualSurvey" };

/** A rule of BotCenter that starts Lead bot, unless it says otherwise. */
const bot = (title: string, operator: Operator, conditions: Condition[], changes: object = {}): Example =>
  example(title, {
    integration: "botcenter",
    trigger: "message.received",
    operator,
    conditions,
    actions: [LEAD],
    ...changes,
  });

/** A rule of TimePoints that lets surveys be sent by hand, unless it says otherwise. */
const survey = (title: string, operator: Operator, conditions: Condition[], changes: object = {}): Example =>
  example(title, {
    integration: "timepoints",
    trigger: "ticket.closed",
    operator,
    conditions,
    actions: [MANUAL],
    ...changes,
  });

/** A rule of the webhook on closing, unless it says otherwise. */
const hook = (title: string, operator: Operator, conditions: Condition[], changes: object = {}): Example =>
  example(title, {
    integration: "webhook",
    trigger: "ticket.closed",
    operator,
    conditions,
    actions: [NOTIFY],
    ...changes,
  });

const send = (action: object) => ({ actions: [{ type: "sendSurvey", survey: 12, ...action }] });
const onMessage = { trigger: "message.received" };

/** The test parses each one: the types need not follow. */
function example(title: string, parts: object): Example {
  return { title, rule: { id: "example", name: title, active: true, ...parts } as Rule };
}

/** By chapter. */
export const chapters: { [chapter: string]: Example[] } = {
  "The page's own examples": [
    bot("BotCenter on the page", "and", [UNASSIGNED, account("wsp")]),
    survey("TimePoints on the page", "or", [motivo("soporte")]),
    hook("Webhook on the page", "and", []),
  ],
  "Each condition, plain and denied": [
    bot("one account", "and", [account("wsp")]),
    bot("not one account", "not", [account("wsp")]),
    bot("an account of two", "and", [account("wsp", "ig")]),
    bot("an account of three", "not", [account("wsp", "fb", "ig")]),
    bot("a name that two accounts have", "and", [account("tw-2")]),
    bot("an account that is gone", "and", [account("acc-vieja")]),
    bot("an id like a prototype", "and", [account("__proto__", "constructor")]),
    bot("a name without end", "and", [account("long")]),
    bot("a hostile name", "and", [account("lines")]),
    hook("a select field", "and", [motivo("soporte")]),
    hook("not a select field", "not", [motivo("soporte")]),
    hook("o before o-", "and", [motivo("ventas", "ofertas")]),
    hook("none of several options", "not", [motivo("ventas", "reclamo", "internet")]),
    hook("an option that is gone", "and", [motivo("devolucion")]),
    hook("a field that is gone", "and", [field("canal", "chat")]),
    hook("a multi field", "and", [field("etiquetas", "vip")]),
    hook("not a multi field", "not", [field("etiquetas", ["moroso", "otro"])]),
    hook("a text field", "and", [field("comuna", "Ñuñoa")]),
    hook("a boolean field", "and", [field("urgente", true)]),
    hook("not a boolean field", "not", [field("urgente", true)]),
    hook("a number field", "and", [field("puntaje", [7, 8])]),
    hook("a number field, eleven", "and", [field("puntaje", [10, 11])]),
    hook("a date field", "and", [field("vence", "2026-12-31")]),
    bot("a word", "and", [words("baja")]),
    bot("not a word", "not", [words("baja")]),
    bot("any of several words", "and", [words("baja", "cancelar", "anular")]),
    bot("none of several words", "not", [words("baja", "cancelar", "anular")]),
    bot("words and phrases", "and", [words("baja", "dar de baja")]),
    bot("a phrase", "and", [words("dar de baja")]),
    bot("a sign", "and", [words("👍")]),
    bot("signs, none", "not", [words("👍", "🙏")]),
    bot("all words", "and", [{ type: "messageContains", words: ["factura", "impaga"], match: "all" }]),
    bot("not all words", "not", [{ type: "messageContains", words: ["factura", "impaga"], match: "all" }]),
    bot("anywhere", "and", [{ type: "messageContains", words: ["factur"], mode: "substring" }]),
    bot("any anywhere", "and", [{ type: "messageContains", words: ["factur", "pag"], mode: "substring" }]),
    bot("all anywhere", "not", [
      { type: "messageContains", words: ["factur", "pag"], mode: "substring", match: "all" },
    ]),
    bot("a word that folding leaves nothing of", "and", [words("baja", "\u200b ")]),
    bot("a pattern", "and", [pattern("\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dk]")]),
    bot("not a pattern", "not", [pattern("^hola")]),
    bot("a pattern with flags", "and", [pattern("^\\p{Lu}+$", "mu")]),
    bot("a pattern where case counts", "and", [pattern("URGENTE", "")]),
    bot("a pattern without end", "and", [pattern("(?:hola|chao)?".repeat(100))]),
    bot("a preset pattern", "and", [
      pattern(String.raw`(?<![\d.-])\d{1,2}(?:\.\d{3}\.\d{3}|\d{6})-[\dk](?![\w-])`),
    ]),
    bot("within the account's hours", "and", [within()]),
    bot("not within the account's hours", "not", [within()]),
    bot("outside the account's hours", "and", [outside()]),
    bot("within a calendar", "and", [within("oficina")]),
    bot("not outside a calendar", "not", [outside("guardia")]),
    bot("a calendar that is gone", "and", [outside("feriados")]),
    bot("a weekday", "and", [weekday("sun")]),
    bot("two weekdays", "and", [weekday("tue", "thu")]),
    bot("not two weekdays", "not", [weekday("sun", "sat")]),
    bot("working days", "and", [weekday("fri", "mon", "wed", "tue", "thu")]),
    bot("not working days", "not", [weekday("mon", "tue", "wed", "thu", "fri")]),
    bot("three days apart", "and", [weekday("mon", "wed", "fri")]),
    bot("unassigned", "and", [UNASSIGNED]),
    bot("assigned", "not", [UNASSIGNED]),
    bot("unattended", "and", [UNATTENDED]),
    bot("attended", "not", [UNATTENDED]),
    bot("dates within a year", "and", [date({ from: "2026-03-01", to: "2026-04-05" })]),
    bot("dates within a month", "and", [date({ from: "2026-09-18", to: "2026-09-19" })]),
    bot("dates of two years", "not", [date({ from: "2026-12-15", to: "2027-02-28" })]),
    bot("one date", "and", [date({ from: "2026-12-25", to: "2026-12-25" })]),
    bot("from a date on", "and", [date({ from: "2026-11-22" })]),
    bot("up to a date", "not", [date({ to: "2026-11-22" })]),
    bot("a time of day", "and", [time("09:00", "18:30")]),
    bot("a night", "and", [time("22:00", "06:00")]),
    bot("not a night", "not", [time("22:00", "01:30")]),
    bot("a whole day", "and", [time("00:00", "24:00")]),
    bot("from one o'clock to midnight", "and", [time("01:00", "24:00")]),
  ],
  "Operators and groups": [
    bot("three at once", "and", [UNASSIGNED, outside(), weekday("mon", "tue", "wed", "thu", "fri")]),
    bot("trigger and any of these", "and", [group("or", words("ventas"), motivo("ventas"))]),
    bot("one and any of these", "and", [
      UNASSIGNED,
      group("or", words("precio"), motivo("ventas"), within()),
    ]),
    bot("any of these and one", "and", [group("or", UNASSIGNED, UNATTENDED), account("wsp")]),
    bot("any of two, twice", "and", [
      group("or", UNASSIGNED, UNATTENDED),
      group("or", account("wsp", "ig"), weekday("sun")),
    ]),
    bot("an and in an or in an and", "and", [
      account("wsp"),
      group("or", group("and", weekday("sat"), time("10:00", "14:00")), outside()),
    ]),
    bot("a group of one", "and", [group("or", UNASSIGNED), group("not", account("fb"))]),
    bot("none of several", "not", [UNASSIGNED, account("wsp", "ig"), words("hola")]),
    bot("not both", "and", [account("wsp"), group("not", group("and", UNASSIGNED, within()))]),
    bot("none of a group", "not", [group("and", weekday("sat", "sun"), account("mail")), UNATTENDED]),
    bot("not not", "not", [group("not", UNASSIGNED)]),
    bot("not one of none", "not", [group("not", UNASSIGNED, account("fb"))]),
    bot("three levels", "and", [
      UNASSIGNED,
      group("or", account("wsp"), group("and", account("ig"), group("or", words("hola"), within()))),
    ]),
    survey("none of two motives and an account", "and", [
      account("wsp"),
      group("not", motivo("reclamo", "ventas")),
    ]),
  ],
  "An `or` at the root": [
    bot("what no event can make true", "or", [UNASSIGNED, account("wsp")]),
    bot("what only the trigger touches", "or", [words("hola")]),
    survey("some can, some cannot", "or", [account("wsp"), motivo("soporte", "reclamo")]),
    survey("a group that can", "or", [group("and", motivo("soporte"), account("wsp"))]),
    survey("a field that stops being", "or", [group("not", motivo("ventas"))]),
    survey("a multi field, and a boolean one", "or", [field("etiquetas", "vip"), field("urgente", true)]),
    hook("a message on another trigger", "or", [words("urgente"), pattern("!{3,}")]),
    hook("message and field together", "or", [group("and", words("urgente"), motivo("soporte"), outside())]),
    hook("nothing else", "or", [], onMessage),
  ],
  "Actions, `stop` and switches": [
    bot("terminate", "and", [words("humano")], { actions: [{ type: "terminateBot" }] }),
    bot("two actions", "and", [], {
      actions: [{ type: "activateBot", bot: "night" }, { type: "terminateBot" }],
    }),
    bot("a bot that is off, and one that is gone", "and", [], {
      actions: [
        { type: "activateBot", bot: "old" },
        { type: "activateBot", bot: "bot-9" },
      ],
    }),
    survey("at once", "and", [], send({})),
    survey("two hours later", "and", [], send({ delayMinutes: 120 })),
    survey(
      "an odd delay and a threshold",
      "and",
      [motivo("soporte")],
      send({ delayMinutes: 1501, spamThresholdDays: 30 }),
    ),
    survey("a threshold of a day", "and", [], send({ spamThresholdDays: 1 })),
    survey("by hand", "and", [account("mail")]),
    bot("stop", "and", [UNASSIGNED], { stop: true }),
    hook("on a message", "and", [UNATTENDED], onMessage),
    hook("switched off", "and", [], { active: false }),
    hook("switched off, and stops", "not", [account("fb")], { active: false, stop: true }),
  ],
};
