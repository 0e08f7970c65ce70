/** Sets of local times that an instant must be in, or must not be in, all together. */
import { type Bits, meet, without } from "./bits.ts";
import { ALL_MINUTES, type Days, minutesOn, type TimeSet } from "./timeSets.ts";

/** A set, and whether the instant must be in it or must not. */
export interface TimeLiteral {
  readonly set: TimeSet;
  readonly sign: boolean;
}

/** The minutes of a day that all literals allow. */
export function minutesOfAll(literals: readonly TimeLiteral[], day: number): Bits {
  return minutesBy(literals, (set) => minutesOn(set, day));
}

/** The minutes that all literals allow on a weekday, Monday first, that is no special day. */
export function minutesOfWeekday(literals: readonly TimeLiteral[], weekday: number): Bits {
  // A range of days says nothing here: the day is in it, or out of it, as it should be.
  const weekly = literals.filter(({ set }) => set.days === undefined);
  return minutesBy(weekly, (set) => set.weekly[weekday] ?? ALL_MINUTES);
}

function minutesBy(literals: readonly TimeLiteral[], minutesOf: (set: TimeSet) => Bits): Bits {
  let minutes = ALL_MINUTES;
  for (const { set, sign } of literals) {
    minutes = sign ? meet(minutes, minutesOf(set)) : without(minutes, minutesOf(set));
  }
  return minutes;
}

/** The days of a horizon that the ranges of days among literals leave. */
export function rangesOfAll(literals: readonly TimeLiteral[], horizon: Days): Days[] {
  let ranges: Days[] = [horizon];
  for (const { set, sign } of literals) {
    const { days } = set;
    if (days === undefined) continue;
    ranges = ranges.flatMap(({ first, last }) => {
      const parts = sign
        ? [{ first: Math.max(first, days.first), last: Math.min(last, days.last) }]
        : [
            { first, last: Math.min(last, days.first - 1) },
            { first: Math.max(first, days.last + 1), last },
          ];
      return parts.filter((part) => part.first <= part.last);
    });
  }
  return ranges;
}
