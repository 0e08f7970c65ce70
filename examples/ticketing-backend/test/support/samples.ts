/** Events as the sample workspace knows them. */

export function message(id: string, ticket: object = {}, text = "Hola, quiero información") {
  return {
    id,
    type: "message.received",
    at: "2026-11-23T12:00:00Z",
    ticket: { id: "t-1", account: "acc-wsp", customer: "cus-1", assignee: null, ...ticket },
    message: { text },
  };
}

export function closed(id: string, ticket: object = {}, at = "2026-11-23T12:00:00Z") {
  return {
    id,
    type: "ticket.closed",
    at,
    ticket: { id: "t-1", account: "acc-wsp", customer: "cus-1", status: "closed", ...ticket },
  };
}

export function reopened(id: string, ticket: object = {}, at = "2026-11-23T12:30:00Z") {
  return {
    id,
    type: "ticket.reopened",
    at,
    ticket: { id: "t-1", customer: "cus-1", status: "open", ...ticket },
  };
}
