/** What tests of rules need: the entry `ticket-rules/testing`. */
export { arbitraryEvent, arbitraryWorkspace } from "./testing/arbitraries.ts";
export { type PatternAdvice, patternAdvice } from "./testing/patternAdvice.ts";
export { referenceEvaluate, referenceOutcomes } from "./testing/reference.ts";
export { type TicketEventOverrides, ticketEvent } from "./testing/ticketEvent.ts";
