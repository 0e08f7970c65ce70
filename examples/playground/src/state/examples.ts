/** What the page begins with: the three rules of the help page that the library implements, and an event. */
import type { JsonObject } from "./json.ts";

const weekday = [
  ["09:00", "13:00"],
  ["14:00", "18:00"],
];

/** A workspace without rules, with the accounts, bots and fields that rules speak of. */
export const emptyDocument: JsonObject = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "acc-wsp", name: "Wsp empresa - Whatsapp", calendar: "cal-oficina" },
    { id: "acc-web", name: "Chat del sitio web", calendar: "cal-oficina" },
    { id: "acc-ig", name: "Instagram" },
  ],
  calendars: [
    {
      id: "cal-oficina",
      name: "Oficina",
      timeZone: "America/Santiago",
      weekly: {
        mon: weekday,
        tue: weekday,
        wed: weekday,
        thu: weekday,
        fri: weekday,
        sat: [["10:00", "14:00"]],
      },
      exceptions: { "01-01": [], "12-25": [], "2026-12-24": [["09:00", "12:00"]] },
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
      ],
    },
    { id: "urgente", name: "Urgente", type: "boolean" },
  ],
  integrations: {
    botcenter: {
      enabled: true,
      active: true,
      apiToken: "token-de-ejemplo",
      bots: [
        { id: "bot-lead", name: "Lead bot", active: true },
        { id: "bot-noche", name: "Bot nocturno", active: true },
      ],
    },
    timepoints: { enabled: true, active: true, apiToken: "token-de-ejemplo" },
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hooks/tickets" },
  },
  rules: [],
};

/** What a new visitor sees. */
export const startingDocument: JsonObject = {
  ...emptyDocument,
  rules: [
    {
      id: "lead-bot",
      name: "Lead bot para tickets de WhatsApp sin asignar",
      active: true,
      integration: "botcenter",
      trigger: "message.received",
      operator: "and",
      conditions: [{ type: "unassigned" }, { type: "account", is: "acc-wsp" }],
      actions: [{ type: "activateBot", bot: "bot-lead" }],
    },
    {
      id: "encuesta-manual",
      name: "Encuesta manual al cerrar, o al clasificar como soporte",
      active: true,
      integration: "timepoints",
      trigger: "ticket.closed",
      operator: "or",
      conditions: [{ type: "classification", field: "motivo", is: "soporte" }],
      actions: [{ type: "enableManualSurvey" }],
    },
    {
      id: "notificar-cierre",
      name: "Notificar cada cierre",
      active: true,
      integration: "webhook",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "notify" }],
    },
  ],
};

/** A message on which the first of them fires. */
export const startingEvent: JsonObject = {
  id: "evt-1",
  type: "message.received",
  at: "2026-11-23T10:15:00-03:00",
  ticket: {
    id: "t-42",
    account: "acc-wsp",
    customer: "c-7",
    assignee: null,
    attended: false,
    activeBot: null,
  },
  message: { text: "Hola, necesito ayuda con mi cuenta", direction: "inbound", author: "customer" },
};
