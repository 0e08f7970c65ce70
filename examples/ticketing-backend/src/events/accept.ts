/**
 * An event comes in: stored, decided and its effects planned in one transaction, or none of it. The flow, top down;
 * each step is a file.
 */
import { context, propagation, trace } from "@opentelemetry/api";
import type { Decision, TicketEvent } from "ticket-rules";
import type { Database, Transaction } from "../database/database.ts";
import type { EffectQueue } from "../effects/queue.ts";
import type { Metrics } from "../metrics.ts";
import type { RuleSets } from "../workspace/ruleSets.ts";
import { type Assign, mayAssign } from "./assign.ts";
import { cancelWaiting } from "./cancelWaiting.ts";
import { complete } from "./complete.ts";
import { decide } from "./decide.ts";
import { digestOf } from "./digest.ts";
import { noteTicket } from "./noteTicket.ts";
import { plan } from "./plan.ts";
import { receive } from "./receive.ts";

export type Accepted =
  /** By this delivery or by an earlier one: the answer is the same. */
  | {
      kind: "decided";
      event: string;
      workspaceVersion: number;
      decision: Decision;
      assignedTo: string | null;
    }
  /** The id is known, with another body. */
  | { kind: "otherBody" };

export type Accept = (event: TicketEvent) => Promise<Accepted>;

export interface AcceptParts {
  database: Database;
  ruleSets: RuleSets;
  queue: EffectQueue;
  assign: Assign;
  metrics: Metrics;
}

const tracer = trace.getTracer("ticketing-backend");

export function createAccept({ database, ruleSets, queue, assign, metrics }: AcceptParts): Accept {
  async function inTransaction(transaction: Transaction, event: TicketEvent): Promise<Outcome> {
    const received = await receive(transaction, event, digestOf(event));
    if (received.kind !== "new") return received;

    // Locks the ticket: its events are decided one after another, in whichever process they arrive.
    const known = await noteTicket(transaction, event);
    if (known.hasWaiting) await cancelWaiting(transaction, event);
    const rules = await ruleSets.current(transaction);
    const completed = await complete(transaction, event, known, rules);
    const { record, seconds } = decide(rules, completed);
    const { decision } = record;
    const assignedTo = mayAssign(completed, decision, known)
      ? await assign(transaction, completed, known)
      : null;
    await plan(
      transaction,
      { record, rules, assignedTo, ticket: event.ticket.id, traceparent: traceparent() },
      queue,
    );

    const answer = { event: event.id, workspaceVersion: rules.version, decision, assignedTo };
    return { kind: "new", seconds, ...answer };
  }

  return (event) =>
    tracer.startActiveSpan(
      "accept event",
      { attributes: { "event.type": event.type } },
      async (span): Promise<Accepted> => {
        const stop = metrics.transaction.startTimer();
        try {
          const outcome = await database.transaction((transaction) => inTransaction(transaction, event));
          stop();
          // Counted after the commit: what is taken back did not happen.
          count(metrics, event, outcome);
          span.setAttribute("event.result", outcome.kind);
          if (outcome.kind === "otherBody") return outcome;
          const { workspaceVersion, decision, assignedTo } = outcome;
          return { kind: "decided", event: event.id, workspaceVersion, decision, assignedTo };
        } catch (error) {
          if (error instanceof Error) span.recordException(error);
          throw error;
        } finally {
          span.end();
        }
      },
    );
}

interface Decided {
  workspaceVersion: number;
  decision: Decision;
  assignedTo: string | null;
}

type Outcome =
  | ({ kind: "new"; seconds: number } & Decided)
  | ({ kind: "duplicate" } & Decided)
  | { kind: "otherBody" };

/** Types are text from outside: those nobody knows are counted together, or they would fill the memory. */
const COUNTED = new Set([
  "message.received",
  "message.sent",
  "ticket.created",
  "ticket.assigned",
  "ticket.classified",
  "ticket.closed",
  "ticket.reopened",
]);

function count(metrics: Metrics, event: TicketEvent, outcome: Outcome): void {
  metrics.events.inc({ type: COUNTED.has(event.type) ? event.type : "other", result: outcome.kind });
  if (outcome.kind !== "new") return;
  metrics.evaluation.observe(outcome.seconds);
  metrics.decisions.inc({ fired: String(outcome.decision.fired.length > 0) });
  for (const { type } of outcome.decision.effects) metrics.effects.inc({ type, result: "planned" });
}

/** Who asked for this, in the words of W3C Trace Context; null when nobody traces. */
function traceparent(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}
