/** Every rule compiled by `build()`, which needs `new Function`. */
import { LogicEngine } from "json-logic-engine";
import { factsFor } from "../facts.mjs";
import { logicOf, OPERATIONS } from "./jsonLogic.mjs";

export const name = "json-logic-engine (compiled)";
export const packageName = "json-logic-engine";

export function prepare({ workspace, expressions, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  const engine = new LogicEngine();
  for (const [operation, run] of Object.entries(OPERATIONS)) {
    engine.addMethod(operation, (operands) => run(...operands), { deterministic: true });
  }
  const ids = workspace.rules.map(({ id }) => id);
  const tests = expressions.map((expression) => engine.build(logicOf(expression)));
  return (event) => {
    const known = facts.lazy(event);
    return ids.filter((_, at) => tests[at](known));
  };
}
