import { offsetsOf } from "./offset.ts";
import { offsetRuns, type Run } from "./runs.ts";

/** A time zone, reduced to the one thing that is needed of it. */
export interface Zone {
  /** Its canonical name in this runtime: two spellings of one zone are equal here. */
  readonly id: string;
  /** Local time minus UTC, in milliseconds, at an instant. */
  offsetAt(ms: number): number;
  /** A stretch of time around an instant in which the offset is the same. */
  runAt(ms: number): Run;
}

/**
 * Whether this is the name of an IANA zone: `UTC`, or a name with a slash that the runtime knows.
 * Offsets and abbreviations are refused: they have no clock changes, or two meanings.
 */
export function isTimeZone(name: string): boolean {
  return zoneOf(name) !== undefined;
}

/** The zone of a name, or nothing when there is none. */
export function zoneOf(name: string): Zone | undefined {
  if (!MAY_BE_ZONE.test(name)) return undefined;
  if (names.has(name)) return names.get(name);
  // Any number of spellings and misspellings may be asked for.
  if (names.size >= MAX_NAMES) names.clear();
  const id = canonical(name);
  const zone = id === undefined ? undefined : (zones.get(id) ?? zoneWithId(id));
  if (zone !== undefined) zones.set(zone.id, zone);
  names.set(name, zone);
  return zone;
}

/** A zone of which nothing is known yet: what `zoneOf` gives, without what others have asked of it. */
export function zoneWithId(id: string): Zone {
  const runAt = offsetRuns(offsetsOf(id));
  return { id, runAt, offsetAt: (ms) => runAt(ms).offset };
}

/**
 * Kept as long as the process, for all rule sets: a host compiles anew with every change of a rule. It cannot be seen.
 * What a zone answers depends on its name and the runtime's own data, which stay; so it does not matter who asked
 * before. It is bounded: as many zones as the runtime has, some hundreds, and so many clock changes of each.
 */
const zones = new Map<string, Zone>();
const names = new Map<string, Zone | undefined>();
const MAX_NAMES = 1000;

/** The longest name of the tz database has 32 characters. */
const MAY_BE_ZONE = /^(?=.{3,64}$)(?:utc|[a-z][\w+-]*(?:\/[\w+-]+)+)$/i;

function canonical(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
