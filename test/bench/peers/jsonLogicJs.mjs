/** `apply()` for each rule. */
import jsonLogic from "json-logic-js";
import { factsFor } from "../facts.mjs";
import { OPERATIONS, translateToLogic } from "./jsonLogic.mjs";

export const name = "json-logic-js";
export const packageName = "json-logic-js";

export const translate = translateToLogic;

export function prepare(rules, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  for (const [operation, run] of Object.entries(OPERATIONS)) jsonLogic.add_operation(operation, run);
  return (event) => {
    const known = facts.lazy(event);
    const matched = [];
    for (const { id, logic } of rules) if (jsonLogic.apply(logic, known)) matched.push(id);
    return matched;
  };
}
