/** Reads the facts of an event. */
import type { EventHead } from "./event.ts";
import { type Facts, isMissing, type Missing } from "./facts.ts";
import type { Model, Site } from "./model.ts";
import { member } from "./schema.ts";
import { fold, isNormalizable } from "./text/fold.ts";
import type { WordsFound } from "./text/words.ts";
import { type LocalTime, localTime } from "./time/local.ts";
import type { OpeningHours } from "./time/openingHours.ts";

/** The facts of an event, read without trusting it. */
export function readFacts(model: Model, head: EventHead, event: object): Facts {
  return new EventFacts(model, head, event);
}

/**
 * A class, for speed: one shape, no closures, and nothing worked out or allocated before it is asked for.
 */
class EventFacts implements Facts {
  readonly stamp: number;
  readonly verdicts: Float64Array;
  readonly at: number;
  readonly trigger: string | null;
  readonly account: unknown;
  readonly assignee: unknown;
  readonly attended: unknown;
  readonly text: string | null | undefined;
  readonly touchesMessage: boolean;
  readonly #model: Model;
  readonly #event: object;
  readonly #type: string;
  readonly #classification: unknown;
  readonly #site: Site;
  #words: WordsFound | undefined;
  /** Null: it cannot be had. */
  #normal: string | null | undefined;
  #foldings: Map<string, string> | undefined;
  #local: LocalTime | Missing | undefined;
  #before: Facts | undefined;

  constructor(model: Model, { at, type, ticket }: EventHead, event: object) {
    const message = member(event, "message");
    this.stamp = model.memo.nextStamp();
    this.verdicts = model.memo.verdicts();
    this.at = at;
    this.trigger = type === "message.received" && !isFromCustomer(message) ? null : type;
    this.account = member(ticket, "account");
    this.assignee = member(ticket, "assignee");
    this.attended = member(ticket, "attended");
    this.text = textOf(message);
    this.touchesMessage = this.trigger === "message.received";
    this.#model = model;
    this.#event = event;
    this.#type = type;
    this.#classification = member(ticket, "classification");
    this.#site = siteOf(model, this.account);
  }

  wordsFound(): WordsFound | undefined {
    const { text } = this;
    if (typeof text !== "string") return text === null ? NONE : undefined;
    this.#words ??= this.#model.words.findIn(text);
    return this.#words;
  }

  normalText(): string | undefined {
    const { text } = this;
    if (typeof text !== "string") return undefined;
    if (this.#normal === undefined) this.#normal = isNormalizable(text) ? text.normalize("NFC") : null;
    return this.#normal ?? undefined;
  }

  folded(text: string): string {
    this.#foldings ??= new Map();
    const known = this.#foldings.get(text) ?? fold(text);
    this.#foldings.set(text, known);
    return known;
  }

  field(id: string): unknown {
    return this.#classification === undefined ? undefined : (member(this.#classification, id) ?? null);
  }

  local(): LocalTime | Missing {
    const { zone } = this.#site;
    this.#local ??= isMissing(zone) ? zone : localTime(zone, this.at);
    return this.#local;
  }

  hours(): OpeningHours | Missing {
    return this.#site.hours;
  }

  touchesField(id: string): boolean {
    return this.#type === "ticket.classified" && this.changeOf(id) !== undefined;
  }

  /** What the event says of a change of a field. */
  changeOf(id: string): unknown {
    return member(member(member(this.#event, "changes"), "classification"), id);
  }

  before(): Facts {
    this.#before ??= new FactsBefore(this, this.#model.memo.nextStamp());
    return this.#before;
  }
}

/** The facts before the event: no message was there, and fields are as the changes tell. All else is the same. */
class FactsBefore implements Facts {
  readonly stamp: number;
  readonly verdicts: Float64Array;
  readonly at: number;
  readonly trigger: string | null;
  readonly account: unknown;
  readonly assignee: unknown;
  readonly attended: unknown;
  readonly text: undefined;
  readonly touchesMessage: boolean;
  readonly #after: EventFacts;

  constructor(after: EventFacts, stamp: number) {
    this.stamp = stamp;
    this.verdicts = after.verdicts;
    this.at = after.at;
    this.trigger = after.trigger;
    this.account = after.account;
    this.assignee = after.assignee;
    this.attended = after.attended;
    this.text = undefined;
    this.touchesMessage = after.touchesMessage;
    this.#after = after;
  }

  wordsFound(): undefined {}

  normalText(): undefined {}

  folded(text: string): string {
    return this.#after.folded(text);
  }

  field(id: string): unknown {
    const change = this.#after.changeOf(id);
    return change === undefined ? this.#after.field(id) : member(change, "before");
  }

  local(): LocalTime | Missing {
    return this.#after.local();
  }

  hours(): OpeningHours | Missing {
    return this.#after.hours();
  }

  touchesField(id: string): boolean {
    return this.#after.touchesField(id);
  }

  before(): Facts {
    return this;
  }
}

/** Unless the message says otherwise: a host that says nothing sends only what customers wrote. */
function isFromCustomer(message: unknown): boolean {
  const direction = member(message, "direction");
  const author = member(message, "author");
  return (
    (typeof direction !== "string" || direction === "inbound") &&
    (typeof author !== "string" || author === "customer")
  );
}

function textOf(message: unknown): string | null | undefined {
  if (message === null) return null;
  const text = member(message, "text");
  return text === undefined || typeof text === "string" ? text : null;
}

function siteOf({ accounts, anywhere, elsewhere }: Model, account: unknown): Site {
  if (account === undefined) return anywhere;
  return (typeof account === "string" ? accounts.get(account) : undefined) ?? elsewhere;
}

const NONE: WordsFound = new Set();
