/**
 * The baseline: one function for each rule, as an expert would type it. Cheap conditions first, the text folded
 * once, local time and opening hours remembered. No index, no checks of the event, no explanation.
 */
import { sceneFor, sourceOfFact } from "../scene.mjs";
import { hasWord, regexOf } from "../text.mjs";

export const name = "hand-written";

/** The source, generated only because nobody types ten thousand rules. */
export const translate = (rules) => ({ ids: rules.map(({ id }) => id), source: sourceOf(rules) });

export function prepare({ ids, source }, { workspace }) {
  const { Scene, hours } = sceneFor(workspace);
  const tests = new Function("hasWord", "regexOf", "hours", source)(hasWord, regexOf, hours);
  return (event) => {
    const scene = new Scene(event);
    const matched = [];
    for (let at = 0; at < tests.length; at++) if (tests[at](scene)) matched.push(ids[at]);
    return matched;
  };
}

/** The source of a list of functions, with the constants that they share above it. */
function sourceOf(rules) {
  const constants = new Map();
  const constant = (source) => {
    const known = constants.get(source) ?? `C${constants.size}`;
    constants.set(source, known);
    return known;
  };
  const lines = rules.map(({ when }) => `(s) => ${written(when, constant)},`);
  const above = [...constants].map(([value, constantName]) => `const ${constantName} = ${value};`);
  return ['"use strict";', ...above, "return [", ...lines, "];"].join("\n");
}

function written(expression, constant) {
  const { all, any, none, fact, value, values, from, to } = expression;
  const inner = (list, operator) => `(${list.map((each) => written(each, constant)).join(operator)})`;
  if (all) return inner(all, " && ");
  if (any) return inner(any, " || ");
  if (none) return `!${inner(none, " || ")}`;
  const read = sourceOfFact(fact);
  switch (expression.test) {
    case "is":
      if (value === true) return read;
      return value === false ? `!${read}` : `${read} === ${JSON.stringify(value)}`;
    case "oneOf":
      if (values.length > 4) return `${constant(`new Set(${JSON.stringify(values)})`)}.has(${read})`;
      return `(${values.map((each) => `${read} === ${JSON.stringify(each)}`).join(" || ")})`;
    case "holdsOneOf":
      return `(${values.map((each) => `${read}.includes(${JSON.stringify(each)})`).join(" || ")})`;
    case "between":
      return `(${from} <= ${read} && ${read} < ${to})`;
    case "says": {
      const found = expression.words.map((word) =>
        expression.mode === "word"
          ? `hasWord(s.folded, ${JSON.stringify(word)})`
          : `s.folded.includes(${JSON.stringify(word)})`,
      );
      return `(${found.join(expression.match === "any" ? " || " : " && ")})`;
    }
    case "matches": {
      const { pattern, flags } = expression;
      return `${constant(`regexOf(${JSON.stringify(pattern)}, "${flags}")`)}.test(s.text)`;
    }
    default:
      throw new Error(`no source for ${expression.test}`);
  }
}
