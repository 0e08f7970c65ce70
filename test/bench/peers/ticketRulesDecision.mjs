/** This library, with all of its answer. */
import { compile, evaluate } from "../../../dist/index.js";

export const name = "ticket-rules";

export const translate = (_, workspace) => workspace;

export function prepare(workspace) {
  const ruleSet = compile(workspace);
  return (event) => evaluate(ruleSet, event);
}
