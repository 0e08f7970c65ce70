/** What the hand-written rules share about one event: everything that costs time is worked out once, when asked for. */
import { cachedClock, cachedHours } from "./clock.mjs";
import { foldText } from "./text.mjs";

/** The scene of an event of this workspace, and the opening hours by the id of their calendar. */
export function sceneFor({ accounts, calendars }) {
  const hours = Object.fromEntries(calendars.map((calendar) => [calendar.id, cachedHours(calendar)]));
  const clocks = new Map(calendars.map(({ id, timeZone }) => [id, cachedClock(timeZone)]));
  const calendarOf = new Map(accounts.map(({ id, calendar }) => [id, calendar]));

  class Scene {
    constructor(event) {
      const { type, message, ticket } = event;
      this.event = event;
      this.trigger = type === "message.received" && message.direction !== "inbound" ? null : type;
      this.ticket = ticket;
      this.account = ticket.account;
      this.text = message === null ? "" : message.text;
      this.rememberedText = undefined;
      this.rememberedTime = undefined;
    }
    get at() {
      return this.event.at.getTime();
    }
    get folded() {
      this.rememberedText ??= foldText(this.text);
      return this.rememberedText;
    }
    get local() {
      this.rememberedTime ??= clocks.get(calendarOf.get(this.account))(this.at);
      return this.rememberedTime;
    }
    get open() {
      return hours[calendarOf.get(this.account)](this.at);
    }
    field(id) {
      return this.ticket.classification[id];
    }
    change(id) {
      return this.event.changes?.classification?.[id];
    }
  }
  return { Scene, hours };
}

/** A fact as an expression of JavaScript over a scene `s` and the opening `hours`. */
export function sourceOfFact(fact) {
  if (Object.hasOwn(FACTS, fact)) return FACTS[fact];
  const [kind, ...rest] = fact.split("_");
  const id = rest.join("_");
  if (kind === "field") return `s.ticket.classification.${id}`;
  if (kind === "open") return `hours[${JSON.stringify(id.replace("_", "-"))}](s.at)`;
  if (kind === "touched") return `(s.change("${id}") !== undefined)`;
  return `s.change("${id}")?.before`;
}

const FACTS = {
  trigger: "s.trigger",
  account: "s.account",
  assigned: "(s.ticket.assignee !== null)",
  attended: "s.ticket.attended",
  weekday: "s.local.weekday",
  date: "s.local.date",
  minute: "s.local.minute",
  open_account: "s.open",
};
