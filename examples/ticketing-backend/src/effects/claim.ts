/** Which effect of a ticket is next, and may it still be carried out? */
import { type Effect, type RuleSet, recheck, type Survey } from "ticket-rules";
import type { Database, Transaction } from "../database/database.ts";
import type { RuleSets, RulesInForce } from "../workspace/ruleSets.ts";

/** A row of `effects`, taken by this worker for as long as an attempt lasts. */
export interface Claimed {
  kind: "claimed";
  id: string;
  ticket: string;
  effect: Effect;
  /** This one included. */
  attempts: number;
  traceparent: string | null;
  rules: RulesInForce;
}

export type Claim =
  | Claimed
  /** The rules or the ticket have changed since it was planned. */
  | { kind: "cancelled"; effect: Effect; reason: string }
  | { kind: "none" };

/**
 * Of `effects as e`: due, not taken, and first in its lane. `$1` is now. Used by all who look for work, so that none
 * sees work where the others see none.
 */
export const RUNNABLE = `e.status = 'pending' and coalesce(e.next_attempt_at, e.execute_at) <= $1
  and (e.claimed_until is null or e.claimed_until <= $1)
  and not exists (select from effects ahead
    where ahead.ticket_id = e.ticket_id and ahead.lane = e.lane and ahead.seq < e.seq and ahead.status = 'pending')`;

export interface ClaimParts {
  database: Database;
  ruleSets: RuleSets;
  /** For how long a claim holds: longer than any attempt lasts. */
  leaseMs: number;
}

/**
 * Takes the next effect of the ticket, in the order of the plan. One at a time for each ticket: its row is locked while
 * this looks, and nothing is taken while another attempt is under way.
 */
export async function claim(
  ticket: string,
  at: Date,
  { database, ruleSets, leaseMs }: ClaimParts,
): Promise<Claim> {
  return database.transaction(async (transaction): Promise<Claim> => {
    const [state] = await transaction.query<TicketState>(
      `select status, active_bot as "activeBot" from tickets where id = $1 for update`,
      [ticket],
    );
    const [row] = await transaction.query<Row>(
      `update effects set claimed_until = $3, attempts = attempts + 1
        where id = (select e.id from effects e where e.ticket_id = $2 and ${RUNNABLE} order by e.seq limit 1)
          and not exists (select from effects busy
            where busy.ticket_id = $2 and busy.status = 'pending' and busy.claimed_until > $1)
        returning id, effect, attempts, traceparent`,
      [at, ticket, new Date(at.getTime() + leaseMs)],
    );
    if (state === undefined || row === undefined) return { kind: "none" };

    const rules = await ruleSets.current(transaction);
    const verdict = await mayStill(transaction, { row, state, at, ruleSet: rules.ruleSet });
    if (verdict.send) return { kind: "claimed", ticket, rules, ...row };
    await cancel(transaction, row, verdict.reason, at);
    return { kind: "cancelled", effect: row.effect, reason: verdict.reason };
  });
}

interface Row {
  id: string;
  effect: Effect;
  attempts: number;
  traceparent: string | null;
}

interface TicketState {
  status: "open" | "ignored" | "closed" | null;
  activeBot: string | null;
}

interface Question {
  row: Row;
  state: TicketState;
  at: Date;
  ruleSet: RuleSet;
}

/** The library's answer, for the rules and the ticket as they are now. */
async function mayStill(transaction: Transaction, { row, state, at, ruleSet }: Question) {
  const { effect } = row;
  const ticket = { activeBot: state.activeBot, ...(state.status === null ? {} : { status: state.status }) };
  if (effect.type !== "sendSurvey") return recheck(ruleSet, effect, { at, ticket });
  const surveys = await surveysAhead(transaction, effect.customer, row.id);
  return recheck(ruleSet, effect, { at, ticket, surveys });
}

/**
 * The customer's surveys that are sent, or will be before this one. Two that are due at the same instant would each
 * find the other, and none would be sent: the one that was planned first goes first. The lock is the one under which
 * surveys are planned, held until the transaction ends: two workers do not send two at once.
 */
async function surveysAhead(
  transaction: Transaction,
  customer: string | null,
  id: string,
): Promise<Survey[]> {
  if (customer === null) return [];
  await transaction.query("select pg_advisory_xact_lock(1, hashtext($1))", [customer]);
  return transaction.query<Survey>(
    `select s.customer, s.at, s.status, s.key
       from surveys s join effects e on e.id = s.effect_id, surveys own join effects mine on mine.id = own.effect_id
      where own.effect_id = $2 and s.customer = $1 and s.status <> 'dropped'
        and (s.status = 'sent' or s.at < own.at or (s.at = own.at and e.seq <= mine.seq))`,
    [customer, id],
  );
}

async function cancel(transaction: Transaction, row: Row, reason: string, at: Date): Promise<void> {
  await transaction.query(
    `update effects set status = 'cancelled', reason = $2, finished_at = $3, claimed_until = null,
            attempts = attempts - 1 where id = $1`,
    [row.id, reason, at],
  );
  await transaction.query("update surveys set status = 'dropped' where effect_id = $1", [row.id]);
}
