/** One engine with all rules, one `run()` for each event, operators of our own for words and patterns. */
import { Engine } from "json-rules-engine";
import { factsFor } from "../facts.mjs";
import { regexOf, says } from "../text.mjs";

export const name = "json-rules-engine";
export const packageName = "json-rules-engine";
export const asynchronous = true;

export const translate = (rules) =>
  rules.map(({ id, when }) => ({ name: id, conditions: conditionsOf(when), event: { type: id } }));

export function prepare(rules, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  const engine = new Engine();
  engine.addOperator("says", (text, { words, mode, match }) => says(text, words, mode, match));
  engine.addOperator("matches", (text, { pattern, flags }) => regexOf(pattern, flags).test(text));
  engine.addOperator("holdsOneOf", (list, values) => list.some((each) => values.includes(each)));
  engine.addOperator("between", (number, { from, to }) => from <= number && number < to);
  for (const rule of rules) engine.addRule(rule);
  const place = new Map(rules.map((rule, at) => [rule.name, at]));
  return async (event) => {
    const { events } = await engine.run(facts.plain(event));
    // They come in the order in which promises settle.
    return events.map(({ type }) => type).sort((a, b) => place.get(a) - place.get(b));
  };
}

/** The root must be a group. */
const conditionsOf = (expression) =>
  expression.test === undefined ? conditionOf(expression) : { all: [conditionOf(expression)] };

function conditionOf(expression) {
  const { all, any, none, fact, value, values, from, to } = expression;
  if (all) return { all: all.map(conditionOf) };
  if (any) return { any: any.map(conditionOf) };
  if (none) return { not: { any: none.map(conditionOf) } };
  switch (expression.test) {
    case "is":
      return { fact, operator: "equal", value };
    case "oneOf":
      return { fact, operator: "in", value: values };
    case "holdsOneOf":
      return { fact, operator: "holdsOneOf", value: values };
    case "between":
      return { fact, operator: "between", value: { from, to } };
    case "says": {
      const { words, mode, match } = expression;
      return { fact, operator: "says", value: { words, mode, match } };
    }
    case "matches":
      return { fact, operator: "matches", value: { pattern: expression.pattern, flags: expression.flags } };
    default:
      throw new Error(`no condition for ${expression.test}`);
  }
}
