/** What follows from an event for its ticket, whatever the rules say. */
import type { TicketEvent } from "ticket-rules";
import type { Database, Transaction } from "../database/database.ts";

export interface KnownTicket {
  activeBot: string | null;
  /** Whom automatic assignment chose last. */
  lastAgent: string | null;
  /** Effects on the ticket are not done yet; among them one that starts a bot. */
  hasWaiting: boolean;
  botIsComing: boolean;
}

const KNOWN = `
  active_bot as "activeBot", last_agent as "lastAgent",
  exists (select from effects where ticket_id = t.id and status = 'pending') as "hasWaiting",
  exists (select from effects where ticket_id = t.id and status = 'pending' and type = 'activateBot') as "botIsComing"`;

/**
 * Stores what the event says of the ticket and keeps what it leaves out. Locks the row until the transaction ends, so
 * that the events of a ticket are decided one after another. One that is older than an earlier one says nothing new;
 * one from more than an hour ahead counts as of now, or nothing would be new until then.
 */
export async function noteTicket(transaction: Transaction, event: TicketEvent): Promise<KnownTicket> {
  const { id } = event.ticket;
  await transaction.query(
    `insert into tickets as t (id, account, customer, status, assignee_type, assignee_id, active_bot, last_event_at)
     select $1::text, said->>'account', said->>'customer', said->>'status', said->>'assigneeType', said->>'assigneeId',
            said->>'activeBot', case when $3::timestamptz > now() + interval '1 hour' then now() else $3::timestamptz end
       from (select $2::jsonb as said) as event
     on conflict (id) do update set
       account = case when $2::jsonb ? 'account' then excluded.account else t.account end,
       customer = case when $2::jsonb ? 'customer' then excluded.customer else t.customer end,
       status = case when $2::jsonb ? 'status' then excluded.status else t.status end,
       assignee_type = case when $2::jsonb ? 'assigneeType' then excluded.assignee_type else t.assignee_type end,
       assignee_id = case when $2::jsonb ? 'assigneeId' then excluded.assignee_id else t.assignee_id end,
       active_bot = case when $2::jsonb ? 'activeBot' then excluded.active_bot else t.active_bot end,
       last_event_at = excluded.last_event_at,
       updated_at = now()
     where t.last_event_at <= excluded.last_event_at`,
    [id, JSON.stringify(saidOf(event)), new Date(event.at).toISOString()],
  );
  // A statement of its own: the one above may have waited for the ticket, and sees effects as they were before it did.
  const [known] = await transaction.query<KnownTicket>(`select ${KNOWN} from tickets t where t.id = $1`, [
    id,
  ]);
  if (known === undefined) throw new Error("a ticket was not stored");
  return known;
}

/**
 * Whether a ticket was closed when an event happened, whose sender does not say what it was before. Waits for whoever
 * is deciding an event of the ticket. Seconds are compared: not all of Chatwoot's times are more exact.
 */
export async function wasClosed({ query }: Database, { ticket, at }: TicketEvent): Promise<boolean> {
  const rows = await query(
    `select 1 from tickets where id = $1 and status = 'closed'
        and date_trunc('second', last_event_at) <= $2::timestamptz for share`,
    [ticket.id, new Date(at).toISOString()],
  );
  return rows.length > 0;
}

/** What the event says; a key that it leaves out is left out here too. */
function saidOf({ ticket }: TicketEvent) {
  const { account, customer, status, assignee, activeBot } = ticket;
  const assigned = assignee && { assigneeType: assignee.type, assigneeId: assignee.id };
  return {
    account,
    customer,
    status,
    ...(assignee === null ? { assigneeType: null, assigneeId: null } : assigned),
    activeBot,
  };
}
