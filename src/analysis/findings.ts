/** What `lint` finds. */
import type { TicketEvent } from "../event.ts";

/** The codes of all findings. Each has a check, and a page in `docs/findings`. */
export const findingCodes = [
  // It cannot be looked at.
  ...(["notLoaded"] as const),
  // What the rule is for does not happen.
  ...(["neverFires", "shadowedRule", "unknownReference", "calendarMissing", "impossibleValue"] as const),
  ...(["emptyCalendar", "pastDateRange", "conflictingEffects", "duplicateRule"] as const),
  // It happens more often than the conditions suggest.
  ...(["alwaysFires", "triggerOnlyOr", "gateExpectedFromOr", "orOfNegations", "botWithoutGuard"] as const),
  ...(["possibleLoop"] as const),
  // Parts that do nothing.
  ...(["ineffectiveCondition", "redundantCondition", "unreachableWord"] as const),
  // Traps of notation.
  ...(["endsAt2359", "overnightWithWeekday", "patternIsPlainWord", "patternInSlashes"] as const),
  ...(["accentInPattern", "slowElsewhere"] as const),
] as const;

/** The name of a kind of finding. */
export type FindingCode = (typeof findingCodes)[number];

/**
 * - `error`: the rule cannot do what it says.
 * - `warning`: it does something else than its author is likely to mean.
 * - `info`: it does what it says, and could say it better.
 */
export type Severity = "error" | "warning" | "info";

/** Keys and indexes from the root of the workspace document, as `["rules", 3, "conditions", 0]`. */
export type DocumentPath = readonly (string | number)[];

/** A change of the document, as in JSON Patch (RFC 6902), with the path as a list. */
export type Edit =
  | { readonly op: "add" | "replace"; readonly path: DocumentPath; readonly value: unknown }
  | { readonly op: "remove"; readonly path: DocumentPath };

/** One sentence in both languages. */
export interface Texts {
  readonly es: string;
  readonly en: string;
}

/** One place where the analysis sees a mistake. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The part of the document that is meant. */
  readonly path: DocumentPath;
  readonly texts: Texts;
  /** An event on which it shows. */
  readonly witness?: TicketEvent;
  /** Edits, to be applied in order, after which this finding is gone and everything else is decided as before. */
  readonly suggest?: readonly Edit[];
}
