/** Proofs about rules: the entry `ticket-rules/analysis`. */
export {
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  type FiringReport,
} from "./analysis/analyzer.ts";
export type { Answer, Horizon, UnknownReason } from "./analysis/answer.ts";
export type { Comparison, Relation } from "./analysis/comparison.ts";
export type { ConditionReport, ConditionVerdict } from "./analysis/conditionFindings.ts";
export type { Simplification } from "./analysis/simplification.ts";
