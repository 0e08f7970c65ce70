/** What `record` and `verify` work out alike. */
import type { Decision, Effect } from "../decision.ts";
import type { RecordedFact } from "../decisionRecord.ts";
import type { Zone } from "../time/zone.ts";
import { redactionOf } from "./facts.ts";

/** Offsets from UTC at an instant, in minutes. */
export function zoneOffsets(zones: ReadonlyMap<string, Zone>, at: number): Record<string, number> {
  return Object.fromEntries([...zones].map(([name, zone]) => [name, zone.offsetAt(at) / 60_000]));
}

/** The names of the facts that are kept out of a record. */
export function hiddenIn(facts: readonly RecordedFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(({ fact, state }) => (state === "redacted" ? [fact] : [])));
}

/** The decision with what stands for the facts that are kept out, where its effects repeat them. */
export function withoutHidden(
  decision: Decision,
  hidden: ReadonlySet<string>,
  key: string | undefined,
): Decision {
  const effects = decision.effects.map((effect): Effect => {
    const { cause } = effect;
    const own = hidden.has("cause")
      ? { ...effect, cause: { rules: cause.rules.map((rule) => redactionOf(rule, key)), depth: 0 } }
      : effect;
    if (own.type === "sendSurvey" && own.customer !== null && hidden.has("ticket.customer"))
      return { ...own, customer: redactionOf(own.customer, key) };
    if (own.type === "terminateBot" && own.bot !== null && hidden.has("ticket.activeBot"))
      return { ...own, bot: redactionOf(own.bot, key) };
    return own;
  });
  return { ...decision, effects };
}
