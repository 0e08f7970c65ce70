/** The verdict of one condition: three-valued, after Kleene (spec §5). Only `true` ever makes a rule fire. */
export type Verdict = boolean | "unknown";

/** not(unknown) is unknown. */
export function not(verdict: Verdict): Verdict {
  return verdict === "unknown" ? "unknown" : !verdict;
}
