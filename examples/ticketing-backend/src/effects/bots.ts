/**
 * What BotCenter is asked. A small client of an HTTP interface that stands for whichever your bots have: change the
 * paths and bodies here. Two things are to stay: the key, so that a second attempt does nothing twice, and the cause,
 * which the bots have to put on every event that they lead to.
 */
import type { ActivateBotEffect, TerminateBotEffect } from "ticket-rules";
import { type Asked, ask } from "./ask.ts";

export interface Account {
  url: string | undefined;
  token: string | undefined;
}

export function activateBot(effect: ActivateBotEffect, { url, token }: Account): Asked {
  const { bot, ticket, cause } = effect;
  return ask({
    service: "BOTS_URL",
    url,
    token,
    path: "activations",
    key: effect.key,
    body: { bot, ticket, cause },
  });
}

/** `bot` is null when it is not known which one runs: whichever does is meant. */
export function terminateBot(effect: TerminateBotEffect, { url, token }: Account): Asked {
  const { bot, ticket, cause } = effect;
  return ask({
    service: "BOTS_URL",
    url,
    token,
    path: "terminations",
    key: effect.key,
    body: { bot, ticket, cause },
  });
}
