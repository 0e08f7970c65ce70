/** The facts of an event, as they are after it and as they were before it (spec §3, §5). */
import type { TicketEvent } from "../../event.ts";
import type { Workspace } from "../../workspace.ts";

/** What the conditions look at. A fact that is `undefined` was not supplied; one that is null is known to be empty. */
export interface Snapshot {
  readonly workspace: Workspace;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly account: unknown;
  readonly assignee: unknown;
  readonly attended: unknown;
  readonly messageText: unknown;
  /** The value of one classification field. */
  readonly field: (id: string) => unknown;
}

/** The ticket and its message right after the event. */
export function snapshotAfter(workspace: Workspace, event: TicketEvent): Snapshot {
  const { account, assignee, attended, classification } = event.ticket;
  return {
    workspace,
    at: epochMs(event.at),
    account,
    assignee,
    attended,
    messageText: textOf(event.message),
    field: (id) => (classification === undefined ? undefined : (own(classification, id) ?? null)),
  };
}

/** As it was before: changed fields have their `before`, there was no message, and all else is the same. */
export function snapshotBefore(workspace: Workspace, event: TicketEvent): Snapshot {
  const after = snapshotAfter(workspace, event);
  return {
    ...after,
    messageText: undefined,
    field: (id) => (changesField(event, id) ? own(own(changesOf(event), id), "before") : after.field(id)),
  };
}

/** Whether the event is of this type. A message counts as received only when it came from the customer. */
export function isOfType(event: TicketEvent, type: string): boolean {
  if (event.type !== type) return false;
  const [direction, author] = [own(event.message, "direction"), own(event.message, "author")];
  const fromElsewhere =
    (typeof direction === "string" && direction !== "inbound") ||
    (typeof author === "string" && author !== "customer");
  return type !== "message.received" || !fromElsewhere;
}

/** Whether `changes` names the field. */
export function changesField(event: TicketEvent, id: string): boolean {
  const changes = changesOf(event);
  return isObject(changes) && Object.hasOwn(changes, id);
}

/** Epoch milliseconds of a Date, or of text with `Z` or an offset. */
export function epochMs(instant: unknown): number {
  if (instant instanceof Date) return instant.getTime();
  return typeof instant === "string" && /(?:Z|[+-]\d\d:\d\d)$/.test(instant)
    ? Date.parse(instant)
    : Number.NaN;
}

/** The value under a key of the object's own, or undefined: ids like `constructor` are ordinary data. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function changesOf(event: TicketEvent): unknown {
  return own(event.changes, "classification");
}

/** Not known, without a message or in one that is silent about it. A message that is null has no text. */
function textOf(message: unknown): unknown {
  return message === null ? null : own(message, "text");
}
