import type { Conjunction } from "../../language/define.ts";
import { type Phrase, phrase, value } from "../../language/phrase.ts";
import { type Say, valuesAt } from "../../language/say.ts";
import { asList } from "../../schema.ts";
import type { ClassificationCondition } from "../classification.ts";
import type { ConditionPhrases } from "./define.ts";

export const classification: ConditionPhrases<ClassificationCondition> = {
  es: {
    holds: (condition, say) =>
      phrase`el campo ${field(condition, say)} ${isMulti(condition, say) ? "incluye" : "es"} ${wanted(condition, "or", say)}`,
    fails: (condition, say) =>
      phrase`el campo ${field(condition, say)} no ${isMulti(condition, say) ? "incluye" : "es"} ${wanted(condition, "nor", say)}`,
    met: (condition, actual, say) =>
      phrase`el campo ${field(condition, say)} ${isMulti(condition, say) ? "incluye" : "es"} ${found(condition, actual, say)}`,
    unmet: (condition, actual, say) =>
      isGone(condition, actual)
        ? phrase`la condición pide ${wanted(condition, "or", say)} en el campo ${field(condition, say)}`
        : isEmpty(actual)
          ? phrase`el campo ${field(condition, say)} está vacío`
          : phrase`el campo ${field(condition, say)} ${isMulti(condition, say) ? "incluye" : "es"} ${found(condition, actual, say)}, no ${wanted(condition, "nor", say)}`,
    becomes: (condition, say) =>
      phrase`cuando el campo ${field(condition, say)} pase a ${isMulti(condition, say) ? "incluir" : "ser"} ${wanted(condition, "or", say)}`,
  },
  en: {
    holds: (condition, say) =>
      phrase`the field ${field(condition, say)} ${isMulti(condition, say) ? "includes" : "is"} ${wanted(condition, "or", say)}`,
    fails: (condition, say) =>
      phrase`the field ${field(condition, say)} ${isMulti(condition, say) ? phrase`${included(condition)} ${wanted(condition, "nor", say)}` : phrase`is ${neither(condition, say)}`}`,
    met: (condition, actual, say) =>
      phrase`the field ${field(condition, say)} ${isMulti(condition, say) ? "includes" : "is"} ${found(condition, actual, say)}`,
    unmet: (condition, actual, say) =>
      isGone(condition, actual)
        ? phrase`the condition asks for ${wanted(condition, "or", say)} in the field ${field(condition, say)}`
        : isEmpty(actual)
          ? phrase`the field ${field(condition, say)} is empty`
          : phrase`the field ${field(condition, say)} ${isMulti(condition, say) ? "includes" : "is"} ${found(condition, actual, say)}, ${neither(condition, say)}`,
    becomes: (condition, say) =>
      phrase`when the field ${field(condition, say)} ${isMulti(condition, say) ? "comes to include" : "becomes"} ${wanted(condition, "or", say)}`,
  },
};

const field = ({ field: id }: ClassificationCondition, say: Say) => value(say.field(id), "field");

const wanted = ({ field: id, is }: ClassificationCondition, conjunction: Conjunction, say: Say) =>
  say.list(
    valuesAt(is, "is", (each) => say.fieldValue(id, each)),
    conjunction,
  );

const included = ({ is }: ClassificationCondition) =>
  asList(is).length === 1 ? "does not include" : "includes neither";

const neither = (condition: ClassificationCondition, say: Say) =>
  phrase`${asList(condition.is).length === 1 ? "not" : "neither"} ${wanted(condition, "nor", say)}`;

function found({ field: id }: ClassificationCondition, actual: unknown, say: Say): Phrase {
  const values: readonly unknown[] = Array.isArray(actual) ? actual : [actual];
  return say.list(
    values.map((each) => [{ text: say.fieldValue(id, each) }]),
    "and",
  );
}

/** The field holds what is asked for, and still does not meet the condition: the field or the option does not exist. */
function isGone({ is }: ClassificationCondition, actual: unknown): boolean {
  const held: readonly unknown[] = Array.isArray(actual) ? actual : [actual];
  return asList(is).some((each) => each !== "" && held.includes(each));
}

const isMulti = ({ field: id }: ClassificationCondition, say: Say) => say.fieldType(id) === "multi";

const isEmpty = (actual: unknown) =>
  actual === null || actual === "" || (Array.isArray(actual) && actual.length === 0);
