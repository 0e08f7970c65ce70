/** What the two engines for JsonLogic have in common: the logic of an expression, and operations for words and patterns. */
import { regexOf, says } from "../text.mjs";

export const OPERATIONS = {
  says: (text, words, mode, match) => says(text, words, mode, match),
  matches: (text, pattern, flags) => regexOf(pattern, flags).test(text),
  holdsOneOf: (list, values) => list.some((each) => values.includes(each)),
};

/** Rules as they would be stored. */
export const translateToLogic = (rules) => rules.map(({ id, when }) => ({ id, logic: logicOf(when) }));

function logicOf(expression) {
  const { all, any, none, fact, value, values, from, to } = expression;
  if (all) return { and: all.map(logicOf) };
  if (any) return { or: any.map(logicOf) };
  if (none) return { "!": [{ or: none.map(logicOf) }] };
  const read = { var: fact };
  switch (expression.test) {
    case "is":
      return { "===": [read, value] };
    case "oneOf":
      return { in: [read, values] };
    case "holdsOneOf":
      return { holdsOneOf: [read, values] };
    case "between":
      return { and: [{ "<=": [from, read] }, { "<": [read, to] }] };
    case "says":
      return { says: [read, expression.words, expression.mode, expression.match] };
    case "matches":
      return { matches: [read, expression.pattern, expression.flags] };
    default:
      throw new Error(`no logic for ${expression.test}`);
  }
}
