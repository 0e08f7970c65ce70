import type { Message, Ticket, TicketEvent } from "../event.ts";

/** What a test says about its event; all else is as `ticketEvent` has it. */
export interface TicketEventOverrides extends Partial<Omit<TicketEvent, "ticket" | "message">> {
  /** Facts of the ticket that differ. `undefined` means not supplied. */
  ticket?: Partial<Ticket>;
  /** Facts of the message that differ. `null`: no text; `undefined`: no message supplied. */
  message?: Message | null | undefined;
}

/**
 * A valid event for tests, the same each time: a customer's first message, "Hola", on Monday 2026-03-16 at 11:30 in
 * Santiago, on an open ticket that nobody holds or has answered, with every fact supplied.
 *
 * @param overrides What is to differ. Facts of `ticket` and `message` are replaced one by one, all else whole.
 *   An event of another type than `message.received` has no message of its own, and the ticket of a
 *   `ticket.closed` is closed.
 *
 * @example
 * ticketEvent({ message: { text: "quiero cancelar" } });
 * ticketEvent({ type: "ticket.closed", ticket: { classification: { motivo: "soporte" } } });
 * ticketEvent({ ticket: { assignee: undefined } });   // the host did not say whether it is assigned
 */
export function ticketEvent(overrides: TicketEventOverrides = {}): TicketEvent {
  const { ticket, message, ...rest } = overrides;
  const type = overrides.type ?? "message.received";
  const received: Message = { id: "message-1", text: "Hola", direction: "inbound", author: "customer" };
  const base: Message | undefined = type === "message.received" ? received : undefined;
  const isMerged = message !== undefined && message !== null;
  const merged = isMerged ? { ...base, ...message } : Object.hasOwn(overrides, "message") ? message : base;
  return {
    id: "event-1",
    type,
    at: "2026-03-16T11:30:00-03:00",
    surveys: [],
    ...rest,
    ticket: {
      id: "ticket-1",
      account: "acc-wsp",
      customer: "customer-1",
      assignee: null,
      attended: false,
      classification: {},
      activeBot: null,
      status: type === "ticket.closed" ? "closed" : "open",
      ...ticket,
    },
    ...(merged === undefined ? {} : { message: merged }),
  };
}
