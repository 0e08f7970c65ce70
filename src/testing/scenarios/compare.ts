/** Compares what is said of things with the things. */
import type { Path } from "../../conditions/tree.ts";
import { member } from "../../schema.ts";
import { parseInstant } from "../../time/instant.ts";

/** Two things that do not match, or one that has no other. */
export interface Pair<Wanted, Got> {
  /** The place among what is wanted. */
  readonly at: number;
  readonly wanted?: Wanted;
  readonly got?: Got;
}

/**
 * What does not match, of two lists that should match one by one. Where lengths differ, the longer one has something
 * that the other lacks; where they do not, two things differ.
 */
export function aligned<Wanted, Got>(
  wanted: readonly Wanted[],
  got: readonly Got[],
  matches: (wanted: Wanted, got: Got) => boolean,
): Pair<Wanted, Got>[] {
  const pairs: Pair<Wanted, Got>[] = [];
  const [left, right] = [[...wanted.entries()], [...got]];
  while (left.length > 0 || right.length > 0) {
    const [[at, expected] = [wanted.length, undefined]] = left;
    const [actual] = right;
    const isPair = expected !== undefined && actual !== undefined && matches(expected, actual);
    const surplus = isPair ? 0 : right.length - left.length;
    if (!isPair) {
      pairs.push({
        at,
        ...(surplus > 0 || expected === undefined ? {} : { wanted: expected }),
        ...(surplus < 0 || actual === undefined ? {} : { got: actual }),
      });
    }
    if (surplus <= 0) left.shift();
    if (surplus >= 0) right.shift();
  }
  return pairs;
}

/** One part that is not as it is said to be. */
export interface PartDifference {
  readonly keys: Path;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Where something is not as it is said to be. What is not said is not looked at. */
export function differing(wanted: object, got: object): PartDifference[] {
  return Object.entries(wanted).flatMap(([key, expected]): PartDifference[] => {
    if (expected === undefined || key.startsWith("x-")) return [];
    const actual = member(got, key);
    if (typeof expected === "object" && expected !== null && !Array.isArray(expected) && !isDate(expected)) {
      return typeof actual === "object" && actual !== null
        ? differing(expected, actual).map((each) => ({ ...each, keys: [key, ...each.keys] }))
        : [{ keys: [key], expected, actual: actual ?? null }];
    }
    return isSame(expected, actual, key === "executeAt")
      ? []
      : [{ keys: [key], expected, actual: actual ?? null }];
  });
}

function isDate(value: object): boolean {
  return parseInstant(value) !== undefined;
}

function isSame(expected: unknown, actual: unknown, isInstant: boolean): boolean {
  if (isInstant) return parseInstant(expected) === parseInstant(actual);
  if (Array.isArray(expected)) return JSON.stringify(expected) === JSON.stringify(actual);
  return expected === actual;
}
