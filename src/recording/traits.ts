/** What `record` and `verify` work out alike. */
import type { Decision } from "../decision.ts";
import type { Zone } from "../time/zone.ts";
import { redactionOf } from "./facts.ts";

/** Offsets from UTC at an instant, in minutes. */
export function zoneOffsets(zones: ReadonlyMap<string, Zone>, at: number): Record<string, number> {
  return Object.fromEntries([...zones].map(([name, zone]) => [name, zone.offsetAt(at) / 60_000]));
}

/** The decision with what stands for its customer, where it names one. */
export function withoutCustomer(decision: Decision, key: string | undefined): Decision {
  const effects = decision.effects.map((effect) => {
    if (effect.type !== "sendSurvey" || effect.customer === null) return effect;
    return { ...effect, customer: redactionOf(effect.customer, key) };
  });
  return { ...decision, effects };
}
