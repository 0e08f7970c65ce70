/**
 * One decision table that collects the rules that match. Its language has no whole words and compiles a pattern
 * each time it meets it, so the facts have the text with the edges of words marked, and the answers of the patterns.
 */
import { ZenEngine } from "@gorules/zen-engine";
import { childrenOf } from "../expression.mjs";
import { factsFor } from "../facts.mjs";
import { regexOf } from "../text.mjs";

export const name = "zen-engine (table)";
export const packageName = "@gorules/zen-engine";
export const asynchronous = true;

export function translate(rules) {
  const patterns = new Map();
  for (const { pattern, flags } of rules.flatMap(({ when }) => patternsIn(when))) {
    const key = `${flags}/${pattern}`;
    if (!patterns.has(key)) patterns.set(key, { fact: `found_${patterns.size}`, pattern, flags });
  }
  const factOf = ({ pattern, flags }) => patterns.get(`${flags}/${pattern}`).fact;
  const node = (id, type, content) => ({ id, type, name: id, content });
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: "edge" });
  return {
    patterns: [...patterns.values()],
    graph: {
      nodes: [
        node("in", "inputNode", {}),
        node("rules", "decisionTableNode", tableOf(rules, factOf)),
        node("out", "outputNode", {}),
      ],
      edges: [edge("in", "rules"), edge("rules", "out")],
    },
  };
}

export function prepare({ patterns, graph }, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, new Set([...read, "folded"]));
  const found = patterns.map(({ fact, pattern, flags }) => ({ fact, regex: regexOf(pattern, flags) }));
  const decision = new ZenEngine().createDecision(graph);
  return async (event) => {
    const known = facts.plain(event);
    known.marked = known.folded.replace(/[\p{L}\p{N}]+/gu, `${EDGE}$&${EDGE}`);
    for (const { fact, regex } of found) known[fact] = regex.test(known.text);
    const { result } = await decision.evaluate(known);
    return result.map(({ id }) => id);
  };
}

const EDGE = "|";

function tableOf(rules, factOf) {
  return {
    hitPolicy: "collect",
    inputs: [{ id: "when", name: "when" }],
    outputs: [{ id: "id", name: "id", field: "id" }],
    rules: rules.map(({ id, when }) => ({ _id: id, when: written(when, factOf), id: JSON.stringify(id) })),
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
        mode === "word"
          ? `contains(marked, ${JSON.stringify(edged(word))})`
          : `contains(folded, ${JSON.stringify(word)})`,
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
