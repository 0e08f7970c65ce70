/** What TimePoints is asked: a small client of an HTTP interface that stands for whichever yours has. */
import type { EnableManualSurveyEffect, SendSurveyEffect } from "ticket-rules";
import { type Asked, ask } from "./ask.ts";
import type { Account } from "./bots.ts";

export function sendSurvey(effect: SendSurveyEffect, { url, token }: Account): Asked {
  const { survey, ticket, customer, cause } = effect;
  const body = { survey, ticket, customer, cause };
  return ask({ service: "SURVEYS_URL", url, token, path: "surveys", key: effect.key, body });
}

export function enableManualSurvey(effect: EnableManualSurveyEffect, { url, token }: Account): Asked {
  const { ticket, cause } = effect;
  return ask({
    service: "SURVEYS_URL",
    url,
    token,
    path: "manual-surveys",
    key: effect.key,
    body: { ticket, cause },
  });
}
