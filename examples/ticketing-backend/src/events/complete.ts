/** Adds what the service knows and the event leaves out. What the event says stands. */
import type { Survey, TicketEvent } from "ticket-rules";
import type { Transaction } from "../database/database.ts";
import type { RulesInForce } from "../workspace/ruleSets.ts";
import type { KnownTicket } from "./noteTicket.ts";

const DAY = 24 * 60 * 60 * 1000;

export async function complete(
  transaction: Transaction,
  event: TicketEvent,
  known: KnownTicket,
  rules: RulesInForce,
): Promise<TicketEvent> {
  const { ticket } = event;
  const surveys = event.surveys ?? (await surveysOf(transaction, event, rules));
  return {
    ...event,
    // While a bot is being started or stopped it is not known which one runs: the effect is planned, and asked about
    // again when its turn has come. Taken for "none", a stop would be suppressed and the start come after it.
    ticket:
      ticket.activeBot !== undefined || known.botIsComing
        ? ticket
        : { ...ticket, activeBot: known.activeBot },
    ...(surveys === undefined ? {} : { surveys }),
  };
}

/** Surveys as near as any rule asks about; nothing when no rule has a threshold or the customer is not known. */
async function surveysOf(
  transaction: Transaction,
  { at, ticket: { customer } }: TicketEvent,
  { surveyThresholdDays }: RulesInForce,
): Promise<Survey[] | undefined> {
  if (surveyThresholdDays === 0 || customer === undefined || customer === null || customer === "")
    return undefined;
  // Two tickets of one customer, closed at once: the second to come sees the survey of the first.
  await transaction.query("select pg_advisory_xact_lock(1, hashtext($1))", [customer]);
  const since = Math.max(0, new Date(at).getTime() - surveyThresholdDays * DAY);
  return transaction.query<Survey>(
    `select customer, at, status, key from surveys
      where customer = $1 and status <> 'dropped' and at >= $2 order by at`,
    [customer, new Date(since).toISOString()],
  );
}
