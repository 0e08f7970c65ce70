/** Rules as a large tenant may have them. What is a guess is told in docs/performance.md. */
import { randomFrom } from "./random.mjs";
import { PATTERNS, vocabulary } from "./words.mjs";
import { ACCOUNTS, CALENDARS, VALUES } from "./workspace.mjs";

const WORDS = vocabulary(1_200);
const RECEIVED = "message.received";
const CLOSED = "ticket.closed";

const accountIds = ACCOUNTS.map(({ id }) => id);
const account = (random) => ({ type: "account", is: random.pick(accountIds) });
const words = (random, least, most, rest = {}) => ({
  type: "messageContains",
  words: random.some(WORDS, random.between(least, most)),
  ...rest,
});
const field = (random, id, count = 1) => ({
  type: "classification",
  field: id,
  is: count === 1 ? random.pick(VALUES[id]) : random.some(VALUES[id], count),
});
const pattern = (random) => ({ type: "messageMatches", pattern: random.pick(PATTERNS) });
const hours = (random, type) => ({
  type,
  ...(random.chance(0.1) ? { calendar: random.pick(CALENDARS).id } : {}),
});
const group = (operator, ...conditions) => ({ type: "group", operator, conditions });
const unassigned = { type: "unassigned" };
const unattended = { type: "unattended" };
const evening = { type: "timeRange", from: "20:00", to: "08:00" };
const weekend = { type: "weekday", is: ["sat", "sun"] };

/** Kinds of rules: weight, trigger, conditions, and the operator if it is not `and`. */
const TEMPLATES = [
  [8, RECEIVED, (r) => [account(r), unassigned, hours(r, "outsideBusinessHours")]],
  [13, RECEIVED, (r) => [account(r), words(r, 2, 4), unattended]],
  [10, RECEIVED, (r) => [account(r), words(r, 2, 6), hours(r, "withinBusinessHours")]],
  [10, RECEIVED, (r) => [account(r), field(r, "motivo", 2), unassigned]],
  [7, RECEIVED, (r) => [{ type: "account", is: r.some(accountIds, 3) }, words(r, 2, 2, { match: "all" })]],
  [8, RECEIVED, (r) => [account(r), pattern(r)]],
  [5, RECEIVED, (r) => [account(r), weekend, evening]],
  [6, RECEIVED, (r) => [field(r, "producto", 6), field(r, "prioridad", 2), unattended]],
  [4, RECEIVED, (r) => [words(r, 1, 2), field(r, "prioridad", 2), unattended]],
  [6, RECEIVED, (r) => [account(r), group("or", words(r, 2, 3), pattern(r)), unassigned]],
  [6, RECEIVED, (r) => [account(r), group("not", words(r, 3, 5)), unassigned, field(r, "prioridad")]],
  [
    5,
    RECEIVED,
    (r) => [account(r), { type: "dateRange", from: "2026-03-05", to: "2026-03-12" }, words(r, 1, 3)],
  ],
  [4, RECEIVED, (r) => [account(r), words(r, 1, 3, { mode: "substring" }), { type: "weekday", is: "mon" }]],
  [
    1,
    RECEIVED,
    (r) => [{ type: "account", is: r.some(accountIds, 45) }, words(r, 3, 5), hours(r, "withinBusinessHours")],
    "not",
  ],
  [6, CLOSED, (r) => [account(r), field(r, "motivo", 3)]],
  [6, CLOSED, (r) => [account(r), field(r, "producto", 6)]],
  [3, CLOSED, (r) => [account(r), field(r, "etiquetas", 2)]],
  [0.2, CLOSED, (r) => [field(r, "motivo")], "or"],
];

/** Rules in the realistic mix (W3, W4). Conditions stand in any order, as people add them. */
export function mixedRules(count) {
  const random = randomFrom(20_260_302);
  const total = TEMPLATES.reduce((sum, [weight]) => sum + weight, 0);
  return Array.from({ length: count }, (_, index) => {
    let draw = random.below(total * 1000) / 1000;
    const chosen = TEMPLATES.find(([weight]) => {
      draw -= weight;
      return draw < 0;
    });
    const [, trigger, conditions, operator = "and"] = chosen;
    return rule(index, trigger, operator, random.shuffled(conditions(random)), random);
  });
}

function rule(index, trigger, operator, conditions, random) {
  const base = { id: `rule-${index}`, name: `Rule number ${index}`, active: true };
  const condition = { trigger, operator, conditions };
  if (trigger === CLOSED) {
    return random.chance(0.6)
      ? { ...base, integration: "timepoints", ...condition, actions: [{ type: "sendSurvey", survey: 1 }] }
      : { ...base, integration: "webhook", ...condition, actions: [{ type: "notify" }] };
  }
  return random.chance(0.7)
    ? {
        ...base,
        integration: "botcenter",
        ...condition,
        actions: [{ type: "activateBot", bot: `bot-${random.below(5)}` }],
      }
    : { ...base, integration: "webhook", ...condition, actions: [{ type: "notify" }] };
}

const notifying = (index, conditions) => ({
  id: `rule-${index}`,
  name: `Rule number ${index}`,
  active: true,
  integration: "webhook",
  trigger: RECEIVED,
  operator: "and",
  conditions,
  actions: [{ type: "notify" }],
});

/** W1: what most installations begin with. */
export const simpleRule = () => [
  {
    ...notifying(0, [{ type: "account", is: "acc-3" }, unassigned]),
    integration: "botcenter",
    actions: [{ type: "activateBot", bot: "bot-1" }],
  },
];

/** W2: all eleven conditions, three levels deep. */
export const deepRule = () => [
  notifying(0, [
    group(
      "or",
      group("and", hours(never, "withinBusinessHours"), { type: "messageMatches", pattern: PATTERNS[0] }),
      group("and", hours(never, "outsideBusinessHours"), evening, {
        type: "messageContains",
        words: ["reembolso", "devolución", "garantía"],
      }),
      { type: "messageContains", words: ["urgente", "reclamo"], mode: "substring" },
    ),
    group("not", { type: "messageContains", words: ["gracias", "solucionado", "no funciona"] }, weekend),
    group(
      "or",
      field1("motivo", VALUES.motivo.slice(0, 18)),
      field1("etiquetas", ["etiqueta-1", "etiqueta-2"]),
    ),
    { type: "dateRange", from: "2026-03-01", to: "2026-03-31" },
    { type: "account", is: accountIds.slice(0, 6) },
    unattended,
    unassigned,
  ]),
];

const field1 = (id, is) => ({ type: "classification", field: id, is });
/** No chance: conditions as they are by default. */
const never = { chance: () => false };

/** W5: rules that look for two or three words, most of which no message has. */
export function wordRules(count) {
  const random = randomFrom(5);
  return Array.from({ length: count }, (_, index) => notifying(index, [words(random, 2, 3)]));
}

/** W6: every rule watches the same account and a few of the same five hundred words. */
export function sameAccountRules(count) {
  const random = randomFrom(6);
  const shared = { some: (_, size) => random.some(WORDS.slice(0, 500), size), between: random.between };
  return Array.from({ length: count }, (_, index) => {
    const found = random.chance(0.5) ? words(shared, 2, 2, { match: "all" }) : words(shared, 1, 2);
    const more = random.pick([unassigned, unattended, weekend, evening, field(random, "prioridad")]);
    const except = random.chance(0.2) ? [group("not", words(shared, 2, 3))] : [];
    return notifying(index, random.shuffled([{ type: "account", is: "acc-0" }, found, more, ...except]));
  });
}
