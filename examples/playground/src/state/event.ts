import { signal } from "@preact/signals";
import { startingEvent } from "./examples.ts";
import type { JsonObject } from "./json.ts";
import { showTab } from "./tab.ts";

/** The event that is being tried: a TicketEvent document, at which anything may be wrong while it is edited. */
export const event = signal<JsonObject>(startingEvent);

/** Takes an event (a witness, a scenario's) to the tab where events are tried. */
export function loadEvent(document: object): void {
  // An instant may be a Date; here it is text, as in JSON.
  event.value = JSON.parse(JSON.stringify(document));
  showTab("try");
}
