/** Rules as a Chilean customer-care team has them. Nothing about them is to be told. */
import type { Condition, Rule, Workspace } from "../../src/index.ts";

const unassigned: Condition = { type: "unassigned" };
const unattended: Condition = { type: "unattended" };
const open: Condition = { type: "withinBusinessHours" };
const closed: Condition = { type: "outsideBusinessHours" };
const account = (...ids: string[]): Condition => ({ type: "account", is: ids.length === 1 ? ids[0]! : ids });
const words = (...list: string[]): Condition => ({ type: "messageContains", words: list });
const matches = (pattern: string, flags?: string): Condition =>
  flags === undefined ? { type: "messageMatches", pattern } : { type: "messageMatches", pattern, flags };
const field = (id: string, ...is: (string | number | boolean)[]): Condition => ({
  type: "classification",
  field: id,
  is: is.length === 1 ? is[0]! : is,
});
const weekday = (...is: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]): Condition => ({
  type: "weekday",
  is,
});
const between = (from: string, to: string): Condition => ({ type: "timeRange", from, to });
const dates = (from: string, to: string): Condition => ({ type: "dateRange", from, to });
const any = (...conditions: Condition[]): Condition => ({ type: "group", operator: "or", conditions });
const all = (...conditions: Condition[]): Condition => ({ type: "group", operator: "and", conditions });
const none = (...conditions: Condition[]): Condition => ({ type: "group", operator: "not", conditions });

let count = 0;
type Operator = Rule["operator"];

function bot(name: string, id: string, conditions: Condition[], operator: Operator = "and"): Rule {
  return {
    ...{ id: `regla-${++count}`, name, active: true, operator, conditions },
    integration: "botcenter",
    trigger: "message.received",
    actions: [{ type: "activateBot", bot: id }],
  };
}

function endBot(name: string, conditions: Condition[]): Rule {
  return {
    ...{ id: `regla-${++count}`, name, active: true, operator: "and", conditions },
    integration: "botcenter",
    trigger: "message.received",
    actions: [{ type: "terminateBot" }],
  };
}

function survey(name: string, number: number, conditions: Condition[], operator: Operator = "and"): Rule {
  return {
    ...{ id: `regla-${++count}`, name, active: true, operator, conditions },
    integration: "timepoints",
    trigger: "ticket.closed",
    actions: [{ type: "sendSurvey", survey: number, delayMinutes: 30, spamThresholdDays: 7 }],
  };
}

function manual(name: string, conditions: Condition[], operator: Operator = "and"): Rule {
  return {
    ...{ id: `regla-${++count}`, name, active: true, operator, conditions },
    integration: "timepoints",
    trigger: "ticket.closed",
    actions: [{ type: "enableManualSurvey" }],
  };
}

function hook(
  name: string,
  trigger: "ticket.closed" | "message.received",
  conditions: Condition[],
  operator: Operator = "and",
): Rule {
  return {
    ...{ id: `regla-${++count}`, name, active: true, operator, conditions },
    integration: "webhook",
    trigger,
    actions: [{ type: "notify" }],
  };
}

const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/** The rules, in their order of priority. */
export const sensibleRules: Rule[] = [
  // The page's own.
  manual("Encuesta manual al cerrar o clasificar soporte", [field("motivo", "soporte")], "or"),
  hook("Notificar cada cierre", "ticket.closed", []),
  // Bots, the particular before the general.
  endBot("Pide un humano: terminar el bot", [words("ejecutivo", "humano", "persona")]),
  endBot("Reclamo formal: terminar el bot", [any(words("sernac", "abogado"), field("motivo", "reclamo"))]),
  bot("Bot de feriados", "bot-noche", [unassigned, dates("2026-09-18", "2026-09-19")]),
  bot("Bot nocturno", "bot-noche", [unassigned, closed, account("acc-wsp", "acc-ig")]),
  bot("Bot de madrugada para Instagram", "bot-noche", [account("acc-ig"), between("22:00", "06:00")]),
  bot("Bot de fin de semana", "bot-noche", [account("acc-ig"), weekday("sat", "sun")]),
  bot("Bot verificador: escribe su RUT", "bot-rut", [
    unassigned,
    matches("(?<!\\d)\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dkK](?!\\d)"),
  ]),
  bot("Bot verificador: número de pedido", "bot-rut", [
    unattended,
    matches("\\bpedido\\s*(?:n[°º]?\\s*)?#?\\d{4,10}\\b"),
  ]),
  bot("Bot de ventas por palabras", "bot-ventas", [
    unassigned,
    words("cotizar", "cotización", "precio", "comprar", "plan"),
  ]),
  bot("Bot de ventas, salvo reclamos", "bot-ventas", [
    unassigned,
    account("acc-web"),
    none(words("reclamo", "cancelar"), field("motivo", "reclamo")),
  ]),
  bot("Lead bot para WhatsApp sin asignar", "bot-lead", [unassigned, account("acc-wsp")]),
  bot("Bot de bienvenida del sitio web en almuerzo", "bot-lead", [
    unattended,
    account("acc-web"),
    between("13:00", "14:00"),
  ]),
  bot("Bot si nadie atiende", "bot-lead", [
    any(all(unassigned, open), all(unattended, closed)),
    account("acc-mail"),
  ]),
  bot("Bot cuando falta el RUT o el pedido", "bot-rut", [
    unassigned,
    account("acc-mail"),
    any(none(matches("\\d{7,8}-[\\dk]")), none(matches("#\\d{6}"))),
  ]),
  // Surveys, one for each account, and one for the rest.
  survey("Encuesta 1 al cerrar en WhatsApp", 1, [account("acc-wsp")]),
  survey("Encuesta 2 al cerrar en Instagram", 2, [account("acc-ig")]),
  survey("Encuesta 3 al cerrar correo, salvo spam", 3, [account("acc-mail"), none(field("motivo", "spam"))]),
  survey("Encuesta 4 para ventas del sitio", 4, [account("acc-web"), field("motivo", "ventas")]),
  survey("Encuesta 5 para soporte del sitio", 5, [account("acc-web"), field("motivo", "soporte")]),
  survey("Encuesta 6 para clientes Premium", 6, [
    field("cliente", "premium"),
    field("motivo", "facturacion"),
  ]),
  survey(
    "Encuesta 7 salvo reclamos y spam",
    7,
    [field("motivo", "reclamo", "spam"), account("acc-tel")],
    "not",
  ),
  survey("Encuesta 8 si se resolvió", 8, [field("resuelto", true), account("acc-tel")]),
  survey("Encuesta 9 si no se resolvió", 9, [field("resuelto", false), account("acc-tel")]),
  manual("Encuesta manual para reclamos", [field("motivo", "reclamo")]),
  manual("Encuesta manual al marcar resuelto", [field("resuelto", true)], "or"),
  manual("Encuesta manual por etiqueta", [field("etiquetas", "vip"), field("etiquetas", "seguimiento")]),
  manual(
    "Encuesta manual al clasificar varios motivos",
    [field("motivo", "facturacion", "reclamo"), field("etiquetas", "vip")],
    "or",
  ),
  manual("Encuesta manual fuera de WhatsApp", [account("acc-wsp")], "not"),
  // Notifications.
  hook("Avisar cierres de reclamos", "ticket.closed", [field("motivo", "reclamo")]),
  hook("Avisar cierres en domingo", "ticket.closed", [weekday("sun")]),
  hook("Avisar cierres de fin de mes", "ticket.closed", [dates("2026-11-28", "2026-11-30")]),
  hook("Avisar cierres fuera de horario", "ticket.closed", [closed]),
  hook("Avisar cierres sin motivo", "ticket.closed", [
    none(field("motivo", "soporte", "ventas", "facturacion", "reclamo", "spam")),
  ]),
  hook(
    "Avisar al CRM de cierres y reclamos",
    "ticket.closed",
    [field("motivo", "reclamo"), field("urgente", true)],
    "or",
  ),
  hook("Avisar cierre o palabras de urgencia", "ticket.closed", [words("urgente", "emergencia")], "or"),
  hook("Avisar de mensajes o al clasificar ventas", "message.received", [field("motivo", "ventas")], "or"),
  hook(
    "Avisar al cerrar, o si escribe reclamo en WhatsApp",
    "ticket.closed",
    [all(words("reclamo"), account("acc-wsp"))],
    "or",
  ),
  hook("Guardia nocturna", "message.received", [
    { type: "withinBusinessHours", calendar: "cal-guardia" },
    words("urgente", "emergencia", "sin servicio", "🚨"),
  ]),
  hook("Mensajes fuera del horario de bodega", "message.received", [
    { type: "outsideBusinessHours", calendar: "cal-bodega" },
    field("motivo", "despacho"),
  ]),
  hook("No abordados a la hora de almuerzo", "message.received", [
    unattended,
    between("13:00", "14:00"),
    weekday(...WEEK),
  ]),
  hook("No abordados después de las 18", "message.received", [unattended, between("18:00", "24:00")]),
  hook("No asignados en horario hábil", "message.received", [unassigned, open]),
  hook("Mensajes en Fiestas Patrias", "message.received", [
    dates("2026-09-17", "2026-09-20"),
    account("acc-wsp"),
  ]),
  hook("Mensajes en Navidad o Año Nuevo", "message.received", [
    any(dates("2026-12-24", "2026-12-25"), dates("2026-12-31", "2027-01-01")),
  ]),
  hook("Mensajes de noche o en fin de semana", "message.received", [
    any(weekday("sat", "sun"), between("20:00", "08:00")),
    none(account("acc-mail")),
  ]),
  hook(
    "Mensajes en horas de oficina sin calendario",
    "message.received",
    [weekday("sat", "sun"), between("18:00", "09:00")],
    "not",
  ),
  hook("Días de semana fuera de 9 a 18", "message.received", [
    weekday(...WEEK),
    none(between("09:00", "18:00")),
  ]),
  hook(
    "Salvo WhatsApp y correo, fuera de horario",
    "message.received",
    [account("acc-wsp", "acc-mail"), open],
    "not",
  ),
  hook("Menciona la competencia", "message.received", [words("Entel", "Movistar", "WOM", "Claro")]),
  hook("Baja del servicio", "message.received", [words("dar de baja", "cancelar", "anular", "portabilidad")]),
  hook("Baja con su RUT", "message.received", [words("baja"), matches("\\d{7,8}-[\\dk]")]),
  hook("Factura y RUT en el mismo mensaje", "message.received", [
    { type: "messageContains", words: ["factura", "rut"], match: "all" },
  ]),
  hook("Cualquier forma de reclamar", "message.received", [
    { type: "messageContains", words: ["reclam", "queja", "denunci"], mode: "substring" },
  ]),
  hook("Correo en el mensaje", "message.received", [matches("[\\w.+-]+@[\\w-]+\\.[\\w.]+")]),
  hook("Teléfono chileno", "message.received", [matches("(?:\\+?56)?\\s*9\\s*\\d{4}\\s*\\d{4}")]),
  hook("Solo dice hola", "message.received", [matches("^\\s*(?:hola|buenas|buenos d[ií]as)[\\s!.]*$")]),
  hook("Llegó o no llegó, con acentos", "message.received", [matches("(?<!\\p{L})lleg[oó](?!\\p{L})", "iu")]),
  hook("Código en mayúsculas", "message.received", [matches("\\b[A-Z]{3}-\\d{4}\\b", "")]),
  hook("Contiene un enlace", "message.received", [matches("https?://\\S+")]),
  hook("Cliente Premium sin abordar", "message.received", [field("cliente", "premium"), unattended]),
  hook("Región Metropolitana o Valparaíso", "message.received", [
    field("region", "Metropolitana", "Valparaíso"),
  ]),
  hook("Más de dos reaperturas", "ticket.closed", [field("reaperturas", 3, 4, 5)]),
  hook("Compromiso para Navidad", "ticket.closed", [field("compromiso", "2026-12-24")]),
  hook("Etiqueta VIP sin seguimiento", "ticket.closed", [
    field("etiquetas", "vip"),
    none(field("etiquetas", "seguimiento")),
  ]),
  {
    ...hook("Campaña Cyber (apagada)", "message.received", [dates("2025-10-06", "2025-10-08")]),
    active: false,
  },
];

/** The workspace of these rules. */
export const sensible: Workspace = {
  schemaVersion: 1,
  timeZone: "America/Santiago",
  accounts: [
    { id: "acc-wsp", name: "Wsp empresa - Whatsapp", calendar: "cal-oficina" },
    { id: "acc-ig", name: "Instagram", calendar: "cal-oficina" },
    { id: "acc-web", name: "Chat del sitio web", calendar: "cal-oficina" },
    { id: "acc-mail", name: "Correo soporte", calendar: "cal-oficina" },
    { id: "acc-tel", name: "Teléfono" },
  ],
  calendars: [
    {
      id: "cal-oficina",
      name: "Oficina",
      timeZone: "America/Santiago",
      weekly: {
        mon: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
        tue: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
        wed: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
        thu: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
        fri: [
          ["09:00", "13:00"],
          ["14:00", "17:00"],
        ],
      },
      exceptions: { "01-01": [], "05-01": [], "09-18": [], "09-19": [], "12-25": [], "2026-04-03": [] },
    },
    {
      id: "cal-guardia",
      name: "Guardia técnica nocturna",
      timeZone: "America/Santiago",
      weekly: { fri: [["22:00", "06:00"]], sat: [["22:00", "06:00"]], sun: [["22:00", "06:00"]] },
    },
    {
      id: "cal-bodega",
      name: "Bodega de Punta Arenas",
      timeZone: "America/Punta_Arenas",
      weekly: { mon: [["08:00", "24:00"]], tue: [["00:00", "24:00"]], wed: [["00:00", "20:00"]] },
      exceptions: { "2026-12-24": [["09:00", "12:00"]] },
    },
  ],
  fields: [
    {
      id: "motivo",
      name: "Motivo de consulta",
      type: "select",
      options: ["soporte", "ventas", "facturacion", "reclamo", "despacho", "spam"].map((id) => ({
        id,
        name: id,
      })),
    },
    {
      id: "cliente",
      name: "Tipo de cliente",
      type: "select",
      options: [
        { id: "premium", name: "Premium" },
        { id: "normal", name: "Normal" },
      ],
    },
    {
      id: "etiquetas",
      name: "Etiquetas",
      type: "multi",
      options: [
        { id: "vip", name: "VIP" },
        { id: "seguimiento", name: "Seguimiento" },
      ],
    },
    { id: "resuelto", name: "Resuelto", type: "boolean" },
    { id: "urgente", name: "Urgente", type: "boolean" },
    { id: "region", name: "Región", type: "text" },
    { id: "reaperturas", name: "Reaperturas", type: "number" },
    { id: "compromiso", name: "Fecha de compromiso", type: "date" },
  ],
  integrations: {
    botcenter: {
      enabled: true,
      active: true,
      apiToken: "token-de-ejemplo",
      bots: [
        { id: "bot-lead", name: "Lead bot", active: true },
        { id: "bot-noche", name: "Bot nocturno", active: true },
        { id: "bot-rut", name: "Bot verificador", active: true },
        { id: "bot-ventas", name: "Bot de ventas", active: true },
      ],
    },
    timepoints: { enabled: true, active: true, apiToken: "token-de-ejemplo" },
    webhook: { enabled: true, active: true, url: "https://crm.example.com/hooks/tickets" },
  },
  rules: sensibleRules,
};
