/** The contract of a check: everything about one code of finding is in its file. */
import type { Finding, Severity } from "../findings.ts";
import type { Scene } from "../linting/scene.ts";
import type { Study } from "../linting/study.ts";

/** What a check finds: the code and the severity are those of the check. */
export type Found = Omit<Finding, "code" | "severity">;

/** A check. */
export interface Check {
  /** How much its findings weigh, unless the caller says otherwise. */
  readonly severity: Severity;
  /** Runs only when the caller names it. */
  readonly onRequest?: true;
  /** Total for every workspace that parses. Its order does not matter. */
  readonly find: (scene: Scene, study: Study) => Iterable<Found>;
}

/** Gives a check its type. */
export function defineCheck(check: Check): Check {
  return check;
}
