/** `apply()` for each rule. */
import jsonLogic from "json-logic-js";
import { factsFor } from "../facts.mjs";
import { logicOf, OPERATIONS } from "./jsonLogic.mjs";

export const name = "json-logic-js";
export const packageName = "json-logic-js";

export function prepare({ workspace, expressions, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  for (const [operation, run] of Object.entries(OPERATIONS)) jsonLogic.add_operation(operation, run);
  const ids = workspace.rules.map(({ id }) => id);
  const logics = expressions.map(logicOf);
  return (event) => {
    const known = facts.lazy(event);
    return ids.filter((_, at) => jsonLogic.apply(logics[at], known));
  };
}
