/** The page's TimePoints example: on closing a ticket *or* on classifying it as soporte. */
import assert from "node:assert/strict";
import { compile, evaluate, eventsFor, type FieldChange, type TicketEvent } from "ticket-rules";

const ruleSet = compile({
  schemaVersion: 1,
  timeZone: "America/Santiago",
  fields: [
    {
      id: "motivo",
      name: "Motivo de consulta",
      type: "select",
      options: [
        { id: "soporte", name: "Soporte" },
        { id: "ventas", name: "Ventas" },
      ],
    },
    { id: "region", name: "Región", type: "text" },
  ],
  integrations: { timepoints: { enabled: true, active: true, apiToken: "example-token" } },
  rules: [
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
  ],
});

// The rule starts from closing, and yet has to hear of classifying: `eventsFor` says so.
assert.deepEqual([...eventsFor(ruleSet)].sort(), ["ticket.classified", "ticket.closed"]);

const soporte = { motivo: "soporte" };
const steps: { what: string; event: TicketEvent; fires: boolean }[] = [
  {
    what: "classified as soporte",
    event: happened("ticket.classified", soporte, { motivo: { before: null, after: "soporte" } }),
    fires: true,
  },
  {
    what: "region filled in, still soporte",
    event: happened(
      "ticket.classified",
      { ...soporte, region: "Ñuble" },
      { region: { before: null, after: "Ñuble" } },
    ),
    fires: false,
  },
  {
    what: "saved again without a change",
    event: happened("ticket.classified", soporte, { motivo: { before: "soporte", after: "soporte" } }),
    fires: false,
  },
  { what: "a message on a soporte ticket", event: happened("message.received", soporte), fires: false },
  { what: "closed", event: happened("ticket.closed", soporte), fires: true },
  { what: "closed as ventas", event: happened("ticket.closed", { motivo: "ventas" }), fires: true },
];

for (const { what, event, fires } of steps) {
  const { fired } = evaluate(ruleSet, event);
  assert.equal(fired.includes("encuesta-manual"), fires, what);
  console.log(`${what.padEnd(34)}${fires ? "fires" : "does not fire"}`);
}

function happened(
  type: string,
  classification: Record<string, string>,
  changed?: Record<string, FieldChange>,
): TicketEvent {
  return {
    id: `evt-${type}`,
    type,
    at: "2026-04-02T13:00:00Z",
    ticket: { id: "1043", classification },
    ...(changed === undefined ? {} : { changes: { classification: changed } }),
  };
}
