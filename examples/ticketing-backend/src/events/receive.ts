/** The inbox: each event once, by its id. */
import type { Decision, TicketEvent } from "ticket-rules";
import type { Transaction } from "../database/database.ts";

export type Received =
  | { kind: "new" }
  | { kind: "duplicate"; workspaceVersion: number; decision: Decision; assignedTo: string | null }
  | { kind: "otherBody" };

/** Of deliveries at the same time, one inserts; the others wait for its transaction and then find what it decided. */
export async function receive(
  transaction: Transaction,
  event: TicketEvent,
  digest: string,
): Promise<Received> {
  const inserted = await transaction.query(
    `insert into events (id, type, ticket_id, at, body, digest) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning id`,
    [event.id, event.type, event.ticket.id, new Date(event.at).toISOString(), JSON.stringify(event), digest],
  );
  if (inserted.length > 0) return { kind: "new" };

  const [earlier] = await transaction.query<{
    digest: string;
    version: number;
    record: { decision: Decision };
    assignedTo: string | null;
  }>(
    `select e.digest, d.workspace_version as version, d.record, d.assigned_to as "assignedTo"
       from events e join decisions d on d.event_id = e.id where e.id = $1`,
    [event.id],
  );
  if (earlier === undefined) throw new Error("an event is stored without its decision");
  if (earlier.digest !== digest) return { kind: "otherBody" };
  const { version, record, assignedTo } = earlier;
  return { kind: "duplicate", workspaceVersion: version, decision: record.decision, assignedTo };
}
