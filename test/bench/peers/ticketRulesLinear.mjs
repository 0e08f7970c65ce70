/** This library without its index: every rule is visited. Through the registered symbol, since no user can want it. */
import { compile, evaluate } from "../../../dist/index.js";

export const name = "ticket-rules, no index";

const COMPILED = Symbol.for("ticket-rules/compiled");

export const translate = (_, workspace) => workspace;

export function prepare(workspace) {
  const ruleSet = withoutIndex(compile(workspace));
  return (event) => evaluate(ruleSet, event).fired;
}

/** A rule set whose index names every rule that can run. */
export function withoutIndex(ruleSet) {
  const compiled = ruleSet[COMPILED];
  const places = [...compiled.rules.keys()].filter((place) => compiled.rules[place].off === undefined);
  const index = {
    candidates(_, visit) {
      for (const place of places) visit(place);
    },
  };
  return { ...ruleSet, [COMPILED]: { ...compiled, index } };
}
