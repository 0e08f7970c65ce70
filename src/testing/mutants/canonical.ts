/** Rules by what they mean, as far as their form tells: two that are equal here are one mutant. */
import type { Condition, Operator } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";

/** Gives a text that is equal for rules that differ in form only. Conditions that rules share are read once. */
export function canonicalForms(): (rule: Rule) => string {
  const known = new WeakMap<Condition, Form>();
  const formOf = (condition: Condition): Form => {
    const form = known.get(condition) ?? readForm(condition, formOf);
    known.set(condition, form);
    return form;
  };
  return ({ operator, conditions, actions, stop = false, ...rest }) => {
    const below = conditions.map(formOf);
    const [only, ...others] = below;
    // None of one is the same as all of its negation, at the root too.
    const isNone = operator === "not" && only !== undefined && others.length === 0;
    const root = isNone ? groupForm("and", [negated(only)]) : groupForm(operator, below);
    return JSON.stringify([meaning(rest), stop, root.text, actions.map((action) => meaning(action, [0]))]);
  };
}

/** What a condition means, without groups that change nothing. */
interface Form {
  readonly text: string;
  /** Of groups. */
  readonly operator?: Operator;
  readonly below?: readonly Form[];
}

function readForm(condition: Condition, formOf: (condition: Condition) => Form): Form {
  if (condition.type !== "group") return { text: leafText(condition) };
  const below = condition.conditions.map(formOf);
  const [only, ...others] = below;
  if (only === undefined || others.length > 0) return groupForm(condition.operator, below);
  return condition.operator === "not" ? negated(only) : only;
}

function groupForm(operator: Operator, below: readonly Form[]): Form {
  return { text: `${operator}(${below.map(({ text }) => text).join()})`, operator, below };
}

/** None of one. */
function negated(form: Form): Form {
  const { operator, below = [] } = form;
  if (operator === "or") return groupForm("not", below);
  if (operator !== "not") return groupForm("not", [form]);
  const [only, ...others] = below;
  return only !== undefined && others.length === 0 ? only : groupForm("or", below);
}

function leafText(condition: object): string {
  const { is, mode = "word", match = "any", flags = "i", ...rest } = meaning(condition);
  const value = Array.isArray(is) && is.length === 1 ? is[0] : is;
  return JSON.stringify([rest, value, mode, match, flags]);
}

/** The parts that mean something: not what authors keep in `x-` keys, which may not even be JSON. */
function meaning(part: object, meaningless: readonly unknown[] = []): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !key.startsWith("x-") && !meaningless.includes(value)),
  );
}
