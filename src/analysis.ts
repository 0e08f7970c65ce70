/** Proofs about rules: the entry `ticket-rules/analysis`. */
export type { Answer, Horizon, UnknownReason } from "./analysis/answer.ts";
