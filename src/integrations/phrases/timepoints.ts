import { joined, type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import type { SendSurveyAction, TimepointsAction } from "../timepoints.ts";
import type { IntegrationPhrases } from "./define.ts";

export const timepoints: IntegrationPhrases<TimepointsAction> = {
  es: {
    name: "TimePoints",
    actions: {
      sendSurvey: ({ survey, delayMinutes = 0, spamThresholdDays = 0 }, say) =>
        phrase`${delayEs(delayMinutes, say)} la encuesta n.º ${value(String(survey), "survey")}${provided(
          ", siempre que ",
          " y ",
          [
            ...(delayMinutes === 0 ? [] : [phrase`el ticket no se reabra antes`]),
            ...(spamThresholdDays === 0
              ? []
              : [
                  phrase`no se le haya enviado otra encuesta al cliente ${lately(spamThresholdDays, LATELY_ES)}`,
                ]),
          ],
        )}`,
      enableManualSurvey: () => phrase`se habilitará el envío manual de la encuesta`,
    },
    suppressed: {
      sendSurvey: "no se enviará la encuesta",
      enableManualSurvey: "no se habilitará el envío manual de la encuesta",
    },
    between: " y ",
    effects: {
      sendSurvey: ({ survey, executeAt }, _, clock) =>
        phrase`se enviará la encuesta n.º ${String(survey)} ${clock(executeAt)}`,
      enableManualSurvey: () => phrase`se habilitará el envío manual de la encuesta`,
    },
  },
  en: {
    name: "TimePoints",
    actions: {
      sendSurvey: ({ survey, delayMinutes = 0, spamThresholdDays = 0 }, say) =>
        phrase`survey no. ${value(String(survey), "survey")} will be sent ${delayEn(delayMinutes, say)}${provided(
          ", provided that ",
          " and ",
          [
            ...(delayMinutes === 0 ? [] : [phrase`the ticket is not reopened before`]),
            ...(spamThresholdDays === 0
              ? []
              : [phrase`no other survey was sent to the customer ${lately(spamThresholdDays, LATELY_EN)}`]),
          ],
        )}`,
      enableManualSurvey: () => phrase`sending the survey by hand will be enabled`,
    },
    suppressed: {
      sendSurvey: "the survey will not be sent",
      enableManualSurvey: "sending the survey by hand will not be enabled",
    },
    between: " and ",
    effects: {
      sendSurvey: ({ survey, executeAt }, _, clock) =>
        phrase`survey no. ${String(survey)} will be sent ${clock(executeAt)}`,
      enableManualSurvey: () => phrase`sending the survey by hand will be enabled`,
    },
  },
};

type Minutes = NonNullable<SendSurveyAction["delayMinutes"]>;

const delayEs = (minutes: Minutes, say: Say) =>
  minutes === 0
    ? phrase`se enviará al instante`
    : phrase`${value(`${say.duration(minutes)} después`, "delayMinutes")} se enviará`;

const delayEn = (minutes: Minutes, say: Say) =>
  minutes === 0 ? phrase`at once` : value(`${say.duration(minutes)} later`, "delayMinutes");

/** Days of the threshold are of 24 hours. */
const lately = (days: number, { one, many }: { one: string; many: (days: number) => string }): Phrase =>
  value(days === 1 ? one : many(days), "spamThresholdDays");

const LATELY_ES = {
  one: "en las últimas 24 horas",
  many: (days: number) => `en los últimos ${days} días`,
};

const LATELY_EN = { one: "in the last 24 hours", many: (days: number) => `in the last ${days} days` };

function provided(start: string, and: string, clauses: readonly Phrase[]): Phrase {
  return clauses.length === 0 ? [] : phrase`${start}${joined(clauses, () => phrase`${and}`)}`;
}
