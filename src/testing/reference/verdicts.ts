/** Three-valued logic after Kleene, with the names of the facts that were missing (spec §5). */
import type { Verdict } from "../../verdict.ts";

/** A verdict, and why it is unknown. `missing` is empty unless the verdict is unknown. */
export interface Finding {
  verdict: Verdict;
  missing: string[];
}

/** A verdict that is known. */
export function known(verdict: boolean): Finding {
  return { verdict, missing: [] };
}

/** A verdict that would need a fact that was not supplied. */
export function unknown(missing: string): Finding {
  return { verdict: "unknown", missing: [missing] };
}

/** `and`: one false decides; else one unknown leaves it open. */
export function all(findings: Finding[]): Finding {
  if (findings.some((finding) => finding.verdict === false)) return known(false);
  if (findings.some((finding) => finding.verdict === "unknown")) return open(findings);
  return known(true);
}

/** `or`: one true decides; else one unknown leaves it open. */
export function any(findings: Finding[]): Finding {
  if (findings.some((finding) => finding.verdict === true)) return known(true);
  if (findings.some((finding) => finding.verdict === "unknown")) return open(findings);
  return known(false);
}

/** `not`: none of them. */
export function none(findings: Finding[]): Finding {
  const { verdict, missing } = any(findings);
  return verdict === "unknown" ? { verdict, missing } : known(!verdict);
}

/** Only the facts that the unknown ones lack: those that are decided did not need theirs. */
function open(findings: Finding[]): Finding {
  return { verdict: "unknown", missing: [...new Set(findings.flatMap((finding) => finding.missing))] };
}
