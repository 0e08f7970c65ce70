/** Writes what the search found as an event, with every fact supplied. */
import type { FieldValue, TicketEvent } from "../event.ts";
import { fold } from "../text/fold.ts";
import { writeInstant } from "../time/writeInstant.ts";
import type { Atoms, Slot } from "./atoms.ts";
import type { Model } from "./coordinates.ts";
import type { FieldState } from "./fieldState.ts";
import type { Places } from "./places.ts";

/** The ids of options as they are written, by field and folded id. */
export type OptionIds = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What fields offer, to write options as the workspace does. */
export function optionIdsOf(
  fields: readonly { id: string; options?: { id: string }[] | undefined }[],
): OptionIds {
  return new Map(
    fields.map(({ id, options = [] }) => [id, new Map(options.map((each) => [fold(each.id), each.id]))]),
  );
}

/** What the numbers of a model stand for. */
export interface Legend {
  readonly places: Places;
  readonly atoms: Pick<Atoms, "slots">;
  readonly options: OptionIds;
}

/**
 * The event of a type that a model describes. What the model leaves open is as on a fresh ticket.
 * @param isMessageRead Whether a message is supplied though the event is not one of a message.
 */
export function buildEvent(
  type: string,
  { placement, fields, flags, text }: Model,
  isMessageRead: boolean,
  { places, atoms: { slots }, options }: Legend,
): TicketEvent {
  const valueAt = (number: number, slot: Slot) => heldValue(slot, fields.get(number), options);
  const classification: [string, FieldValue][] = [];
  const changes: [string, { before?: FieldValue; after: FieldValue }][] = [];
  for (const [number, slot] of slots.entries()) {
    if (slot.when === "after" && fields.has(number)) {
      const value = valueAt(number, slot);
      if (value !== null) classification.push([slot.field, value]);
    }
    if (slot.when !== "before" || flags.get(`changed ${number}`) !== true) continue;
    const after = slots.findIndex((other) => other.field === slot.field && other.when === "after");
    const now = slots[after];
    const before = flags.get(`unsaid ${number}`) === true ? {} : { before: valueAt(number, slot) };
    changes.push([slot.field, { ...before, after: now === undefined ? null : valueAt(after, now) }]);
  }
  const isMessage = type === "message.received";
  const message = { text, direction: "inbound", author: "customer" } as const;
  return {
    id: "event-1",
    type,
    at: writeInstant(placement.at),
    ticket: {
      id: "ticket-1",
      account: places.ids[placement.account] ?? null,
      customer: "customer-1",
      assignee: flags.get("unassigned") === false ? { type: "human", id: "agent-1" } : null,
      attended: flags.get("unattended") === false,
      classification: Object.fromEntries(classification),
      activeBot: null,
      status: type === "ticket.closed" ? "closed" : "open",
    },
    ...(isMessage || isMessageRead ? { message } : {}),
    ...(changes.length > 0 ? { changes: { classification: Object.fromEntries(changes) } } : {}),
    surveys: [],
  };
}

function heldValue(
  { field, type, values }: Slot,
  state: FieldState | undefined,
  options: OptionIds,
): FieldValue {
  const allowed = [...(state?.allowed ?? [])]
    .map((key) => values[key])
    .filter((value) => value !== undefined);
  const written = (value: string | number | boolean) =>
    typeof value === "string" ? (options.get(field)?.get(value) ?? value) : value;
  if (type === "multi") return allowed.map((value) => String(written(value)));
  const [first] = allowed;
  return first === undefined ? null : written(first);
}
