/** Events to begin with, made for the workspace that is there: its accounts, calendars and fields. */
import type { Locale, TicketEvent, Workspace } from "ticket-rules";
import { clockOf, openHours, weekAround } from "./week.ts";
import { DAY, nextClockChange, writeLocal } from "./zoneTime.ts";

/** An event to try. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly event: TicketEvent;
}

/** Samples for a workspace; times are near the instant given. */
export function samplesFor(workspace: Workspace, locale: Locale, near: number): Sample[] {
  const [account] = workspace.accounts ?? [];
  const clock = clockOf(workspace, account?.id);
  const [select] = (workspace.fields ?? []).filter(({ options = [] }) => options.length > 0);
  const [option] = select?.options ?? [];
  const week = weekAround(clock.zone, near);
  const span = { from: week[0]?.from ?? near, to: week[6]?.to ?? near + 7 * DAY };
  const hours = clock.calendar === undefined ? [] : openHours(clock.calendar, span);
  const opening = hours.find(({ open }) => open) ?? { from: near, to: near + DAY / 24 };
  const closing = hours.find(({ open, from }) => !open && from > opening.from);
  const inHours = writeLocal(
    clock.zone,
    opening.from + Math.min(90 * 60_000, (opening.to - opening.from) / 2),
  );
  const change = nextClockChange(clock.zone, near);
  const say = WORDS[locale];
  const message = (
    id: string,
    at: string,
    text: string | null,
    ticket: Partial<TicketEvent["ticket"]> = {},
  ) => ({
    ...base(id, "message.received", at, account?.id ?? null, ticket),
    message: { text, direction: "inbound" as const, author: "customer" as const },
  });
  const samples: Sample[] = [
    { id: "new", title: say.first, event: message("sample-1", inHours, say.hello) },
    { id: "held", title: say.held, event: message("sample-2", inHours, say.thanks, HELD) },
    { id: "cancel", title: say.leaves, event: message("sample-3", inHours, say.cancel) },
    { id: "picture", title: say.picture, event: message("sample-4", inHours, null) },
    {
      id: "closed",
      title: say.closed,
      event: base("sample-5", "ticket.closed", inHours, account?.id ?? null, CLOSED),
    },
    { id: "bare", title: say.bare, event: bare(message("sample-6", inHours, say.hello)) },
  ];
  if (closing !== undefined) {
    samples.splice(1, 0, {
      id: "late",
      title: say.late,
      event: message("sample-7", writeLocal(clock.zone, closing.from + 60 * 60_000), say.hello),
    });
  }
  if (select !== undefined && option !== undefined) {
    const classified = base("sample-8", "ticket.classified", inHours, account?.id ?? null, {
      classification: Object.fromEntries([[select.id, option.id]]),
    });
    const changes = { classification: Object.fromEntries([[select.id, { before: null, after: option.id }]]) };
    samples.push({
      id: "classified",
      title: say.classified(select.name, option.name),
      event: { ...classified, changes },
    });
  }
  if (change !== undefined) {
    const at = writeLocal(clock.zone, change.at - 30 * 60_000);
    samples.push({ id: "clock", title: say.clock, event: message("sample-9", at, say.hello) });
  }
  return samples;
}

const HELD: Partial<TicketEvent["ticket"]> = { assignee: { type: "human", id: "carolina" }, attended: true };
const CLOSED: Partial<TicketEvent["ticket"]> = { ...HELD, status: "closed" };

function base(
  id: string,
  type: string,
  at: string,
  account: string | null,
  ticket: Partial<TicketEvent["ticket"]>,
): TicketEvent {
  return {
    id,
    type,
    at,
    ticket: {
      id: "ticket-1",
      account,
      customer: "customer-1",
      assignee: null,
      attended: false,
      classification: {},
      activeBot: null,
      status: "open",
      ...ticket,
    },
    surveys: [],
  };
}

/** What must be there, and nothing else: every other fact is unknown. */
function bare({ id, type, at, ticket }: TicketEvent): TicketEvent {
  return { id, type, at, ticket: { id: ticket.id } };
}

const WORDS = {
  es: {
    first: "Primer mensaje, en horario",
    late: "Primer mensaje, fuera de horario",
    held: "Ticket que ya atiende alguien",
    leaves: "Pide la baja",
    picture: "Foto sin texto",
    closed: "Se cierra un ticket",
    classified: (field: string, option: string) => `Se clasifica: ${field} = ${option}`,
    clock: "Minutos antes de un cambio de hora",
    bare: "No se sabe casi nada",
    hello: "Hola, quiero información",
    thanks: "Gracias, quedo atento",
    cancel: "Quiero dar de BAJA el servicio",
  },
  en: {
    first: "First message, in hours",
    late: "First message, out of hours",
    held: "Ticket that somebody has",
    leaves: "Asks to cancel",
    picture: "Picture without text",
    closed: "A ticket is closed",
    classified: (field: string, option: string) => `Classified: ${field} = ${option}`,
    clock: "Minutes before a clock change",
    bare: "Hardly anything is known",
    hello: "Hola, quiero información",
    thanks: "Gracias, quedo atento",
    cancel: "Quiero dar de BAJA el servicio",
  },
};
