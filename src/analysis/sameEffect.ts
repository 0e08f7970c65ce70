/** When effects are the same: whichever rule asks for them, on one event or on any. */
import type { Effect } from "../decision.ts";
import { canonicalJson } from "../text/canonicalJson.ts";

/** Whether a plan has an effect less often than another: surveys count one by one, of others once is enough. */
export function isLacking(effect: Effect, own: readonly Effect[], other: readonly Effect[]): boolean {
  const count = alike(effect, other).length;
  return effect.type === "sendSurvey" ? count < alike(effect, own).length : count === 0;
}

/** Those of the effects planned on one event that are the same as this one. */
export function alike(effect: Effect, among: readonly Effect[]): Effect[] {
  const content = contentOf(effect);
  return among.filter((each) => each.type === effect.type && contentOf(each) === content);
}

/** What an effect is, whichever rule asks for it. */
function contentOf({ rules: _rules, key: _key, cause: _cause, ...content }: Effect): string {
  return canonicalJson(content);
}

/** What an effect is, on whichever event, as text. */
export function lastingContent(effect: Effect): string {
  return effect.type === "sendSurvey"
    ? canonicalJson([
        effect.survey,
        effect.spamThresholdDays,
        Date.parse(effect.executeAt) - Date.parse(effect.event.at),
      ])
    : canonicalJson([effect.type, "bot" in effect ? effect.bot : null]);
}
