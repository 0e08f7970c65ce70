/** What is posted, and the rules it meets. Made up, the same each time. */
import type { Rule, Workspace } from "ticket-rules";

const ACCOUNTS = 50;
const TICKETS = 10_000;
const WORDS = [
  "internet",
  "boleta",
  "señal",
  "técnico",
  "contrato",
  "pago",
  "visita",
  "router",
  "plan",
  "deuda",
];

/** Nine rules in ten name an account; each watches two words of its own. One message in ten fires a rule. */
export function workspaceOf(rules: number): Workspace {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => ({ id: `acc-${at}`, name: `Account ${at}` }));
  return {
    schemaVersion: 1,
    timeZone: "America/Santiago",
    accounts,
    integrations: {
      botcenter: {
        enabled: true,
        active: true,
        apiToken: "load-test",
        bots: [{ id: "bot", name: "Bot", active: true }],
      },
    },
    rules: Array.from({ length: rules }, (_, at) => ruleOf(at)),
  };
}

function ruleOf(at: number): Rule {
  const words = at === 0 ? ["cancelar"] : [`palabra${at}`, `${WORDS[at % WORDS.length]} ${at}`];
  const named = at > 0 && at % 10 > 0 ? [{ type: "account" as const, is: `acc-${at % ACCOUNTS}` }] : [];
  return {
    id: `rule-${at}`,
    name: `Rule ${at}`,
    active: true,
    integration: "botcenter",
    trigger: "message.received",
    operator: "and",
    conditions: [...named, { type: "unassigned" }, { type: "messageContains", words }],
    actions: [{ type: "activateBot", bot: "bot" }],
  };
}

/** The body of the n-th event of a run: ids never repeat, tickets and accounts go round. */
export function eventOf(run: string, n: number): string {
  const text = `Hola, tengo un problema con ${WORDS[n % 10]} y ${WORDS[(n >> 3) % 10]} desde ayer en la tarde, ¿me ayudan?`;
  return JSON.stringify({
    id: `${run}-${n}`,
    type: "message.received",
    at: new Date().toISOString(),
    ticket: {
      id: `${run}-t-${n % TICKETS}`,
      account: `acc-${n % ACCOUNTS}`,
      customer: `cus-${n % TICKETS}`,
      assignee: null,
      activeBot: null,
    },
    message: { text: n % 10 === 0 ? `${text} Si no, quiero cancelar.` : text },
  });
}
