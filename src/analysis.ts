/** Proofs about rules: the entry `ticket-rules/analysis`. */
export {
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  type FiringReport,
} from "./analysis/analyzer.ts";
export type { Answer, Horizon, UnknownReason } from "./analysis/answer.ts";
export { applySuggestion } from "./analysis/applySuggestion.ts";
export type { Changes, RuleChange } from "./analysis/changes.ts";
export type { Comparison, Relation } from "./analysis/comparison.ts";
export type { ConditionReport, ConditionVerdict } from "./analysis/conditionFindings.ts";
export type { Fight } from "./analysis/fights.ts";
export {
  type DocumentPath,
  type Edit,
  type Finding,
  type FindingCode,
  findingCodes,
  type Severity,
  type Texts,
} from "./analysis/findings.ts";
export type { Inspection, InspectionOptions, InspectionProgress } from "./analysis/inspection.ts";
export { type LintOptions, lint } from "./analysis/lint.ts";
export type { LoopStep, PossibleLoop } from "./analysis/loops.ts";
export type { EffectChange } from "./analysis/planView.ts";
export type { Simplification } from "./analysis/simplification.ts";
export type { Obligation, Suite, SuiteScenario } from "./analysis/suite.ts";
