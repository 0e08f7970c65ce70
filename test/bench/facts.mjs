/** The facts that peers are given: what their user's code would take from an event, each worked out when asked for. */
import { cachedClock, cachedHours, hoursOf, libraryClock } from "./clock.mjs";
import { foldText } from "./text.mjs";

/**
 * How to make facts of an event. `clock` is `library` (date-fns-tz) or `cached` (as the hand-written rules).
 * Facts are properties that remember their value; `plain` instead gives an object of those that are read.
 */
export function factsFor({ accounts, calendars }, clock, read) {
  const clocks = new Map();
  const clockOf = (timeZone) => {
    const found = clocks.get(timeZone) ?? (clock === "cached" ? cachedClock : libraryClock)(timeZone);
    clocks.set(timeZone, found);
    return found;
  };
  const hours = new Map(calendars.map((calendar) => [calendar.id, openOf(calendar)]));
  const calendarOf = new Map(
    accounts.map(({ id, calendar }) => [id, calendars.find((each) => each.id === calendar)]),
  );

  function openOf(calendar) {
    if (clock === "cached") {
      const cached = cachedHours(calendar);
      return (facts) => cached(facts.at);
    }
    const isOpen = hoursOf(calendar);
    return (facts) => isOpen(facts.wall(calendar.timeZone));
  }

  class Facts {
    #event;
    #folded;
    #walls = {};

    constructor(event) {
      this.#event = event;
    }
    get at() {
      return this.#event.at.getTime();
    }
    get trigger() {
      const { type, message } = this.#event;
      return type === "message.received" && message.direction !== "inbound" ? null : type;
    }
    get account() {
      return this.#event.ticket.account;
    }
    get assigned() {
      return this.#event.ticket.assignee !== null;
    }
    get attended() {
      return this.#event.ticket.attended;
    }
    get text() {
      return this.#event.message?.text ?? "";
    }
    get folded() {
      this.#folded ??= foldText(this.text);
      return this.#folded;
    }
    get weekday() {
      return this.#local.weekday;
    }
    get date() {
      return this.#local.date;
    }
    get minute() {
      return this.#local.minute;
    }
    get open_account() {
      return hours.get(calendarOf.get(this.account).id)(this);
    }
    get #local() {
      return this.wall(calendarOf.get(this.account).timeZone);
    }
    /** One conversion for each zone that is asked for. */
    wall(timeZone) {
      this.#walls[timeZone] ??= clockOf(timeZone)(this.at);
      return this.#walls[timeZone];
    }
    field(id) {
      return this.#event.ticket.classification[id];
    }
    change(id) {
      return this.#event.changes?.classification?.[id];
    }
  }

  for (const name of read) {
    const [kind, ...rest] = name.split("_");
    const get = getterOf(kind, rest.join("_"), hours);
    if (get !== undefined && name !== "open_account") {
      Object.defineProperty(Facts.prototype, name, { get, enumerable: true });
    }
  }
  const names = [...read];
  return {
    lazy: (event) => new Facts(event),
    plain(event) {
      const facts = new Facts(event);
      const plain = {};
      for (const name of names) plain[name] = facts[name];
      return plain;
    },
  };
}

function getterOf(kind, id, hours) {
  switch (kind) {
    case "field":
      return function () {
        return this.field(id);
      };
    case "was":
      return function () {
        return this.change(id)?.before ?? null;
      };
    case "touched":
      return function () {
        return this.change(id) !== undefined;
      };
    case "open":
      return function () {
        return hours.get(id.replace("_", "-"))(this);
      };
    default:
      return undefined;
  }
}
