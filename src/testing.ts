/** What tests of rules need: the entry `ticket-rules/testing`. */
export {
  type Replay,
  type ReplayDifference,
  type ReplayOptions,
  type ReplayProgress,
  replay,
} from "./replay.ts";
export type { ChangedPart } from "./replaying/changes.ts";
export type { RuleOutcome } from "./replaying/outcomes.ts";
export type { ReplayCause, ReplayReason } from "./replaying/reasons.ts";
export type { ReplayExample, ReplaySummary, RuleTally } from "./replaying/tally.ts";
export { arbitraryEvent, arbitraryWorkspace } from "./testing/arbitraries.ts";
export { type PatternAdvice, patternAdvice } from "./testing/patternAdvice.ts";
export { referenceEvaluate, referenceOutcomes } from "./testing/reference.ts";
export { type TicketEventOverrides, ticketEvent } from "./testing/ticketEvent.ts";
