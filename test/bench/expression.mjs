/**
 * A rule as one boolean expression over named facts, which every peer can write down. Conditions stand in the
 * order an expert would choose, the cheap ones first: no peer orders them by itself.
 *
 * An expression is `{ all }`, `{ any }`, `{ none }` over expressions, or a test of one fact:
 * `is` a value, `oneOf` some values, `holdsOneOf` (the fact is a list), `between` two numbers (half-open),
 * `says` any or all of some words, `matches` a pattern.
 */
import { foldText } from "./text.mjs";

/** The expression of a rule whose facts are all supplied: then two-valued logic gives the same answers. */
export function expressionOf({ trigger, operator, conditions }, { accounts, fields }) {
  const started = { test: "is", fact: "trigger", value: trigger };
  if (operator === "or") return { any: [started, ...conditions.map(edge)] };
  const known = { accounts: new Set(accounts.map(({ id }) => id)), fields };
  const inner = ordered(conditions.map((condition) => conditionOf(condition, known)));
  return { all: operator === "and" ? [started, ...inner] : [started, { none: inner }] };
}

/** The names of the facts that expressions read. */
export function factsRead(expressions) {
  const names = new Set();
  const visit = (expression) => {
    if (expression.fact !== undefined) names.add(expression.fact);
    for (const inner of childrenOf(expression)) visit(inner);
  };
  for (const expression of expressions) visit(expression);
  return names;
}

/** The expressions below one. */
export const childrenOf = ({ all, any, none }) => all ?? any ?? none ?? [];

const GROUPS = { and: "all", or: "any", not: "none" };

function conditionOf(condition, known) {
  switch (condition.type) {
    case "group": {
      const inner = ordered(condition.conditions.map((each) => conditionOf(each, known)));
      return { [GROUPS[condition.operator]]: inner };
    }
    case "account":
      return oneOf(
        "account",
        listOf(condition.is).filter((id) => known.accounts.has(id)),
      );
    case "classification": {
      const { type } = known.fields.find(({ id }) => id === condition.field);
      const fact = `field_${condition.field}`;
      if (type === "multi") return { test: "holdsOneOf", fact, values: listOf(condition.is) };
      return oneOf(fact, listOf(condition.is));
    }
    case "messageContains": {
      const { words, mode = "word", match = "any" } = condition;
      return { test: "says", fact: "folded", words: words.map(foldText), mode, match };
    }
    case "messageMatches":
      return { test: "matches", fact: "text", pattern: condition.pattern, flags: condition.flags ?? "i" };
    case "withinBusinessHours":
    case "outsideBusinessHours": {
      const fact = `open_${(condition.calendar ?? "account").replace("-", "_")}`;
      return { test: "is", fact, value: condition.type === "withinBusinessHours" };
    }
    case "weekday":
      return oneOf("weekday", listOf(condition.is));
    case "dateRange":
      return {
        test: "between",
        fact: "date",
        from: dateNumber(condition.from),
        to: dateNumber(condition.to) + 1,
      };
    case "timeRange": {
      const [from, to] = [minutes(condition.from), minutes(condition.to)];
      const part = (start, end) => ({ test: "between", fact: "minute", from: start, to: end });
      return from < to ? part(from, to) : { any: [part(from, 1440), part(0, to)] };
    }
    case "unassigned":
      return { test: "is", fact: "assigned", value: false };
    case "unattended":
      return { test: "is", fact: "attended", value: false };
    default:
      throw new Error(`no expression for ${condition.type}`);
  }
}

/** An alternative of an `or` rule, on an event that is not its trigger: made true by the event. */
function edge({ type, field, is }) {
  if (type !== "classification") throw new Error("only classification alternatives are translated");
  const [change] = listOf(is);
  return {
    all: [
      { test: "is", fact: `touched_${field}`, value: true },
      { test: "is", fact: `field_${field}`, value: change },
      { none: [{ test: "is", fact: `was_${field}`, value: change }] },
    ],
  };
}

const oneOf = (fact, values) =>
  values.length === 1 ? { test: "is", fact, value: values[0] } : { test: "oneOf", fact, values };

const COST = { is: 0, oneOf: 1, holdsOneOf: 2, between: 3, says: 5, matches: 6 };

function ordered(expressions) {
  return expressions.toSorted((a, b) => costOf(a) - costOf(b));
}

/** What the cheapest way through costs: a group may end at its first part. */
function costOf(expression) {
  if (expression.test === "is" && expression.fact.startsWith("open_")) return 4;
  return COST[expression.test] ?? Math.max(...childrenOf(expression).map(costOf)) + 0.5;
}

const listOf = (value) => (Array.isArray(value) ? value : [value]);
const dateNumber = (date) => Number(date.replaceAll("-", ""));
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
