/** Rules under which every kind of effect can be asked for by an event. */
import type { TicketEvent, Workspace } from "ticket-rules";

export const WEBHOOK = "https://hooks.example.com/tickets";
/** A key of Standard Webhooks, made for these tests. */
export const WEBHOOK_SECRET = "whsec_dGlja2V0aW5nLWJhY2tlbmQtdGVzdHMtMzJieXRlcw==";

const on = { enabled: true, active: true } as const;

/** A message starts a bot unless it says "persona", which stops it; a close notifies, and asks a customer once a month. */
export const workspace: Workspace = {
  schemaVersion: 1,
  timeZone: "UTC",
  accounts: [{ id: "acc-wsp", name: "WhatsApp" }],
  integrations: {
    botcenter: {
      ...on,
      apiToken: "token-of-the-bots",
      bots: [{ id: "bot-lead", name: "Lead", active: true }],
    },
    timepoints: { ...on, apiToken: "token-of-the-surveys" },
    webhook: { ...on, url: WEBHOOK, secret: WEBHOOK_SECRET },
  },
  rules: [
    {
      id: "stop",
      name: "Stop the bot when a person is asked for",
      active: true,
      integration: "botcenter",
      trigger: "message.received",
      operator: "and",
      conditions: [{ type: "messageContains", words: ["persona"] }],
      actions: [{ type: "terminateBot" }],
    },
    {
      id: "start",
      name: "Start the bot",
      active: true,
      integration: "botcenter",
      trigger: "message.received",
      operator: "not",
      conditions: [{ type: "messageContains", words: ["persona"] }],
      actions: [{ type: "activateBot", bot: "bot-lead" }],
    },
    {
      id: "tell",
      name: "Tell of messages",
      active: true,
      integration: "webhook",
      trigger: "message.received",
      operator: "and",
      conditions: [],
      actions: [{ type: "notify" }],
    },
    {
      id: "survey",
      name: "Ask after a close",
      active: true,
      integration: "timepoints",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "sendSurvey", survey: 12, delayMinutes: 0, spamThresholdDays: 30 }],
    },
    {
      id: "manual",
      name: "Let agents ask by hand",
      active: true,
      integration: "timepoints",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "enableManualSurvey" }],
    },
    {
      id: "tell-close",
      name: "Tell of closes",
      active: true,
      integration: "webhook",
      trigger: "ticket.closed",
      operator: "and",
      conditions: [],
      actions: [{ type: "notify" }],
    },
  ],
};

/** The same rules, with the survey so many minutes after the close. */
export function withDelay(delayMinutes: number): Workspace {
  const rules = workspace.rules.map((rule) =>
    rule.id === "survey" && rule.integration === "timepoints"
      ? {
          ...rule,
          actions: rule.actions.map((action) => ("survey" in action ? { ...action, delayMinutes } : action)),
        }
      : rule,
  );
  return { ...workspace, rules };
}

export function message(id: string, ticket: string, text = "hola", at = new Date()): TicketEvent {
  const facts = {
    id: ticket,
    account: "acc-wsp",
    customer: `cus-${ticket}`,
    assignee: null,
    status: "open",
  } as const;
  return { id, type: "message.received", at: at.toISOString(), ticket: facts, message: { text } };
}

export function close(id: string, ticket: string, customer = `cus-${ticket}`, at = new Date()): TicketEvent {
  const facts = { id: ticket, account: "acc-wsp", customer, assignee: null, status: "closed" } as const;
  return { id, type: "ticket.closed", at: at.toISOString(), ticket: facts };
}

export function reopen(id: string, ticket: string, at = new Date()): TicketEvent {
  const facts = {
    id: ticket,
    account: "acc-wsp",
    customer: `cus-${ticket}`,
    assignee: null,
    status: "open",
  } as const;
  return { id, type: "ticket.reopened", at: at.toISOString(), ticket: facts };
}
