/** Short ways to write conditions, rules and workspaces for the examiner's questions. */
import { type Condition, type Rule, Rule as RuleSchema, type Workspace } from "ticket-rules";

type C = Condition;
type Day = Extract<C, { type: "weekday" }>["is"] extends infer Is ? Exclude<Is, readonly unknown[]> : never;
type Value = Extract<C, { type: "classification" }>["is"];
type Weekly = NonNullable<Workspace["calendars"]>[number]["weekly"];

export const acc = (...is: string[]): C => ({ type: "account", is });
export const cls = (field: string, is: Value): C => ({ type: "classification", field, is });
export const w = (...words: string[]): C => ({ type: "messageContains", words });
export const sub = (...words: string[]): C => ({ type: "messageContains", words, mode: "substring" });
export const all = (...words: string[]): C => ({ type: "messageContains", words, match: "all" });
export const suball = (...words: string[]): C => ({
  type: "messageContains",
  words,
  mode: "substring",
  match: "all",
});
export const re = (pattern: string, flags?: string): C =>
  flags === undefined ? { type: "messageMatches", pattern } : { type: "messageMatches", pattern, flags };
export const open = (calendar?: string): C =>
  calendar === undefined ? { type: "withinBusinessHours" } : { type: "withinBusinessHours", calendar };
export const shut = (calendar?: string): C =>
  calendar === undefined ? { type: "outsideBusinessHours" } : { type: "outsideBusinessHours", calendar };
export const day = (...is: Day[]): C => ({ type: "weekday", is });
export const dr = (from?: string, to?: string): C => ({
  type: "dateRange",
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
export const on = (date: string): C => dr(date, date);
export const tr = (from: string, to: string): C => ({ type: "timeRange", from, to });
export const un: C = { type: "unassigned" };
export const na: C = { type: "unattended" };
const group =
  (operator: "and" | "or" | "not") =>
  (...conditions: C[]): C => ({ type: "group", operator, conditions });
export const and = group("and");
export const or = group("or");
export const not = group("not");
export const WEEK: Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What of a rule is to be otherwise. Whether it is one, its schema tells. */
type Extra = Partial<Record<keyof Rule, unknown>>;
export function R(conditions: C[], extra: Extra = {}): Rule {
  const rule: Extra = {
    id: "r",
    name: "r",
    active: true,
    integration: "webhook",
    trigger: "message.received",
    operator: "and",
    conditions,
    actions: [{ type: "notify" }],
    ...extra,
  };
  return RuleSchema.parse(rule);
}
export const OR = (conditions: C[], extra: Extra = {}) =>
  R(conditions, { operator: "or", trigger: "ticket.closed", ...extra });
export const NOT = (conditions: C[], extra: Extra = {}) => R(conditions, { operator: "not", ...extra });
export const T = (conditions: C[], extra: Extra = {}) =>
  R(conditions, {
    integration: "timepoints",
    trigger: "ticket.closed",
    actions: [{ type: "sendSurvey", survey: 1 }],
    ...extra,
  });
export const B = (conditions: C[], bot: string | null, extra: Extra = {}) =>
  R(conditions, {
    integration: "botcenter",
    actions: [bot === null ? { type: "terminateBot" } : { type: "activateBot", bot }],
    ...extra,
  });

const integrations: Workspace["integrations"] = {
  botcenter: {
    enabled: true,
    active: true,
    apiToken: "t",
    bots: [
      { id: "lead", name: "Lead", active: true },
      { id: "sales", name: "Sales", active: true },
      { id: "off", name: "Off", active: false },
    ],
  },
  timepoints: { enabled: true, active: true, apiToken: "t" },
  webhook: { enabled: true, active: true, url: "https://example.com/hook" },
};
const office: [string, string][] = [
  ["09:00", "13:00"],
  ["14:00", "18:00"],
];
const fields: Workspace["fields"] = [
  {
    id: "motivo",
    name: "Motivo",
    type: "select",
    options: [
      { id: "soporte", name: "S" },
      { id: "ventas", name: "V" },
      { id: "Reclamación", name: "R" },
    ],
  },
  {
    id: "etiquetas",
    name: "Etiquetas",
    type: "multi",
    options: [
      { id: "vip", name: "V" },
      { id: "Moroso", name: "M" },
      { id: "nuevo", name: "N" },
    ],
  },
  { id: "urgente", name: "Urgente", type: "boolean" },
  { id: "fecha", name: "Fecha", type: "date" },
  { id: "monto", name: "Monto", type: "number" },
  { id: "nota", name: "Nota", type: "text" },
];
const allDay: Weekly = Object.fromEntries(WEEK.map((each) => [each, [["00:00", "24:00"]]]));
export const worldA: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "wsp", name: "W", calendar: "office" },
    { id: "mad", name: "M", calendar: "madrid" },
    { id: "apia", name: "A", calendar: "apia" },
    { id: "ny", name: "N", calendar: "night" },
    { id: "bare", name: "B" },
  ],
  calendars: [
    {
      id: "office",
      name: "Office",
      timeZone: "America/Santiago",
      weekly: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [["10:00", "14:00"]] },
      exceptions: {
        "01-01": [],
        "2026-01-01": [["10:00", "12:00"]],
        "2026-09-18": [],
        "02-29": [["00:00", "24:00"]],
      },
    },
    {
      id: "madrid",
      name: "Madrid",
      timeZone: "Europe/Madrid",
      weekly: {
        ...Object.fromEntries(
          ["mon", "tue", "wed", "thu", "fri"].map((each) => [each, [["08:00", "24:00"]]]),
        ),
        sun: [["02:00", "03:00"]],
      },
      exceptions: { "12-25": [] },
    },
    { id: "apia", name: "Apia", timeZone: "Pacific/Apia", weekly: { fri: [["09:00", "17:00"]] } },
    {
      id: "night",
      name: "Night",
      timeZone: "America/New_York",
      weekly: { fri: [["22:00", "06:00"]], sun: [["20:00", "24:00"]], mon: [["00:00", "04:00"]] },
      exceptions: { "2026-07-03": [], "07-04": [["12:00", "13:00"]] },
    },
    { id: "guard", name: "Guard", timeZone: "UTC", weekly: allDay },
    { id: "empty", name: "Empty", timeZone: "Europe/London", weekly: {} },
  ],
  fields,
  integrations,
  rules: [],
};
export const worldB: Workspace = {
  schemaVersion: 1,
  timeZone: "UTC",
  accounts: ["pyong", "lh", "scores", "stj", "cairo", "troll", "kiri", "ktm", "faka", "ccs"].map((id) => ({
    id,
    name: id,
    calendar: id,
  })),
  calendars: [
    ...(
      [
        ["pyong", "Asia/Pyongyang"],
        ["scores", "America/Scoresbysund"],
        ["stj", "America/St_Johns"],
        ["troll", "Antarctica/Troll"],
        ["kiri", "Pacific/Kiritimati"],
        ["ktm", "Asia/Kathmandu"],
        ["faka", "Pacific/Fakaofo"],
        ["ccs", "America/Caracas"],
      ] as const
    ).map(([id, timeZone]) => ({
      id,
      name: id,
      timeZone,
      weekly: { mon: [["09:00", "18:00"]] as [string, string][] },
    })),
    { id: "lh", name: "lh", timeZone: "Australia/Lord_Howe", weekly: { sun: [["02:00", "02:30"]] } },
    {
      id: "cairo",
      name: "cairo",
      timeZone: "Africa/Cairo",
      weekly: { thu: [["23:30", "00:30"]], fri: [["09:00", "10:00"]] },
    },
    { id: "utcmon", name: "utcmon", timeZone: "UTC", weekly: { mon: [["00:00", "24:00"]] } },
  ],
  fields,
  integrations,
  rules: [],
};
/** No accounts at all. */
export const worldS: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  fields,
  integrations,
  rules: [],
};
/** An account whose calendar is not there. */
export const worldD: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  fields,
  integrations,
  rules: [],
  accounts: [
    { id: "lost", name: "L", calendar: "gone" },
    { id: "ok", name: "O", calendar: "cal" },
  ],
  calendars: [{ id: "cal", name: "C", timeZone: "America/Santiago", weekly: { mon: [["09:00", "10:00"]] } }],
};

/** A workspace that may be edited in ways that its type does not foresee. */
export interface Draft {
  timeZone: string;
  accounts: { id: string; calendar?: string }[];
  calendars: {
    id: string;
    timeZone: string;
    weekly: Record<string, [string, string][]>;
    exceptions: Record<string, [string, string][]>;
  }[];
  fields: { id: string; type: string; options?: { id: string }[] }[];
  integrations: {
    botcenter: { apiToken: string; bots: { id: string; name: string; active: boolean }[] };
    timepoints: { active: boolean };
    webhook: { url: string };
  };
  rules: {
    id: string;
    name: string;
    active: boolean;
    operator: string;
    stop?: boolean;
    conditions: C[];
    actions: Record<string, unknown>[];
  }[];
}

/** A workspace with these rules, edited. */
export function edited(world: Workspace, rules: Rule[], edit: (draft: Draft) => void): Workspace {
  const copy: unknown = structuredClone({ ...world, rules });
  edit(copy as Draft);
  return copy as Workspace;
}
