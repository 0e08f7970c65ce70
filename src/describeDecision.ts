import type { Decision } from "./decision.ts";
import { decisionLines } from "./sentences/decision.ts";
import type { DescribeOptions } from "./sentences/names.ts";

/** How to describe a decision. */
export interface DescribeDecisionOptions extends DescribeOptions {
  /** The id of the ticket's account: times are told in the zone of its calendar. Absent: in the workspace's. */
  account?: string | null | undefined;
}

/**
 * What came out of an evaluation, a line each: the rules that fired, what is planned and when, what is not done and
 * why, what could not be decided, and what the loop guard held back. Holds no message and no secret.
 */
export function describeDecision(decision: Decision, options: DescribeDecisionOptions): string {
  return decisionLines(decision, options).join("\n");
}
