/** The library's part: a pure step, no database. */
import { type DecisionRecord, record, type TicketEvent } from "ticket-rules";
import type { RulesInForce } from "../workspace/ruleSets.ts";

/** The record holds the decision and all it was made from, so that it can be accounted for later (`verify`). */
export function decide(
  { ruleSet }: RulesInForce,
  event: TicketEvent,
): { record: DecisionRecord; seconds: number } {
  const start = process.hrtime.bigint();
  const recorded = record(ruleSet, event, { zoneData: process.versions.tz ?? "unknown" });
  return { record: recorded, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}
