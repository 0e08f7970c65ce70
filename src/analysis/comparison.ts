import type { Answer } from "./answer.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";

/** How the events on which two rules fire lie to each other. */
export type Relation =
  | "equivalent"
  /** Whenever the first fires, the second does; not the other way round. */
  | "implies"
  /** Whenever the second fires, the first does; not the other way round. */
  | "impliedBy"
  /** Both fire on some events, each alone on others. */
  | "overlap"
  /** Each fires on some events, never both on one. */
  | "disjoint"
  | "firstNever"
  | "secondNever"
  | "bothNever"
  | "unknown";

/** Two rules compared: an event for each region that is not empty. */
export interface Comparison {
  relation: Relation;
  both: Answer;
  onlyFirst: Answer;
  onlySecond: Answer;
}

/**
 * An event on which one of two rules that are written alike fires and the other does not, of a workspace and a later
 * one: only where something else differs need it be looked for.
 */
export function differenceOf(prover: Prover, first: Subject, second: Subject): Answer["kind"] {
  const at = prover.apartAt(first, second);
  if (at === undefined) return "no";
  const types = [...new Set([...first.types, ...second.types])];
  const kinds = [true, false].map((inFirst) => {
    const claims = [
      { subject: first, fires: inFirst },
      { subject: second, fires: !inFirst },
    ];
    return prover.exists(claims, types, at).kind;
  });
  return kinds.includes("yes") ? "yes" : kinds.includes("unknown") ? "unknown" : "no";
}

/** Compares two rules on all events that concern either. */
export function compareSubjects(prover: Prover, first: Subject, second: Subject): Comparison {
  const types = [...new Set([...first.types, ...second.types])];
  const region = (inFirst: boolean, inSecond: boolean) =>
    prover.exists(
      [
        { subject: first, fires: inFirst },
        { subject: second, fires: inSecond },
      ],
      types,
    );
  const regions = {
    both: region(true, true),
    onlyFirst: region(true, false),
    onlySecond: region(false, true),
  };
  return { relation: relationOf(regions), ...regions };
}

function relationOf({ both, onlyFirst, onlySecond }: Omit<Comparison, "relation">): Relation {
  if ([both, onlyFirst, onlySecond].some(({ kind }) => kind === "unknown")) return "unknown";
  const regions = [both, onlyFirst, onlySecond].map(({ kind }) => (kind === "yes" ? 1 : 0)).join("");
  return RELATIONS[regions] ?? "unknown";
}

/** By whether there are events of both, of the first alone and of the second alone. */
const RELATIONS: { readonly [regions: string]: Relation } = {
  "000": "bothNever",
  "100": "equivalent",
  "101": "implies",
  "110": "impliedBy",
  "111": "overlap",
  "011": "disjoint",
  "010": "secondNever",
  "001": "firstNever",
};
