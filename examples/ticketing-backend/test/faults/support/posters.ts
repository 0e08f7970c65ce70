/** Posts events all the time, as senders do: each until it is accepted, and never again after that. */
import type { TicketEvent } from "ticket-rules";
import { close, message, reopen } from "./workspace.ts";

export interface Posters {
  /** Ids of events that were answered with success. */
  readonly accepted: ReadonlySet<string>;
  /** Begins no further event; resolves when those begun are accepted. */
  finish(): Promise<void>;
}

/** @param post resolves to true when the event was accepted */
export function startPosters(count: number, post: (event: TicketEvent) => Promise<boolean>): Posters {
  const accepted = new Set<string>();
  let finishing = false;
  let next = 0;

  async function poster(): Promise<void> {
    while (!finishing) {
      const event = eventOf(next++);
      while (!(await post(event).catch(() => false))) await pause(50);
      accepted.add(event.id);
      await pause(10);
    }
  }

  const all = Promise.all([...Array(count).keys()].map(poster));
  return {
    accepted,
    async finish() {
      finishing = true;
      await all;
    },
  };
}

/** A conversation in five events: hello, a person please, the end, back again, the end. */
function eventOf(index: number): TicketEvent {
  const ticket = `t${Math.floor(index / 5)}`;
  const id = `e${index}`;
  const kinds = [
    () => message(id, ticket),
    () => message(id, ticket, "quiero una persona"),
    () => close(id, ticket),
    () => reopen(id, ticket),
    () => close(id, ticket),
  ];
  return (kinds[index % kinds.length] ?? message)(id, ticket);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
