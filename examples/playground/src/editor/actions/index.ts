/** The form of every kind of action: one that is missing does not compile. */
import type { Action } from "ticket-rules";
import type { JsonObject } from "../../state/json.ts";
import type { ConditionForm } from "../conditions/define.ts";
import { activateBot } from "./activateBot.tsx";
import { sendSurvey } from "./sendSurvey.tsx";

const nothing: ConditionForm = { keys: [], fresh: () => ({}) };

const forms: { readonly [Type in Action["type"]]: ConditionForm } = {
  activateBot,
  terminateBot: nothing,
  sendSurvey,
  enableManualSurvey: nothing,
  notify: nothing,
};

/** The form of a kind, if there is such a kind. */
export function actionFormOf(type: string): ConditionForm | undefined {
  return Object.hasOwn(forms, type) ? forms[type as Action["type"]] : undefined;
}

/** A new action of a kind. */
export function freshAction(type: string): JsonObject {
  return { type, ...actionFormOf(type)?.fresh() };
}
