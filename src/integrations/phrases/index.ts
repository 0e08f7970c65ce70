/** The phrases of every integration: one without its own does not compile. */
import type { Effect } from "../../decision.ts";
import type { Locale } from "../../language/define.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import { asCode } from "../../language/shown.ts";
import type { BotcenterAction } from "../botcenter.ts";
import type { Action, IntegrationName } from "../index.ts";
import type { TimepointsAction } from "../timepoints.ts";
import type { NotifyAction } from "../webhook.ts";
import { botcenter } from "./botcenter.ts";
import type { IntegrationPhrases } from "./define.ts";
import { timepoints } from "./timepoints.ts";
import { webhook } from "./webhook.ts";

interface Actions {
  botcenter: BotcenterAction;
  timepoints: TimepointsAction;
  webhook: NotifyAction;
}

/** Phrases by integration. */
export const integrationPhrases: {
  readonly [Name in IntegrationName]: IntegrationPhrases<Actions[Name]>;
} = { botcenter, timepoints, webhook };

/** What an action of a rule does. */
export function actionPhrase(action: Action, locale: Locale, say: Say): Phrase {
  const all = {
    ...botcenter[locale].actions,
    ...timepoints[locale].actions,
    ...webhook[locale].actions,
  };
  // The table is keyed by the tag, which the types cannot follow.
  const write = all[action.type] as (action: Action, say: Say) => Phrase;
  return write(action, say);
}

/** What is not done when an action of this type is suppressed. */
export function suppressionPhrase(type: string, locale: Locale): string {
  const all: ReadonlyMap<string, string> = new Map(
    [botcenter, timepoints, webhook].flatMap((phrases) => Object.entries(phrases[locale].suppressed)),
  );
  return all.get(type) ?? asCode(type);
}

/** What is planned. An effect of a type of the host's is named. */
export function effectPhrase(
  effect: Effect,
  locale: Locale,
  say: Say,
  clock: (at: string) => string,
): Phrase {
  const all = {
    ...botcenter[locale].effects,
    ...timepoints[locale].effects,
    ...webhook[locale].effects,
  };
  if (!Object.hasOwn(all, effect.type)) return phrase`${say.quote(String(effect.type))}`;
  // As above.
  const write = all[effect.type] as (effect: Effect, say: Say, clock: (at: string) => string) => Phrase;
  return write(effect, say, clock);
}
