import { phrase } from "../../language/phrase.ts";
import { type Say, valuesAt } from "../../language/say.ts";
import { asList } from "../../schema.ts";
import type { AccountCondition } from "../account.ts";
import type { ConditionPhrases } from "./define.ts";

export const account: ConditionPhrases<AccountCondition> = {
  es: {
    holds: (condition, say) => phrase`la cuenta es ${anyOf(condition, say)}`,
    fails: (condition, say) => phrase`la cuenta no es ${noneOf(condition, say)}`,
    met: (_, actual, say) => phrase`la cuenta es ${say.account(String(actual))}`,
    unmet: (condition, actual, say) =>
      isGone(condition, actual)
        ? phrase`la condición pide la cuenta ${say.account(actual)}`
        : typeof actual === "string" && actual !== ""
          ? phrase`la cuenta es ${say.account(actual)}, no ${noneOf(condition, say)}`
          : phrase`el ticket no tiene cuenta`,
  },
  en: {
    holds: (condition, say) => phrase`the account is ${anyOf(condition, say)}`,
    fails: (condition, say) => phrase`the account is ${notAnyOf(condition, say)}`,
    met: (_, actual, say) => phrase`the account is ${say.account(String(actual))}`,
    unmet: (condition, actual, say) =>
      isGone(condition, actual)
        ? phrase`the condition asks for the account ${say.account(actual)}`
        : typeof actual === "string" && actual !== ""
          ? phrase`the account is ${say.account(actual)}, ${notAnyOf(condition, say)}`
          : phrase`the ticket has no account`,
  },
};

/** The ticket has the account that is asked for, and still does not meet the condition: it is not in the workspace. */
function isGone({ is }: AccountCondition, actual: unknown): actual is string {
  return typeof actual === "string" && asList(is).includes(actual);
}

const anyOf = ({ is }: AccountCondition, say: Say) => say.list(valuesAt(is, "is", say.account), "or");

const noneOf = ({ is }: AccountCondition, say: Say) => say.list(valuesAt(is, "is", say.account), "nor");

const notAnyOf = (condition: AccountCondition, say: Say) =>
  phrase`${asList(condition.is).length === 1 ? "not" : "neither"} ${noneOf(condition, say)}`;
