/** An event that takes waiting effects away: a ticket is reopened, so the survey of its end is not sent. */
import type { SendSurveyEffect, TicketEvent } from "ticket-rules";
import type { Transaction } from "../database/database.ts";

export async function cancelWaiting(transaction: Transaction, event: TicketEvent): Promise<void> {
  const waiting = await transaction.query<{ id: string; effect: SendSurveyEffect }>(
    "select id, effect from effects where ticket_id = $1 and status = 'pending' and type = 'sendSurvey'",
    [event.ticket.id],
  );
  const cancelled = waiting
    .filter(({ effect }) => effect.cancelOn.some((type) => type === event.type))
    .map(({ id }) => id);
  if (cancelled.length === 0) return;
  // The job stays: its worker finds the effect cancelled.
  await transaction.query(
    `with cancelled as (
       update effects set status = 'cancelled', reason = $2, finished_at = now()
        where id = any($1::uuid[]) and status = 'pending' returning id)
     update surveys set status = 'dropped' from cancelled where surveys.effect_id = cancelled.id`,
    [cancelled, event.type],
  );
}
