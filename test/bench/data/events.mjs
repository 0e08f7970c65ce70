/** Events as the backend of such a tenant sends them. Every fact is supplied, so that no verdict is unknown. */
import { randomFrom } from "./random.mjs";
import { FILLERS, vocabulary } from "./words.mjs";
import { ACCOUNTS, VALUES } from "./workspace.mjs";

const WORDS = vocabulary(1_200);
const FIRST = Date.UTC(2026, 2, 2, 3);
const BURSTS = 20;
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

/**
 * Events of two weeks in the order of time, in twenty bursts: a busy tenant has many a minute, but nights and
 * weekends must occur. Four fifths are messages from customers, the rest closes and
 * classifies tickets. `shape` overrides what a workload wants otherwise; `waiting` is how likely nobody has the
 * ticket, and how likely nobody has answered.
 */
export function eventsOf(count, seed, shape = {}) {
  const random = randomFrom(seed);
  const {
    accounts = ACCOUNTS.map(({ id }) => id),
    messagesOnly = false,
    text = messageText,
    waiting = 0.5,
  } = shape;
  return Array.from({ length: count }, (_, index) => {
    const kind = messagesOnly ? 0 : random.below(20);
    const before = classification(random);
    const event = {
      id: `event-${index}`,
      type: kind < 16 ? "message.received" : kind < 18 ? "ticket.closed" : "ticket.classified",
      at: new Date(timeOf(index, count)),
      ticket: {
        id: `ticket-${random.below(100_000)}`,
        account: random.pick(accounts),
        customer: `customer-${random.below(50_000)}`,
        assignee: random.chance(waiting) ? null : { type: "human", id: `agent-${random.below(200)}` },
        attended: !random.chance(waiting),
        classification: before,
        activeBot: null,
        status: "open",
      },
    };
    if (kind < 16) {
      event.message = {
        id: `message-${index}`,
        text: text(random),
        direction: "inbound",
        author: "customer",
      };
    } else {
      event.message = null;
    }
    if (kind >= 18) {
      const after = random.pick(VALUES.motivo);
      event.changes = { classification: { motivo: { before: before.motivo, after } } };
      event.ticket.classification = { ...before, motivo: after };
    }
    return event;
  });
}

function timeOf(index, count) {
  const burst = Math.floor((index / count) * BURSTS);
  const within = index - Math.ceil((burst * count) / BURSTS);
  return FIRST + burst * (TWO_WEEKS / BURSTS) + within * 7_000;
}

function classification(random) {
  return {
    motivo: random.pick(VALUES.motivo),
    producto: random.pick(VALUES.producto),
    prioridad: random.pick(VALUES.prioridad),
    etiquetas: random.some(VALUES.etiquetas, random.below(3)),
    vip: random.chance(0.1),
  };
}

const NUMBERS = [
  (random) => `pedido ${random.between(1000, 99_999_999)}`,
  (random) => `12.${random.between(100, 999)}.${random.between(100, 999)}-${random.below(10)}`,
  (random) => `+56 9 ${random.between(1000, 9999)} ${random.between(1000, 9999)}`,
  (random) => `CL-${random.between(1000, 999_999)}`,
  (random) => `factura n° ${random.between(1, 9999)}`,
  () => "cliente@example.com",
];

/** A message of 134 characters on average; one in four names a number. */
function messageText(random) {
  const length = random.between(60, 200);
  let text = random.chance(0.5) ? "Hola" : "Buenas tardes";
  while (text.length < length) {
    const word = random.chance(0.45) ? random.skewed(WORDS) : random.pick(FILLERS);
    text += (random.chance(0.1) ? ", " : " ") + (random.chance(0.1) ? word.toUpperCase() : word);
  }
  if (random.chance(0.25)) text += ` ${random.pick(NUMBERS)(random)}`;
  return text + random.pick(["", ".", "!", "?", " 👍"]);
}

/** A pasted conversation of 100 kB. Hardly any of its words is one that rules look for. */
export function longText(random) {
  const parts = [];
  for (let length = 0; length < 100 * 1024; ) {
    const word = random.chance(0.001) ? random.pick(WORDS) : random.pick(FILLERS);
    parts.push(random.chance(0.1) ? `${word}.` : word);
    length += word.length + 1;
  }
  return parts.join(" ");
}
