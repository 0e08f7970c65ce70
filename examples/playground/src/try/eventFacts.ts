/** The facts of an event as a form shows them. Leaving a fact out, which is not knowing it, is a choice like any other. */
import { put } from "../state/change.ts";
import { at, isObject, type Json, type JsonObject, member, type Path } from "../state/json.ts";

/** How a fact stands: left out, known to be empty, or there. */
export type Knowledge = "unknown" | "empty" | "known";

/** How the fact at a path of an event stands. */
export function knowledgeAt(event: JsonObject, path: Path): Knowledge {
  const value = at(event, path);
  if (value === undefined) return "unknown";
  return value === null ? "empty" : "known";
}

/** The value of a classification field. A field that a classification lacks is known to be empty. */
export function fieldValue(event: JsonObject, field: string): Json {
  return at(event, ["ticket", "classification", field]) ?? null;
}

/** What a field was before the event. */
export type Before =
  /** The event did not touch the field. */
  | { readonly kind: "untouched" }
  /** It did, and nobody knows what was before. */
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly value: Json };

/** What a field was before the event, as far as the event says so. */
export function beforeOf(event: JsonObject, field: string): Before {
  const change = at(event, ["changes", "classification", field]);
  if (change === undefined) return { kind: "untouched" };
  const value = member(change, "before");
  return value === undefined ? { kind: "unknown" } : { kind: "known", value };
}

/** The event with another past of a field. An event that touches no field says nothing of changes. */
export function withBefore(event: JsonObject, field: string, before: Before): JsonObject {
  const path = ["changes", "classification", field];
  if (before.kind !== "untouched") {
    const after = fieldValue(event, field);
    return put(event, path, before.kind === "known" ? { before: before.value, after } : { after });
  }
  const changed = put(event, path, undefined);
  const left = at(changed, ["changes", "classification"]);
  return isObject(left) && Object.keys(left).length === 0 ? put(changed, ["changes"], undefined) : changed;
}

/** The event as one of another type: a message belongs to those that bring one, changes to classifications. */
export function withType(event: JsonObject, type: string): JsonObject {
  let changed = put(event, ["type"], type);
  if (type === "message.received") {
    if (knowledgeAt(event, ["message"]) === "unknown") {
      changed = put(changed, ["message"], { text: "Hola", author: "customer" });
    }
  } else changed = put(changed, ["message"], undefined);
  if (type !== "ticket.classified") changed = put(changed, ["changes"], undefined);
  if (knowledgeAt(event, ["ticket", "status"]) === "unknown") return changed;
  return put(changed, ["ticket", "status"], type === "ticket.closed" ? "closed" : "open");
}

/** The instant of an event, in epoch milliseconds, if it has one that can be read. */
export function instantOfEvent(event: JsonObject): number | undefined {
  const { at: written } = event;
  // As the library reads it: with an offset, so that it means the same everywhere.
  if (typeof written !== "string" || !/(?:Z|[+-]\d\d:?\d\d)$/i.test(written)) return undefined;
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? undefined : instant;
}
