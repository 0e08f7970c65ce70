/** The page's example as a workspace, in parts that tests change. */
import type { Rule, TicketEvent, Workspace } from "../../src/index.ts";

export const SECRET_TOKENS = ["tok-botcenter-7f3a", "tok-timepoints-91bc", "whsec_c2VjcmV0LXZhbHVl"] as const;

export function workspace(rules: readonly unknown[], changes: Partial<Workspace> = {}): Workspace {
  return {
    schemaVersion: 1,
    timeZone: "America/Santiago",
    accounts: [{ id: "acc-wsp", name: "Wsp empresa - Whatsapp", calendar: "cal-office" }],
    calendars: [
      {
        id: "cal-office",
        name: "Office",
        timeZone: "America/Santiago",
        weekly: {
          mon: [
            ["09:00", "13:00"],
            ["14:00", "18:00"],
          ],
        },
      },
    ],
    fields: [{ id: "motivo", name: "Motivo", type: "select", options: [{ id: "soporte", name: "Soporte" }] }],
    integrations: {
      botcenter: {
        enabled: true,
        active: true,
        apiToken: SECRET_TOKENS[0],
        bots: [
          { id: "bot-lead", name: "Lead bot", active: true },
          { id: "bot-off", name: "Off", active: false },
        ],
      },
      timepoints: { enabled: true, active: true, apiToken: SECRET_TOKENS[1] },
      webhook: { enabled: true, active: true, url: "https://example.com/hook", secret: SECRET_TOKENS[2] },
    },
    rules: rules as Rule[],
    ...changes,
  };
}

export const leadBot = {
  id: "lead-bot",
  name: "Lead bot for unassigned WhatsApp tickets",
  active: true,
  integration: "botcenter",
  trigger: "message.received",
  operator: "and",
  conditions: [{ type: "unassigned" }, { type: "account", is: "acc-wsp" }],
  actions: [{ type: "activateBot", bot: "bot-lead" }],
};

export const notifyOnClose = {
  id: "notify",
  name: "Notify",
  active: true,
  integration: "webhook",
  trigger: "ticket.closed",
  operator: "and",
  conditions: [],
  actions: [{ type: "notify" }],
};

export const survey = (id: string, action: object) => ({
  id,
  name: "Survey",
  active: true,
  integration: "timepoints",
  trigger: "ticket.closed",
  operator: "and",
  conditions: [],
  actions: [{ type: "sendSurvey", survey: 4, ...action }],
});

export const message = (changes: Partial<TicketEvent> = {}): TicketEvent => ({
  id: "evt-1",
  type: "message.received",
  at: "2026-11-23T12:00:00Z",
  ticket: {
    id: "t-1",
    account: "acc-wsp",
    customer: "cus-1",
    assignee: null,
    attended: false,
    activeBot: null,
  },
  message: { text: "Hola" },
  ...changes,
});

export const closed = (changes: Partial<TicketEvent> = {}): TicketEvent => ({
  id: "evt-2",
  type: "ticket.closed",
  at: "2026-11-23T12:00:00Z",
  ticket: { id: "t-1", account: "acc-wsp", customer: "cus-1", status: "closed" },
  surveys: [],
  ...changes,
});

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
