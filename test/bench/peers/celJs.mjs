/** A typed environment; every rule parsed once. Word lists and patterns are operations of ours. */
import { Environment } from "@marcbachmann/cel-js";
import { factsFor } from "../facts.mjs";
import { regexOf, says } from "../text.mjs";

export const name = "cel-js";
export const packageName = "@marcbachmann/cel-js";

export const translate = (rules) => rules.map(({ id, when }) => ({ id, source: written(when) }));

export function prepare(rules, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  const environment = new Environment();
  for (const fact of read) environment.registerVariable(fact, typeOf(fact));
  environment.registerFunction("says(string, list<string>, string, string): bool", says);
  // Its own `matches` compiles the pattern each time.
  environment.registerFunction("found(string, string, string): bool", (text, pattern, flags) =>
    regexOf(pattern, flags).test(text),
  );
  environment.registerFunction("holdsOneOf(list<string>, list<string>): bool", (list, values) =>
    list.some((each) => values.includes(each)),
  );
  const ids = rules.map(({ id }) => id);
  const tests = rules.map(({ source }) => environment.parse(source));
  return (event) => {
    const known = facts.lazy(event);
    return ids.filter((_, at) => tests[at](known));
  };
}

function typeOf(fact) {
  if (fact === "minute" || fact === "date") return "double";
  if (fact === "field_etiquetas") return "list<string>";
  if (fact === "trigger" || fact.startsWith("was_")) return "dyn";
  return /^(?:assigned|attended|open_|touched_|field_vip)/.test(fact) ? "bool" : "string";
}

function written(expression) {
  const { all, any, none, fact, value, values, from, to } = expression;
  if (all) return `(${all.map(written).join(" && ")})`;
  if (any) return `(${any.map(written).join(" || ")})`;
  if (none) return `!(${none.map(written).join(" || ")})`;
  switch (expression.test) {
    case "is":
      return `${fact} == ${JSON.stringify(value)}`;
    case "oneOf":
      return `${fact} in ${JSON.stringify(values)}`;
    case "holdsOneOf":
      return `holdsOneOf(${fact}, ${JSON.stringify(values)})`;
    case "between":
      return `(${from}.0 <= ${fact} && ${fact} < ${to}.0)`;
    case "says": {
      const { words, mode, match } = expression;
      return `says(${fact}, ${JSON.stringify(words)}, "${mode}", "${match}")`;
    }
    case "matches":
      return `found(${fact}, ${JSON.stringify(expression.pattern)}, "${expression.flags}")`;
    default:
      throw new Error(`no expression for ${expression.test}`);
  }
}
