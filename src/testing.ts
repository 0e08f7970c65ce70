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
export {
  type Coverage,
  type CoverageOptions,
  coverage,
  type LeafCoverage,
  type Ratio,
  type RuleCoverage,
} from "./testing/coverage/coverage.ts";
export { coverageReport } from "./testing/coverage/coverageReport.ts";
export type { MutantKind, Texts } from "./testing/mutants/kinds.ts";
export { mutantReport } from "./testing/mutants/mutantReport.ts";
export { type Mutant, mutate } from "./testing/mutants/mutate.ts";
export {
  type MutantOptions,
  type MutantProgress,
  type MutantRun,
  type Survivor,
  testMutants,
} from "./testing/mutants/testMutants.ts";
export { type PatternAdvice, patternAdvice } from "./testing/patternAdvice.ts";
export { referenceEvaluate, referenceOutcomes } from "./testing/reference.ts";
export { describeFailure } from "./testing/scenarios/describeFailure.ts";
export type {
  Expectation,
  ExpectedEffect,
  ExpectedOutcome,
  ExpectedSuppression,
} from "./testing/scenarios/expectation.ts";
export type { Failure, FailureCode } from "./testing/scenarios/failure.ts";
export {
  runScenarios,
  type ScenarioOptions,
  type ScenarioResult,
  type ScenarioRun,
} from "./testing/scenarios/runScenarios.ts";
export { Scenario, ScenarioFile } from "./testing/scenarios/scenario.ts";
export {
  type ScenarioTest,
  type ScenarioTestOptions,
  scenarioTests,
} from "./testing/scenarios/scenarioTests.ts";
export { type TicketEventOverrides, ticketEvent } from "./testing/ticketEvent.ts";
export type { WordsOptions } from "./testing/words.ts";
