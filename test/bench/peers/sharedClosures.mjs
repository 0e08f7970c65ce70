/**
 * The limit of going through the rules one by one when there are many: closures made by a few shared functions,
 * which fit in the processor's caches where ten thousand functions of their own do not.
 */
import { sceneFor, sourceOfFact } from "../scene.mjs";
import { regexOf, says } from "../text.mjs";

export const name = "shared closures";

export const translate = (rules) => rules;

export function prepare(rules, { workspace, read }) {
  const { Scene, hours } = sceneFor(workspace);
  const readers = new Map([...read].map((fact) => [fact, readerOf(fact, hours)]));
  const ids = rules.map(({ id }) => id);
  const tests = rules.map(({ when }) => closureOf(when, readers));
  return (event) => {
    const scene = new Scene(event);
    const matched = [];
    for (let at = 0; at < tests.length; at++) if (tests[at](scene)) matched.push(ids[at]);
    return matched;
  };
}

/** One function for each fact, whatever the number of rules. */
const readerOf = (fact, hours) =>
  ["folded", "text"].includes(fact)
    ? undefined
    : new Function("hours", `return (s) => ${sourceOfFact(fact)};`)(hours);

function closureOf(expression, readers) {
  const { all, any, none, fact, value, values, from, to } = expression;
  if (all) return every(all.map((each) => closureOf(each, readers)));
  if (any) return some(any.map((each) => closureOf(each, readers)));
  if (none) {
    const found = some(none.map((each) => closureOf(each, readers)));
    return (scene) => !found(scene);
  }
  const get = readers.get(fact);
  switch (expression.test) {
    case "is":
      return (scene) => get(scene) === value;
    case "oneOf": {
      const wanted = new Set(values);
      return (scene) => wanted.has(get(scene));
    }
    case "holdsOneOf": {
      const wanted = new Set(values);
      return (scene) => get(scene).some((each) => wanted.has(each));
    }
    case "between":
      return (scene) => {
        const number = get(scene);
        return from <= number && number < to;
      };
    case "says": {
      const { words, mode, match } = expression;
      return (scene) => says(scene.folded, words, mode, match);
    }
    case "matches": {
      const regex = regexOf(expression.pattern, expression.flags);
      return (scene) => regex.test(scene.text);
    }
    default:
      throw new Error(`no closure for ${expression.test}`);
  }
}

function every(tests) {
  return (scene) => {
    for (let at = 0; at < tests.length; at++) if (!tests[at](scene)) return false;
    return true;
  };
}

function some(tests) {
  return (scene) => {
    for (let at = 0; at < tests.length; at++) if (tests[at](scene)) return true;
    return false;
  };
}
