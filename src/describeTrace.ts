import type { DescribeOptions } from "./sentences/names.ts";
import { traceSentences } from "./sentences/trace.ts";
import type { RuleTrace } from "./trace.ts";

/**
 * What became of a rule on an event: why it fired; why not, and what would have to hold for it to; what is not known;
 * why it was skipped; what is wrong with it (docs/describe.md). One line of one sentence or two.
 * Quotes at most 40 characters of the message, and no secret.
 */
export function describeTrace(trace: RuleTrace, options: DescribeOptions): string {
  return traceSentences(trace, options);
}
