/** One compiled query for each rule. */
import siftPackage from "sift";
import { factsFor } from "../facts.mjs";
import { says } from "../text.mjs";

export const name = "sift";
export const packageName = "sift";

// It is CommonJS whose names Node does not see.
const { default: sift, createEqualsOperation } = siftPackage;

/** An operation on the value of one fact. */
const operation = (holds) => (parameters, query, options) =>
  createEqualsOperation((value) => holds(value, parameters), query, options);

const operations = {
  $says: operation((text, { words, mode, match }) => says(text, words, mode, match)),
};

export const translate = (rules) => rules.map(({ id, when }) => ({ id, query: queryOf(when) }));

export function prepare(rules, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  const ids = rules.map(({ id }) => id);
  const tests = rules.map(({ query }) => sift(query, { operations }));
  return (event) => {
    const known = facts.lazy(event);
    return ids.filter((_, at) => tests[at](known));
  };
}

function queryOf(expression) {
  const { all, any, none, fact, value, values, from, to } = expression;
  if (all) return { $and: all.map(queryOf) };
  if (any) return { $or: any.map(queryOf) };
  if (none) return { $nor: none.map(queryOf) };
  switch (expression.test) {
    case "is":
      return { [fact]: value };
    // On a list, `$in` is true when one of its items is in.
    case "oneOf":
    case "holdsOneOf":
      return { [fact]: { $in: values } };
    case "between":
      return { [fact]: { $gte: from, $lt: to } };
    case "says": {
      const { words, mode, match } = expression;
      return { [fact]: { $says: { words, mode, match } } };
    }
    case "matches":
      return { [fact]: { $regex: expression.pattern, $options: expression.flags } };
    default:
      throw new Error(`no query for ${expression.test}`);
  }
}
