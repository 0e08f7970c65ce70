/**
 * One decision table that collects the rules that match. Its language has no whole words and compiles a pattern
 * each time it meets it, so the facts have the text with the edges of words marked, and the answers of the patterns.
 */
import { ZenEngine } from "@gorules/zen-engine";
import { factsFor } from "../facts.mjs";
import { childrenOf } from "../expression.mjs";
import { regexOf } from "../text.mjs";

export const name = "zen-engine (table)";
export const packageName = "@gorules/zen-engine";

export function prepare({ workspace, expressions, read, clock }) {
  const facts = factsFor(workspace, clock, new Set([...read, "folded"]));
  const regexes = new Map();
  for (const { pattern, flags } of expressions.flatMap(patternsIn)) {
    const key = `${flags}/${pattern}`;
    if (!regexes.has(key)) regexes.set(key, { fact: `found_${regexes.size}`, regex: regexOf(pattern, flags) });
  }
  const found = [...regexes.values()];
  const factOf = ({ pattern, flags }) => regexes.get(`${flags}/${pattern}`).fact;
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", type: "inputNode", name: "in", content: {} },
      { id: "rules", type: "decisionTableNode", name: "rules", content: tableOf(workspace.rules, expressions, factOf) },
      { id: "out", type: "outputNode", name: "out", content: {} },
    ],
    edges: [
      { id: "in-rules", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "rules-out", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  });
  return async (event) => {
    const known = facts.plain(event);
    known.marked = known.folded.replace(/[\p{L}\p{N}]+/gu, `${EDGE}$&${EDGE}`);
    for (const { fact, regex } of found) known[fact] = regex.test(known.text);
    const { result } = await decision.evaluate(known);
    return result.map(({ id }) => id);
  };
}

const EDGE = "|";

function tableOf(rules, expressions, factOf) {
  return {
    hitPolicy: "collect",
    inputs: [{ id: "when", name: "when" }],
    outputs: [{ id: "id", name: "id", field: "id" }],
    rules: expressions.map((expression, at) => ({
      _id: rules[at].id,
      when: written(expression, factOf),
      id: JSON.stringify(rules[at].id),
    })),
  };
}

function patternsIn(expression) {
  return expression.test === "matches" ? [expression] : childrenOf(expression).flatMap(patternsIn);
}

function written(expression, factOf) {
  const { all, any, none, fact, value, values, from, to } = expression;
  const inner = (list, operator) => `(${list.map((each) => written(each, factOf)).join(operator)})`;
  if (all) return inner(all, " and ");
  if (any) return inner(any, " or ");
  if (none) return `not ${inner(none, " or ")}`;
  switch (expression.test) {
    case "is":
      return `${fact} == ${JSON.stringify(value)}`;
    case "oneOf":
      return `${fact} in ${JSON.stringify(values)}`;
    case "holdsOneOf":
      return `some(${fact}, # in ${JSON.stringify(values)})`;
    case "between":
      return `(${fact} >= ${from} and ${fact} < ${to})`;
    case "says": {
      const { words, mode, match } = expression;
      const each = words.map((word) =>
        mode === "word" ? `contains(marked, ${JSON.stringify(edged(word))})` : `contains(folded, ${JSON.stringify(word)})`,
      );
      return `(${each.join(match === "any" ? " or " : " and ")})`;
    }
    case "matches":
      return factOf(expression);
    default:
      throw new Error(`no expression for ${expression.test}`);
  }
}

const edged = (word) => word.replace(/[\p{L}\p{N}]+/gu, `${EDGE}$&${EDGE}`);
