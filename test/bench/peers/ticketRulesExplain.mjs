/** This library, explaining every rule instead of deciding. */
import { compile, explain } from "../../../dist/index.js";

export const name = "ticket-rules, explain";

export const translate = (_, workspace) => workspace;

export function prepare(workspace) {
  const ruleSet = compile(workspace);
  return (event) => {
    const fired = [];
    for (const { rule, outcome } of explain(ruleSet, event)) if (outcome === "fired") fired.push(rule);
    return fired;
  };
}
