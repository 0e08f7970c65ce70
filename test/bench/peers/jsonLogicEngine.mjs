/** Every rule compiled by `build()`, which needs `new Function`. */
import { LogicEngine } from "json-logic-engine";
import { factsFor } from "../facts.mjs";
import { OPERATIONS, translateToLogic } from "./jsonLogic.mjs";

export const name = "json-logic-engine (compiled)";
export const packageName = "json-logic-engine";

export const translate = translateToLogic;

export function prepare(rules, { workspace, read, clock }) {
  const facts = factsFor(workspace, clock, read);
  const engine = new LogicEngine();
  for (const [operation, run] of Object.entries(OPERATIONS)) {
    engine.addMethod(operation, (operands) => run(...operands), { deterministic: true });
  }
  const ids = rules.map(({ id }) => id);
  const tests = rules.map(({ logic }) => engine.build(logic));
  return (event) => {
    const known = facts.lazy(event);
    return ids.filter((_, at) => tests[at](known));
  };
}
