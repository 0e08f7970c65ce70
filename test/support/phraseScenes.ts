/** Events that rules meet in every way, and what is said of it. */
import {
  type Condition,
  compile,
  describeDecision,
  describeTrace,
  evaluate,
  explain,
  type Locale,
  type Operator,
  type TicketEvent,
  type Workspace,
} from "../../src/index.ts";
import { phraseWorkspace } from "./phraseRules.ts";

const rule = (name: string, operator: Operator, conditions: Condition[], changes: object = {}) => ({
  id: name,
  name,
  active: true,
  integration: "webhook",
  trigger: "message.received",
  operator,
  conditions,
  actions: [{ type: "notify" }],
  ...changes,
});

/** Monday, 10:00 in Santiago. */
const message = (ticket: object = {}, changes: object = {}): TicketEvent => ({
  id: "evt-1",
  type: "message.received",
  at: "2026-11-23T13:00:00Z",
  ticket: {
    id: "t-1",
    account: "ig",
    assignee: { type: "human", id: "carolina" },
    attended: true,
    ...ticket,
  },
  message: { text: "Hola, ¿me pueden ayudar con una factura que no llegó nunca a mi casa?" },
  ...changes,
});

const closed = (changes: object = {}): TicketEvent => ({
  id: "evt-2",
  type: "ticket.closed",
  at: "2026-11-23T13:00:00Z",
  ticket: {
    id: "t-1",
    account: "mail",
    customer: "cus-1",
    classification: { motivo: "ventas" },
    status: "closed",
  },
  surveys: [],
  ...changes,
});

const classified = (before: string | null): TicketEvent => ({
  id: "evt-3",
  type: "ticket.classified",
  at: "2026-11-23T13:00:00Z",
  ticket: { id: "t-1", account: "wsp", classification: { motivo: "soporte" } },
  changes: { classification: { motivo: { before, after: "soporte" } } },
});

const pageRule = rule("WhatsApp sin asignar", "and", [
  { type: "unassigned" },
  { type: "account", is: "wsp" },
]);
const orRule = rule(
  "Al cerrar o clasificar",
  "or",
  [{ type: "classification", field: "motivo", is: "soporte" }],
  {
    integration: "timepoints",
    trigger: "ticket.closed",
    actions: [{ type: "enableManualSurvey" }],
  },
);
const nested = rule("Sin abordar y molesto", "and", [
  { type: "unattended" },
  {
    type: "group",
    operator: "or",
    conditions: [
      { type: "messageContains", words: ["baja", "cancelar"] },
      { type: "messageMatches", pattern: "!{3,}" },
    ],
  },
]);
const one = (condition: Condition) => rule("Una condición", "and", [condition]);
const none = (...conditions: Condition[]) => rule("Ninguna", "not", conditions);

/** A rule, an event that it meets, and the rules before it. */
const traces: { title: string; rule: object; event: TicketEvent; before?: object[] }[] = [
  { title: "fired", rule: pageRule, event: message({ account: "wsp", assignee: null }) },
  { title: "fired, of two accounts", rule: one({ type: "account", is: ["wsp", "ig"] }), event: message() },
  {
    title: "fired, none of them",
    rule: none({ type: "unassigned" }, { type: "weekday", is: ["sat", "sun"] }),
    event: message(),
  },
  {
    title: "fired, one of a group",
    rule: nested,
    event: message({ attended: false }, { message: { text: "¡Quiero la baja!" } }),
  },
  { title: "an `or` on its trigger", rule: orRule, event: closed() },
  { title: "an `or` on an event that makes it true", rule: orRule, event: classified("ventas") },
  { title: "an `or` that was true before", rule: orRule, event: classified("soporte") },
  { title: "an `or` on an event that does not touch it", rule: orRule, event: message() },
  {
    title: "an `or` on an event that makes it something else",
    rule: orRule,
    event: {
      ...classified("soporte"),
      ticket: { id: "t-1", classification: { motivo: "ventas" } },
      changes: { classification: { motivo: { before: "soporte", after: "ventas" } } },
    },
  },
  {
    title: "an `or` that would need a fact",
    rule: orRule,
    event: { ...classified("ventas"), ticket: { id: "t-1" } },
  },
  { title: "another account", rule: one({ type: "account", is: "wsp" }), event: message() },
  { title: "two to blame", rule: pageRule, event: message() },
  { title: "one of a group to blame", rule: nested, event: message() },
  { title: "the wrong event", rule: pageRule, event: closed() },
  { title: "an event of the host's", rule: pageRule, event: { ...closed(), type: "order.paid" } },
  {
    title: "a message of ours",
    rule: pageRule,
    event: message({ account: "wsp", assignee: null }, { message: { text: "Hola", author: "human" } }),
  },
  {
    title: "no account",
    rule: one({ type: "account", is: ["wsp", "ig"] }),
    event: message({ account: null }),
  },
  {
    title: "a bot has it",
    rule: one({ type: "unassigned" }),
    event: message({ assignee: { type: "bot", id: "lead" } }),
  },
  {
    title: "another motive",
    rule: one({ type: "classification", field: "motivo", is: ["soporte", "reclamo"] }),
    event: message({ classification: { motivo: "ventas" } }),
  },
  {
    title: "no motive",
    rule: one({ type: "classification", field: "motivo", is: "soporte" }),
    event: message({ classification: {} }),
  },
  {
    title: "tags",
    rule: one({ type: "classification", field: "etiquetas", is: "vip" }),
    event: message({ classification: { etiquetas: ["moroso", "otro"] } }),
  },
  {
    title: "closed hours",
    rule: one({ type: "withinBusinessHours" }),
    event: message({}, { at: "2026-11-24T23:15:00Z" }),
  },
  {
    title: "not to be in hours",
    rule: none({ type: "withinBusinessHours", calendar: "oficina" }),
    event: message(),
  },
  { title: "another day", rule: one({ type: "weekday", is: ["sat", "sun"] }), event: message() },
  { title: "another hour", rule: one({ type: "timeRange", from: "22:00", to: "06:00" }), event: message() },
  {
    title: "another date",
    rule: one({ type: "dateRange", from: "2026-12-01", to: "2026-12-24" }),
    event: message(),
  },
  {
    title: "no text",
    rule: one({ type: "messageContains", words: ["baja"] }),
    event: message({}, { message: { text: null } }),
  },
  { title: "a pattern", rule: one({ type: "messageMatches", pattern: "^chao" }), event: message() },
  { title: "indeterminate", rule: pageRule, event: message({ account: undefined, assignee: null }) },
  {
    title: "indeterminate, two facts",
    rule: nested,
    event: message({ attended: undefined }, { message: undefined }),
  },
  { title: "no calendar", rule: one({ type: "outsideBusinessHours" }), event: message({ account: "fb" }) },
  {
    title: "switched off",
    rule: { ...pageRule, active: false },
    event: message({ account: "wsp", assignee: null }),
  },
  {
    title: "a loop",
    rule: pageRule,
    event: message({ account: "wsp", assignee: null }, { cause: { rules: [pageRule.id], depth: 1 } }),
  },
  {
    title: "a long chain",
    rule: pageRule,
    event: message({ account: "wsp", assignee: null }, { cause: { rules: [], depth: 10 } }),
  },
  {
    title: "stopped",
    rule: pageRule,
    event: message({ account: "wsp", assignee: null }),
    before: [rule("Primera", "and", [], { stop: true })],
  },
  {
    title: "an account that is gone",
    rule: one({ type: "account", is: "acc-vieja" }),
    event: message(),
  },
  { title: "no id, no name", rule: {}, event: message() },
  { title: "not valid", rule: { ...pageRule, trigger: "ticket.opened", actions: [] }, event: message() },
];

/** Rules that meet one event together. */
const decisions: { title: string; rules: object[]; event: TicketEvent; account?: string }[] = [
  { title: "a decision: nothing", rules: [pageRule], event: message() },
  {
    title: "a decision: bots",
    rules: [
      rule("Saludo", "and", [], {
        integration: "botcenter",
        actions: [{ type: "activateBot", bot: "lead" }],
      }),
      rule("Noche", "and", [], {
        integration: "botcenter",
        actions: [{ type: "activateBot", bot: "night" }],
      }),
      rule("Antiguo", "and", [], {
        integration: "botcenter",
        actions: [{ type: "activateBot", bot: "old" }],
      }),
      rule("Aviso", "and", []),
      rule("Otro aviso", "and", []),
      nested,
      rule("Vuelta", "and", []),
    ],
    event: message({ attended: undefined }, { cause: { rules: ["Vuelta"], depth: 2 } }),
  },
  {
    title: "a decision: another bot is active",
    rules: [
      rule("Saludo", "and", [], {
        integration: "botcenter",
        actions: [{ type: "activateBot", bot: "lead" }],
      }),
      rule("Perdido", "and", [], {
        integration: "botcenter",
        actions: [{ type: "activateBot", bot: "bot-9" }],
      }),
      rule("Fin", "and", [], { integration: "botcenter", actions: [{ type: "terminateBot" }] }),
    ],
    event: message({ activeBot: "night" }),
  },
  {
    title: "a decision: surveys, in the zone of the account",
    rules: [
      rule("Encuesta", "and", [], {
        integration: "timepoints",
        trigger: "ticket.closed",
        actions: [{ type: "sendSurvey", survey: 12, delayMinutes: 150 }],
      }),
      rule("Otra", "and", [], {
        integration: "timepoints",
        trigger: "ticket.closed",
        actions: [{ type: "sendSurvey", survey: 3, delayMinutes: 1440, spamThresholdDays: 3 }],
      }),
      rule("Ahora", "and", [], {
        integration: "timepoints",
        trigger: "ticket.closed",
        actions: [{ type: "sendSurvey", survey: 5 }],
      }),
    ],
    event: closed(),
    account: "mail",
  },
];

/** All of them, in words. */
export function describedScenes(locale: Locale): { title: string; text: string }[] {
  const workspaceOf = (rules: object[]) => ({ ...phraseWorkspace, rules }) as Workspace;
  return [
    ...traces.map(({ title, rule: written, event, before = [] }) => {
      const workspace = workspaceOf([...before, written]);
      const trace = explain(compile(workspace), event).at(-1);
      return { title, text: trace === undefined ? "" : describeTrace(trace, { locale, workspace }) };
    }),
    ...decisions.map(({ title, rules, event, account }) => {
      const workspace = workspaceOf(rules);
      const decision = evaluate(compile(workspace), event);
      return { title, text: describeDecision(decision, { locale, workspace, account }) };
    }),
  ];
}
