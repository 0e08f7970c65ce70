/**
 * The baseline: one function for each rule, as an expert would type it. Cheap conditions first, the text folded
 * once, local time and opening hours remembered. No index, no checks of the event, no explanation.
 */
import { sceneFor, sourceOfFact } from "../scene.mjs";
import { hasWord, regexOf } from "../text.mjs";

export const name = "hand-written";

export function prepare({ workspace, expressions }) {
  const { Scene, hours } = sceneFor(workspace);
  const { text, names, values } = sourceOf(expressions);
  // Generated here only because nobody types ten thousand rules: loading costs what the typed source would cost.
  const tests = new Function("hasWord", "hours", ...names, text)(hasWord, hours, ...values);
  const ids = workspace.rules.map(({ id }) => id);
  return (event) => {
    const scene = new Scene(event);
    const matched = [];
    for (let at = 0; at < tests.length; at++) if (tests[at](scene)) matched.push(ids[at]);
    return matched;
  };
}

/** The source of a list of functions, and the constants that stand above it. */
function sourceOf(expressions) {
  const constants = new Map();
  const constant = (key, value) => {
    const known = constants.get(key) ?? { name: `C${constants.size}`, value };
    constants.set(key, known);
    return known.name;
  };
  const lines = expressions.map((expression) => `(s) => ${written(expression, constant)},`);
  const all = [...constants.values()];
  return {
    text: `"use strict"; return [\n${lines.join("\n")}\n];`,
    names: all.map((each) => each.name),
    values: all.map((each) => each.value),
  };
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
      if (values.length > 4) return `${constant(values.join(), new Set(values))}.has(${read})`;
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
      return `${constant(`/${pattern}/${flags}`, regexOf(pattern, flags))}.test(s.text)`;
    }
    default:
      throw new Error(`no source for ${expression.test}`);
  }
}
