/** What is known of a pattern that was refused, and the words for it. */

/** What a pattern was refused for, in no language. */
export type PatternFault =
  /** The host's `RegExp` does not take it: its reason in lower case, where, and what stands there. */
  | { readonly kind: "syntax"; readonly reason: string; readonly at: number; readonly found: string }
  | { readonly kind: "flags"; readonly problem: FlagProblem; readonly found: string }
  /** More than `limit` of something. */
  | { readonly kind: "limit"; readonly of: Counted; readonly limit: number; readonly at?: number };

/** What is counted in a pattern. */
export type Counted = "characters" | "states" | "look-arounds" | "nested groups";

/** What can be wrong with flags: of no use here, unknown, both of `u` and `v`, one twice. */
export type FlagProblem = "needless" | "unknown" | "both" | "twice";

/** What is wrong, and what to write instead; `{found}` and `{limit}` stand for what the fault tells. */
export type Advice = readonly [problem: string, instead: string];

/** A language. */
export interface PatternWords {
  /** By the reasons that V8 gives (Node 20 to 24), in lower case. */
  readonly reasons: { readonly [reason: string]: Advice };
  /** For a reason that is not listed. */
  readonly unknown: Advice;
  readonly limits: { readonly [Of in Counted]: Advice };
  readonly flags: { readonly [Problem in FlagProblem]: Advice };
  /** Between thousands and hundreds. */
  readonly thousands: "," | ".";
}

/** What is wrong, and what to write instead. */
export interface PatternRefusal {
  readonly problem: string;
  readonly instead: string;
  /** Where in the pattern, in UTF-16 units from 0, if it is about one place. */
  readonly at: number | undefined;
}

/** A fault in the words of a language. */
export function refusalIn(words: PatternWords, fault: PatternFault): PatternRefusal {
  const { reasons, unknown, limits, flags, thousands } = words;
  switch (fault.kind) {
    case "syntax": {
      const known = Object.hasOwn(reasons, fault.reason) ? reasons[fault.reason] : undefined;
      return filled(known ?? unknown, fault.found, fault.at);
    }
    case "flags":
      return filled(flags[fault.problem], fault.found, undefined);
    case "limit":
      return filled(limits[fault.of], String(fault.limit).replace(/\B(?=(?:\d{3})+$)/g, thousands), fault.at);
  }
}

function filled([problem, instead]: Advice, value: string, at: number | undefined): PatternRefusal {
  const fill = (text: string) => text.replace(/\{(?:found|limit)\}/g, () => value);
  return { problem: fill(problem), instead: fill(instead), at };
}
