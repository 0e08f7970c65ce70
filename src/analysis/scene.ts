/** Rules together, with events on which each fires, and which of all fire on each event. */
import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import { asList } from "../schema.ts";
import type { Answer } from "./answer.ts";
import type { Prover } from "./prover.ts";
import { firstFrom } from "./sorted.ts";
import type { Claim, Subject } from "./subject.ts";

/** A rule that can fire. */
export interface Entry {
  readonly rule: Rule;
  readonly subject: Subject;
  /** Its place among all. */
  readonly place: number;
  /** What it asks for, each action as text; `stop`, too. */
  readonly asks: ReadonlySet<string>;
  /** The accounts without which it never fires; absent: it may fire for any. */
  readonly accounts: readonly string[] | undefined;
  /** Numbers of events on which it fires. */
  readonly witnesses: number[];
}

/** Rules and events. */
export interface Scene {
  readonly entries: readonly Entry[];
  readonly events: readonly TicketEvent[];
  /** Whether a rule fires on an event, by number. */
  firesAt(entry: Entry, event: number): boolean;
  /** The rules that fire on all events that are known to fire a rule; the rule is one of them. */
  companyOf(entry: Entry): Entry[];
  /** The rules that do not name other accounts than a rule does. */
  neighboursOf(entry: Entry): Iterable<Entry>;
  /** Asks the prover; what it cannot decide is a doubt about the rule. */
  ask(about: Entry, claims: readonly Claim[]): Answer;
  /** Ids of rules about which something was not decided. */
  readonly doubts: ReadonlySet<string>;
}

/** Makes an entry of a rule that was seen to fire. */
export function entryOf(rule: Rule, subject: Subject, place: number, witness: number): Entry {
  return { rule, subject, place, asks: asksOf(rule), accounts: accountsOf(rule), witnesses: [witness] };
}

/** Runs all rules on all events, and on some that differ in one thing, which may tell rules apart. */
export function createScene(prover: Prover, entries: readonly Entry[], known: readonly TicketEvent[]): Scene {
  const events = [...known];
  for (const { subject, witnesses } of entries) {
    const [first = -1] = witnesses;
    const event = events[first];
    for (const other of event === undefined ? [] : alike(event)) {
      if (subject.fires(other)) witnesses.push(events.push(other) - 1);
    }
  }
  const general = entries.filter(({ accounts }) => accounts === undefined);
  const byAccount = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const account of new Set(entry.accounts ?? [])) {
      byAccount.set(account, [...(byAccount.get(account) ?? []), entry]);
    }
  }
  const byId = new Map(entries.map((entry) => [entry.rule.id, entry]));
  const fired = events.map((event) =>
    Int32Array.from(prover.firing(event).flatMap((id) => byId.get(id)?.place ?? [])).sort(),
  );
  const byPlace = new Map(entries.map((entry) => [entry.place, entry]));
  const doubts = new Set<string>();
  return {
    entries,
    events,
    doubts,
    firesAt: ({ place }, event) => fired[event]?.includes(place) ?? false,
    companyOf({ witnesses }) {
      const [least = new Int32Array(0), ...others] = witnesses
        .map((at) => fired[at] ?? new Int32Array(0))
        .sort((one, other) => one.length - other.length);
      return [...least]
        .filter((place) => others.every((places) => places[firstFrom(places, place)] === place))
        .flatMap((place) => byPlace.get(place) ?? []);
    },
    *neighboursOf({ accounts }) {
      if (accounts === undefined) yield* entries;
      else {
        yield* general;
        yield* new Set(accounts.flatMap((account) => byAccount.get(account) ?? []));
      }
    },
    ask(about, claims) {
      const answer = prover.exists(claims, about.subject.types);
      if (answer.kind === "unknown") doubts.add(about.rule.id);
      return answer;
    },
  };
}

function alike(event: TicketEvent): TicketEvent[] {
  const { ticket, message } = event;
  return [
    { ...event, ticket: { ...ticket, account: null } },
    { ...event, ticket: { ...ticket, assignee: { type: "human", id: "agent-1" } } },
    { ...event, ticket: { ...ticket, attended: ticket.attended !== true } },
    { ...event, at: "2027-08-01T07:30:00.000Z" },
    { ...event, ticket: { ...ticket, classification: {} } },
    ...(message === undefined ? [] : [{ ...event, message: { ...message, text: "x" } }]),
  ];
}

/** Of numbers 0 is what an absent one says. To stop what comes later is asked, too. */
function asksOf({ actions, stop = false }: Rule): Set<string> {
  const written = (action: object) =>
    Object.entries(action)
      .filter(([key, value]) => !key.startsWith("x-") && value !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return new Set([...actions.map((action) => JSON.stringify(written(action))), ...(stop ? ["stop"] : [])]);
}

function accountsOf({ operator, conditions }: Rule): readonly string[] | undefined {
  const named = operator === "and" ? conditions.find(({ type }) => type === "account") : undefined;
  return named?.type === "account" ? asList(named.is) : undefined;
}
