/** Automatic assignment: the step after the decision, since rules ask whether anybody has the ticket. */
import type { Decision, TicketEvent } from "ticket-rules";
import type { Transaction } from "../database/database.ts";
import type { KnownTicket } from "./noteTicket.ts";

/** Who gets the ticket; null for nobody. Put your own in the place of `inTurn` in `service.ts`. */
export type Assign = (
  transaction: Transaction,
  event: TicketEvent,
  known: KnownTicket,
) => Promise<string | null>;

/**
 * Whether the ticket needs somebody: its customer wrote, it is known to be nobody's, not closed, and no bot has it. A
 * ticket that was just opened waits for its first message: until then no rule could give it to a bot.
 */
export function mayAssign(event: TicketEvent, { effects }: Decision, known: KnownTicket): boolean {
  const { type, ticket, message } = event;
  const fromCustomer = (message?.author ?? "customer") === "customer" && message?.direction !== "outbound";
  if (type !== "message.received" || !fromCustomer) return false;
  if (ticket.assignee !== null || ticket.status === "closed" || ticket.status === "ignored") return false;
  const takenByBot = ticket.activeBot !== null || known.botIsComing;
  return !takenByBot && !effects.some((effect) => effect.type === "activateBot");
}

/** The agent who had the ticket before, or else the next of the list, in turn over all processes. */
export function inTurn(agents: readonly string[]): Assign {
  return async (transaction, { ticket }, { lastAgent }) => {
    const agent =
      lastAgent !== null && agents.includes(lastAgent) ? lastAgent : await next(transaction, agents);
    if (agent === undefined) return null;
    await transaction.query(
      "update tickets set assignee_type = 'human', assignee_id = $2, last_agent = $2 where id = $1",
      [ticket.id, agent],
    );
    return agent;
  };
}

async function next(transaction: Transaction, agents: readonly string[]): Promise<string | undefined> {
  if (agents.length === 0) return undefined;
  const [row] = await transaction.query<{ turn: number }>(
    "select (nextval('assignment_turn') % $1)::integer as turn",
    [agents.length],
  );
  return agents[row?.turn ?? 0];
}
