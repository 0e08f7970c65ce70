/** This library, from its built package. It decides, plans the effects and names what is missing; ids are a part of it. */
import { compile, evaluate } from "../../../dist/index.js";

export const name = "ticket-rules";

export const translate = (_, workspace) => workspace;

export function prepare(workspace) {
  const ruleSet = compile(workspace);
  if (ruleSet.invalid.length > 0 || ruleSet.issues.length > 0) {
    throw new Error(`the workspace is not valid: ${JSON.stringify(ruleSet)}`);
  }
  return (event) => evaluate(ruleSet, event).fired;
}
