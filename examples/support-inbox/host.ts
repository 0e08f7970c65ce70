/**
 * The little that a host remembers between events: which bot runs on a ticket, which surveys a customer got or is
 * about to get, which effects are done, and what they may lead to. A real host keeps it in its database.
 */
import {
  type Cause,
  type Decision,
  dispatch,
  type Effect,
  type RuleSet,
  recheck,
  type SendSurveyEffect,
  type Survey,
  type TicketEvent,
} from "ticket-rules";

/** Fields that only our CRM writes. Chatwoot does not say who changed something; this is how we know our own doing. */
const WRITTEN_BY_US = new Set(["urgente"]);

/** A delayed survey when its time came, or when an event took it away. */
export interface SurveyOutcome {
  effect: SendSurveyEffect;
  /** When it was decided, ISO 8601. */
  at: string;
  /** Absent: it was sent. */
  dropped?: string;
}

/** What happened to one event's effects: done now, or done before under the same key. */
export interface Done {
  now: Effect[];
  before: Effect[];
}

export type Host = ReturnType<typeof createHost>;

export function createHost(ruleSet: RuleSet) {
  const activeBots = new Map<string, string>();
  const statuses = new Map<string, "open" | "ignored" | "closed">();
  const surveys = new Map<string, Survey[]>();
  const causes = new Map<string, Cause>();
  const doneKeys = new Set<string>();
  let waiting: SendSurveyEffect[] = [];

  const surveysOf = (customer: string | null | undefined) => surveys.get(customer ?? "") ?? [];

  /** Forgets the planned survey of an effect, or notes it as sent. */
  function settle({ key, customer, executeAt }: SendSurveyEffect, sent: boolean): void {
    if (customer === null) return;
    const others = surveysOf(customer).filter((survey) => survey.key !== key);
    surveys.set(customer, sent ? [...others, { customer, at: executeAt, status: "sent", key }] : others);
  }

  return {
    /** The event with what only we know of it. */
    complete(event: TicketEvent): TicketEvent {
      const ours = Object.keys(event.changes?.classification ?? {}).some((field) => WRITTEN_BY_US.has(field));
      const cause = ours ? causes.get(event.ticket.id) : undefined;
      return {
        ...event,
        ticket: { ...event.ticket, activeBot: activeBots.get(event.ticket.id) ?? null },
        surveys: surveysOf(event.ticket.customer),
        ...(cause === undefined ? {} : { cause }),
      };
    },

    /** What follows from the event itself, whatever the rules say. Gives the surveys that it takes away. */
    note({ type, at, ticket }: TicketEvent): SurveyOutcome[] {
      if (ticket.status !== undefined) statuses.set(ticket.id, ticket.status);
      if (type === "ticket.closed" || ticket.assignee?.type === "human") activeBots.delete(ticket.id);
      const cancelled = waiting.filter(
        (effect) => effect.ticket === ticket.id && effect.cancelOn.some((cancelling) => cancelling === type),
      );
      waiting = waiting.filter((effect) => !cancelled.includes(effect));
      for (const effect of cancelled) settle(effect, false);
      return cancelled.map((effect) => ({ effect, at: new Date(at).toISOString(), dropped: type }));
    },

    /** Does each effect once, however often its event is delivered. One that fails may be tried again. */
    async act(decision: Decision): Promise<Done> {
      const before = decision.effects.filter(({ key }) => doneKeys.has(key));
      const now = decision.effects.filter(({ key }) => !doneKeys.has(key));
      const results = await dispatch(
        { effects: now },
        {
          activateBot: ({ ticket, bot }) => activeBots.set(ticket, bot),
          terminateBot: ({ ticket }) => activeBots.delete(ticket),
          enableManualSurvey: () => undefined,
          notify: ({ ticket, cause }) => causes.set(ticket, cause),
          sendSurvey(effect) {
            const { customer, executeAt, key } = effect;
            waiting.push(effect);
            if (customer === null) return;
            surveys.set(customer, [
              ...surveysOf(customer),
              { customer, at: executeAt, status: "pending", key },
            ]);
          },
        },
      );
      for (const { effect, status } of results) if (status === "done") doneKeys.add(effect.key);
      return { now, before };
    },

    /** Sends the surveys whose time has come by `now`, if the rules as they are still say so. */
    sendDue(now: Date | string): SurveyOutcome[] {
      const due = waiting
        .filter(({ executeAt }) => Date.parse(executeAt) <= new Date(now).getTime())
        .sort((one, other) => Date.parse(one.executeAt) - Date.parse(other.executeAt));
      waiting = waiting.filter((effect) => !due.includes(effect));
      return due.map((effect) => {
        const status = statuses.get(effect.ticket) ?? "closed";
        const verdict = recheck(ruleSet, effect, { ticket: { status }, surveys: surveysOf(effect.customer) });
        settle(effect, verdict.send);
        const outcome = { effect, at: effect.executeAt };
        return verdict.send ? outcome : { ...outcome, dropped: verdict.reason };
      });
    },
  };
}
