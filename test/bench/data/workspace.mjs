/** What the workspaces of all workloads have in common: fifty accounts, six calendars in four zones, five fields. */

const ZONES = [
  "America/Santiago",
  "America/Santiago",
  "America/Santiago",
  "America/Punta_Arenas",
  "America/Lima",
  "America/New_York",
];
const OFFICE = [
  ["09:00", "13:00"],
  ["14:00", "18:00"],
];

export const CALENDARS = ZONES.map((timeZone, at) => ({
  id: `cal-${at}`,
  name: `Calendar ${at}`,
  timeZone,
  weekly: {
    ...Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, at % 2 === 0 ? OFFICE : [["08:30", "20:00"]]]),
    ),
    ...(at % 3 === 0 ? { sat: [["10:00", "14:00"]] } : {}),
    ...(at === 4 ? { fri: [["20:00", "04:00"]] } : {}),
  },
  exceptions: { "2026-03-11": [], "01-01": [], "12-25": [], "2026-03-06": [["09:00", "12:00"]] },
}));

export const ACCOUNTS = Array.from({ length: 50 }, (_, at) => ({
  id: `acc-${at}`,
  name: `Account ${at}`,
  calendar: `cal-${at % CALENDARS.length}`,
}));

const optionIds = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);

/** The values each field may hold. */
export const VALUES = {
  motivo: optionIds("motivo", 24),
  producto: optionIds("producto", 40),
  prioridad: ["baja", "media", "alta", "urgente"],
  etiquetas: optionIds("etiqueta", 30),
  vip: [true, false],
};

const select = (id, type = "select") => ({
  id,
  name: `Field ${id}`,
  type,
  options: VALUES[id].map((option) => ({ id: option, name: `Option ${option}` })),
});

/** A whole document with these rules. */
export function workspaceOf(rules) {
  return {
    schemaVersion: 1,
    timeZone: "America/Santiago",
    accounts: ACCOUNTS,
    calendars: CALENDARS,
    fields: [
      select("motivo"),
      select("producto"),
      select("prioridad"),
      select("etiquetas", "multi"),
      { id: "vip", name: "Field vip", type: "boolean" },
    ],
    integrations: {
      botcenter: {
        enabled: true,
        active: true,
        apiToken: "a token of no service",
        bots: Array.from({ length: 5 }, (_, at) => ({ id: `bot-${at}`, name: `Bot ${at}`, active: true })),
      },
      timepoints: { enabled: true, active: true, apiToken: "a token of no service" },
      webhook: { enabled: true, active: true, url: "https://example.com/hook" },
    },
    rules,
  };
}
